"""What was found beyond the outcomes, in a text report: on the plan itself, then on its aspirations, needs and provision."""

from typing import TYPE_CHECKING

from send_outcomes.findings import About
from send_outcomes.reports.contract import Run
from send_outcomes.reports.outcome_lines import finding_lines, heading, marked_text
from send_outcomes.reports.page import Page
from send_outcomes.reports.together import parts_together, words_together

if TYPE_CHECKING:
    from send_outcomes.findings import Finding
    from send_outcomes.model import Aspiration, Need, Plan, Provision
    from send_outcomes.plan_report import PlanReport


def plan_lines(page: Page, report: "PlanReport", run: Run, text_left_out: bool = False) -> None:
    """Write the findings on a plan, item by item, what says the same of one item at once; nothing where there are none."""
    by_item: dict[About | None, list[Finding]] = {}
    for finding in report.findings:
        by_item.setdefault(finding.about, []).append(finding)
    if on_plan := by_item.pop(None, None):
        page.line((f"On the whole plan {report.plan.id}", "bold"))
        for finding in on_plan:
            finding_lines(page, finding)
        page.line()
    items = items_of(report.plan)
    for about, findings in by_item.items():
        item = items.get(about) if about else None
        page.paragraph(heading(page, item.place, item.id) if item else f"{about.id if about else ''}", "bold")
        together = [*words_together(findings, run.rules), *parts_together(findings, run.rules)]
        marked_text(page, item.text if item else "", findings, text_left_out or item is None, together)
        page.line()


def items_of(plan: "Plan") -> "dict[About | None, Aspiration | Need | Provision]":
    """Return a plan's aspirations, needs and provision by what a finding calls them."""
    return {
        **{About("aspiration", one.id): one for one in plan.aspirations},
        **{About("need", one.id): one for one in plan.needs},
        **{About("provision", one.id): one for one in plan.provision},
    }
