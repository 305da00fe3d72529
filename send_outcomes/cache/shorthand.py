"""A PlanReport without its words: codes, numbers and places, as JSON; and back again beside the plan it is on.

A message is its rule's, with the words it names by place; what can't be said so is not said at all.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from send_outcomes.cache.findings import FindingNotes, NotSayable
from send_outcomes.cache.own_words import own_words
from send_outcomes.cache.places import PlanWords
from send_outcomes.comparison import Change, OutcomePair
from send_outcomes.findings import Confidence, Feature, Verdict
from send_outcomes.frameworks import Framework
from send_outcomes.language.provision_parts import NOT_NEEDED, PartFound, Parts, ProvisionPart
from send_outcomes.language.readability import Readability
from send_outcomes.mapping import Evidence, Served
from send_outcomes.model import Horizon, Outcome, Plan
from send_outcomes.plan_report import OutcomeReport, PlanReport, ProvisionReport
from send_outcomes.rulebook import Rule
from send_outcomes.sections import texts_of
from send_outcomes.thread import Item, Kind, Link, Thread
from send_outcomes.thread.links import PAIRS

_FEATURES, _VERDICTS, _HORIZONS = tuple(Feature), tuple(Verdict), tuple(Horizon)
_KINDS, _SURE, _CHANGES, _PARTS = tuple(Kind), tuple(Confidence), tuple(Change), tuple(ProvisionPart)
_WAYS = ("given", "number", "row", "words")
_WRONG = (ValueError, TypeError, LookupError, AttributeError, RecursionError)


class Shorthand:
    """Writes and reads reports under one set of rules and frameworks."""

    def __init__(self, rules: Sequence[Rule], frameworks: Sequence[Framework]) -> None:
        """Keep what is in force; what is written names it by number."""
        self.rules, self._frameworks = tuple(rules), tuple(frameworks)
        self._numbers = {framework.id: n for n, framework in enumerate(self._frameworks)}
        self._statements = [{statement.id: n for n, statement in enumerate(f.statements)} for f in self._frameworks]

    def write(self, report: PlanReport, words: PlanWords) -> str | None:
        """Return a report as JSON without a word of its plan; None where something in it can't be said that way."""
        notes = _Notes(self, report.plan, words)
        try:
            said = json.dumps(notes.write(report), separators=(",", ":"), ensure_ascii=False)
            return said if notes.read(json.loads(said)) == report else None
        except (NotSayable, *_WRONG):
            return None

    def read(self, said: str, plan: Plan, words: PlanWords) -> PlanReport | None:
        """Return the report on a plan that was written down; None where what is there can't be read."""
        try:
            return _Notes(self, plan, words).read(json.loads(said))
        except _WRONG:
            return None

    def written_mapping(self, mapping: Mapping[str, tuple[Served, ...]]) -> list[Any]:
        """Return what an outcome serves as numbers: frameworks, statements, scores, and places of the words that led there."""
        said = []
        for framework, served in mapping.items():
            number = self._numbers[framework]
            known = self._statements[number]
            said.append([number, [[known[s.id], s.score, [n for e in s.evidence for n in (e.start, e.end)]] for s in served]])
        return said

    def read_mapping(self, said: list[Any], text: str) -> dict[str, tuple[Served, ...]]:
        """Return what an outcome with this text serves."""
        mapping = {}
        for number, rows in said:
            framework = self._frameworks[number]
            named = []
            for which, score, places in rows:
                statement = framework.statements[which]
                spans = zip(places[::2], places[1::2], strict=True)
                evidence = tuple([Evidence(start, end, text[start:end]) for start, end in spans])
                named.append(Served(statement.id, statement.label, score, evidence))
            mapping[framework.id] = tuple(named)
        return mapping

    @cached_property
    def ours(self) -> frozenset[str]:
        """The words that are ours."""
        return own_words(self.rules)


class _Notes:
    """Writes and reads the report on one plan."""

    def __init__(self, shorthand: Shorthand, plan: Plan, words: PlanWords) -> None:
        self._shorthand, self._plan = shorthand, plan
        self._findings = FindingNotes(shorthand.rules, plan, words, lambda: shorthand.ours)
        self._items = [
            *(Item(Kind.ASPIRATION, one.id) for one in plan.aspirations),
            *(Item(Kind.NEED, one.id) for one in plan.needs),
            *(Item(Kind.OUTCOME, one.id) for one in plan.outcomes),
            *(Item(Kind.PROVISION, one.id) for one in plan.provision),
        ]

    def write(self, report: PlanReport) -> dict[str, Any]:
        said: dict[str, Any] = {"outcomes": [self._outcome(one) for one in report.outcomes]}
        if report.findings:
            said["findings"] = [self._findings.write(one, self._findings.text_of(one)) for one in report.findings]
        if report.provision:
            said["provision"] = [self._parts(one.parts) for one in report.provision]
        if report.thread is not None:
            said["thread"] = self._thread(report.thread)
        if report.comparison:
            said["comparison"] = [self._pair(pair) for pair in report.comparison]
        if report.readability:
            said["readability"] = [
                [list(texts_of(report.plan)).index(section), r.words, r.sentences, r.automated, r.coleman_liau, r.lix]
                for section, r in report.readability.items()
            ]
        return said

    def read(self, said: Mapping[str, Any]) -> PlanReport:
        plan = self._plan
        thread = said.get("thread")
        return PlanReport(
            plan,
            tuple([self._outcome_back(one, row) for one, row in zip(plan.outcomes, said["outcomes"], strict=True)]),
            tuple([self._findings.read(row) for row in said.get("findings", ())]),
            tuple(
                [
                    ProvisionReport(one, self._parts_back(row))
                    for one, row in zip(plan.provision, said["provision"], strict=True)
                ]
            )
            if "provision" in said
            else (),
            None if thread is None else self._thread_back(thread),
            tuple([self._pair_back(*row) for row in said.get("comparison", ())]),
            {list(texts_of(plan))[section]: Readability(*rest) for section, *rest in said.get("readability", ())},
        )

    def _outcome(self, report: OutcomeReport) -> list[Any]:
        if report.suggestion is not None:
            raise NotSayable
        return [
            report.by.isoformat() if report.by else None,
            _HORIZONS.index(report.horizon) if report.horizon else None,
            [self._findings.write(one, report.outcome.text) for one in report.findings],
            [n for f, v in report.features.items() for n in (_FEATURES.index(f), _VERDICTS.index(v))],
            self._shorthand.written_mapping(report.mapping),
        ]

    def _outcome_back(self, outcome: Outcome, row: list[Any]) -> OutcomeReport:
        by, horizon, findings, features, mapping = row
        return OutcomeReport(
            outcome,
            None if by is None else dt.date.fromisoformat(by),
            None if horizon is None else _HORIZONS[horizon],
            tuple([self._findings.read(one, outcome.text) for one in findings]),
            {_FEATURES[f]: _VERDICTS[v] for f, v in zip(features[::2], features[1::2], strict=True)},
            self._shorthand.read_mapping(mapping, outcome.text),
        )

    def _parts(self, parts: Parts) -> list[Any]:
        return [
            [_PARTS.index(name), part if part is None else 0 if part is NOT_NEEDED else [self._note(part[0]), *part[1:]]]
            for name, part in parts.items()
        ]

    def _parts_back(self, said: list[Any]) -> Parts:
        return {
            _PARTS[name]: None if part is None else NOT_NEEDED if part == 0 else PartFound(self._say(part[0]), *part[1:])
            for name, part in said
        }

    def _thread(self, thread: Thread) -> list[Any]:
        number = {item: n for n, item in reversed(list(enumerate(self._items)))}
        links = [
            [number[one.upper], number[one.lower], _WAYS.index(one.by), _SURE.index(one.sure), list(map(self._note, one.words))]
            for one in thread.links
        ]
        return [[number[item] for item in thread.items], links, sorted(map(PAIRS.index, thread.referenced))]

    def _thread_back(self, said: list[Any]) -> Thread:
        items, links, referenced = said
        known = self._items
        return Thread(
            tuple([known[n] for n in items]),
            tuple([Link(known[a], known[b], _WAYS[by], _SURE[sure], tuple(map(self._say, w))) for a, b, by, sure, w in links]),  # type: ignore[arg-type]
            frozenset(PAIRS[n] for n in referenced),
        )

    def _pair(self, pair: OutcomePair) -> list[Any]:
        return [_CHANGES.index(pair.change), *map(self._note, (pair.new, pair.old, pair.new_text, pair.old_text)), pair.ended]

    def _pair_back(self, change: int, new: Any, old: Any, new_text: Any, old_text: Any, ended: bool) -> OutcomePair:
        ids = [None if one is None else self._say(one) for one in (new, old)]
        return OutcomePair(_CHANGES[change], ids[0], ids[1], self._say(new_text), self._say(old_text), ended)

    def _note(self, words: str | None) -> Any:
        return None if words is None else self._findings.note(words)

    def _say(self, note: Any) -> str:
        return self._findings.say(note)
