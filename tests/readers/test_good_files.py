"""Every file in good/ is read as the .expected.yaml beside it says. To add a case, add two files.

An expectation names only what matters: `line` and `column` are the text's, `words` where a word inside it stands.
"""

import re
from pathlib import Path

import pytest
from expectations import expectation, held

from send_outcomes.model import Plan
from send_outcomes.readers import read

FOLDER = Path(__file__).parent / "good"
CODECS = {"windows-1252.txt": "cp1252", "wide.tsv": "utf-16"}
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.yaml"))


def words_stand(where, part, words):
    """Hold each word to its line and column, and the file to having it there."""
    found = {word: list(part.place.at(part.text.index(word))) for word in words}
    assert found == words, where
    assert all(stands_there(where.split("[")[0], found[word], word) for word in words), where


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
    held(expectation(path), plans, path.name, words_stand)
