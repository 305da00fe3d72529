"""What became of the last plan's outcomes, in a text report: kept, reworded, moved on, dropped, new."""

from collections import Counter
from typing import TYPE_CHECKING

from send_outcomes.comparison import Change
from send_outcomes.reports.page import Page

if TYPE_CHECKING:
    from send_outcomes.comparison import OutcomePair
    from send_outcomes.plan_report import PlanReport

CHANGES = {
    Change.KEPT: "kept word for word",
    Change.REWORDED: "reworded",
    Change.MOVED_ON: "moved on",
    Change.DROPPED: "dropped",
    Change.NEW: "new",
}
_STYLES = {Change.KEPT: "yellow", Change.MOVED_ON: "green", Change.DROPPED: "dim"}


def comparison_lines(page: Page, report: "PlanReport") -> None:
    """Write a plan's outcomes against the last plan's; nothing where no last plan is known."""
    if not report.comparison:
        return
    counts = Counter(pair.change for pair in report.comparison)
    said = ", ".join(f"{counts[change]} {change.value.replace('-', ' ')}" for change in Change if counts[change])
    page.paragraph(f"Since the last plan: {said}", "bold")
    width = max(len(pair.new or "") for pair in report.comparison)
    for pair in report.comparison:
        page.paragraph(f"{pair.new or '':<{width}}  {_line(pair)}", _STYLES.get(pair.change, ""), 2)
    page.line()


def _line(pair: "OutcomePair") -> str:
    said = CHANGES[pair.change]
    if pair.change is Change.DROPPED:
        return f"{said}: {pair.old}" + (f" “{_shortened(pair.old_text)}”" if pair.old_text else "")
    if pair.old is None:
        return said
    return f"{said}, {pair.old} in the last plan" + (
        ", whose end has passed" if pair.ended and pair.change is Change.KEPT else ""
    )


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
