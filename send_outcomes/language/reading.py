"""What the language layer hands on: the words of one text, and everything found in it, by name.

Rules ask a Reading, never the raw string. Offsets are characters of the text as it was given.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

_NOTHING: Mapping[str, str] = {}


@dataclass(slots=True, init=False)  # made many times for each outcome: an __init__ of its own can be compiled
class Found:
    """One thing found in a text.

    `kind` is its finer name ("service", "count", "month"), `fields` words that a rule's message may use.
    """

    start: int
    end: int
    kind: str
    fields: Mapping[str, str]

    def __init__(self, start: int, end: int, kind: str = "", fields: Mapping[str, str] = _NOTHING) -> None:
        """Say what was found at the characters `start` up to, not with, `end`."""
        self.start, self.end, self.kind, self.fields = start, end, kind, fields


class Hit(NamedTuple):
    """A registered phrase met in the text: the key it was registered with, and its words `first` up to, not with, `last`."""

    key: Any
    first: int
    last: int


@dataclass(slots=True, init=False)
class Reading:
    """One text, read once.

    `words` are lower-case tokens without white space and with straight quotes and plain hyphens, `starts` and `ends` their
    places in the text; `lines` holds the index of each word that begins a line. `hits` are registered phrases by group;
    `found` is what the components found, by name ("deadline", "measure", "acronym", …), in order of place.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    lines: frozenset[int]
    hits: dict[str, list[Hit]]
    found: dict[str, list[Found]]
    facts: dict[str, Any]

    def __init__(
        self,
        text: str,
        words: list[str],
        starts: list[int],
        ends: list[int],
        lines: frozenset[int] = frozenset(),
        hits: dict[str, list[Hit]] | None = None,
    ) -> None:
        """Begin with the words, and nothing found but the phrases among them."""
        self.text, self.words, self.starts, self.ends, self.lines = text, words, starts, ends, lines
        self.hits = {} if hits is None else hits
        self.found, self.facts = {}, {}

    def add(self, name: str, first: int, last: int, kind: str = "", fields: Mapping[str, str] = _NOTHING) -> None:
        """Note that the words `first` up to, not with, `last` are a `name`."""
        self.found.setdefault(name, []).append(Found(self.starts[first], self.ends[last - 1], kind, fields))

    def cut_off(self, first: int) -> None:
        """Leave out the words from `first` on: what stands there says nothing of the child."""
        del self.words[first:], self.starts[first:], self.ends[first:]
        self.lines = frozenset(line for line in self.lines if line < first)
        self.hits = {group: kept for group, hits in self.hits.items() if (kept := [hit for hit in hits if hit.last <= first])}

    def cut_before(self, first: int) -> None:
        """Leave out the words before `first`."""
        del self.words[:first], self.starts[:first], self.ends[:first]
        self.lines = frozenset([0, *(line - first for line in self.lines if line > first)])
        self.hits = {
            group: kept
            for group, hits in self.hits.items()
            if (kept := [Hit(key, start - first, last - first) for key, start, last in hits if start >= first])
        }

    def surface(self, first: int, last: int) -> str:
        """Return the text of the words `first` up to, not with, `last`, as it was typed."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""
