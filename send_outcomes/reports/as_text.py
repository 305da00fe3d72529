"""`--format text`, what a caseworker reads: each outcome with its words underlined, then what to mend first."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.comparison_lines import comparison_lines
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.mending import counted, mend_first, not_counted
from send_outcomes.reports.outcome_lines import outcome_lines
from send_outcomes.reports.page import Page
from send_outcomes.reports.picture_lines import picture_lines
from send_outcomes.reports.plan_lines import plan_lines
from send_outcomes.reports.provision_lines import provision_lines
from send_outcomes.reports.readability_lines import readability_lines
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.several import PlanRow, several
from send_outcomes.reports.thread_lines import thread_lines

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary


def begin(stream: TextIO, run: Run, options: Options) -> "TextReport":
    """Begin; nothing is written before the first plan."""
    return TextReport(Page(stream, options), run, options)


class TextReport:
    """A report that grows a plan at a time; of each plan it remembers one line, for the table at the end."""

    def __init__(self, page: Page, run: Run, options: Options) -> None:
        """Write on `page`."""
        self._page, self._run, self._options = page, run, options
        self._rows: list[PlanRow] = []

    def plan(self, report: "PlanReport") -> None:
        """Write one plan: its outcomes, what was found on the plan itself, its picture on one page."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        page = self._page
        row = PlanRow(report.plan.id, report.plan.path, len(report.outcomes), counted(report), "")
        known = Counter(finding.code for finding in report.all_findings() if finding.known)
        if known and not row.counts:
            codes = ", ".join(f"{number} × {code}" for code, number in sorted(known.items()))
            page.paragraph(f"{report.plan.path}: nothing new; in the baseline: {codes}", "dim")
            self._rows.append(row)
            return
        if self._rows:
            page.line()
        for outcome in report.outcomes:
            outcome_lines(page, outcome, self._run, self._options.redact)
            page.line()
        plan_lines(page, report, self._run, self._options.redact)
        thread_lines(page, report)
        provision_lines(page, report.provision)
        comparison_lines(page, report)
        readability_lines(page, report)
        picture_lines(page, report, self._run)
        self._rows.append(row._replace(mend=mend_first(report, self._run).code))

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the table over the plans where there are several, and say what could not be read."""
        if len(self._rows) > 1:
            self._page.line()
            several(self._page, self._rows, new_only=self._options.compared)
        if aside := not_counted(summary):
            self._page.line()
            self._page.paragraph(aside, "dim")
        if errors:
            self._page.line()
            count = len({error.path for error in errors})  # of one input several things may be said
            these = "1 input could not be read, and stands" if count == 1 else f"{count} inputs could not be read, and stand"
            self._page.paragraph(f"{these} outside this report:", "bold")
            for error in errors:
                self._page.paragraph(f"- {error}", indent=2)
