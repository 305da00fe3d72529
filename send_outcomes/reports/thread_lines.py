"""The golden thread in a text report, a line for each outcome: what stands behind it, what delivers it; then the loose ends."""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from send_outcomes.findings import Verdict
from send_outcomes.reports.layout import fitted, lines
from send_outcomes.reports.page import Page, Part
from send_outcomes.reports.signs import UNICODE, VERDICT_STYLES
from send_outcomes.reports.thread_rows import GAP, ThreadCell, loose_ends, thread_rows

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

_HEADS = ("aspirations", "needs", "provision")
_WIDEST = 24  # cells for what an outcome hangs together with
_MOST_FOR_ID = 14
_ALIKE = "≈"


def thread_lines(page: Page, report: "PlanReport") -> None:
    """Write a row for each outcome and a line for each loose end; nothing where there are only outcomes."""
    rows = thread_rows(report.thread) if report.thread else ()
    if not rows:
        return
    names = min(_MOST_FOR_ID, max(cell_len(page.shown(row.id)) for row in rows)) + 2
    room = min(_WIDEST, (page.width - 2 - names) // len(_HEADS))
    page.line(("The golden thread", "bold"))
    page.line(" " * (2 + names), ("".join(fitted(head, room) for head in _HEADS), "dim"))
    alike = _ALIKE if page.signs is UNICODE else "~"
    for row in rows:
        cells = [_cell(page, cell, alike) for cell in row.cells]
        wrapped = [lines(text, room - 1) for text, _ in cells]
        for at in range(max(map(len, wrapped))):
            name = fitted(page.shown(row.id) if at == 0 else "", names - 1, page.signs.more)
            parts: list[Part] = ["  ", name, " "]
            for (_, style), said in zip(cells, wrapped, strict=True):
                parts += [(fitted(said[at] if at < len(said) else "", room - 1, page.signs.more), style), " "]
            page.line(*parts)
    for end in loose_ends(report):
        verdict = Verdict.NOT_MET if end.sure else Verdict.CANNOT_TELL
        item = f"{end.id}: " if end.id else ""
        unsure = "" if end.sure else ", as far as words tell"
        page.paragraph(f"{page.signs.verdicts[verdict]} {item}{end.says}{unsure}", VERDICT_STYLES[verdict], 2)
    if any(likely for row in rows for cell in row.cells for _, likely in cell.linked):
        page.line((f"  {alike} linked by likeness of words alone", "dim"))
    page.line()


def _cell(page: Page, cell: ThreadCell, alike: str) -> tuple[str, str]:
    if cell.linked:
        return ", ".join(f"{alike if likely else ''}{page.shown(id_)}" for id_, likely in cell.linked), ""
    if cell.none == GAP:
        return f"{page.signs.verdicts[Verdict.NOT_MET]} {cell.none}", VERDICT_STYLES[Verdict.NOT_MET]
    return (cell.none, "dim") if cell.none.startswith("not") else ("? none by words", "dim")
