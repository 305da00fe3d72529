"""How hard each section of a plan is to read, in a text report."""

from typing import TYPE_CHECKING

from send_outcomes.reports.page import Page

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport


def readability_lines(page: Page, report: "PlanReport") -> None:
    """Write a row of figures for each section; nothing where none was measured."""
    if not report.readability:
        return
    page.line(("Readability", "bold"))
    page.line((f"  {'Section':<9}{'words':>7}{'ARI':>8}{'Coleman-Liau':>15}{'LIX':>8}", "dim"))
    for section, found in report.readability.items():
        page.line(f"  {section:<9}{found.words:>7}{found.automated:>8}{found.coleman_liau:>15}{found.lix:>8}")
    page.paragraph(
        "ARI and Coleman-Liau: school grades of the United States, about a year group less one; LIX: a story 30, a"
        " newspaper 40, a law 60",
        "dim", 2, 0,
    )  # fmt: skip
    page.line()
