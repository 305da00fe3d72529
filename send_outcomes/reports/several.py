"""The table that closes a text report on several plans: a line each, the ones with most to mend first."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from send_outcomes.findings import Severity
from send_outcomes.reports.layout import fitted
from send_outcomes.reports.page import Page
from send_outcomes.reports.signs import SEVERITY_STYLES

_COUNTED = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_NUMBERS = 10 + 9 * len(_COUNTED) + 7


class PlanRow(NamedTuple):
    """What the table remembers of a plan; `mend` is the code of the rule to mend first."""

    id: str
    path: str
    outcomes: int
    counts: Counter[Severity]
    mend: str


def several(page: Page, plans: Sequence[PlanRow], new_only: bool = False) -> None:
    """Write the table and, beneath it, the sums; `new_only` leaves out the lines of plans without anything that counts."""
    room = max(8, page.width - _NUMBERS - 1)
    names = [_name(page, plan, room) for plan in plans]
    width = min(room, max(len("All 10"), *(cell_len(name) for name in names)))
    heads = "".join(f"{head:>9}" for head in ("errors", "warnings", "remarks"))
    page.line((fitted("Plan", width) + f"{'outcomes':>10}{heads}  first", "bold"))
    totals: Counter[Severity] = Counter()
    order = sorted(range(len(plans)), key=lambda i: tuple(-plans[i].counts[severity] for severity in _COUNTED))
    for i in order:
        totals.update(plans[i].counts)
        if new_only and not plans[i].counts:
            continue
        _row(page, fitted(names[i], width, page.signs.more), plans[i].outcomes, plans[i].counts, plans[i].mend)
    _row(page, fitted(f"All {len(plans)}", width), sum(plan.outcomes for plan in plans), totals, "")


def _row(page: Page, name: str, outcomes: int, counts: Counter[Severity], mend: str) -> None:
    numbers = [(f"{counts[s]:>9}", SEVERITY_STYLES[s] if counts[s] else "dim") for s in _COUNTED]
    page.line(name, f"{outcomes:>10}", *numbers, f"  {mend}")


def _name(page: Page, plan: PlanRow, room: int) -> str:
    """Name a plan by its file (without folders if long), and by its reference too where the file does not say it."""
    for path in (plan.path, re.split(r"[/\\]", plan.path)[-1]):
        name = page.shown(path if plan.id in path else f"{path} {page.signs.dot} {plan.id}")
        if cell_len(name) <= room:
            break
    return name
