"""The one-page picture that closes a plan in a text report: the matrix, what the outcomes serve, what to mend first and why.

A bare list has no statements served at its end, and one sentence on what to mend.
"""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from send_outcomes.model import PlanKind
from send_outcomes.reports.contract import Run
from send_outcomes.reports.layout import fitted
from send_outcomes.reports.matrix import legend, matrix
from send_outcomes.reports.mending import is_clean, mend_first, mend_in_order
from send_outcomes.reports.page import Page
from send_outcomes.reports.picture import frameworks_served

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

_LABELS = 46  # cells; longer statements are cut


def picture_lines(page: Page, report: "PlanReport", run: Run) -> None:
    """Write the picture of one plan."""
    if report.outcomes:
        matrix(page, report)
        legend(page)
        page.line()
        if report.plan.kind is PlanKind.PLAN:
            _served(page, report, run)
    _mends(page, report, run)


def _mends(page: Page, report: "PlanReport", run: Run) -> None:
    page.paragraph(mend_first(report, run).sentence, "green" if is_clean(report) else "bold")
    if report.plan.kind is PlanKind.LIST:
        return
    for number, step in enumerate(mend_in_order(report, run)):
        if number:
            page.paragraph(f"Then: {step.sentence}", "bold")
        page.paragraph(step.why, "", 2, 0)


def _served(page: Page, report: "PlanReport", run: Run) -> None:
    """Write how many outcomes serve each statement of the first framework, as bars; of the others, which have none.

    That a statement has no outcome is a fact, not a fault.
    """
    frameworks = frameworks_served(report, run.frameworks)
    if not frameworks:
        return
    first, *others = frameworks
    outcomes = len(report.outcomes)
    page.line((f"Served: {first.name}", "bold"))
    labels = min(_LABELS, max(cell_len(page.shown(statement.label)) for statement in first.statements))
    for statement in first.statements:
        label = fitted(page.shown(statement.label), labels, page.signs.more)
        page.line("  ", label, " ", f"{len(statement.by):>3} ", _bar(page, len(statement.by), outcomes, labels))
    for framework in others:
        unserved = [statement.label for statement in framework.statements if not statement.by]
        total = len(framework.statements)
        none = f"; none for: {', '.join(unserved)}" if unserved else ""
        page.paragraph(f"{framework.name}: {total - len(unserved)} of {total}{none}")
    page.line()


def _bar(page: Page, count: int, of: int, labels: int) -> str:
    room = min(20, page.width - labels - 8)
    return page.signs.bar * (max(1, round(room * count / max(of, 1))) if count else 0)
