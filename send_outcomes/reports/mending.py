"""What to mend first: of the heaviest findings, the rule that the most outcomes break; and how much there is in all."""

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.findings import Finding, Severity, Verdict
from send_outcomes.reports.contract import Run

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary

_CLAUSE = re.compile(r"(?<=[.:;])\s")


class Mend(NamedTuple):
    """A sentence on what to do first, and the code of its rule ("" where there is nothing to do)."""

    sentence: str
    code: str


def counted(report: "PlanReport") -> Counter[Severity]:
    """Count a plan's findings by severity; those set aside do not count."""
    return Counter(finding.severity for finding in report.all_findings() if finding.counts)


def not_counted(summary: "Summary") -> str:
    """Say how many findings count nowhere, and why; "" where there are none."""
    aside, known = sum(summary.set_aside_by_rule.values()), sum(summary.known_by_rule.values())
    parts = [f"{number:,} {'finding' if number == 1 else 'findings'} {why}" for number, why in
             ((aside, "set aside with a reason"), (known, "in the baseline")) if number]  # fmt: skip
    return f"Not counted: {', '.join(parts)}." if parts else ""


def is_clean(report: "PlanReport") -> bool:
    """Tell whether a plan has nothing that must or should be mended; remarks (info) leave it clean."""
    counts = counted(report)
    return not counts[Severity.ERROR] and not counts[Severity.WARNING]


def mend_first(report: "PlanReport", run: Run) -> Mend:
    """Return what to mend first in a plan, or a friendly word where there is nothing."""
    total = len(report.outcomes)
    if is_clean(report):
        return Mend(_friendly(report, total), "")
    broken: Counter[str] = Counter()
    an_example: dict[str, Finding] = {}
    for findings in (report.findings, *(outcome.findings for outcome in report.outcomes)):
        for code, finding in {f.code: f for f in findings if f.counts}.items():
            broken[code] += 1
            an_example[code] = finding
    heaviest = max(an_example.values(), key=lambda f: (f.severity.weight, broken[f.code]))
    on_plan = any(f.code == heaviest.code for f in report.findings)
    these = "outcome" if total == 1 else "outcomes"
    where = "the plan as a whole" if on_plan else f"{broken[heaviest.code]} of {total} {these}"
    return Mend(f"Mend first: {_what(heaviest, run)} ({heaviest.code} {heaviest.name}, {where}).", heaviest.code)


def _what(finding: Finding, run: Run) -> str:
    """Say a rule in a few words: the first clause of its message without words of the plan, else its name."""
    rule = run.rules.get(finding.code)
    for clause in _CLAUSE.split(rule.message) if rule else ():
        plain = clause.strip().rstrip(".:;")
        if " " in plain and not any(sign in plain for sign in '{“”"'):
            return plain if plain[1:2].isupper() or plain.startswith("I ") else plain[0].lower() + plain[1:]
    return finding.name.replace("-", " ")


def _friendly(report: "PlanReport", total: int) -> str:
    if not total:
        return f"{report.plan.path}: no outcome in it."
    if any(finding.known for finding in report.all_findings()):
        return "Nothing new to mend: what there is stands in the baseline."
    these = "The outcome reads" if total == 1 else f"All {total} outcomes read"
    unsure = any(verdict is Verdict.CANNOT_TELL for outcome in report.outcomes for verdict in outcome.features.values())
    more = " Where a “?” stands, only someone who knows the child can tell." if unsure else ""
    return f"{these} well: nothing to mend.{more}"
