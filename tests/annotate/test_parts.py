"""The package around the document: what is added where, and what stays byte for byte."""

import io
import zipfile

import pytest
from lxml import etree
from marked import COMMENT, WHEN, anchored, comments_in, draft, finding, outcome_in, parts_of, report, tree

from send_outcomes.annotate import annotated
from send_outcomes.documents import UnreadableInput
from send_outcomes.reports import Run

TEXT = "I will access it."
BODY = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"


def found(data):
    return report((outcome_in(data, 0), [finding(TEXT, "access")]))


def repacked(data, changes):
    """The same zip with some entries changed (None takes one away)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, bytes_ in {**parts_of(data), **changes}.items():
            if bytes_ is not None:
                archive.writestr(name, bytes_)
    return out.getvalue()


def test_a_new_part_is_named_where_it_has_to_be(comment):
    data = draft(BODY)
    made = comment(data, found(data))
    types = [one for one in tree(made, "[Content_Types].xml") if one.get("PartName") == "/word/comments.xml"]
    assert [one.get("ContentType") for one in types] == [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    ]
    relations = list(tree(made, "word/_rels/document.xml.rels"))
    assert len({one.get("Id") for one in relations}) == len(relations) == 2
    assert relations[-1].get("Target") == "comments.xml" and relations[-1].get("Type").endswith("2006/relationships/comments")


def test_a_part_that_is_named_otherwise_is_kept_and_extended(comment):
    other = parts_of(draft(BODY, COMMENT.format(4, "A. Caseworker", "0A", "Yes.")))
    moved = {
        "word/comments.xml": None,
        "word/notes/said.xml": other["word/comments.xml"],
        "word/_rels/document.xml.rels": other["word/_rels/document.xml.rels"].replace(b"comments.xml", b"/word/notes/said.xml"),
        "[Content_Types].xml": other["[Content_Types].xml"].replace(b"/word/comments.xml", b"/word/notes/said.xml"),
    }
    data = repacked(draft(BODY, ""), moved)
    made = parts_of(comment(data, found(data)))
    assert "word/comments.xml" not in made
    assert [one.get(one.keys()[0]) for one in etree.fromstring(made["word/notes/said.xml"])] == ["4", "5", "6"]
    assert made["[Content_Types].xml"] == moved["[Content_Types].xml"]


def test_a_strict_document_gets_strict_comments(comment, request):
    data = (request.config.rootpath / "tests" / "word" / "good" / "strict.docx").read_bytes()
    from send_outcomes.readers import read_bytes_as

    plan = next(read_bytes_as(data, "word", "draft.docx"))
    made = comment(data, report(*[(one, [finding(one.text, "will")]) for one in plan.outcomes]))
    assert etree.QName(tree(made, "word/comments.xml")).namespace == etree.QName(tree(data)).namespace
    assert any(one.get("Type").startswith("http://purl.oclc.org/") for one in tree(made, "word/_rels/document.xml.rels"))


def test_order_dates_and_ways_of_packing_stay(comment):
    data = draft(BODY, "")
    made = comment(data, found(data))

    def listed(data):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(one.filename, one.date_time, one.compress_type) for one in archive.infolist()]

    assert listed(made) == listed(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_declaration_stays_or_becomes_utf_8(comment, encoding):
    text = parts_of(draft(BODY))["word/document.xml"].decode().replace("UTF-8", encoding)
    data = repacked(draft(BODY), {"word/document.xml": text.encode(encoding)})
    made = parts_of(comment(data, found(data)))["word/document.xml"]
    declared = b'encoding="utf-8"' if encoding == "utf-8" else b'encoding="UTF-8"'
    assert declared in made[:70] and b'standalone="yes"' in made[:70]
    assert "access" in anchored(comment(data, found(data))).values()


def test_ids_that_only_the_document_knows_are_not_given_again(comment):
    left = '<w:p><w:commentRangeStart w:id="41"/><w:r><w:t>x</w:t></w:r><w:commentRangeEnd w:id="41"/></w:p>'
    data = draft(BODY + left)
    assert sorted(comments_in(comment(data, found(data)))) == ["42", "43"]


def test_a_damaged_picture_is_said_and_nothing_written():
    data = draft(BODY)
    at = data.index(bytes(range(256)))
    broken = data[: at + 9] + b"\0\0\0" + data[at + 12 :]
    with pytest.raises(UnreadableInput, match="damaged inside"):
        annotated(broken, "draft.docx", [found(data)], Run("x"), WHEN)


def test_more_comments_than_word_can_open_are_not_written(monkeypatch):
    monkeypatch.setattr("send_outcomes.annotate.annotating._MOST", 1)
    data = draft(BODY)
    with pytest.raises(UnreadableInput, match="--group"):
        annotated(data, "draft.docx", [found(data)], Run("x"), WHEN)
