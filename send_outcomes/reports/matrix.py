"""The matrix at a plan's end: its outcomes by Nottingham's key features, in eighty columns, with a legend."""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from send_outcomes.findings import Feature, Severity, Verdict
from send_outcomes.reports.layout import fitted, gathered
from send_outcomes.reports.page import Page, Part
from send_outcomes.reports.signs import HEADS, VERDICT_STYLES, VERDICT_WORDS

if TYPE_CHECKING:
    from send_outcomes.engine import PlanReport

_CELL = 6
_MOST = 60  # outcomes; a list of thousands gets its totals only


def matrix(page: Page, report: "PlanReport") -> None:
    """Write a row for each outcome, a column for each key feature, and how many outcomes have it."""
    room = page.width - _CELL * len(Feature)
    longest = max(cell_len(page.shown(outcome.outcome.id)) for outcome in report.outcomes)
    names = max(3, min(longest + 1, room))
    page.line(" " * names, ("".join(fitted(HEADS[feature], _CELL) for feature in Feature), "bold"))
    if len(report.outcomes) <= _MOST:
        for outcome in report.outcomes:
            parts: list[Part] = [fitted(page.shown(outcome.outcome.id), names - 1, page.signs.more) + " "]
            for feature in Feature:
                verdict = outcome.features.get(feature, Verdict.CANNOT_TELL)
                parts.append((fitted(f"  {page.signs.verdicts[verdict]}", _CELL), VERDICT_STYLES[verdict]))
            page.line(*parts)
    met = {f: sum(outcome.features.get(f) is Verdict.MET for outcome in report.outcomes) for f in Feature}
    page.line(fitted("met", names), "".join(fitted(f"{met[f]:>3}", _CELL) for f in Feature))


def legend(page: Page) -> None:
    """Write what the signs and the heads of the columns mean."""
    items = [f"{sign} {VERDICT_WORDS[verdict]}" for verdict, sign in page.signs.verdicts.items()]
    remark = f"{page.signs.severities[Severity.INFO]} a remark, counts nowhere"
    items += ["~~~ these words", "! something is missing", remark]
    items += [f"{head} = {feature.label}" for feature, head in HEADS.items() if head not in feature.label.split()]
    for line in gathered(items, page.width, 2, "   "):
        page.line((line, "dim"))
