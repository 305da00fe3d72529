"""PlanReport → the edits that its safe fixes come to, each at its line and column. Touches no file."""

from collections.abc import Iterator
from dataclasses import dataclass

from send_outcomes.findings import Finding
from send_outcomes.model import PlanKind
from send_outcomes.plan_report import PlanReport

# Formats whose text stands in the file as it is read; a Word document is commented instead.
FIXABLE = frozenset({"yaml", "json", "markdown", "text", "csv"})


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to be replaced: `before` stands at `line` and `column` (from 1), and becomes `after`. `code` is the rule's."""

    line: int
    column: int
    before: str
    after: str
    code: str


def edits_of(report: PlanReport) -> Iterator[Edit]:
    """Yield the safe fixes of one plan that a place is known for.

    Of a short form only the first use in a plan is written out; each outcome of a list is read by itself.
    """
    written_out: set[tuple[str, str]] = set()
    for outcome in report.outcomes:
        if report.plan.kind is PlanKind.LIST:
            written_out.clear()
        for finding in outcome.findings:
            if finding.fix is None or finding.fix.kind != "safe" or not finding.counts:
                continue
            if _says_more(finding) and (finding.code, finding.match) in written_out:
                continue
            line, column = outcome.outcome.place.at(finding.start)
            if line is not None and column is not None:
                written_out.add((finding.code, finding.match))
                yield Edit(line, column, finding.match, finding.fix.replacement, finding.code)


def _says_more(finding: Finding) -> bool:
    """Tell a fix that explains its words (they need it once) from one that tidies them (wherever they stand)."""
    return finding.fix is not None and bool(finding.match.strip()) and finding.match in finding.fix.replacement
