"""A plan's provision in a text report, part by part: found in which words, missing, or not asked of such a provision."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from send_outcomes.findings import Verdict
from send_outcomes.language.provision_parts import NOT_NEEDED, Part, ProvisionPart
from send_outcomes.reports.layout import fitted
from send_outcomes.reports.page import Page
from send_outcomes.reports.page import Part as Piece
from send_outcomes.reports.signs import VERDICT_STYLES

if TYPE_CHECKING:
    from send_outcomes.plan_report import ProvisionReport

_INDENT = 2
_ROW = 2  # parts beside each other
_LEAST = 20  # cells that a part needs to be read; on a narrow page fewer stand beside each other
_MOST_FOR_ID = 14
_NEED_NOT = "–"


def provision_lines(page: Page, provision: "Sequence[ProvisionReport]") -> None:
    """Write a row of six parts for each provision; nothing where a plan has none."""
    if not provision:
        return
    page.line(("Provision, part by part", "bold"))
    names = min(_MOST_FOR_ID, max(cell_len(page.shown(one.provision.id)) for one in provision)) + 2
    room = page.width - _INDENT - names
    beside = max(1, min(_ROW, room // _LEAST))
    cell = room // beside
    for one in provision:
        parts = list(one.parts.items())
        for at in range(0, len(parts), beside):
            name = fitted(page.shown(one.provision.id) if at == 0 else "", names - 1, page.signs.more) + " "
            pieces: list[Piece] = [" " * _INDENT + name]
            for part, found in parts[at : at + beside]:
                text, style = _cell(page, part, found)
                pieces += [(fitted(text, cell - 1, page.signs.more), style), " "]
            page.line(*pieces)
    _legend(page)
    page.line()


def _legend(page: Page) -> None:
    met, missing = page.signs.verdicts[Verdict.MET], page.signs.verdicts[Verdict.NOT_MET]
    page.line((f"  {met} said   {missing} missing   {_NEED_NOT} such a provision need not say it", "dim"))


def _cell(page: Page, part: ProvisionPart, found: Part) -> tuple[str, str]:
    """Return the sign, the part's name and the words that name it, and how to show them."""
    if found is NOT_NEEDED:
        return f"{page.shown(_NEED_NOT)} {part.label}", "dim"
    if found is None:
        return f"{page.signs.verdicts[Verdict.NOT_MET]} {part.label}", VERDICT_STYLES[Verdict.NOT_MET]
    words = " ".join(page.shown(found.words).split())
    return f"{page.signs.verdicts[Verdict.MET]} {part.label}{': ' + words if words else ''}", ""
