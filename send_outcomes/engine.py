"""Plan + rulebook + frameworks → PlanReport. Pure: no file, no clock, no console."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from send_outcomes.checks import KINDS, Case, Check, Mark
from send_outcomes.findings import Feature, Finding, Fix, Verdict, verdict_of
from send_outcomes.frameworks import Framework
from send_outcomes.language import Phrasebook, Pipeline, components
from send_outcomes.language.reading import Reading
from send_outcomes.language.times.horizons import HorizonScheme, horizon
from send_outcomes.language.times.school_calendar import resolve
from send_outcomes.language.times.school_time import deadline_beside
from send_outcomes.language.vocabularies.acronyms import explained_in
from send_outcomes.mapping import Mapper, Served
from send_outcomes.model import Horizon, Outcome, Plan
from send_outcomes.rulebook import Rule, Rulebook

_BLOCK = 48  # outcomes read at once: each stage stays in the processor's caches, and a list of a million in memory
_FEATURES = {feature.value: feature for feature in Feature}


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """What was found on one outcome: its findings, a verdict for each key feature, and what it serves in each framework."""

    outcome: Outcome
    by: dt.date | None
    horizon: Horizon | None
    findings: tuple[Finding, ...]
    features: Mapping[Feature, Verdict]
    mapping: Mapping[str, tuple[Served, ...]]


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What was found on one plan or list. `findings` are those on the plan itself."""

    plan: Plan
    outcomes: tuple[OutcomeReport, ...]
    findings: tuple[Finding, ...] = ()

    def all_findings(self) -> Iterator[Finding]:
        """Yield the plan's findings and those of its outcomes."""
        yield from self.findings
        for report in self.outcomes:
            yield from report.findings


@dataclass(slots=True)
class Summary:
    """Totals over plans, added up one report at a time."""

    plans: int = 0
    outcomes: int = 0
    findings_by_rule: dict[str, int] = field(default_factory=dict)
    features: dict[str, dict[str, int]] = field(default_factory=dict)
    themes: dict[str, dict[str, int]] = field(default_factory=dict)
    worst: int = 0

    def add(self, report: PlanReport) -> None:
        """Count one plan. Findings set aside with a reason are not counted."""
        self.plans += 1
        self.outcomes += len(report.outcomes)
        for finding in report.all_findings():
            if finding.ignored is None:
                self.findings_by_rule[finding.code] = self.findings_by_rule.get(finding.code, 0) + 1
                self.worst = max(self.worst, finding.severity.weight)
        for outcome in report.outcomes:
            for feature, verdict in outcome.features.items():
                row = self.features.setdefault(feature.value, {v.value: 0 for v in Verdict})
                row[verdict.value] += 1
            for framework, served in outcome.mapping.items():
                counts = self.themes.setdefault(framework, {})
                for statement in served:
                    counts[statement.id] = counts.get(statement.id, 0) + 1


class _Prepared(NamedTuple):
    rule: Rule
    check: Check


class _Judges(NamedTuple):
    """Whether a feature can be judged: always, or where a plan has one of these sets of things that its rules need."""

    always: bool
    needs: tuple[tuple[str, ...], ...]


class Engine:
    """Holds what a run needs once: the pipeline with everyone's phrases, the rules made ready, the mapper."""

    def __init__(self, rulebook: Rulebook, frameworks: Iterable[Framework], today: dt.date) -> None:
        """Prepare the rules and frameworks. `today` stands in for the date of a plan that has none.

        Raises SettingsProblem where a rule's settings make no check.
        """
        self.rulebook, self.today = rulebook, today
        self.frameworks = tuple(frameworks)
        phrasebook = Phrasebook()
        self._rules = tuple(
            _Prepared(rule, KINDS[rule.check].prepare(rule.settings, phrasebook, f"rule {rule.code}"))
            for rule in rulebook.rules
        )
        self._gaps: dict[str, Finding] = {}
        self._mapper = Mapper(self.frameworks)
        self._pipeline = Pipeline(phrasebook, components(phrasebook))
        self._scheme = HorizonScheme(short_months=rulebook.profile.short_months)
        judges = {feature: _judges_of(feature, rulebook.rules) for feature in Feature}
        self._met = {feature: Verdict.MET if judge.always else Verdict.CANNOT_TELL for feature, judge in judges.items()}
        self._sometimes = [(feature, judge.needs) for feature, judge in judges.items() if judge.needs and not judge.always]

    def check(self, plan: Plan) -> PlanReport:
        """Return the report on one plan or list."""
        on = plan.date or self.today
        explained: frozenset[str] = frozenset()  # short forms written out in an earlier outcome
        reports = []
        for block in _blocks(plan.outcomes, _BLOCK):
            cases = []
            for outcome, reading in zip(block, self._pipeline.read_all([o.text for o in block]), strict=True):
                cases.append(self._case(plan, outcome, reading, on, explained))
                explained |= explained_in(reading)
            mapped = [self._mapper.map(case.reading) for case in cases]
            reports += [self._report(case, served) for case, served in zip(cases, mapped, strict=True)]
        return PlanReport(plan, tuple(reports))

    def read(self, text: str) -> Reading:
        """Return the Reading of one text, as the rules see it."""
        return self._pipeline.read(text)

    def _case(self, plan: Plan, outcome: Outcome, reading: Reading, on: dt.date, explained: frozenset[str]) -> Case:
        found = next(iter(reading.found.get("deadline", ())), None)
        beside = deadline_beside(self._pipeline.read(outcome.by_when)) if outcome.by_when else None
        said = found or beside
        by = outcome.by or (resolve(said, on, plan.child, plan.review_due) if said else None)
        reach = horizon(by, said, on, plan.child, self._scheme)
        return Case(outcome, plan, reading, on, found, beside, by, reach, explained)

    def _report(self, case: Case, mapping: Mapping[str, tuple[Served, ...]]) -> OutcomeReport:
        findings = [self._finding(rule, mark, case) for rule, check in self._rules for mark in check(case)]
        by_feature: dict[str, list[Finding]] = {}
        for finding in findings:
            by_feature.setdefault(finding.feature, []).append(finding)
        features = self._met.copy()
        for feature, needs in self._sometimes:
            if _can_judge(needs, case):
                features[feature] = Verdict.MET
        for name, remarks in by_feature.items():
            moved = _FEATURES.get(name)
            if moved is not None:
                features[moved] = verdict_of(remarks, features[moved] is Verdict.MET)
        if len(findings) > 1:
            findings.sort(key=_in_place)
        term = case.outcome.term or case.horizon
        return OutcomeReport(case.outcome, case.by, term, tuple(findings), features, mapping)

    def _finding(self, rule: Rule, mark: Mark, case: Case) -> Finding:
        """Return the finding for a mark; one that says only that something is missing is the same for every outcome."""
        if mark.end or mark.fields or case.outcome.ignores:
            return _finding(rule, mark, case)
        if rule.code not in self._gaps:
            self._gaps[rule.code] = _finding(rule, mark, case)
        return self._gaps[rule.code]


def _blocks(things: Sequence[Outcome], size: int) -> Iterator[Sequence[Outcome]]:
    """Yield a sequence in runs of `size`, the last one shorter."""
    for first in range(0, len(things), size):
        yield things[first : first + size]


def _judges_of(feature: Feature, rules: Iterable[Rule]) -> _Judges:
    """Return what the rules that can move a feature's verdict need; without such a rule, nothing judges it."""
    needs = tuple(rule.needs for rule in rules if rule.feature == feature.value and rule.severity.weight > 1)
    return _Judges(any(not need for need in needs), needs)


def _can_judge(needs: tuple[tuple[str, ...], ...], case: Case) -> bool:
    return any(all(_HAS[need](case) for need in needed) for needed in needs)


def _in_place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.code


_HAS: Mapping[str, Callable[[Case], object]] = {
    "age": lambda case: case.plan.child.born or case.plan.child.age is not None or case.plan.child.year_group is not None,
    "baseline": lambda case: case.outcome.baseline,
    "born": lambda case: case.plan.child.born,
    "date": lambda case: case.plan.date,
    "end": lambda case: case.by,
    "reach": lambda case: case.outcome.term or case.horizon,
}


def _finding(rule: Rule, mark: Mark, case: Case) -> Finding:
    match = case.outcome.text[mark.start : mark.end]
    fields = {"match": " ".join(match.split()), **mark.fields}
    if "says" in fields:
        fields["says"] = rule.say(fields, fields["says"])
    replacement = rule.say(fields, rule.fix) if rule.fix else mark.replacement
    ignored = next((i for i in case.outcome.ignores if i.rule in (rule.code, rule.name)), None)
    return Finding(
        rule.code,
        rule.name,
        rule.feature,
        rule.severity,
        rule.confidence,
        rule.say(fields),
        rule.why,
        mark.start,
        mark.end,
        match,
        Fix("suggested", replacement) if replacement else None,
        ignored,
    )
