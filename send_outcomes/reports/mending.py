"""What to mend first: the heaviest findings first, of those the rules that the most outcomes break; and how much in all."""

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.findings import Feature, Finding, Severity, Verdict
from send_outcomes.reports.contract import Run
from send_outcomes.reports.plurals import so_many

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport, Summary
    from send_outcomes.rulebook import Rule

_FEATURES = frozenset(Feature)
_CLAUSE = re.compile(r"(?<=[.:;])\s")


class Step(NamedTuple):
    """One thing to mend.

    `what` says it in a few words, `where` counts what it concerns, `ids` name the outcomes and items, in the plan's
    order; `why` is the rule's reason.
    """

    what: str
    code: str
    name: str
    severity: Severity
    where: str
    ids: tuple[str, ...]
    why: str

    @property
    def sentence(self) -> str:
        """The whole in one sentence: “say by when (N651 no-deadline, 3 of 5 outcomes)”."""
        return f"{self.what} ({self.code} {self.name}, {self.where})."


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
    parts = [f"{so_many(number, 'finding')} {why}" for number, why in
             ((aside, "set aside with a reason"), (known, "in the baseline")) if number]  # fmt: skip
    return f"Not counted: {', '.join(parts)}." if parts else ""


def is_clean(report: "PlanReport") -> bool:
    """Tell whether a plan has nothing that must or should be mended; remarks (info) leave it clean."""
    counts = counted(report)
    return not counts[Severity.ERROR] and not counts[Severity.WARNING]


def mend_first(report: "PlanReport", run: Run) -> Mend:
    """Return what to mend first in a plan, or a friendly word where there is nothing."""
    steps = mend_in_order(report, run, 1)
    if not steps:
        return Mend(friendly(report), "")
    return Mend(f"Mend first: {steps[0].sentence}", steps[0].code)


def mend_in_order(report: "PlanReport", run: Run, most: int = 3) -> tuple[Step, ...]:
    """Return the first things to mend, in order: errors before warnings, what many outcomes share before what few do."""
    example: dict[str, Finding] = {}
    places: dict[str, dict[tuple[str, str], None]] = {}  # by code: what it is on, each once, in order
    for kind, id_, finding in _placed(report):
        if finding.counts and finding.severity.weight > Severity.INFO.weight:
            kept = example.setdefault(finding.code, finding)
            example[finding.code] = max(kept, finding, key=lambda f: f.severity.weight)
            places.setdefault(finding.code, {})[kind, id_] = None
    heaviest = sorted(example.values(), key=lambda f: (-f.severity.weight, -len(places[f.code])))
    return tuple(_step(finding, tuple(places[finding.code]), report, run) for finding in heaviest[:most])


def _placed(report: "PlanReport") -> "list[tuple[str, str, Finding]]":
    on_plan = [(f.about.kind, f.about.id, f) if f.about else ("plan", "", f) for f in report.findings]
    return [*on_plan, *(("outcome", one.outcome.id, f) for one in report.outcomes for f in one.findings)]


def _step(finding: Finding, places: tuple[tuple[str, str], ...], report: "PlanReport", run: Run) -> Step:
    counts = Counter(kind for kind, _ in places)
    where = "the plan as a whole"
    if not counts["plan"]:
        where = ", ".join(_counted(count, kind, len(report.outcomes)) for kind, count in counts.items())
    ids = tuple(id_ for _, id_ in places if id_)
    return Step(_what(finding, run), finding.code, finding.name, finding.severity, where, ids, finding.why)


def _counted(count: int, kind: str, outcomes: int) -> str:
    if kind == "outcome":
        return f"{count} of {so_many(outcomes, 'outcome')}"
    return f"{so_many(count, 'item')} of provision" if kind == "provision" else so_many(count, kind)


def _what(finding: Finding, run: Run) -> str:
    rule = run.rules.get(finding.code)
    return in_few_words(rule) if rule else finding.name.replace("-", " ")


def in_few_words(rule: "Rule") -> str:
    """Say a rule in a few words: the first clause of its message without words of the plan, else its name.

    Beyond the outcomes a later clause leans on the one before it (“write one”): there the name goes first.
    """
    name = rule.name.replace("-", " ")
    for number, clause in enumerate(_CLAUSE.split(rule.message)):
        plain = clause.strip().rstrip(".:;")
        if " " in plain and not any(sign in plain for sign in '{“”"'):
            said = plain if plain[1:2].isupper() or plain.startswith("I ") else plain[0].lower() + plain[1:]
            return f"{name}: {said}" if number and rule.feature not in _FEATURES else said
    return name


def friendly(report: "PlanReport") -> str:
    """Return what to say of a plan that has nothing to mend."""
    total = len(report.outcomes)
    if not total:
        return f"{report.plan.path}: no outcome in it."
    if any(finding.known for finding in report.all_findings()):
        return "Nothing new to mend: what there is stands in the baseline."
    these = "The outcome reads" if total == 1 else f"All {total} outcomes read"
    unsure = any(verdict is Verdict.CANNOT_TELL for outcome in report.outcomes for verdict in outcome.features.values())
    more = " Where a “?” stands, only someone who knows the child can tell." if unsure else ""
    return f"{these} well: nothing to mend.{more}"
