"""How often each rule was met in a run, the most frequent first; for `lint --statistics`."""

from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.reports.contract import Run

if TYPE_CHECKING:
    from send_outcomes.plan_report import Summary


class RuleCount(NamedTuple):
    """A rule, how many findings of it count, and how many were set aside with a reason or stand in the baseline."""

    code: str
    name: str
    severity: str
    findings: int
    set_aside: int
    known: int


def counted(summary: "Summary", run: Run) -> list[RuleCount]:
    """Return every rule that was met."""
    aside, known, found = summary.set_aside_by_rule, summary.known_by_rule, summary.findings_by_rule
    counts = []
    for code in {**found, **aside, **known}:
        rule = run.rules[code]
        row = (found.get(code, 0), aside.get(code, 0), known.get(code, 0))
        counts.append(RuleCount(code, rule.name, rule.severity.value, *row))
    return sorted(counts, key=lambda one: (-one.findings, one.code))
