"""`lint --statistics`: a line for each rule that was met, instead of the findings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.page import Page
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.statistics import counted

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

_STYLES = {"error": "red", "warning": "yellow"}


def begin(stream: TextIO, run: Run, options: Options) -> "StatisticsText":
    """Begin; nothing is written before the end."""
    return StatisticsText(Page(stream, options), run)


class StatisticsText:
    """Waits for the totals."""

    def __init__(self, page: Page, run: Run) -> None:
        """Write on `page`."""
        self._page, self._run = page, run

    def plan(self, report: "PlanReport") -> None:
        """Leave out the plan: its findings are in the totals."""

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write a line for each rule, and how many plans and outcomes that was."""
        page, counts = self._page, counted(summary, self._run)
        wide = max((len(f"{one.findings:,}") for one in counts), default=0)
        named = max((len(one.name) for one in counts), default=0)
        for one in counts:
            apart = [f"{one.set_aside:,} set aside"] if one.set_aside else []
            apart += [f"{one.known:,} in the baseline"] if one.known else []
            row = f"{one.findings:>{wide},}  {one.code:<5} {one.name:<{named}}  "
            page.line(row, (one.severity, _STYLES.get(one.severity, "")), f"  {', '.join(apart)}" if apart else "")
        these = sum(one.findings for one in counts)
        findings, outcomes = so_many(these, "finding"), so_many(summary.outcomes, "outcome")
        page.paragraph(f"{findings} in {outcomes} of {so_many(summary.plans, 'plan or list', 'plans and lists')}", "bold")
        for error in errors:
            page.paragraph(f"- could not be read: {error}", "bold")
