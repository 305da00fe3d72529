"""The matrix at a plan's end: its outcomes by Nottingham's key features, in eighty columns, with a legend."""

from typing import TYPE_CHECKING

from rich.cells import cell_len

from send_outcomes.findings import Feature, Severity, Verdict
from send_outcomes.reports.layout import fitted, gathered
from send_outcomes.reports.page import Page, Part
from send_outcomes.reports.signs import HEADS, VERDICT_STYLES, VERDICT_WORDS

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

_MOST = 60  # outcomes; a list of thousands gets its totals only


def matrix(page: Page, report: "PlanReport") -> None:
    """Write a row for each outcome, a column for each key feature, and how many outcomes have it."""
    cell = cell_width(page)
    longest = max(cell_len(page.shown(outcome.outcome.id)) for outcome in report.outcomes)
    names = max(4, min(longest + 1, page.width - cell * len(Feature)))
    page.line(" " * names, ("".join(fitted(head(feature, cell), cell) for feature in Feature), "bold"))
    margin = " " * ((cell - 2) // 2)
    if len(report.outcomes) <= _MOST:
        for outcome in report.outcomes:
            parts: list[Part] = [fitted(page.shown(outcome.outcome.id), names - 1, page.signs.more) + " "]
            for feature in Feature:
                verdict = outcome.features.get(feature, Verdict.CANNOT_TELL)
                parts.append((fitted(margin + page.signs.verdicts[verdict], cell), VERDICT_STYLES[verdict]))
            page.line(*parts)
    met = (sum(outcome.features.get(f) is Verdict.MET for outcome in report.outcomes) for f in Feature)
    page.line(fitted("met", names), "".join(fitted(f"{count:>{len(margin) + 1}}", cell) for count in met))


def cell_width(page: Page) -> int:
    """Return the width of a column, in cells: six where the page has eighty, fewer on a narrow one."""
    return max(3, min(6, (page.width - 4) // len(Feature)))


def head(feature: Feature, cell: int) -> str:
    """Return the head of a feature's column."""
    return HEADS[feature][: cell - 1]


def legend(page: Page) -> None:
    """Write what the signs and the heads of the columns mean."""
    items = [f"{sign} {VERDICT_WORDS[verdict]}" for verdict, sign in page.signs.verdicts.items()]
    remark = f"{page.signs.severities[Severity.INFO]} a remark, counts nowhere"
    items += ["~~~ these words", "! something is missing", remark]
    heads = {head(feature, cell_width(page)): feature.label for feature in Feature}
    items += [f"{short} = {label}" for short, label in heads.items() if short not in label.split()]
    for line in gathered(items, page.width, 2, "   "):
        page.line((line, "dim"))
