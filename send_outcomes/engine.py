"""Plan + rulebook + frameworks → PlanReport. Pure: no file, no clock, no console."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, NamedTuple, Protocol

from send_outcomes.asides import AsideRule, Asides
from send_outcomes.checks import KINDS, Case, Mark, Surroundings, awaited, looks_at_asides, looks_at_plans
from send_outcomes.findings import Feature, Finding, Verdict
from send_outcomes.frameworks import Framework
from send_outcomes.language import Phrasebook, Pipeline, components
from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.times.horizons import HorizonScheme, horizon, terms_ahead
from send_outcomes.language.times.school_calendar import resolve
from send_outcomes.language.times.school_time import deadline_beside
from send_outcomes.language.vocabularies.acronyms import explained_in
from send_outcomes.language.vocabularies.vocabulary import Vocabulary
from send_outcomes.mapping import Mapper, Served
from send_outcomes.memory import Memory
from send_outcomes.model import Outcome, Plan, PlanKind
from send_outcomes.plan_report import OutcomeReport, PlanReport
from send_outcomes.remarks import remark, verdict_of
from send_outcomes.rewording import suggestion
from send_outcomes.rulebook import Horizons, Rule, Rulebook
from send_outcomes.whole_plan import PlanRule, TextRule, WholePlan

_BLOCK = 48  # outcomes read at once: each stage stays in the processor's caches, and a list of a million in memory
_IN_PLACE = attrgetter("start", "end", "code")
_FEATURES = {feature.value: feature for feature in Feature}
_ALONE = Surroundings()
_MOST_ENDS = 4_096


class Watched(Protocol):
    """Whoever wants to see an engine's parts at work: what it returns is called in their place."""

    def timed(self, name: str, call: Callable[..., Any], rule: bool = False) -> Callable[..., Any]:
        """Return a function that does what `call` does, for the part of that name (a code, for a `rule`)."""


class _Read(NamedTuple):
    """What a text says, and what it serves in each framework: the same in any plan."""

    reading: Reading
    serves: Mapping[str, tuple[Served, ...]]


class Engine:
    """Holds what a run needs once: the pipeline with everyone's phrases, the rules made ready, the mapper."""

    def __init__(
        self,
        rulebook: Rulebook,
        frameworks: Iterable[Framework],
        today: dt.date,
        *,
        suggest: bool = False,
        evidence: bool = True,
        remember: int = 0,
        vocabulary: Vocabulary | None = None,
        watched: Watched | None = None,
    ) -> None:
        """Prepare the rules and frameworks. `today` stands in for the date of a plan that has none; `suggest` asks for
        another wording of each outcome that has something to mend. Without `evidence` statements come without their words.

        The readings of the last `remember` texts are kept, for runs in which texts come again: some 10 kB each.
        `vocabulary` holds the short forms and terms that are known; the shipped ones where none is given. `watched` sees the
        parts at work.

        Raises SettingsProblem where a rule's settings make no check.
        """
        self.rulebook, self.today, self._suggest = rulebook, today, suggest
        self.frameworks = tuple(frameworks)
        phrasebook = Phrasebook()
        text_rules: list[TextRule] = []
        plan_rules: list[PlanRule] = []
        aside_rules: list[AsideRule] = []
        for rule in rulebook.rules:
            check = KINDS[rule.check].prepare(rule.settings, phrasebook, _group(rule))
            if watched:
                check = watched.timed(f"{rule.code} {rule.name}", check, rule=True)
            if looks_at_plans(rule.check):
                plan_rules.append(PlanRule(rule, check))
            elif looks_at_asides(rule.check):
                aside_rules.append(AsideRule(rule, check))
            else:
                text_rules.append(TextRule(rule, check))
        self._rules = tuple(r for r in text_rules if "outcome" in r.rule.texts)
        self._awaiting: dict[str | None, list[TextRule]] = {}  # what a rule waits for → the rules that do
        for ready in self._rules:
            name = awaited(ready.rule.check, ready.rule.settings, _group(ready.rule))
            self._awaiting.setdefault(name, []).append(ready)
        self._asides = Asides(aside_rules, rulebook.rules)
        self._gaps: dict[str, Finding] = {}
        self._map = Mapper(self.frameworks, evidence).map
        self._read_before: Memory[str, _Read] = Memory(remember)
        self._pipeline = Pipeline(phrasebook, components(phrasebook, vocabulary))
        self._readings = self._pipeline.read_all
        if watched:
            self._map, self._readings = watched.timed("mapping", self._map), watched.timed("language", self._readings)
        self._ends: dict[str, Found | None] = {}  # words beside an outcome → the end that they name
        self._scheme = _scheme_of(rulebook.profile.horizons)
        beyond = [r for r in text_rules if r.rule.texts != ("outcome",)]
        self._whole = WholePlan(beyond, plan_rules, self._map, lambda plan, on: terms_ahead(plan.child, on, self._scheme))
        self._needs = {feature: _needs_of(feature, [r.rule for r in self._rules]) for feature in Feature}
        self._unmoved: dict[tuple[bool, ...], dict[Feature, Verdict]] = {}  # what a plan has → verdicts without findings

    def check(self, plan: Plan, around: Surroundings = _ALONE) -> PlanReport:
        """Return the report on one plan or list. `around` is what the run knows beside it."""
        return self._asides.added(self._checked(plan, plan.date or self.today, around))

    def _checked(self, plan: Plan, on: dt.date, around: Surroundings) -> PlanReport:
        outcomes = self._outcomes(plan, on)
        if plan.kind is PlanKind.LIST:
            return PlanReport(plan, tuple([self._report(case, served) for case, served in outcomes]))
        read = tuple(outcomes)
        seen = self._whole.look(plan, on, self._readings, read, around)
        reports = []
        for case, served in read:
            present = seen.present.get(case.outcome.id)
            known = replace(case, present=present) if present else case
            reports.append(self._report(known, served, seen.on_outcomes.get(case.outcome.id, ())))
        return PlanReport(plan, tuple(reports), seen.findings, seen.provision, seen.thread, seen.comparison, seen.readability)

    def _outcomes(self, plan: Plan, on: dt.date) -> Iterator[tuple[Case, Mapping[str, tuple[Served, ...]]]]:
        """Yield a plan's outcomes, read and mapped."""
        explained: frozenset[str] = frozenset()  # short forms written out in an earlier outcome
        for block in _blocks(plan.outcomes, _BLOCK):
            cases = []
            read = self._read_all([outcome.text for outcome in block])
            for outcome, (reading, _) in zip(block, read, strict=True):
                cases.append(self._case(plan, outcome, reading, on, explained))
                if plan.kind is not PlanKind.LIST:  # each of a list, of templates say, is read by itself
                    explained |= explained_in(reading)
            yield from zip(cases, [serves for _, serves in read], strict=True)

    def read(self, text: str) -> Reading:
        """Return the Reading of one text, as the rules see it."""
        return self._pipeline.read(text)

    def _read_all(self, texts: Sequence[str]) -> list["_Read"]:
        """Read and map texts, each different one once: what they say hangs on nothing else in the plan."""
        known = {text: read for text in texts if (read := self._read_before.get(text))}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        readings = self._readings(new)
        for text, read in zip(new, [_Read(reading, self._map(reading)) for reading in readings], strict=True):
            known[text] = read
            self._read_before.keep(text, read)
        return [known[text] for text in texts]

    def _case(self, plan: Plan, outcome: Outcome, reading: Reading, on: dt.date, explained: frozenset[str]) -> Case:
        found = next(iter(reading.found.get("deadline", ())), None)
        beside = self._beside(outcome.by_when) if outcome.by_when else None
        said = found or beside
        by = outcome.by or (resolve(said, on, plan.child, plan.review_due) if said else None)
        reach = horizon(by, said, on, plan.child, self._scheme)
        return Case(outcome, plan, reading, on, found, beside, by, reach, explained)

    def _beside(self, by_when: str) -> Found | None:
        """Return the end that the words beside an outcome name; a column of them says the same few things over and over."""
        if by_when not in self._ends:
            if len(self._ends) >= _MOST_ENDS:
                self._ends.clear()
            self._ends[by_when] = deadline_beside(self._pipeline.read(by_when))
        return self._ends[by_when]

    def _report(self, case: Case, mapping: Mapping[str, tuple[Served, ...]], further: Sequence[Finding] = ()) -> OutcomeReport:
        """Judge one outcome; `further` findings on it come from a look at the whole plan."""
        findings = [self._finding(rule, mark, case) for rule, check in self._asked(case.reading) for mark in check(case)]
        findings += further
        by_feature: dict[str, list[Finding]] = {}
        for finding in findings:
            by_feature.setdefault(finding.feature, []).append(finding)
        features = self._without_findings(case)
        for name, remarks in by_feature.items():
            moved = _FEATURES.get(name)
            if moved is not None:
                features[moved] = verdict_of(remarks, features[moved] is Verdict.MET)
        if len(findings) > 1:
            findings.sort(key=_IN_PLACE)
        term = case.outcome.term or case.horizon
        offered = suggestion(case.reading, findings, case.plan.child) if self._suggest else None
        return OutcomeReport(case.outcome, case.by, term, tuple(findings), features, mapping, offered)

    def _asked(self, reading: Reading) -> list[TextRule]:
        """Return the rules that can mark something in a text."""
        awaiting = self._awaiting
        asked = list(awaiting.get(None, ()))
        for name in (*reading.found, *reading.hits):
            if name in awaiting:
                asked += awaiting[name]
        return asked

    def _without_findings(self, case: Case) -> dict[Feature, Verdict]:
        """Return the verdicts where nothing is found: met, or not to be told where a plan lacks what the rules need."""
        there = tuple([bool(has(case)) for has in _HAS.values()])
        if there not in self._unmoved:
            known = {name for name, has in zip(_HAS, there, strict=True) if has}
            self._unmoved[there] = {
                feature: Verdict.MET if any(known.issuperset(needed) for needed in needs) else Verdict.CANNOT_TELL
                for feature, needs in self._needs.items()
            }
        return self._unmoved[there].copy()

    def _finding(self, rule: Rule, mark: Mark, case: Case) -> Finding:
        """Return the finding for a mark; one that says only that something is missing is the same for every outcome."""
        outcome = case.outcome
        if mark.end or mark.fields or outcome.ignores:
            return remark(rule, outcome.text, mark.start, mark.end, mark.fields, mark.replacement, outcome.ignores)
        if rule.code not in self._gaps:
            self._gaps[rule.code] = remark(rule, "", 0, 0, mark.fields, mark.replacement)
        return self._gaps[rule.code]


def _blocks(things: Sequence[Outcome], size: int) -> Iterator[Sequence[Outcome]]:
    """Yield a sequence in runs of `size`, the last one shorter."""
    for first in range(0, len(things), size):
        yield things[first : first + size]


def _scheme_of(horizons: Horizons) -> HorizonScheme:
    """Return what a profile's terms mean."""
    months = horizons.medium if isinstance(horizons.medium, int) else None
    return HorizonScheme(horizons.short_months, months, horizons.medium != "none")


def _group(rule: Rule) -> str:
    """Return the name under which a rule's own phrases are registered."""
    return f"rule {rule.code}"


def _needs_of(feature: Feature, rules: Iterable[Rule]) -> tuple[tuple[str, ...], ...]:
    """Return what each rule that can move a feature's verdict needs; without such a rule, nothing judges it."""
    return tuple(rule.needs for rule in rules if rule.feature == feature.value and rule.severity.weight > 1)


_HAS: Mapping[str, Callable[[Case], object]] = {
    "age": lambda case: case.plan.child.born or case.plan.child.age is not None or case.plan.child.year_group is not None,
    "baseline": lambda case: case.outcome.baseline,
    "born": lambda case: case.plan.child.born,
    "date": lambda case: case.plan.date,
    "end": lambda case: case.by,
    "reach": lambda case: case.outcome.term or case.horizon,
}
