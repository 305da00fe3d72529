"""Columns: how many fall into each step of a scale, side by side, with the scale beneath."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from send_outcomes.reports.plots.svg import WIDTH, element, framed, text

_HIGH, _TOP, _FOOT = 120.0, 18.0, 36.0
_LABEL = 34  # units that a number beneath the scale needs
_WIDEST = 60.0


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the scale: what stands beneath it, and how many fall into it."""

    label: str
    count: int


def columns(steps: Sequence[Step], unit: str, title: str, description: str, key: str) -> str:
    """Return the plot; the highest step takes the whole height and carries its number. `unit` names the scale beneath it."""
    highest = max((step.count for step in steps), default=0)
    wide = min(_WIDEST, WIDTH / max(1, len(steps)))
    body = [part for n, step in enumerate(steps) for part in _column(n, step, highest, wide)]
    base = _TOP + _HIGH
    line = element("rect", x=0, y=base, width=WIDTH, height=1.5, class_="bar")
    every = max(1, math.ceil(_LABEL / wide))
    scale = [
        element("text", step.label, x=(n + 0.5) * wide, y=base + 16, text_anchor="middle", class_="small")
        for n, step in enumerate(steps)
        if n % every == 0
    ]
    return framed(key, title, description, base + _FOOT, [*body, line, *scale, text(0, base + 32, unit, "small")])


def _column(number: int, step: Step, highest: int, wide: float) -> Iterator[Markup]:
    if not step.count:
        return
    height = max(1.0, _HIGH * step.count / highest)
    y = _TOP + _HIGH - height
    yield element("rect", x=number * wide + 1, y=y, width=max(1.0, wide - 2), height=height, class_="bar")
    if step.count == highest:
        middle = min(max((number + 0.5) * wide, 24.0), WIDTH - 24)
        yield element("text", f"{step.count:,}", x=middle, y=y - 5, text_anchor="middle", class_="figure")
