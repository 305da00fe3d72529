"""Every document in good/ is read as the .expected.yaml beside it says. To add a case, add two files.

An expectation names only what matters. The scripts that made the documents stand in make/.
"""

from pathlib import Path

import pytest
from expectations import expectation, held

from send_outcomes.model import Plan
from send_outcomes.readers import read
from send_outcomes.word import open_document, run_parts

FOLDER = Path(__file__).parent / "good"
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.yaml"))
# LibreOffice's own version of a draft holds what the draft holds.
SAME = {"national-draft-libreoffice.docx": "national-draft.docx"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_document_is_read_as_expected(path):
    plans = list(read([path]))
    assert all(isinstance(plan, Plan) for plan in plans), [str(plan) for plan in plans]
    (plan,) = plans
    held(expectation(path.with_name(SAME.get(path.name, path.name))), plan, path.name)


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
    counted = [
        one
        for one in document.root.iter("{*}p")
        if one.tag.endswith(("wordprocessingml/2006/main}p", "wordprocessingml/main}p"))
    ]
    for index, paragraph in document.paragraphs.items():
        said = ""
        for piece in paragraph.pieces:
            whole = "".join(text for _, text in run_parts(piece.run))
            assert piece.start == len(said)
            said += whole[piece.offset : piece.offset + piece.end - piece.start]
            assert counted[index] in piece.run.iterancestors()
        assert said == paragraph.text
