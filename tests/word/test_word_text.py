"""The text model: what of a Word document is text, by the cases in text.yaml; comments and footnotes beside it."""

import sys
from pathlib import Path

import pytest

from send_outcomes.documents import load_one
from send_outcomes.word import Table, open_document, paragraphs_of

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "make"))
from packed import p, packed, parts  # noqa: E402

CASES = load_one((HERE / "text.yaml").read_text(encoding="utf-8"), "text.yaml").value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_text_is_as_word_shows_it(case):
    document = open_document(packed(parts(case["body"])), "case.docx")
    found = list(paragraphs_of(document.body))
    assert [one.text for one in found] == case["text"]
    if "numbers" in case:
        assert [one.number.text if one.number else None for one in found] == case["numbers"]
    if "levels" in case:
        assert [one.level for one in found] == case["levels"]
    if "hints" in case:
        assert [one.text[piece.start : piece.end] for one in found for piece in one.pieces if piece.hint] == case["hints"]
    if "cells" in case:
        (table,) = [block for block in document.body if isinstance(block, Table)]
        assert [[[cell.row, cell.column, cell.width] for cell in row.cells] for row in table.rows] == case["cells"]


def test_comments_know_their_paragraphs():
    document = open_document((HERE / "good" / "comments.docx").read_bytes(), "comments.docx")
    assert [(one.author, one.paragraphs) for one in document.comments] == [
        ("send-outcomes", (1, 1)), ("A. Caseworker", (1, 1)), ("B. Caseworker", (2, 2)),
    ]  # fmt: skip
    assert document.comments[1].text == "“ignore N401: her mother wrote it and she agreed”"


def test_footnotes_stand_apart():
    document = open_document((HERE / "good" / "pieces.docx").read_bytes(), "pieces.docx")
    assert document.footnotes == {"2": "Agreed with his mother."}
    assert [one.index for one in document.paragraphs.values() if one.notes] == [4]
    assert not any("Agreed" in one.text for one in document.paragraphs.values())


def test_a_paragraph_whose_mark_was_deleted_says_so():
    body = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr></w:p>{p("x")}'
    first, second = open_document(packed(parts(body)), "x.docx").paragraphs.values()
    assert (first.joined, second.joined) == (True, False)


def test_the_strict_form_reads_the_same():
    body = p("Outcomes", "Kop1") + p("a", list_=1)
    loose, strict = (open_document(packed(parts(body, strict=how)), "x.docx") for how in (False, True))
    assert [(one.text, one.level, one.number) for one in loose.paragraphs.values()] == [
        (one.text, one.level, one.number) for one in strict.paragraphs.values()
    ]
