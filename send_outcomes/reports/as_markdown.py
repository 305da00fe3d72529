"""`--format markdown`: a page to paste, or a comment on a pull request: what was found, what to mend first, the verdicts.

The page is written at the end, since it opens with the sums: here a run is gathered as far as the page has room for it.
"""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from send_outcomes.documents import Problem
from send_outcomes.findings import Feature, Verdict
from send_outcomes.model import PlanKind
from send_outcomes.reports.contract import Options, Run
from send_outcomes.reports.located import Locator, worst_first
from send_outcomes.reports.markdown_blocks import BLOCKS
from send_outcomes.reports.markdown_gathered import MOST_DRAWN, MOST_FINDINGS, MOST_OUTCOMES, Gathered, OutcomeLine, PlanLine
from send_outcomes.reports.markdown_picture import Picture, picture
from send_outcomes.reports.mending import counted, mend_first, mend_in_order
from send_outcomes.reports.signs import ASCII, UNICODE

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary


def begin(stream: TextIO, run: Run, options: Options) -> "MarkdownReport":
    """Begin; the page is written at the end, since it opens with the sums."""
    return MarkdownReport(stream, run, options)


class MarkdownReport:
    """Gathers what the page has room for."""

    def __init__(self, stream: TextIO, run: Run, options: Options) -> None:
        """Begin with nothing found."""
        self._stream, self._run = stream, run
        self._locator = Locator(run, options)
        self._page = Gathered(UNICODE if options.unicode else ASCII, options.unicode)

    def plan(self, report: "PlanReport") -> None:
        """Take in one plan."""
        page = self._page
        for one in self._locator.located(report):
            (page.open if one.finding.counts else page.aside).append(one)
        if len(page.open) > 2 * MOST_FINDINGS:
            self._trim(page)
        del page.aside[MOST_FINDINGS:]
        report = self._locator.shown(report)
        whole = report.plan.kind is PlanKind.PLAN
        mend, steps = mend_first(report, self._run), mend_in_order(report, self._run) if whole else ()
        page.plans.append(PlanLine(report.plan.id, report.plan.path, len(report.outcomes), counted(report), mend, steps))
        if whole:
            self._draw(page, report)
        if len(page.outcomes) <= MOST_OUTCOMES:
            page.outcomes += [_outcome(report, n) for n in range(len(report.outcomes))]

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Write the page."""
        page = self._page
        self._trim(page)
        page.summary, page.errors = summary, errors
        blocks = [lines for block in BLOCKS if (lines := list(block(page)))]
        self._stream.write("\n\n".join("\n".join(lines) for lines in blocks) + "\n")

    def _draw(self, page: Gathered, report: "PlanReport") -> None:
        """Keep a plan's picture: that of the first in any case, of others as far as there is room."""
        lines = list(picture(Picture(report, self._run, page.signs, page.unicode)))
        drawn = sum(len(line) for _, kept in (*page.pictures, ("", lines)) for line in kept)
        if page.pictures and drawn > MOST_DRAWN:
            page.undrawn += 1
        else:
            page.pictures.append((page.named(report.plan.path, report.plan.id), lines))

    @staticmethod
    def _trim(page: Gathered) -> None:
        page.open = worst_first(page.open)
        page.beyond += len(page.open[MOST_FINDINGS:])
        del page.open[MOST_FINDINGS:]


def _outcome(report: "PlanReport", n: int) -> OutcomeLine:
    one = report.outcomes[n]
    amiss = tuple(
        (feature, verdict)
        for verdict in (Verdict.NOT_MET, Verdict.PARTLY)
        for feature in Feature
        if one.features.get(feature) is verdict
    )
    counts = Counter(finding.severity for finding in one.findings if finding.counts)
    return OutcomeLine(report.plan.id, one.outcome.id, one.outcome.text, amiss, counts)
