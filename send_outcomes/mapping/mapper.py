"""Reading → for each framework, the statements that the outcome serves, best first, with the words that led there.

A score says how much speaks for a statement, not how good the outcome is; several may be served, or none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import exp
from typing import NamedTuple

from send_outcomes.concepts import scope
from send_outcomes.frameworks import Framework
from send_outcomes.language.reading import Reading
from send_outcomes.mapping.lexicon import build_lexicon
from send_outcomes.mapping.weighing import Scope, Weights, weigh

LEAST = 0.2  # what must speak for a statement before it is named
NEAR = 0.45  # a further statement is named where at least this share of the best one's weight speaks for it
MOST = 3
FALLBACK_SCORE = 0.1


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters `start` up to `end` of the outcome that spoke for a statement."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Served:
    """A statement that an outcome serves. `score` runs from 0 to 1; a fallback has no evidence."""

    id: str
    label: str
    score: float
    evidence: tuple[Evidence, ...] = ()


class _Slots(NamedTuple):
    """The slots of one framework, and what it says where nothing speaks for any of them."""

    framework: str
    slots: range
    otherwise: tuple[Served, ...]


class Mapper:
    """Maps outcomes to the statements of the frameworks it was built from. Build one for a run."""

    def __init__(self, frameworks: Iterable[Framework]) -> None:
        """Gather the cues of all statements. Raises SettingsProblem where a vocabulary file is wrong."""
        self.frameworks = tuple(frameworks)
        self._lexicon = build_lexicon(self.frameworks)
        self._scope = Scope.of(scope())
        self._labels = [(s.id, s.label) for f in self.frameworks for s in f.statements]
        self._known_by: list[set[int]] = [set() for _ in self._labels]
        for concept, targets in enumerate(self._lexicon.targets):
            for slot, _ in targets:
                self._known_by[slot].add(concept)
        self._groups: list[_Slots] = []
        first = 0
        for framework in self.frameworks:
            last = first + len(framework.statements)
            self._groups.append(_Slots(framework.id, range(first, last), _otherwise(framework)))
            first = last

    def map(self, reading: Reading) -> dict[str, tuple[Served, ...]]:
        """Return by framework id what the outcome serves, best first; empty where nothing speaks for any statement."""
        weights = weigh(reading, self._lexicon, self._scope)
        targets = self._lexicon.targets
        scores = [0.0] * len(self._labels)
        for concept, strength in weights.strengths.items():
            for slot, weight in targets[concept]:
                scores[slot] += strength * weight
        evidence = _Evidences(reading, weights)
        served = {}
        for framework, slots, otherwise in self._groups:
            here = scores[slots.start : slots.stop]
            best = max(here)
            if best < LEAST:
                served[framework] = otherwise
                continue
            bar = max(best * NEAR, LEAST)
            near = [slot for slot, score in zip(slots, here, strict=True) if score >= bar]
            near.sort(key=scores.__getitem__, reverse=True)
            served[framework] = tuple(
                [
                    Served(*self._labels[slot], _score(scores[slot]), evidence[self._speakers(weights, slot)])
                    for slot in near[:MOST]
                ]
            )
        return served

    def _speakers(self, weights: Weights, slot: int) -> tuple[int, ...]:
        known = self._known_by[slot]
        return tuple([concept for concept in weights.strengths if concept in known])


class _Evidences(dict[tuple[int, ...], tuple[Evidence, ...]]):
    """Concepts → the words that spoke for them, in order; statements known by the same words share them."""

    def __init__(self, reading: Reading, weights: Weights) -> None:
        super().__init__()
        self._text, self._places = reading.text, weights.places

    def __missing__(self, concepts: tuple[int, ...]) -> tuple[Evidence, ...]:
        text = self._text
        places = sorted({place for concept in concepts for place in self._places[concept]})
        found = tuple([Evidence(start, end, text[start:end]) for start, end in places])
        self[concepts] = found
        return found


def _otherwise(framework: Framework) -> tuple[Served, ...]:
    statement = framework.statement(framework.fallback) if framework.fallback else None
    return (Served(statement.id, statement.label, FALLBACK_SCORE),) if statement else ()


def _score(weight: float) -> float:
    return round(1 - exp(-weight), 2)
