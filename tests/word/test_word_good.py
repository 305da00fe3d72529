"""Every document in good/ is read as the .expected.yaml beside it says. To add a case, add two files.

An expectation names only what matters. The scripts that made the documents stand in make/.
"""

from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.model import Plan
from send_outcomes.readers import read
from send_outcomes.word import open_document, run_parts

FOLDER = Path(__file__).parent / "good"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.yaml"))
# LibreOffice's own version of a draft holds what the draft holds.
SAME = {"national-draft-libreoffice.docx": "national-draft.docx"}


def held(expected, actual, where):
    """Hold what was read to what the expectation names of it."""
    if isinstance(expected, list):
        assert len(actual) == len(expected), (where, actual)
        for i, (one, other) in enumerate(zip(expected, actual, strict=True)):
            held(one, other, f"{where}[{i}]")
    elif isinstance(expected, dict) and isinstance(actual, dict):
        assert actual == expected, where
    elif isinstance(expected, dict):
        for key, value in expected.items():
            held(value, getattr(actual if hasattr(actual, key) else actual.place, key), f"{where}.{key}")
    else:
        assert (None if actual is None else str(actual)) == (None if expected is None else str(expected)), where


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_document_is_read_as_expected(path):
    plans = list(read([path]))
    assert all(isinstance(plan, Plan) for plan in plans), [str(plan) for plan in plans]
    beside = path.with_name(SAME.get(path.name, path.name) + ".expected.yaml")
    (plan,) = plans
    held(load_one(beside.read_text(encoding="utf-8"), beside.name).value, plan, path.name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_word_is_found_again_from_its_place(path):
    (plan,) = read([path])
    document = open_document(path.read_bytes(), path.name)
    for part in (*plan.outcomes, *plan.needs, *plan.aspirations, *plan.provision):
        for offset, sign in enumerate(part.text):
            # Between lines that were joined stand a break and a dash of the reader's own.
            if sign.isalnum():
                line, column = part.place.at(offset)
                assert document.paragraphs[line - 1].text[column - 1] == sign, (part.text, offset)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_pieces_of_a_paragraph_are_its_text(path):
    document = open_document(path.read_bytes(), path.name)
    counted = [one for one in document.root.iter("{*}p") if one.tag.endswith(("wordprocessingml/2006/main}p", "wordprocessingml/main}p"))]
    for index, paragraph in document.paragraphs.items():
        said = ""
        for piece in paragraph.pieces:
            whole = "".join(text for _, text in run_parts(piece.run))
            assert piece.start == len(said)
            said += whole[piece.offset : piece.offset + piece.end - piece.start]
            assert counted[index] in piece.run.iterancestors()
        assert said == paragraph.text
