"""Which comments are ours, which of them a person has answered, and which ids are taken. Knows comments by their author only."""

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass

from lxml import etree

from send_outcomes.word import Document
from send_outcomes.word.markup import children, number, value

AUTHOR = "send-outcomes"
_RULE = re.compile(r"\(([A-Z]+\d+) [a-z][a-z0-9-]*\)")
_MARKS = ("{*}commentRangeStart", "{*}commentRangeEnd", "{*}commentReference")


@dataclass(frozen=True, slots=True)
class Standing:
    """One of our comments that stays because a person has answered it: the paragraph it begins in, its rules, its words."""

    paragraph: int | None
    rules: tuple[str, ...]
    text: str

    def says(self, paragraph: int, lines: Iterable[str]) -> bool:
        """Tell whether a new comment would only repeat this one: the same rules there, or, without rules, the same words."""
        text = "\n".join(lines)
        return self.paragraph == paragraph and (self.rules == rules_in(text) if self.rules else self.text == text)


@dataclass(frozen=True, slots=True)
class Threads:
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
            at = None if comment.paragraphs is None else comment.paragraphs[0]
            standing.append(Standing(at, rules_in(comment.text), comment.text))
        else:
            ours.add(comment.id)
    return Threads(frozenset(ours), tuple(standing))


def rules_in(text: str) -> tuple[str, ...]:
    """Return the codes of the rules that a comment names, in order."""
    return tuple(sorted(_RULE.findall(text)))


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
