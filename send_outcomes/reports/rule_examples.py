"""A rule's examples on a page for a terminal: a text, or a whole plan item by item, with what the rule marks underlined."""

import itertools
from collections.abc import Mapping, Sequence

from send_outcomes.findings import Span, Verdict
from send_outcomes.reports.examples_marked import ExamplePlan, example_plan, spans_of, worded
from send_outcomes.reports.page import Page, Part
from send_outcomes.reports.signs import VERDICT_STYLES
from send_outcomes.reports.underlining import underlined
from send_outcomes.rulebook import Example

_AT = 12  # the column where examples begin


def write_example(page: Page, title: str, example: Example) -> None:
    """Write an example with the words underlined that the rule marks in it."""
    style = VERDICT_STYLES[Verdict.MET if example.marks is None else Verdict.NOT_MET]
    head = f"  {title:<10}"
    if example.plan is not None:
        _whole_plan(page, (head, style), example_plan(example))
        return
    _underlined(page, (head, style), example.text, spans_of(example.text, example.marks or ()), style)
    if example.marks is not None and not any(example.marks):
        page.line(" " * _AT, ("! something is missing", style))
    if example.given:
        page.paragraph(f"given: {worded(example.given)}", "dim", _AT)


def _whole_plan(page: Page, head: Part, plan: ExamplePlan) -> None:
    """Write a plan item by item, and beneath each what is said of it and whether the rule marks it."""
    red, heads = VERDICT_STYLES[Verdict.NOT_MET], itertools.chain([head], itertools.repeat(" " * _AT))
    if plan.details:
        page.line(next(heads), (f"the plan says {_listed(plan.details)}", "dim"))
    for item in plan.items:
        _underlined(page, next(heads), item.text, item.spans, red, f"{item.id:<4}")
        if item.details:
            page.paragraph(_listed(item.details), "dim", _AT + 4)
        if item.marked:
            page.line(" " * (_AT + 4), (f"! {item.id} is marked", red))
    if plan.marked:
        page.line(" " * _AT, ("! the plan as a whole is marked", red))
    if plan.previous:
        page.line(" " * _AT, ("the plan's last edition:", "dim"))
        _whole_plan(page, " " * _AT, plan.previous)
    for text, other in plan.elsewhere.items():
        page.paragraph(f"{other}, another plan, says: {text}", "dim", _AT)


def _underlined(page: Page, head: Part, text: str, marks: Sequence[Span], style: str, label: str = "") -> None:
    column = _AT + len(label)
    for row, underlines in underlined(text, marks, page.width - column, page.shown):
        page.line(head, label, row)
        head, label = " " * _AT, " " * len(label)
        for underline in underlines:
            page.line(" " * (column + underline.before), ("~" * underline.width, style))


def _listed(details: Mapping[str, str]) -> str:
    return "; ".join(f"{name}: {said}" for name, said in details.items())
