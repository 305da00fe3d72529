"""A text that remembers where in its file each part of it stood, through joining, cutting and stripping.

Knows nothing of formats.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from send_outcomes.model import Anchor, Place

_offset = attrgetter("offset")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text`, and the anchors of its parts in order; the first anchor has offset 0."""

    text: str
    anchors: tuple[Anchor, ...]

    @classmethod
    def of(cls, text: str, line: int, column: int = 1) -> "Stretch":
        """Return a text of one line that began at `line` and `column` (from 1)."""
        return cls(text, (Anchor(0, line, column),))

    @property
    def line(self) -> int:
        """The line on which the text begins, from 1."""
        return self.anchors[0].line

    @property
    def column(self) -> int:
        """The column at which the text begins, from 1."""
        return self.anchors[0].column

    def cut(self, start: int, end: int | None = None) -> "Stretch":
        """Return the characters from `start` up to, not including, `end`."""
        return self.without([(0, start), (len(self.text) if end is None else end, len(self.text))])

    def strip(self) -> "Stretch":
        """Return the text without white space around it."""
        text = self.text
        if text == text.strip():
            return self
        return self.cut(len(text) - len(text.lstrip()), max(len(text.rstrip()), len(text) - len(text.lstrip())))

    def without(self, spans: Sequence[tuple[int, int]]) -> "Stretch":
        """Return the text with the characters of `spans` (in order, not overlapping) left out."""
        pieces: list[str] = []
        anchors: list[Anchor] = []
        done = position = 0
        for start, end in [*spans, (len(self.text), len(self.text))]:
            if start > position:
                index = max(0, bisect_right(self.anchors, position, key=_offset) - 1)
                here = self.anchors[index]
                anchors.append(Anchor(done, here.line, here.column + position - here.offset))
                while index + 1 < len(self.anchors) and self.anchors[index + 1].offset < start:
                    index += 1
                    here = self.anchors[index]
                    anchors.append(Anchor(done + here.offset - position, here.line, here.column))
                pieces.append(self.text[position:start])
                done += start - position
            position = max(position, end)
        return Stretch("".join(pieces), _thinned(anchors) or self.anchors[:1])

    def lines(self) -> "list[Stretch]":
        """Return the lines of the text, without their ends."""
        spans, start = [], 0
        for found in _LINE_END.finditer(self.text):
            spans.append((start, found.start()))
            start = found.end()
        return [self.cut(*span) for span in [*spans, (start, len(self.text))]]

    @staticmethod
    def join(parts: Sequence["Stretch"], separator: str = " ") -> "Stretch":
        """Return the parts as one text. Raises `ValueError` if there are none."""
        if not parts:
            raise ValueError("nothing to join")
        anchors: list[Anchor] = []
        offset = 0
        for part in parts:
            anchors.extend(Anchor(offset + a.offset, a.line, a.column) for a in part.anchors)
            offset += len(part.text) + len(separator)
        return Stretch(separator.join(part.text for part in parts), tuple(anchors))

    def place(self, path: str, section: str | None = None) -> Place:
        """Return where the text stood, for the model."""
        return Place(path, f"line {self.line}", self.line, self.column, section, None, self.anchors)


def _thinned(anchors: list[Anchor]) -> tuple[Anchor, ...]:
    """Leave out anchors that only repeat what follows from the one before."""
    kept: list[Anchor] = []
    for anchor in anchors:
        if kept and kept[-1].line == anchor.line and kept[-1].column + anchor.offset - kept[-1].offset == anchor.column:
            continue
        kept.append(anchor)
    return tuple(kept)


def lines_of(text: str, first: int = 1) -> list[Stretch]:
    """Return the lines of `text` without their ends; the first has the number `first`."""
    return [Stretch.of(line, number) for number, line in enumerate(_LINE_END.split(text), first)]
