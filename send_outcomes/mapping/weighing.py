"""How strongly each concept speaks in one outcome: by its cues, and by where they stand.

Words of the main clause count most, those of “so that …”, of conditions and of what stands before the verb count less.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from send_outcomes.language.reading import Reading
from send_outcomes.mapping.lexicon import Lexicon, Spoken

AGAIN = 0.35  # what a second word of the same concept adds


@dataclass(frozen=True, slots=True)
class Scope:
    """What scope.yaml says, ready to use."""

    factors: Mapping[str, float]  # kind of clause → how much its words count
    leads: frozenset[str]  # an outcome that begins with one of these has something before the outcome itself
    later: float  # how much sentences and lines after the first count
    reach: int  # how many words “without” covers

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Scope":
        """Return the settings of scope.yaml as a Scope."""
        factors = {kind: entry["factor"] for kind, entry in settings.items() if isinstance(entry, dict) and "factor" in entry}
        leads = frozenset(word.strip() for word in settings["lead"]["begins"].split(","))
        return cls(factors, leads, settings["later"], settings["without"]["reach"])


@dataclass(slots=True)
class Weights:
    """`strengths`: concept → how strongly it speaks. `places`: concept → the words (first, last) that do."""

    strengths: dict[int, float] = field(default_factory=dict)
    places: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, spoken: Spoken, factor: float, place: tuple[int, int]) -> None:
        """Count a cue: the strongest of a concept in full, every other a share."""
        for concept, weight in spoken:
            known = self.strengths.get(concept)
            if known is None:
                self.strengths[concept] = weight * factor
                self.places[concept] = [place]
            else:
                low, high = sorted((known, weight * factor))
                self.strengths[concept] = high + AGAIN * low
                self.places[concept].append(place)


def weigh(reading: Reading, lexicon: Lexicon, scope: Scope) -> Weights:
    """Return how strongly each concept speaks in the outcome. A deadline says nothing of what the outcome is about."""
    words, factors = reading.words, scope.factors
    weights = Weights()
    breaks = sorted(reading.lines)[1:] if len(reading.lines) > 1 else []
    ends = [(found.start, found.end) for found in reading.found.get("deadline", ())]
    lead = bool(words) and words[0] in scope.leads
    sentence, clause, muted = 1.0, factors["lead"] if lead else 1.0, 0
    for first, last, spoken, kind in lexicon.find(words):
        if breaks and first >= breaks[0]:
            breaks = [place for place in breaks if place > first]
            sentence, clause, lead = scope.later, 1.0, False
        if spoken and not any(start <= reading.starts[first] < end for start, end in ends):
            weights.add(spoken, sentence * (factors["without"] if first < muted else clause), (first, last))
        if kind == "end":
            sentence, clause, lead = scope.later, 1.0, False
        elif kind == "verb":
            lead, clause = False, 1.0 if lead else clause
        elif kind == "without":
            muted = last + scope.reach
        elif kind and not lead:
            clause = min(clause, factors[kind])
    return weights
