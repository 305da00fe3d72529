"""Text → words and their places, as spaCy's English tokeniser cuts them. What stands between two spaces is cut once.

Words, hyphened ones, numbers and the marks around them are cut here, by rules that a test holds to spaCy's; all else by spaCy.
"""

import re
from itertools import accumulate
from sys import intern
from typing import NamedTuple

from send_outcomes.language.spacy_words import SpacyWords

_MOST = 50_000  # stretches remembered: names are without end in a million outcomes
_LONGEST = 400  # characters of a stretch: no word is longer, and over a ruled line of thousands spaCy would take minutes
_FIRST: frozenset[int] = frozenset({0})
_FOLDED = 40  # characters of a line at least, where it goes on in the next
_ENDS = frozenset(".:;!?,-")
_BEHIND = ("'s", ",", ".", '"', ")")  # what most often hangs on a word
_BEFORE = ('"', "(")  # what most often stands before one
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
_RATIO = re.compile(r"[0-9]{1,3}:[0-9]{1,3}")
_PIECE = re.compile(r"\s+|\S+")
_Part = tuple[str, int, int]  # a word in small letters, and its place in its stretch

# One character for one character, so that offsets stay true.
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ", "\u00ad": "-",
    "\u200b": " ", "\u200c": " ", "\u200d": " ", "\u200e": " ", "\u200f": " ", "\u2060": " ", "\ufeff": " ",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n",
})  # fmt: skip


class Words(NamedTuple):
    """The lower-case words of a text, without white space, and the characters at which each starts and ends.

    `lines` are the indexes of words that begin a line, unless the one before was only folded.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    lines: frozenset[int]


class Tokeniser:
    """Cuts texts into words. Stretch by stretch (from space to space), so each need be cut only once."""

    def __init__(self) -> None:
        """Begin with nothing cut."""
        self._spacy = SpacyWords()
        self._special = self._spacy.special
        self._whole: dict[str, str] = {}  # a stretch that is one word → that word
        self._parts: dict[str, list[_Part]] = {}  # any other → its words with their places in it

    def cut(self, text: str) -> Words:
        """Return the words of a text."""
        plain = text if text.isascii() and text.isprintable() and "`" not in text else text.translate(_PLAIN)
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        lines, whole = _FIRST, self._whole
        start = 0
        for stretch in plain.split(" "):
            end = start + len(stretch)
            word = whole.get(stretch)
            if word is not None:
                words.append(word)
                starts.append(start)
                ends.append(end)
            else:
                for part, first, last in self._parts_of(stretch):
                    if part:
                        words.append(part)
                        starts.append(start + first)
                        ends.append(start + last)
                    elif "\n" in plain[start + first : start + last] and not _wraps(plain, start + first, start + last):
                        lines |= {len(words)}
            start = end + 1
        return Words(words, starts, ends, lines)

    def _parts_of(self, stretch: str) -> list[_Part]:
        """Return the words of a stretch with their places in it; white space is a word of no letters.

        They are interned, as those of our lists are, so that a look-up need not compare letters.
        """
        parts = self._parts.get(stretch)
        if parts is None:
            if len(self._whole) + len(self._parts) > _MOST:
                self._whole.clear()
                self._parts.clear()
            parts = [(intern(word), first, last) for word, first, last in self._cut(stretch)]
            if len(parts) == 1 and parts[0][0]:
                self._whole[stretch] = parts[0][0]
            else:
                self._parts[stretch] = parts
        return parts

    def _cut(self, stretch: str) -> list[_Part]:
        if not stretch:
            return [("", 0, 0)]
        if len(stretch) > _LONGEST:
            runs = range(0, len(stretch), _LONGEST)
            return [part for at in runs for part in _moved(self._cut(stretch[at : at + _LONGEST]), at)]
        if "\n" in stretch and len(pieces := _PIECE.findall(stretch)) > 1:
            ends = list(accumulate(map(len, pieces)))
            return [
                part for piece, end in zip(pieces, ends, strict=True) for part in _moved(self._cut(piece), end - len(piece))
            ]
        if parts := self._simple(stretch):
            return parts
        if stretch[-1] == "%" and stretch[:-1].isdecimal() and stretch.isascii():
            return [(stretch[:-1], 0, len(stretch) - 1), ("%", len(stretch) - 1, len(stretch))]
        if parts := self._marked(stretch):
            return parts
        return [
            ("" if word.isspace() else _in_full(word.lower()), first, first + len(word))
            for word, first in self._spacy.cut(stretch)
        ]

    def _marked(self, stretch: str) -> list[_Part]:
        """Return the words of a simple stretch with marks around it, “(Tom's”, “sign.”, “(Key Stage 2).”; none where it is any other."""
        before = 1 if stretch[0] in _BEFORE else 0
        marks: list[_Part] = []
        end = len(stretch)
        while end > before and (mark := next((mark for mark in _BEHIND if stretch.endswith(mark, before, end)), "")):
            if stretch[before:end].rpartition("-")[2] in self._special or (marks and marks[-1][0] == mark):
                return []  # “etc.”, “…”
            marks.append((mark, end - len(mark), end))
            end -= len(mark)
        core = stretch[before:end]
        if (marks and not core[-1:].islower()) or not (parts := self._simple(core) if core else []):
            return []
        return [*([(stretch[0], 0, 1)] if before else []), *_moved(parts, before), *reversed(marks)]

    def _simple(self, stretch: str) -> list[_Part]:
        """Return the words of a stretch of letters, hyphens and digits; none where it is any other.

        A hyphen stands alone before a letter, and between digits: “well-being”, “10-week”, “9-10”, but “wave-2”.
        """
        if self._is_word(stretch) or (len(stretch) == 1 and not stretch.isspace()):
            return [("and" if stretch == "&" else stretch.lower(), 0, len(stretch))]
        if not stretch.isascii():
            return []
        parts: list[_Part] = []
        begin = place = 0  # of the word that is being put together, and of the piece that is looked at
        for piece in stretch.split("-"):
            if not (piece.isdigit() or self._is_word(piece)):
                return []
            if place and (piece.isalpha() or stretch[place - 2].isdigit()):
                parts += [(stretch[begin : place - 1].lower(), begin, place - 1), ("-", place - 1, place)]
                begin = place
            place += len(piece) + 1
        return [*parts, (stretch[begin:].lower(), begin, len(stretch))]

    def _is_word(self, stretch: str) -> bool:
        """Tell a word of letters, those of “café” too, and a ratio such as “1:1”; not one that spaCy cuts by a rule of its own."""
        if not stretch.isalpha():
            return ":" in stretch and _RATIO.fullmatch(stretch) is not None
        return stretch not in self._special and (stretch.isascii() or _LATIN.fullmatch(stretch) is not None)


def _wraps(text: str, first: int, last: int) -> bool:
    """Tell a line that is only folded, long and going on small without a stop, from one that ends; `first` to `last` is the break."""
    goes_on = text[last : last + 1].islower() and text[first - 1 : first] not in _ENDS
    return goes_on and first - text.rfind("\n", 0, first) > _FOLDED


def _in_full(word: str) -> str:
    """Return the “will” of “I'll”, so that every list need hold one of the two only."""
    return "will" if word == "'ll" else word


def _moved(parts: list[_Part], by: int) -> list[_Part]:
    return [(word, first + by, last + by) for word, first, last in parts]
