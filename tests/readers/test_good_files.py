"""Every file in good/ is read as the .expected.yaml beside it says. To add a case, add two files.

An expectation names only what matters: `line` and `column` are the text's, `words` where a word inside it stands.
"""

import re
from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.model import Plan
from send_outcomes.readers import read

FOLDER = Path(__file__).parent / "good"
CODECS = {"windows-1252.txt": "cp1252", "wide.tsv": "utf-16"}
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.yaml"))


def held(expected, actual, where):
    """Hold what was read to what the expectation names of it."""
    if isinstance(expected, list):
        assert len(actual) == len(expected), where
        for i, (one, other) in enumerate(zip(expected, actual, strict=True)):
            held(one, other, f"{where}[{i}]")
    elif isinstance(expected, dict) and isinstance(actual, dict):
        assert actual == expected, where
    elif isinstance(expected, dict):
        for key, value in expected.items():
            if key == "words":
                found = {word: list(actual.place.at(actual.text.index(word))) for word in value}
                assert found == value, where
                assert all(stands_there(where.split("[")[0], found[word], word) for word in value), where
            else:
                owner = actual if hasattr(actual, key) else actual.place
                held(value, getattr(owner, key), f"{where}.{key}")
    else:
        assert (None if actual is None else str(actual)) == (None if expected is None else str(expected)), where


def stands_there(name, place, word):
    """Tell whether the file has the word at the line and column."""
    codec = CODECS.get(name, "utf-8-sig")
    return (FOLDER / name).read_bytes().decode(codec).splitlines()[place[0] - 1][place[1] - 1 :].startswith(word)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_read_as_expected(path):
    plans = list(read([path]))
    assert all(isinstance(plan, Plan) for plan in plans), [str(plan) for plan in plans]
    for plan in plans:
        for part in (*plan.outcomes, *plan.needs, *plan.aspirations, *plan.provision):
            place = [part.place.line, part.place.column]
            assert stands_there(path.name, place, re.match(r"\W*\w+", part.text)[0]), part
    expected = load_one(Path(f"{path}.expected.yaml").read_text(encoding="utf-8"), path.name).value
    held(expected, plans, path.name)
