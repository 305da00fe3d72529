"""Headings of documents: which open the outcomes, close them, or only group them. The words are the vocabulary's."""

import re
from dataclasses import dataclass
from typing import Literal

from send_outcomes.model import Horizon
from send_outcomes.readers.facts import term_of, year_group_of
from send_outcomes.readers.vocabulary import vocabulary, words

Kind = Literal["outcomes", "others", "group"]
_LETTER = re.compile(r"(?:section )?e\d?[ \t]*[:–—-]", re.IGNORECASE)
_SECTION = re.compile(r"section [a-k]\d?\b", re.IGNORECASE)
_LONGEST = 80
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """Under which headings a text stands: within the outcomes, within another part, or neither; and in which term."""

    kind: Kind | None = None
    term: Horizon | None = None


class Headings:
    """The headings above the line being read, outermost first."""

    def __init__(self) -> None:
        """Begin above all headings."""
        self._above: list[tuple[int, Kind | None, Horizon | None]] = []
        self.outcomes_seen = False

    def open(self, text: str, level: int) -> None:
        """Take in a heading of `level` (1 is the highest); it closes those of its own level and below."""
        while self._above and self._above[-1][0] >= level:
            self._above.pop()
        kind = kind_of(text)
        self.outcomes_seen = self.outcomes_seen or kind == "outcomes"
        self._above.append((level, kind, term_of(text)))

    def standing(self) -> Standing:
        """Return what the headings above say of a text that stands here."""
        kinds = [kind for _, kind, _ in self._above if kind in ("outcomes", "others")]
        terms = [term for _, _, term in self._above if term]
        return Standing(kinds[-1] if kinds else None, terms[-1] if terms else None)

    def wanted(self, standing: Standing) -> bool:
        """Tell, at the end of the file, whether a text that stood there is an outcome."""
        return standing.kind == "outcomes" if self.outcomes_seen else standing.kind != "others"


def kind_of(text: str) -> Kind | None:
    """Return what a heading is over, None if the vocabulary does not know it."""
    known, phrase = vocabulary(), words(text)
    padded = f" {phrase} "
    if any(f" {name} " in padded for name in known.outcome_headings) or _LETTER.match(text.strip()):
        return "outcomes"
    if any(padded.startswith(f" {name} ") for name in known.other_headings) or _SECTION.match(phrase):
        return "others"
    return "group" if any(padded.startswith(f" {name} ") for name in known.group_headings) else None


def is_heading(line: str) -> bool:
    """Tell whether a line of plain text is a heading rather than an outcome."""
    text = line.strip()
    if not text or len(text) > _LONGEST or text.endswith((".", "!", "?", ";", ",")) or is_aside(text):
        return False
    if text.startswith("#") or year_group_of(text.rstrip(": ")) is not None:
        return True
    parts = words(text).split()
    if not parts or len(parts) > _MOST_WORDS or vocabulary().sentence_words.intersection(parts):
        return False
    if text.endswith(":") or kind_of(text) in ("outcomes", "others"):
        return kind_of(text) is not None or len(parts) <= 4
    return " ".join(parts) in vocabulary().group_headings or _grouped(parts) or (text.isupper() and len(parts) > 1)


def is_aside(line: str) -> bool:
    """Tell whether a line says something beside an outcome, after another part's name (“Baseline: I swim”)."""
    name, colon, rest = line.partition(":")
    return bool(colon and rest.strip()) and kind_of(name) == "others" and not _SECTION.match(words(name))


def _grouped(parts: list[str]) -> bool:
    """Tell whether a heading is like “Short-term (up to a year)”."""
    return len(parts) <= 6 and " ".join(parts[:2]) in vocabulary().group_headings and term_of(" ".join(parts)) is not None
