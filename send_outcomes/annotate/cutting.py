"""Cuts a run (w:r) in two at a character, so that a mark fits between; both halves look as the whole did. Knows nothing of comments."""

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from send_outcomes.word import run_parts
from send_outcomes.word.markup import child, name_of

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\r\n"


@dataclass(slots=True)
class Cuts:
    """The runs of a document with what became of each: its segments, as first and last character and the w:r that holds them."""

    _segments: "dict[etree._Element, list[tuple[int, int, etree._Element]]]" = field(default_factory=dict)

    def cut(self, run: "etree._Element", offset: int) -> None:
        """Cut a run before the character `offset` (of what it showed before the first cut), unless it is cut there already."""
        segments = self._of(run)
        for i, (start, end, element) in enumerate(segments):
            if start < offset < end:
                left = _split(element, offset - start)
                if 0 < left < end - start:
                    right = element.getnext()
                    assert right is not None
                    segments[i : i + 1] = [(start, start + left, element), (start + left, end, right)]
                return

    def starting(self, run: "etree._Element", offset: int) -> "etree._Element":
        """Return the w:r that begins with the character `offset`, or that holds it where it can't be cut."""
        return next((element for _, end, element in self._of(run) if end > offset), run)

    def ending(self, run: "etree._Element", offset: int) -> "etree._Element":
        """Return the w:r that ends before the character `offset`, or that holds the one before it where it can't be cut."""
        return next((element for _, end, element in self._of(run) if end >= offset), self._of(run)[-1][2])

    def _of(self, run: "etree._Element") -> "list[tuple[int, int, etree._Element]]":
        if run not in self._segments:
            self._segments[run] = [(0, sum(len(text) for _, text in run_parts(run)), run)]
        return self._segments[run]


def _split(run: "etree._Element", at: int) -> int:
    """Move what follows character `at` of a run into a new one behind it; return how many characters stay.

    A part that is shown as several characters but is none of text (a drop-down list) is not cut and stays.
    """
    position = 0
    moving: list[etree._Element] = []
    for part, text in list(run_parts(run)):
        if position >= at and (text or moving):
            moving.append(part)
        elif text and position + len(text) > at and name_of(part) == "t":
            moving.append(_split_text(part, at - position, text))
            position = at
            continue
        if not moving:
            position += len(text)
    if not moving:
        return position
    twin = _like(run)
    properties = child(run, "rPr")
    if properties is not None:
        twin.append(deepcopy(properties))
    twin.extend(moving)
    run.addnext(twin)
    return position


def _split_text(part: "etree._Element", at: int, text: str) -> "etree._Element":
    """Cut a w:t that shows `text` at a character; return the new one behind it. No blank at an end may get lost or appear."""
    whole = part.text or ""
    kept = part.get(_SPACE) == "preserve"
    # Blanks at the ends of a text that does not ask to keep them are not shown, and so not counted.
    before = 0 if kept else len(whole) - len(whole.lstrip(_BLANK))
    left, right = whole[: before + at], whole[before + at :]
    behind = _like(part)
    part.text = left if kept else left.lstrip(_BLANK)
    behind.text = right if kept else right.rstrip(_BLANK)
    for one in (part, behind):
        one.set(_SPACE, "preserve")
    part.addnext(behind)
    return behind


def _like(element: "etree._Element") -> "etree._Element":
    """Return an empty element of the same name with the same attributes."""
    made = element.makeelement(element.tag)
    for name, text in element.attrib.items():
        made.set(name, text)
    return made
