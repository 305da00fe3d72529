"""Reading → for each framework, the statements that the outcome serves, best first, with the words that led there.

A score says how much speaks for a statement, not how good the outcome is; several may be served, or none.
"""

from collections.abc import Collection, Iterable
from math import exp
from typing import NamedTuple

from send_outcomes.concepts import scope
from send_outcomes.frameworks import Framework
from send_outcomes.language.reading import Reading
from send_outcomes.mapping.lexicon import build_lexicon
from send_outcomes.mapping.served import Evidence, Served
from send_outcomes.mapping.weighing import Scope, Weights, weigh

LEAST = 0.2  # what must speak for a statement before it is named
NEAR = 0.45  # a further statement is named where at least this share of the best one's weight speaks for it
MOST = 3
FALLBACK_SCORE = 0.1


class _Slots(NamedTuple):
    """The slots of one framework, `first` up to, not with, `last`, and what it says where nothing speaks for any of them."""

    framework: str
    first: int
    last: int
    otherwise: tuple[Served, ...]


class Mapper:
    """Maps outcomes to the statements of the frameworks it was built from. Build one for a run."""

    def __init__(self, frameworks: Iterable[Framework], evidence: bool = True) -> None:
        """Gather the cues of all statements. Without `evidence` it leaves out the words: a caseload's counts need none.

        Raises SettingsProblem where a vocabulary file is wrong.
        """
        self.frameworks = tuple(frameworks)
        self._evidence = evidence
        self._lexicon = build_lexicon(self.frameworks)
        self._scope = Scope.of(scope())
        self._labels = [(s.id, s.label) for f in self.frameworks for s in f.statements]
        self._speakers: list[set[int]] = [set() for _ in self._labels]  # by slot, the concepts that speak for it
        for concept, targets in enumerate(self._lexicon.targets):
            for slot, _ in targets:
                self._speakers[slot].add(concept)
        self._groups: list[_Slots] = []
        first = 0
        for framework in self.frameworks:
            last = first + len(framework.statements)
            self._groups.append(_Slots(framework.id, first, last, _otherwise(framework)))
            first = last

    def map(self, reading: Reading) -> dict[str, tuple[Served, ...]]:
        """Return by framework id what the outcome serves, best first; empty where nothing speaks for any statement."""
        weights = weigh(reading, self._lexicon, self._scope)
        targets = self._lexicon.targets
        scores = [0.0] * len(self._labels)
        for concept, strength in weights.strengths.items():
            for slot, weight in targets[concept]:
                scores[slot] += strength * weight
        words = _Words(weights)
        served = {}
        for framework, first, last, otherwise in self._groups:
            best = 0.0
            for slot in range(first, last):
                best = max(best, scores[slot])  # that of a slice costs four times as much
            if best < LEAST:
                served[framework] = otherwise
                continue
            bar = max(best * NEAR, LEAST)
            near = [slot for slot in range(first, last) if scores[slot] >= bar]
            if len(near) > 1:
                near.sort(key=scores.__getitem__, reverse=True)
            named = []
            for slot in near[:MOST]:
                id_, label = self._labels[slot]
                evidence = words.of(self._speakers[slot]) if self._evidence else ()
                named.append(Served(id_, label, _rounded(1 - exp(-scores[slot])), evidence))
            served[framework] = tuple(named)
        return served


class _Words:
    """The words of one text that speak for statements; those known by the same concepts share theirs."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._known: dict[tuple[int, ...], tuple[Evidence, ...]] = {}

    def of(self, speakers: Collection[int]) -> tuple[Evidence, ...]:
        """Return the words that spoke for any of these concepts, in order."""
        spoke = tuple([concept for concept in self._weights.strengths if concept in speakers])
        words = self._known.get(spoke)
        if words is None:
            self._known[spoke] = words = self._weights.evidence(spoke)
        return words


def _rounded(score: float) -> float:
    """Return a score to two places; round() takes three times as long."""
    return int(score * 100 + 0.5) / 100


def _otherwise(framework: Framework) -> tuple[Served, ...]:
    statement = framework.statement(framework.fallback) if framework.fallback else None
    return (Served(statement.id, statement.label, FALLBACK_SCORE),) if statement else ()
