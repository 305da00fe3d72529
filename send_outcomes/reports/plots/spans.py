"""Spans: a difference and its limits on one scale, a row each, with a mark at nought. The label stands above its row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from send_outcomes.reports.plots.svg import LINE, WIDTH, element, framed, text, wrapped

_ROW, _FIGURES, _FOOT = 18, 58, 22


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A label, a value with its lower and upper limit, how the value is written, and the class of its colour."""

    label: str
    value: float
    low: float
    high: float
    said: str
    class_: str


def spans(rows: Sequence[SpanRow], unit: str, title: str, description: str, key: str) -> str:
    """Return the plot; the scale reaches as far to either side as the furthest limit."""
    furthest = max([1e-9, *(max(abs(row.low), abs(row.high)) for row in rows)])
    room = WIDTH - _FIGURES
    body: list[Markup] = []
    y = 0.0
    for row in rows:
        lines = wrapped(row.label, WIDTH)
        body += [text(0, y + n * LINE - 4, line) for n, line in enumerate(lines, 1)]
        y += len(lines) * LINE
        body += _row(y, row, room, furthest)
        y += _ROW
    foot = text(0, y + 14, f"← {unit} →", "small")
    return framed(key, title, description, y + _FOOT, [*body, foot])


def _row(y: float, row: SpanRow, room: float, furthest: float) -> Iterator[Markup]:
    def at(value: float) -> float:
        return room / 2 * (1 + value / furthest)

    yield element("rect", x=room / 2 - 0.75, y=y - 2, width=1.5, height=15, class_="nought")
    yield element("rect", x=at(row.low), y=y + 4, width=max(2.0, at(row.high) - at(row.low)), height=3, class_=row.class_)
    yield element("circle", cx=at(row.value), cy=y + 5.5, r=4.5, class_=row.class_)
    yield text(room + 6, y + 10, row.said, "figure")
