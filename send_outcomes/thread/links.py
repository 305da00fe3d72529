"""What the thread is made of: the items of a plan, and links between them with their reason. Knows no language."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from send_outcomes.findings import Confidence


class Kind(StrEnum):
    """The four links of the golden thread, in the order in which they hang together."""

    ASPIRATION = "aspiration"
    NEED = "need"
    OUTCOME = "outcome"
    PROVISION = "provision"


class Item(NamedTuple):
    """One aspiration, need, outcome or provision of a plan, by its id."""

    kind: Kind
    id: str


By = Literal["given", "number", "row", "words"]
Pair = tuple[Kind, Kind]

# Which kinds hang on which.
PAIRS: tuple[Pair, ...] = (
    (Kind.ASPIRATION, Kind.OUTCOME),
    (Kind.NEED, Kind.OUTCOME),
    (Kind.NEED, Kind.PROVISION),
    (Kind.OUTCOME, Kind.PROVISION),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Two items that hang together, the higher one of the thread first.

    `by` says how it is known: an id that the plan gives, a number or name in the text (“Need 2”), the same row of a table,
    or likeness of words; `words` are those that were alike. `sure` is high for all but likeness.
    """

    upper: Item
    lower: Item
    by: By
    sure: Confidence = Confidence.HIGH
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thread:
    """A plan's items in its own order, and the links between them.

    `referenced`: the pairs of kinds between which the plan itself refers throughout, so that a missing link is a gap for sure.
    """

    items: tuple[Item, ...]
    links: tuple[Link, ...]
    referenced: frozenset[Pair] = frozenset()

    def of(self, kind: Kind) -> Iterator[Item]:
        """Yield the items of one kind, in the plan's order."""
        return (item for item in self.items if item.kind is kind)

    def links_of(self, item: Item, kinds: Iterable[Kind] = tuple(Kind)) -> Iterator[Link]:
        """Yield the links of an item to items of these kinds."""
        wanted = frozenset(kinds)
        for link in self.links:
            if (link.upper == item and link.lower.kind in wanted) or (link.lower == item and link.upper.kind in wanted):
                yield link
