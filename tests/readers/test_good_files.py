"""Every file in good/ is read as the .expected.yaml beside it says. To add a case, add two files.

An expectation names only what matters: `line` and `column` are the text's, `words` where a word inside it stands.
"""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.model import Plan
from send_outcomes.readers import read

FOLDER = Path(__file__).parent / "good"
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
            else:
                owner = actual if hasattr(actual, key) else actual.place
                held(value, getattr(owner, key), f"{where}.{key}")
    else:
        assert (None if actual is None else str(actual)) == (None if expected is None else str(expected)), where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_is_read_as_expected(path):
    plans = list(read([path]))
    assert all(isinstance(plan, Plan) for plan in plans), [str(plan) for plan in plans]
    expected = load_one(Path(f"{path}.expected.yaml").read_text(encoding="utf-8"), path.name).value
    held(expected, plans, path.name)
