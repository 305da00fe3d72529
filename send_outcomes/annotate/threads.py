"""Which comments are ours, which of them a person has answered, and which ids are taken. Knows comments by their author only."""

from collections.abc import Container
from typing import NamedTuple

from lxml import etree

from send_outcomes.word import Document
from send_outcomes.word.markup import children, number, value

AUTHOR = "send-outcomes"
_MARKS = ("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")


class Standing(NamedTuple):
    """One of our comments that stays because a person has answered it: the paragraph it begins in, and its words."""

    paragraph: int | None
    words: tuple[str, ...]


class Threads(NamedTuple):
    """`ours` are the ids of our comments that nobody has answered; `standing` are those that somebody has."""

    ours: frozenset[str]
    standing: tuple[Standing, ...]


def threads_of(document: Document, comments: "etree._Element | None", extended: "etree._Element | None") -> Threads:
    """Sort the comments in the roots of comments.xml and, where there is one, commentsExtended.xml (who answers whom)."""
    answered = _answered(comments, extended)
    ours: set[str] = set()
    standing = []
    for comment in document.comments:
        if comment.author != AUTHOR:
            continue
        if comment.id in answered:
            standing.append(Standing(comment.paragraphs[0] if comment.paragraphs else None, tuple(comment.text.split())))
        else:
            ours.add(comment.id)
    return Threads(frozenset(ours), tuple(standing))


def next_id(comments: "etree._Element | None", root: "etree._Element") -> int:
    """Return the first number above all ids of comments, in comments.xml and in the marks of the document."""
    elements = [*children(comments, "comment"), *root.iter(*_MARKS)]
    return max((number(one, "id") or 0 for one in elements), default=-1) + 1


def clear_marks(root: "etree._Element", ids: Container[str]) -> None:
    """Take the marks of some comments out of a document; the text between them stays as it is."""
    for mark in list(root.iter(*_MARKS)):
        if value(mark, "id") not in ids:
            continue
        parent = mark.getparent()
        if parent is None:
            continue
        _remove(mark)
        if etree.QName(mark).localname == "commentReference" and all(etree.QName(one).localname == "rPr" for one in parent):
            _remove(parent)


def clear_comments(comments: "etree._Element | None", ids: Container[str]) -> None:
    """Take some comments out of comments.xml."""
    for comment in children(comments, "comment"):
        if value(comment, "id") in ids:
            _remove(comment)


def _answered(comments: "etree._Element | None", extended: "etree._Element | None") -> frozenset[str]:
    """Return the ids of the comments that somebody else has replied to. Word knows a comment by its last paragraph."""
    ids: dict[str, str] = {}
    ours: set[str] = set()
    for comment in children(comments, "comment"):
        id_ = value(comment, "id") or ""
        ids |= {
            paragraph.get(name, "").upper(): id_ for paragraph in comment.iter("{*}p") for name in _named(paragraph, "paraId")
        }
        if value(comment, "author") == AUTHOR:
            ours.add(id_)
    answered = set()
    for one in extended.iter("{*}commentEx") if extended is not None else ():
        own, parent = (ids.get(_first(one, name).upper()) for name in ("paraId", "paraIdParent"))
        if own is not None and parent is not None and own not in ours:
            answered.add(parent)
    return frozenset(answered)


def _named(element: "etree._Element", name: str) -> list[str]:
    return [str(key) for key in element.attrib if etree.QName(key).localname == name]


def _first(element: "etree._Element", name: str) -> str:
    return next((element.get(key, "") for key in _named(element, name)), "")


def _remove(element: "etree._Element") -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
