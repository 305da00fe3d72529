"""How strongly each concept speaks in one outcome: by its cues, and by where they stand.

What is done, and to what, counts most; words of “so that …”, of conditions and of what stands before the verb count less.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from send_outcomes.concepts import Lexicon, Spoken
from send_outcomes.language.reading import Reading
from send_outcomes.mapping.served import Evidence

_NOT_OWN = frozenset({"provision", "mixed-provision", "task", "no-act", "vague-verb"})
_BITS = 30  # of a place, for its end: more than a text has characters
_END = (1 << _BITS) - 1
AGAIN = 0.55  # what a second word of the same concept adds


@dataclass(frozen=True, slots=True)
class Scope:
    """What scope.yaml says, ready to use."""

    factors: Mapping[str, float]  # kind of clause → how much its words count
    leads: Mapping[str, str]  # word that begins an outcome with something before the outcome itself → kind of that
    act: float  # how much the main clause's verb and its object count
    later: float  # how much sentences and lines other than the main one count
    silent: tuple[str, ...]  # what reading finds of which no word counts
    names: frozenset[str]  # words that say nothing as the name of who acts
    reach: int  # how many words “without” covers

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Scope":
        """Return the settings of scope.yaml as a Scope."""
        factors = {kind: entry["factor"] for kind, entry in settings.items() if isinstance(entry, dict) and "factor" in entry}
        leads = {word.strip(): kind for kind in ("lead", "state") for word in settings[kind]["begins"].split(",")}
        silent = tuple(name.strip() for name in settings["silent"].split(","))
        names = frozenset(name.strip() for name in settings["names"].split(","))
        return cls(factors, leads, settings["act"], settings["later"], silent, names, settings["without"]["reach"])


class Weights:
    """Of one text: `strengths`: concept → how strongly it speaks. `places`: concept → where the words stand that do.

    A place is one number, its start before its end, so that places are sorted and told apart quickly.
    """

    __slots__ = ("_marked", "places", "strengths", "text")

    def __init__(self, text: str) -> None:
        """Begin with nothing that speaks."""
        self.text = text
        self.strengths: dict[int, float] = {}
        self.places: dict[int, list[int]] = {}
        self._marked: dict[int, Evidence] = {}  # by place: several statements point at the same words

    def add(self, spoken: Spoken, factor: float, start: int, end: int) -> None:
        """Count a cue: the strongest of a concept in full, every other a share."""
        place = (start << _BITS) | end
        for concept, weight in spoken:
            known, new = self.strengths.get(concept), weight * factor
            if known is None:
                self.strengths[concept] = new
                self.places[concept] = [place]
            else:
                self.strengths[concept] = new + AGAIN * known if new > known else known + AGAIN * new
                self.places[concept].append(place)

    def evidence(self, concepts: Sequence[int]) -> tuple[Evidence, ...]:
        """Return the words that spoke for any of these concepts, in order."""
        places = self.places[concepts[0]] if concepts else []
        if len(concepts) > 1 or len(places) > 1:
            places = sorted({place for concept in concepts for place in self.places[concept]})
        return tuple([self._marked.get(place) or self._mark(place) for place in places])

    def _mark(self, place: int) -> Evidence:
        start, end = place >> _BITS, place & _END
        self._marked[place] = evidence = Evidence(start, end, self.text[start:end])
        return evidence


def weigh(reading: Reading, lexicon: Lexicon, scope: Scope) -> Weights:
    """Return how strongly each concept speaks in the outcome: first what reading found in it, then its words."""
    weights = Weights(reading.text)
    _signs(reading, lexicon, weights)
    _cues(reading, lexicon, scope, weights)
    if not lexicon.given.isdisjoint(weights.strengths) and _acts(reading):
        for concept in lexicon.given.intersection(weights.strengths):
            weights.strengths[concept] *= scope.factors["own"]
    return weights


def _acts(reading: Reading) -> bool:
    """Tell whether reading found an act that can be seen, and none of others."""
    clause = reading.facts.get("clause")
    return clause is not None and bool(clause.lemma) and _NOT_OWN.isdisjoint(reading.found)


def _signs(reading: Reading, lexicon: Lexicon, weights: Weights) -> None:
    """Count what reading found (“provision”, of any or of one kind) and who acts."""
    signs = lexicon.signs
    for name, found in reading.found.items():
        if (kinds := signs.get(name)) is not None:
            first = found[0]
            for kind in {"", first.kind}:
                if spoken := kinds.get(kind):
                    weights.add(spoken, 1.0, first.start, first.end)
    for name in ("actor", "subject"):
        if (kinds := signs.get(name)) and (spoken := kinds.get(reading.facts.get(name, ""))):
            for subject in reading.found.get("subject", ())[:1]:
                weights.add(spoken, 1.0, subject.start, subject.end)


def _cues(reading: Reading, lexicon: Lexicon, scope: Scope, weights: Weights) -> None:
    """Count the words. A deadline and a source tag say nothing of what the outcome is about."""
    words, starts, ends, factors = reading.words, reading.starts, reading.ends, scope.factors
    silent = [(found.start, found.end) for name in scope.silent for found in reading.found.get(name, ())]
    silent += [(label.start, label.end) for label in reading.found.get("label", ()) if label.kind == "bare"]  # “Outcome 2:”
    for subject in reading.found.get("subject", ())[:1]:
        if subject.kind == "name" and reading.text[subject.start : subject.end].lower() in scope.names:
            silent.append((subject.start, subject.end))  # “Joy will …”
    main = reading.facts.get("clause")
    first_main, last_main = (main.first, main.last) if main is not None else (0, len(words))
    head, object_last = (main.head, main.object_last) if main is not None and main.lemma else (0, 0)
    begins = reading.facts.get("core", (0, 0))[0]  # behind a label
    breaks = sorted(line for line in reading.lines if line > begins) if len(reading.lines) > 1 else []
    clause = factors[scope.leads[words[begins]]] if begins < len(words) and words[begins] in scope.leads else 1.0
    lead, muted = clause < 1.0, 0
    acting = main.subject_first if lead and main is not None and main.subject_last > main.subject_first else 0
    for first, last, spoken, kind in lexicon.find(words):
        if breaks and first >= breaks[0]:
            breaks = [place for place in breaks if place > first]
            clause, lead = 1.0, False
        start = starts[first]
        if spoken and not (silent and _within(start, silent)):
            factor = factors["without"] if first < muted else clause
            if head <= first < object_last:
                factor *= scope.act
            elif not first_main <= first < last_main:
                factor *= scope.later
            weights.add(spoken, factor, start, ends[last - 1])
        if not kind:
            continue
        if kind == "end":
            if first >= acting:  # “In science, maths and English he will …”
                clause, lead = 1.0, False
        elif kind == "verb":
            lead, clause = False, 1.0 if lead else clause
        elif kind == "without":
            muted = last + scope.reach
        elif not lead:
            clause = min(clause, factors[kind])


def _within(start: int, spans: list[tuple[int, int]]) -> bool:
    for begin, end in spans:  # noqa: SIM110 -- any() costs as much again, and this is asked of every word met
        if begin <= start < end:
            return True
    return False
