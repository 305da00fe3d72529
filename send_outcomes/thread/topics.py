"""What a text is about: the stems of its telling words, and the concepts and sides of life they speak for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from send_outcomes.concepts import Lexicon, concepts, scope
from send_outcomes.language.reading import Reading
from send_outcomes.thread.vocabulary import thread_words

# What it is worth to share a word, a concept, a side of life; to stand in Sections B and F, or in C and G or D and H, which tells more.
STEM, CONCEPT, SIDE = 1.0, 0.8, 0.25
_EDUCATION, _HEALTH_OR_CARE = 0.1, 0.6
_PAIRED = {"B": "B–F", "F": "B–F", "C": "C–G", "G": "C–G", "D": "D–H", "H1": "D–H", "H2": "D–H"}
_CONCEPT = "concept "
_SHORTEST = 3
_MAINLY = 0.5  # from this weight of a concept on, a text is about it
_SILENT = ("deadline", "source-tag")  # found by reading; they say when, or where from


@dataclass(slots=True)
class Topics:
    """`weights`: term → how much it tells, `words`: term → the word of the text that stands for it (None for a side)."""

    weights: dict[str, float] = field(default_factory=dict)
    words: dict[str, str | None] = field(default_factory=dict)

    def add_section(self, section: str) -> None:
        """Note the section of a need or of provision."""
        pair = _PAIRED.get(section)
        if pair == "B–F":
            self.add(f"section {pair}", _EDUCATION, None)
        elif pair:
            self.add(f"section {pair}", _HEALTH_OR_CARE, f"Sections {pair}")

    @staticmethod
    def is_word(term: str) -> bool:
        """Tell the stem of a word from what words speak for."""
        return " " not in term

    def add(self, term: str, weight: float, word: str | None) -> None:
        """Note a term; said again it weighs no more."""
        if weight > self.weights.get(term, 0.0):
            self.weights[term], self.words[term] = weight, word


def topics_of(readings: Iterable[Reading], names: frozenset[str], sides: Iterable[str] = ()) -> Topics:
    """Return what some texts of one item are about; `names` (of the child) tell nothing, `sides` are those of its area."""
    topics, known = Topics(), thread_words()
    readings = tuple(readings)
    _concepts(readings, topics)
    for reading in readings:
        _stems(reading, names, topics)
    for side in sides:
        topics.add(f"side {side}", SIDE, None)
    for term in tuple(topics.weights):
        for side in known.sides.get(term.removeprefix(_CONCEPT), ()):
            topics.add(f"side {side}", SIDE, None)
    return topics


def sides_of(reading: Reading) -> tuple[frozenset[str], str]:
    """Return the sides of life that a text is mainly about, and the word that speaks for them most; "" where there are none."""
    topics, sides = Topics(), thread_words().sides
    _concepts([reading], topics)
    strong = {
        term: weight for term, weight in topics.weights.items() if weight >= _MAINLY and term.removeprefix(_CONCEPT) in sides
    }
    word = topics.words[max(strong, key=lambda term: strong[term])] if strong else None
    return frozenset(side for term in strong for side in sides[term.removeprefix(_CONCEPT)]), word or ""


def _concepts(readings: Iterable[Reading], topics: Topics) -> None:
    """Add the concepts that cues speak for. The one that most words speak for counts in full, what is said in passing less."""
    lexicon, names = _lexicon()
    strengths: dict[int, float] = {}
    words: dict[int, dict[str, None]] = {}
    for reading in readings:
        silenced = _silenced(reading)
        for first, last, spoken, _ in lexicon.find(reading.words):
            if reading.starts[first] in silenced:
                continue
            word = " ".join(reading.words[first:last])
            for concept, weight in spoken:
                if names[concept] in thread_words().silent or word in words.setdefault(concept, {}):
                    continue
                words[concept][word] = None
                strengths[concept] = strengths.get(concept, 0.0) + weight
    strongest = max(strengths.values(), default=0.0)
    for concept, strength in strengths.items():
        topics.add(
            f"{_CONCEPT}{names[concept]}", CONCEPT * min(strength, 1.0) * strength / strongest, next(iter(words[concept]))
        )


def _stems(reading: Reading, names: frozenset[str], topics: Topics) -> None:
    common, silenced = thread_words().common, _silenced(reading)
    for word, start in zip(reading.words, reading.starts, strict=True):
        if len(word) < _SHORTEST or not word.isalpha() or word in names or word in common or start in silenced:
            continue
        stem = _stem(word)
        if stem in _common_stems():
            continue
        topics.add(stem, STEM, word)
        for one in _fields().get(stem, ()):
            topics.add(f"{_CONCEPT}{one}", CONCEPT, word)


def _silenced(reading: Reading) -> frozenset[int]:
    spans = [(found.start, found.end) for name in _SILENT for found in reading.found.get(name, ())]
    return frozenset(at for at in reading.starts for start, end in spans if start <= at < end)


@cache
def _lexicon() -> tuple[Lexicon, tuple[str, ...]]:
    """Return the look-up of all concepts, and their names by number."""
    lexicon = Lexicon(between=frozenset(scope()["between"]["words"].split(", ")))
    for number, concept in enumerate(concepts().values()):
        lexicon.add(concept.cues, [(number, 1.0)])
    return lexicon, tuple(concepts())


@cache
def _stemmer() -> Any:
    import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415 -- only where a whole plan is checked

    return snowballstemmer.stemmer("english")


@lru_cache(50_000)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


def stems_of(phrase: str) -> Iterator[str]:
    """Yield the stems of a phrase's telling words; of one that has none, itself."""
    found = [stem for word in phrase.split() if (stem := _stem(word)) not in _common_stems()]
    yield from found or [phrase]


@cache
def _common_stems() -> Mapping[str, None]:
    return dict.fromkeys(_stem(word) for word in thread_words().common)


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    """Return by stem the fields of work and play that a word belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in thread_words().fields.items():
        for stem in dict.fromkeys(map(_stem, words)):
            found[stem] = (*found.get(stem, ()), name)
    return found
