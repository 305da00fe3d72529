"""Sets text on lines of a given width, in terminal cells (wide characters take two, combining marks none).

Knows nothing of rules or plans; all text it gets has been made safe and holds no line breaks.
"""

from typing import NamedTuple

from rich.cells import cell_len


class Row(NamedTuple):
    """Characters `start` up to, not including, `end` of a text that stand together on one line of the screen."""

    start: int
    end: int


def rows(text: str, width: int) -> list[Row]:
    """Break `text` at spaces into rows of at most `width` cells; a longer word is cut, though never inside a letter."""
    found: list[Row] = []
    start, end = _skip(text, 0), len(text.rstrip(" "))
    while start < end:
        stop = _fit(text, start, end, width)
        if stop < end and text[stop] != " ":
            space = text.rfind(" ", start, stop)
            stop = space if space > start else stop
        found.append(Row(start, start + len(text[start:stop].rstrip(" "))))
        start = _skip(text, stop)
    return found or [Row(0, 0)]


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _fit(text: str, start: int, end: int, width: int) -> int:
    """Return how far a row from `start` can reach; at least one letter with its marks, however narrow the screen."""
    stop = min(end, start + width)
    while stop > start + 1 and cell_len(text[start:stop]) > width:
        stop -= max(1, (cell_len(text[start:stop]) - width) // 2)
    while stop < end and cell_len(text[start : stop + 1]) <= max(width, cell_len(text[start:stop])):
        stop += 1
    return stop


def lines(text: str, width: int) -> list[str]:
    """Return `text` broken into lines of at most `width` cells."""
    return [text[row.start : row.end] for row in rows(text, width)]


def hanging(text: str, width: int, first: int, rest: int) -> list[str]:
    """Return `text` broken into lines, the first begun after `first` cells, the others indented by `rest`."""
    head = rows(text, max(8, width - first))[0]
    left = text[head.end :].lstrip(" ")
    tail = lines(left, max(8, width - rest)) if left else []
    return [text[head.start : head.end], *(" " * rest + line for line in tail)]


def gathered(items: list[str], width: int, indent: int, gap: str = "  ") -> list[str]:
    """Set `items` side by side, `gap` between them, without breaking one that fits a line of its own."""
    found: list[str] = []
    line = ""
    for item in items:
        longer = f"{line}{gap}{item}" if line else item
        if line and cell_len(longer) > width - indent:
            found.append(" " * indent + line.rstrip(" "))
            line = item
        else:
            line = longer
    return [*found, " " * indent + line] if line else found


def fitted(text: str, width: int, more: str = "…") -> str:
    """Return `text` cut to `width` cells with `more` at its end, or padded with spaces to it."""
    if cell_len(text) > width:
        text = text[: _fit(text, 0, len(text), max(1, width - cell_len(more)))] + more
    return text + " " * max(0, width - cell_len(text))
