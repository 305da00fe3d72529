"""The golden thread in a text report, a line for each outcome: what stands behind it, what delivers it; then the loose ends."""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from send_outcomes.findings import Verdict
from send_outcomes.reports.layout import fitted
from send_outcomes.reports.page import Page, Part
from send_outcomes.reports.signs import VERDICT_STYLES
from send_outcomes.reports.thread_rows import GAP, ThreadCell, loose_ends, thread_rows

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

_HEADS = ("aspirations", "needs", "provision")
_WIDEST = 24  # cells for what an outcome hangs together with
_MOST_FOR_ID = 14


def thread_lines(page: Page, report: "PlanReport") -> None:
    """Write a row for each outcome and a line for each loose end; nothing for a list."""
    if report.thread is None or not report.outcomes:
        return
    rows = thread_rows(report.thread)
    names = min(_MOST_FOR_ID, max(cell_len(page.shown(row.id)) for row in rows)) + 2
    room = min(_WIDEST, (page.width - 2 - names) // len(_HEADS))
    page.line(("The golden thread", "bold"))
    page.line(" " * (2 + names), ("".join(fitted(head, room) for head in _HEADS), "dim"))
    for row in rows:
        parts: list[Part] = ["  ", fitted(page.shown(row.id), names - 1, page.signs.more), " "]
        for cell in row.cells:
            text, style = _cell(page, cell)
            parts += [(fitted(text, room - 1, page.signs.more), style), " "]
        page.line(*parts)
    for end in loose_ends(report):
        verdict = Verdict.NOT_MET if end.sure else Verdict.CANNOT_TELL
        item = f"{end.id}: " if end.id else ""
        unsure = "" if end.sure else ", as far as words tell"
        page.paragraph(f"{page.signs.verdicts[verdict]} {item}{end.says}{unsure}", VERDICT_STYLES[verdict], 2)
    if any(likely for row in rows for cell in row.cells for _, likely in cell.linked):
        page.line((f"  {page.shown(_ALIKE)} linked by likeness of words alone", "dim"))
    page.line()


_ALIKE = "≈"


def _cell(page: Page, cell: ThreadCell) -> tuple[str, str]:
    if cell.linked:
        return ", ".join(f"{page.shown(_ALIKE) if likely else ''}{page.shown(id_)}" for id_, likely in cell.linked), ""
    if cell.none == GAP:
        return f"{page.signs.verdicts[Verdict.NOT_MET]} {cell.none}", VERDICT_STYLES[Verdict.NOT_MET]
    return (cell.none, "dim") if cell.none.startswith("not") else ("? none by words", "dim")
