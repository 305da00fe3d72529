"""Stacked bars: what share of a whole falls to each part, a row a whole. Each part carries its sign and its number."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from send_outcomes.reports.plots.svg import WIDTH, element, framed, text

_LABELS, _THICK, _ROW = 112, 20, 26
_LETTER = 7.5  # units that a letter of a sign with its number needs
_KEY = 26


class Part(NamedTuple):
    """One kind of part, the same in each row: its class in the style sheet, its sign, what it means."""

    class_: str
    sign: str
    word: str


class Stack(NamedTuple):
    """A label, and how many fall to each part, in the order of the parts."""

    label: str
    counts: tuple[int, ...]


def stacks(rows: Sequence[Stack], parts: Sequence[Part], title: str, description: str, key: str) -> str:
    """Return the plot, with a key to its parts beneath."""
    height = len(rows) * _ROW + _KEY
    body = [piece for n, row in enumerate(rows) for piece in _row(n * _ROW, row, parts)]
    return framed(key, title, description, height, [*body, *_key(len(rows) * _ROW, parts)])


def _row(y: float, row: Stack, parts: Sequence[Part]) -> Iterator[Markup]:
    yield text(0, y + 15, row.label)
    x, total = float(_LABELS), max(1, sum(row.counts))
    for part, count in zip(parts, row.counts, strict=True):
        if not count:
            continue
        width = (WIDTH - _LABELS) * count / total
        said = f"{part.sign} {count:,}"
        yield element("rect", x=x, y=y, width=max(1.0, width - 1), height=_THICK, class_=part.class_)
        if width >= _LETTER * len(said) + 3:
            yield element("text", said, x=x + width / 2, y=y + 15, text_anchor="middle", class_=f"on-{part.class_}")
        x += width


def _key(y: float, parts: Sequence[Part]) -> Iterator[Markup]:
    x = 0.0
    for part in parts:
        yield element("rect", x=x, y=y + 6, width=14, height=14, class_=part.class_)
        yield text(x + 19, y + 18, f"{part.sign} {part.word}", "small")
        x += 34 + 6.4 * len(f"{part.sign} {part.word}")
