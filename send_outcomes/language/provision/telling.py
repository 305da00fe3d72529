"""One text of a provision, cut into sentences, without what it only quotes or aims at: where the parts are looked for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.times.time_words import Names


class Span(NamedTuple):
    """Words `first` up to, not with, `last`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A reading, its `sentences`, and the words that stand `aside`: in quotation marks, or in the aim (“so that she can …”)."""

    reading: Reading
    sentences: tuple[Span, ...]
    aside: frozenset[int]

    @property
    def words(self) -> list[str]:
        """The words of the text."""
        return self.reading.words

    def before(self, i: int, back: int = 1) -> str:
        """Return the word `back` words before word `i`; "" where the text begins."""
        return self.words[i - back] if i >= back else ""

    def after(self, i: int) -> str:
        """Return word `i`; "" where the text has ended."""
        return self.words[i] if i < len(self.words) else ""

    def met(self, names: Names) -> Iterator[tuple[Span, object]]:
        """Yield the longest phrases of a tree, in order, with their meaning; none that stands aside."""
        i, words = 0, self.words
        while i < len(words):
            found = names.longest(words, i) if words[i] in names.then and i not in self.aside else None
            if found is None:
                i += 1
                continue
            meaning, last = found
            yield Span(i, last), meaning
            i = last

    def phrases(self, name: str) -> Iterator[Span]:
        """Yield where the phrases stand that the vocabulary lists under `name`."""
        return (span for span, _ in self.met(part_words().phrases[name]))

    def spans(self, name: str) -> Iterator[Span]:
        """Yield what the reading has found under `name`, as words."""
        for found in self.reading.found.get(name, ()):
            span = _words_of(self.reading, found)
            if span.last > span.first and span.first not in self.aside:
                yield span

    def sentence_of(self, i: int) -> Span:
        """Return the sentence that word `i` stands in."""
        return next((s for s in self.sentences if s.first <= i < s.last), Span(0, len(self.words)))


def telling(reading: Reading) -> Telling:
    """Return the Telling of a provision's text."""
    sentences = tuple(_sentences(reading))
    aside = {i for found in reading.found.get("quotation", ()) for i in range(*_words_of(reading, found))}
    words, known = reading.words, part_words()
    for sentence in sentences:
        i = sentence.first
        while i < sentence.last:
            aim = known.phrases["aims"].longest(words, i)
            if aim is None:
                i += 1
                continue
            end = next((k for k in range(aim[1], sentence.last) if words[k] in known.sets["aims_end"]), sentence.last)
            aside.update(range(i, end))
            i = end
    return Telling(reading, sentences, frozenset(aside))


def _sentences(reading: Reading) -> Iterator[Span]:
    first, ends = 0, part_words().sets["sentence_ends"]
    for i, word in enumerate(reading.words):
        if i in reading.lines and i > first:
            yield Span(first, i)
            first = i
        if word in ends:
            yield Span(first, i + 1)
            first = i + 1
    if first < len(reading.words):
        yield Span(first, len(reading.words))


def _words_of(reading: Reading, found: Found) -> Span:
    return Span(bisect_left(reading.starts, found.start), bisect_right(reading.starts, found.end - 1))
