"""`read --format text`: what was understood, as a table for people: the child, then outcomes with term, end and place.

Where nothing was found, what was looked for and what was seen, so that the reason can be.
"""

from collections.abc import Sequence
from typing import TextIO

from send_outcomes.documents import Problem
from send_outcomes.model import Child, Outcome, Plan, PlanKind, Provision
from send_outcomes.reports.contract import Options
from send_outcomes.reports.layout import fitted, lines
from send_outcomes.reports.page import Page
from send_outcomes.reports.plan_redaction import redacted_plan

_ID, _TERM, _BY = 8, 8, 12
_YEARS = {-1: "Nursery", 0: "Reception"}
_MOST_SEEN = 20


def begin(stream: TextIO, options: Options) -> "ReadText":
    """Begin; nothing is written before the first plan."""
    return ReadText(Page(stream, options), options)


class ReadText:
    """A page that grows a plan at a time."""

    def __init__(self, page: Page, options: Options) -> None:
        """Write on `page`."""
        self._page, self._options, self._plans, self._outcomes = page, options, 0, 0

    def plan(self, plan: Plan) -> None:
        """Write one plan or list."""
        plan = redacted_plan(plan) if self._options.redact else plan
        self._plans += 1
        self._outcomes += len(plan.outcomes)
        page = self._page
        kind = "a list of outcomes" if plan.kind == PlanKind.LIST else f"plan {plan.id}"
        page.paragraph(f"{plan.path} {page.signs.dot} {kind}", "bold")
        for name, said in _head(plan):
            page.paragraph(f"{name:<12}{said}", "", 2, 12)
        self._texts("Aspirations (Section A)", [(one.id, "", one.text) for one in plan.aspirations])
        needs = [(n.id, f"Section {n.section}" + (f", {n.area}" if n.area else ""), n.text) for n in plan.needs]
        self._texts("Needs", needs)
        self._table(plan.outcomes)
        self._texts("Provision", [(one.id, _beside_provision(one), one.text) for one in plan.provision])
        others = list(dict.fromkeys(name for outcome in plan.outcomes for name in outcome.columns))
        if others:
            page.paragraph(f"Columns kept as they are: {', '.join(others)}", "dim", 2)
        page.line()

    def nothing(self, path: str, looked_for: str, seen: Sequence[str]) -> None:
        """Say why an input may have yielded no outcome."""
        page = self._page
        page.paragraph(f"{path} {page.signs.dot} no outcome found", "bold")
        page.paragraph(f"looked for  {looked_for}", "", 2, 12)
        if seen and not self._options.redact:
            more = f" … and {len(seen) - _MOST_SEEN} more" if len(seen) > _MOST_SEEN else ""
            page.paragraph(f"headings    {', '.join(f'“{one}”' for one in seen[:_MOST_SEEN])}{more}", "", 2, 12)
        page.line()

    def end(self, errors: Sequence[Problem]) -> None:
        """Write the sums, and say what could not be read."""
        if self._plans > 1:
            self._page.line((f"All {self._plans:,} plans and lists, {self._outcomes:,} outcomes", "bold"))
        for error in errors:
            self._page.paragraph(f"- could not be read: {error}", "bold")

    def _table(self, outcomes: Sequence[Outcome]) -> None:
        if not outcomes:
            self._page.line("  ", ("no outcome", "bold"))
            return
        page = self._page
        columns = _ID + _TERM + _BY
        page.line("  ", (f"{'Outcome':<{_ID}}{'Term':<{_TERM}}{'By':<{_BY}}Text and place", "bold"))
        for outcome in outcomes:
            by = outcome.by.isoformat() if outcome.by else outcome.by_when or ""
            cells = ((outcome.id, _ID), (outcome.term.value if outcome.term else "", _TERM), (by, _BY))
            head = "".join(fitted(page.shown(text), width - 1, page.signs.more) + " " for text, width in cells)
            for i, line in enumerate(lines(page.shown(outcome.text), page.width - columns - 2)):
                page.line("  ", head if i == 0 else " " * columns, line)
            for line in lines(page.shown(_beside(outcome, page.signs.dot)), page.width - columns - 2):
                page.line(" " * (columns + 2), (line, "dim"))

    def _texts(self, title: str, entries: Sequence[tuple[str, str, str]]) -> None:
        if not entries:
            return
        self._page.line("  ", (title, "bold"))
        for id_, beside, text in entries:
            head = fitted(self._page.shown(id_), _ID - 1, self._page.signs.more)
            said = f"{text} ({beside})" if beside else text
            for i, line in enumerate(lines(self._page.shown(said), self._page.width - _ID - 2)):
                self._page.line("  ", f"{head} " if i == 0 else " " * _ID, line)


def _head(plan: Plan) -> list[tuple[str, str]]:
    said = [
        ("child", _child(plan.child)),
        ("date", plan.date.isoformat() if plan.date else ""),
        ("review due", plan.review_due.isoformat() if plan.review_due else ""),
        ("views", plan.views or ""),
    ]
    return [(name, text) for name, text in said if text]


def _child(child: Child) -> str:
    parts = [
        child.known_as,
        f"born {child.born.isoformat()}" if child.born else None,
        f"aged {child.age}" if child.age is not None else None,
        _YEARS.get(child.year_group, f"Year {child.year_group}") if child.year_group is not None else None,
        child.pronouns,
    ]
    return ", ".join(part for part in parts if part)


def _beside(outcome: Outcome, dot: str) -> str:
    parts = [
        outcome.place.label,
        f"by {outcome.by_when}" if outcome.by_when and (outcome.by or len(outcome.by_when) >= _BY) else "",
        ", ".join(outcome.agencies),
        f"from {', '.join((*outcome.aspirations, *outcome.needs))}" if outcome.aspirations or outcome.needs else "",
        f"baseline: {outcome.baseline}" if outcome.baseline else "",
        ", ".join(outcome.themes),
        f"ignored: {', '.join(ignore.rule for ignore in outcome.ignores)}" if outcome.ignores else "",
    ]
    return f" {dot} ".join(part for part in parts if part)


def _beside_provision(one: Provision) -> str:
    parts = [f"Section {one.section}", f"for {', '.join(one.outcomes)}" if one.outcomes else "", one.who, one.how_often]
    parts += [one.how_long, one.skills, f"reviewed {one.review}" if one.review else ""]
    return ", ".join(part for part in parts if part)
