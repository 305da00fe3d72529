"""What the rules find in a plan beyond its outcomes one by one: in its other texts, along its thread, over the whole.

Pure, as the engine is, which calls it for whole plans only: on a bare list these rules keep silent.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from send_outcomes.checks import Case, Check, PlanCase, PlanCheck, Present, ReadProvision, Surroundings
from send_outcomes.comparison import OutcomePair, compare
from send_outcomes.findings import About, Confidence, Finding, Severity
from send_outcomes.language import Reading
from send_outcomes.language.provision_parts import tell_all
from send_outcomes.language.readability import Readability
from send_outcomes.language.times.school_calendar import resolve
from send_outcomes.mapping import Served
from send_outcomes.model import Aspiration, Horizon, Need, Outcome, Plan, Provision
from send_outcomes.plan_report import ProvisionReport
from send_outcomes.remarks import remark
from send_outcomes.rulebook import Rule
from send_outcomes.sections import readability_of
from send_outcomes.thread import Item, Kind, Thread, gaps, weave


class TextRule(NamedTuple):
    """A rule that looks at one text after the other; `rule.texts` says of which parts of the plan."""

    rule: Rule
    check: Check


class PlanRule(NamedTuple):
    """A rule that looks at the plan as a whole."""

    rule: Rule
    check: PlanCheck


_PlanItem = Aspiration | Need | Outcome | Provision


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found: `on_outcomes` by outcome id, the rest in order of the plan; its provision part by part, its thread.

    `present` holds by outcome id what the plan says elsewhere of the present, for the rules on single outcomes.
    """

    on_outcomes: Mapping[str, list[Finding]]
    present: Mapping[str, tuple[Present, ...]]
    findings: tuple[Finding, ...]
    provision: tuple[ProvisionReport, ...]
    thread: Thread
    comparison: tuple[OutcomePair, ...]
    readability: Mapping[str, Readability]


class WholePlan:
    """Holds the rules that look beyond the outcomes. Build one for a run."""

    def __init__(
        self,
        text_rules: Iterable[TextRule],
        plan_rules: Iterable[PlanRule],
        mapped: Callable[[Reading], Mapping[str, tuple[Served, ...]]],
        terms: Callable[[Plan, dt.date], tuple[Horizon, ...]],
    ) -> None:
        """Keep the rules; `text_rules` only those that look at other texts than outcomes.

        `mapped` tells what a text serves, `terms` which terms a plan can reach on a day.
        """
        self._text_rules, self._plan_rules = tuple(text_rules), tuple(plan_rules)
        self._mapped, self._terms = mapped, terms

    def look(
        self,
        plan: Plan,
        on: dt.date,
        read_all: Callable[[Sequence[str]], Sequence[Reading]],
        outcomes: Sequence[tuple[Case, Mapping[str, tuple[Served, ...]]]],
        around: Surroundings,
    ) -> Seen:
        """Return what is found in a plan whose `outcomes` are read and mapped. `read_all` reads further texts."""
        readings = _Readings(read_all)
        readings.take((case.outcome.text, case.reading) for case, _ in outcomes)
        beside = list(_beside(plan))
        readings.ask([item.text for _, item in beside])
        provision = tuple(
            ReadProvision(one, readings.of(one.text), told.kind, told.parts, told.vague)
            for one, told in zip(plan.provision, tell_all(plan.provision, readings.of), strict=True)
        )
        thread = weave(plan, readings.of)
        case = PlanCase(
            plan=plan,
            on=on,
            outcomes=tuple(case for case, _ in outcomes),
            served=lambda: tuple([_ids(served) for _, served in outcomes]),
            provision=provision,
            thread=thread,
            gaps=gaps(thread),
            read=readings.of,
            around=around,
            serves=lambda text: _ids(self._mapped(readings.of(text))),
            terms=self._terms(plan, on),
            comparison=_comparison(plan, around.previous, on, readings.of),
            readability=readability_of(plan, readings.of) if plan.is_more_than_outcomes else {},
        )
        on_outcomes: dict[str, list[Finding]] = {}
        rest: list[Finding] = []
        for finding in (*self._on_plan(case), *self._on_texts(case, beside)):
            if finding.about and finding.about.kind == "outcome":
                on_outcomes.setdefault(finding.about.id, []).append(finding)
            else:
                rest.append(finding)
        order = {about: n for n, (about, _) in enumerate(beside)}
        rest.sort(key=lambda f: (order.get(f.about, -1) if f.about else -1, f.start, f.end, f.code))
        parts = tuple(ProvisionReport(p.provision, p.parts) for p in provision)
        return Seen(on_outcomes, present_levels(case), tuple(rest), parts, case.thread, case.comparison, case.readability)

    def _on_plan(self, case: PlanCase) -> Iterator[Finding]:
        items: dict[About, _PlanItem] = {}
        for rule, check in self._plan_rules:
            for mark in check(case):
                if mark.about and not items:
                    items = dict(_items(case.plan))
                item = items[mark.about] if mark.about else None
                ignores = item.ignores if item else case.plan.ignores
                said = rule if mark.sure else _unsure(rule)
                yield remark(said, item.text if item else "", mark.start, mark.end, mark.fields, None, ignores, mark.about)

    def _on_texts(self, case: PlanCase, beside: Iterable[tuple[About, _PlanItem]]) -> Iterator[Finding]:
        """Yield what the rules for one text find in what stands beside the outcomes: aspirations, needs and provision."""
        for about, item in beside:
            wanted = [r for r in self._text_rules if about.kind in r.rule.texts]
            if not wanted:
                continue
            section = getattr(item, "section", None)
            as_outcome = Outcome(item.id, item.text, item.place)
            here = Case(as_outcome, case.plan, case.read(item.text), case.on, kind=about.kind)
            for rule, check in wanted:
                if rule.sections and section not in rule.sections:
                    continue
                for mark in check(here):
                    yield remark(rule, item.text, mark.start, mark.end, mark.fields, mark.replacement, item.ignores, about)


def present_levels(case: PlanCase) -> Mapping[str, tuple[Present, ...]]:
    """Return by outcome id what its needs (all of them, where none is known to be its own) and the last plan's say."""
    texts = {need.id: Present(need.text, f"need {need.id}") for need in case.plan.needs}
    last = case.around.previous.needs if case.around.previous else ()
    past = tuple(Present(need.text, f"the last plan's need {need.id}", past=True) for need in last)
    if not texts and not past:
        return {}
    found = {}
    for outcome in case.plan.outcomes:
        links = case.thread.links_of(Item(Kind.OUTCOME, outcome.id), [Kind.NEED])
        own = tuple(texts[link.upper.id] for link in links if link.upper.id in texts)
        found[outcome.id] = (*(own or texts.values()), *past)
    return found


def _comparison(plan: Plan, previous: Plan | None, on: dt.date, read: Callable[[str], Reading]) -> tuple[OutcomePair, ...]:
    """Return the plan's outcomes against those of its last edition, which `on` tells to be over or not."""
    if previous is None:
        return ()

    def ended(outcome: Outcome) -> bool:
        end = outcome.by or _end_of(read(outcome.text), previous, on)
        return end is not None and end < on

    return compare(plan, previous, read, ended)


def _end_of(reading: Reading, plan: Plan, on: dt.date) -> dt.date | None:
    """Return the end that an outcome names in a plan; `on` stands in where the plan has no date."""
    said = next(iter(reading.found.get("deadline", ())), None)
    return resolve(said, plan.date or on, plan.child, plan.review_due) if said else None


def _ids(served: Mapping[str, tuple[Served, ...]]) -> Mapping[str, tuple[str, ...]]:
    return {framework: tuple(one.id for one in statements) for framework, statements in served.items()}


class _Readings:
    """Readings by text, each text read once; those asked for together are read together, which is quicker."""

    def __init__(self, read_all: Callable[[Sequence[str]], Sequence[Reading]]) -> None:
        self._read_all = read_all
        self._known: dict[str, Reading] = {}

    def take(self, pairs: Iterable[tuple[str, Reading]]) -> None:
        self._known.update(pairs)

    def ask(self, texts: Iterable[str]) -> None:
        wanted = [text for text in dict.fromkeys(texts) if text not in self._known]
        self.take(zip(wanted, self._read_all(wanted), strict=True))

    def of(self, text: str) -> Reading:
        if text not in self._known:
            self.ask([text])
        return self._known[text]


def _unsure(rule: Rule) -> Rule:
    """Return the rule as it speaks where only likeness of words does: a remark, of low confidence."""
    severity = min(rule.severity, Severity.INFO, key=lambda one: one.weight)
    return replace(rule, severity=severity, confidence=Confidence.LOW)


def _items(plan: Plan) -> Iterator[tuple[About, _PlanItem]]:
    """Yield every item of a plan with what a finding calls it."""
    yield from ((About("outcome", one.id), one) for one in plan.outcomes)
    yield from _beside(plan)


def _beside(plan: Plan) -> Iterator[tuple[About, _PlanItem]]:
    """Yield what stands beside a plan's outcomes, in the order of the thread."""
    yield from ((About("aspiration", one.id), one) for one in plan.aspirations)
    yield from ((About("need", one.id), one) for one in plan.needs)
    yield from ((About("provision", one.id), one) for one in plan.provision)
