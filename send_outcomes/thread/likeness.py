"""Items that are alike in what they are about, by their terms: an inverted index, so that cost grows with the words.

A term tells the more the fewer items of the plan have it; what every item says tells nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum, log, sqrt
from typing import NamedTuple

from send_outcomes.findings import Confidence
from send_outcomes.thread.links import Item, Kind
from send_outcomes.thread.topics import Topics, stems_of

LEAST = 0.45  # what two items must share before they are linked at all
LESS, MOSTLY = 0.25, 0.33  # less will do where it is most of what the upper item is about: “I want to be a chef”
FAIR = 1.2  # from here on the link is fairly sure: a telling word and its concept, or two
NEAR = 0.6  # a further link is kept where it is at least this share of the best of either end
_MOST_ALIKE = 80  # items that share a term; a term of more tells too little to be worth following
_MOST_WORDS = 3
_MOST_LINKS = 6  # upwards from one item; more would say nothing
_FEW = 2


class Alike(NamedTuple):
    """Two items, how much they share, and the words that say so, those that tell most first."""

    upper: Item
    lower: Item
    score: float
    words: tuple[str, ...]

    @property
    def sure(self) -> Confidence:
        """Likeness alone is never certain."""
        return Confidence.MEDIUM if self.score >= FAIR else Confidence.LOW


class Likeness:
    """The topics of a plan's items, and how telling each term is among them."""

    def __init__(self, topics: Mapping[Item, Topics]) -> None:
        """Count in how many items each term stands."""
        self._topics = topics
        self._having: dict[str, list[Item]] = {}
        for item, one in topics.items():
            for term in one.weights:
                self._having.setdefault(term, []).append(item)
        total = len(topics) + _FEW  # in a plan of one need, one outcome and one provision all three may well say “read”
        self._tells = {
            term: sqrt(log(total / len(items)) / log(total)) if 1 < len(items) <= _MOST_ALIKE else 0.0
            for term, items in self._having.items()
        }
        # How much of what an item is about another could share.
        self._mass = {
            item: fsum(weight * self._tells[term] for term, weight in one.weights.items()) for item, one in topics.items()
        }

    def links(self, uppers: Iterable[Item], lowers: Sequence[Item]) -> Iterator[Alike]:
        """Yield the pairs that are alike, in the order of the lower items and then of the upper ones."""
        wanted = {item: number for number, item in enumerate(uppers)}
        scores: dict[tuple[Item, Item], float] = {}
        by_word: set[tuple[Item, Item]] = set()
        said: set[tuple[Item, Item]] = set()  # the pairs that share something that can be said, not a mere side of life
        for lower in lowers:
            for term, weight in self._topics[lower].weights.items():
                tells = self._tells[term]
                if tells <= 0.0:
                    continue
                for upper in self._having[term]:
                    if upper in wanted:
                        shared = min(weight, self._topics[upper].weights[term]) * tells
                        scores[upper, lower] = scores.get((upper, lower), 0.0) + shared
                        if Topics.is_word(term):
                            by_word.add((upper, lower))
                        if self._topics[lower].words[term]:
                            said.add((upper, lower))
        best: dict[Item, float] = {}
        for (upper, lower), score in scores.items():
            best[upper], best[lower] = max(score, best.get(upper, 0.0)), max(score, best.get(lower, 0.0))
        kept: dict[tuple[Item, Item], float] = {}
        links: Counter[Item] = Counter()
        for (upper, lower), score in sorted(scores.items(), key=lambda pair: -pair[1]):
            # A subject alone, without a word in common, must be what an outcome is mainly about; provision may serve several.
            mainly = lower.kind is Kind.OUTCOME and (upper, lower) not in by_word
            bar = best[lower] if mainly else min(best[upper], best[lower])
            least = LESS if score >= MOSTLY * self._mass[upper] else LEAST
            full = links[lower] >= _MOST_LINKS and links[upper]
            if (upper, lower) in said and score >= max(least, NEAR * bar) and not full:
                kept[upper, lower] = score
                links.update((upper, lower))
        place = {item: number for number, item in enumerate(lowers)}
        for upper, lower in sorted(kept, key=lambda pair: (place[pair[1]], wanted[pair[0]])):
            yield Alike(upper, lower, kept[upper, lower], self._words(upper, lower))

    def _words(self, upper: Item, lower: Item) -> tuple[str, ...]:
        """Return what two items share: “cook”, or “chef – cook” where two words speak for one concept."""
        above, below = self._topics[upper], self._topics[lower]
        shared = [term for term in below.weights if term in above.weights and self._tells[term] > 0.0]
        shared.sort(key=lambda term: (-min(below.weights[term], above.weights[term]) * self._tells[term], term))
        said: list[str] = []
        stems: set[str] = set()
        for term in shared:
            one, other = above.words[term], below.words[term]
            if one is None or other is None or stems & {*stems_of(one), *stems_of(other)}:
                continue
            stems.update(stems_of(one), stems_of(other))
            said.append(other if Topics.is_word(term) or one == other else f"{one} – {other}")
        return tuple(said)[:_MOST_WORDS]
