"""Bars: how many of each, one beneath the other, the label above its bar so that long ones have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from send_outcomes.reports.plots.svg import LINE, WIDTH, element, framed, text, wrapped

_THICK, _GAP, _DIGIT = 14, 12, 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A label, and how many."""

    label: str
    count: int


def bars(rows: Sequence[Bar], full: int, title: str, description: str, key: str) -> str:
    """Return the plot; a bar of `full` takes the whole width."""
    placed = list(_placed(rows))
    figures = max([26, *(len(f"{row.count:,}") * _DIGIT for row in rows)]) + 8
    height = placed[-1][0] + len(placed[-1][1]) * LINE + _THICK + _GAP if placed else 1
    body = (part for y, lines, row in placed for part in _bar(y, lines, row, full, WIDTH - figures))
    return framed(key, title, description, height, body)


def _placed(rows: Sequence[Bar]) -> Iterator[tuple[float, list[str], Bar]]:
    y = 0.0
    for row in rows:
        lines = wrapped(row.label, WIDTH)
        yield y, lines, row
        y += len(lines) * LINE + _THICK + _GAP


def _bar(y: float, lines: list[str], row: Bar, full: int, room: float) -> Iterator[Markup]:
    for number, line in enumerate(lines, 1):
        yield text(0, y + number * LINE - 4, line)
    top = y + len(lines) * LINE
    yield element("rect", x=0, y=top, width=room, height=_THICK, rx=3, class_="track")
    if row.count:
        yield element("rect", x=0, y=top, width=room * min(1.0, row.count / max(full, 1)), height=_THICK, rx=3, class_="bar")
    yield text(room + 8, top + _THICK - 2, f"{row.count:,}", "figure")
