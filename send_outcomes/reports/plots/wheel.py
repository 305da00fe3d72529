"""The wheel: statements as segments of one circle, each filled from the middle outwards by how many serve it.

A circle because Stockport's young people chose one to represent their statements: no statement stands above another.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from send_outcomes.reports.plots.svg import LINE, WIDTH, element, framed, text, wrapped

_HUB, _RIM, _MIDDLE = 22.0, 132.0, WIDTH / 2
_TOP = 150.0  # units from the top to the circle's middle
_MOST_RINGS = 12
_COLOURS = 7
_DIGIT = 8  # units that a figure takes


@dataclass(frozen=True, slots=True)
class Segment:
    """One statement, and how many serve it."""

    label: str
    count: int


def wheel(segments: Sequence[Segment], full: int, title: str, description: str, key: str) -> str:
    """Return the wheel with its labels in full beneath; `full` fills a segment to the rim. Raises ValueError for none."""
    if not segments:
        raise ValueError("a wheel needs a segment")
    body = [*_discs(segments, full), *_rings(full), *_numbers(segments)]
    labels, foot = _labels(segments, _TOP + _RIM + 42)
    return framed(key, title, description, foot, [*body, *labels])


def _discs(segments: Sequence[Segment], full: int) -> Iterator[Markup]:
    """Yield each segment: its whole room, then what of it is filled. Equal steps outwards, so that rings can be counted."""
    for number, segment in enumerate(segments):
        yield element("path", d=_slice(number, len(segments), _RIM), class_="track edge")
        if segment.count:
            reach = _HUB + (_RIM - _HUB) * min(1.0, segment.count / max(full, 1))
            yield element("path", d=_slice(number, len(segments), reach), class_=f"edge seg-{number % _COLOURS + 1}")


def _rings(full: int) -> Iterator[Markup]:
    """Yield a ring for each step, where they are few enough to be counted."""
    if 1 < full <= _MOST_RINGS:
        for step in range(1, full):
            yield element("circle", cx=_MIDDLE, cy=_TOP, r=_HUB + (_RIM - _HUB) * step / full, class_="ring")


def _numbers(segments: Sequence[Segment]) -> Iterator[Markup]:
    for number in range(len(segments)):
        x, y = _point((number + 0.5) / len(segments), _RIM + 11)
        yield element("text", str(number + 1), x=x, y=y + 5, text_anchor="middle", class_="figure")


def _labels(segments: Sequence[Segment], y: float) -> tuple[list[Markup], float]:
    """Return the labels, each with its number, a chip of its colour and how many serve it; and where they end."""
    found: list[Markup] = []
    room = WIDTH - 50 - max(2, *(len(f"{segment.count:,}") for segment in segments)) * _DIGIT
    for number, segment in enumerate(segments):
        chip = f"edge seg-{number % _COLOURS + 1}" if segment.count else "track edge"
        found.append(element("rect", x=1, y=y - 11, width=13, height=13, rx=3, class_=chip))
        found.append(text(22, y, f"{number + 1}", "figure"))
        found.append(element("text", f"{segment.count:,}", x=WIDTH - 2, y=y, text_anchor="end", class_="figure"))
        for line in wrapped(segment.label, room):
            found.append(text(38, y, line))
            y += LINE
        y += 5
    return found, y - LINE + 6


def _slice(number: int, of: int, reach: float) -> str:
    """Return the path of a segment from the hub out to `reach`."""
    first, last = number / of, (number + 1) / of
    if of == 1:
        last -= 1e-4  # an arc can't go all the way round
    large = int(last - first > 0.5)
    a, b, c, d = (_point(turn, r) for turn, r in ((first, _HUB), (first, reach), (last, reach), (last, _HUB)))
    return (
        f"M{a[0]:.2f} {a[1]:.2f}L{b[0]:.2f} {b[1]:.2f}A{reach:.2f} {reach:.2f} 0 {large} 1 {c[0]:.2f} {c[1]:.2f}"
        f"L{d[0]:.2f} {d[1]:.2f}A{_HUB:.2f} {_HUB:.2f} 0 {large} 0 {a[0]:.2f} {a[1]:.2f}Z"
    )


def _point(turn: float, radius: float) -> tuple[float, float]:
    """Return where a share of a turn, clockwise from the top, meets a circle of `radius`."""
    angle = 2 * math.pi * turn
    return _MIDDLE + radius * math.sin(angle), _TOP - radius * math.cos(angle)
