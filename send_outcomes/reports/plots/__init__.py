"""Plots: values → an SVG string, one module a plot. Pure; they know neither plans nor rules.

Each is 360 units wide, so that its letters are as large on a phone as the page's own, and carries a title and a
description. Colours are classes (`plots.css`), which a page gives for light, dark and print; no plot speaks by colour
alone.
"""

from importlib.resources import files

from send_outcomes.reports.plots.bars import Bar, bars
from send_outcomes.reports.plots.columns import Step, columns
from send_outcomes.reports.plots.spans import SpanRow, spans
from send_outcomes.reports.plots.stacks import Part, Stack, stacks
from send_outcomes.reports.plots.wheel import Segment, wheel


def style() -> str:
    """Return the style sheet that plots need on a page."""
    return files(__name__).joinpath("plots.css").read_text(encoding="utf-8")


__all__ = ["Bar", "Part", "Segment", "SpanRow", "Stack", "Step", "bars", "columns", "spans", "stacks", "style", "wheel"]
