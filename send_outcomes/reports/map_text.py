"""`map --format text`: for each theme and statement, the outcomes that serve it and the words that led there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.layout import fitted
from send_outcomes.reports.map_records import Reached, statements_of, unplaced
from send_outcomes.reports.page import Page
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.redaction import redacted
from send_outcomes.reports.serving import words_of

if TYPE_CHECKING:
    from send_outcomes.frameworks import Framework
    from send_outcomes.plan_report import PlanReport, Summary

_NONE = "(none here: a fact, not a fault)"
_OPENING = 60  # cells of an outcome's text by which to know it again


def begin(stream: TextIO, run: Run, options: Options) -> "MapTextReport":
    """Begin; nothing is written before the first plan."""
    return MapTextReport(Page(stream, options), run, options)


class MapTextReport:
    """A map that grows a plan at a time."""

    def __init__(self, page: Page, run: Run, options: Options) -> None:
        """Write on `page`."""
        self._page, self._run, self._options = page, run, options

    def plan(self, report: "PlanReport") -> None:
        """Write one plan's map: framework by framework, in the frameworks' own order."""
        report = redacted(report, self._run.rules) if self._options.redact else report
        page = self._page
        total = len(report.outcomes)
        these = so_many(total, "outcome")
        dot = f" {page.signs.dot} "
        page.paragraph(dot.join(dict.fromkeys(part for part in (report.plan.path, report.plan.id) if part)), "bold")
        for framework in self._run.frameworks.values():
            page.line()
            page.paragraph(f"{_title(framework)}{dot}{these}", "bold underline")
            for statement in statements_of(report, framework):
                self._statement(statement)
            left = unplaced(report, framework)
            if left:
                names = ", ".join(outcome.outcome.id for outcome in left)
                page.paragraph(f"Nothing of it recognised in: {names}", "dim", 2)
        page.line()

    def _statement(self, statement: Reached) -> None:
        page = self._page
        page.paragraph(statement.label, "cyan", 2)
        if not statement.by:
            page.line("    ", (_NONE, "dim"))
        for outcome, served in statement.by:
            text = " ".join(page.shown(outcome.outcome.text).split())
            room = min(_OPENING, page.width - 12)
            opening = fitted(text, room, page.signs.more).rstrip() if text else "(text left out)"
            page.paragraph(f"{outcome.outcome.id}  {opening}", "", 4, 4)
            words = words_of(served)
            if words:
                page.paragraph(f"{page.signs.arrow} {', '.join(words)}", "green", 8)

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the sums over several plans, and say what could not be read."""
        if summary.plans > 1:
            self._page.line((f"All {summary.plans} plans, {summary.outcomes} outcomes", "bold"))
            for key, framework in self._run.frameworks.items():
                self._sums(framework, summary.themes.get(key, {}))
        for error in errors:
            self._page.paragraph(f"- could not be read: {error}", "bold")

    def _sums(self, framework: "Framework", counts: dict[str, int]) -> None:
        self._page.paragraph(_title(framework), "bold underline", 2)
        for statement in framework.statements:
            count = str(counts.get(statement.id, 0))
            self._page.paragraph(f"{count}  {statement.label}", "", max(0, 8 - len(count)), len(count) + 2)


def _title(framework: "Framework") -> str:
    """Return a framework's title, with its authority where the title does not say it."""
    said = framework.authority.split()[0] in framework.title
    return framework.title if said else f"{framework.title} ({framework.authority})"
