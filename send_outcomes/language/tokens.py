"""Text → words and their places, as spaCy's English tokeniser cuts them. What stands between two spaces is cut once.

spaCy is imported here and nowhere else, and only when a pipeline is built (it takes more than half a second).
"""

from typing import Any, NamedTuple

_MOST = 50_000  # stretches remembered: names are without end in a million outcomes
_NOWHERE: frozenset[int] = frozenset()
_FIRST: frozenset[int] = frozenset({0})
_CUT_OFF = ("'s", ",", ".", '"', ")")  # what most often hangs on a word
_BEFORE = ('"', "(")  # what most often stands before one

# One character for one character, so that offsets stay true.
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ", "\u00ad": "-",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n",
})  # fmt: skip


class Words(NamedTuple):
    """The lower-case words of a text, without white space, and the characters at which each starts and ends.

    `lines` are the indexes of words that begin a line, `gaps` of those with more than one space before them: no phrase
    reaches over a gap.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    lines: frozenset[int]
    gaps: frozenset[int]


class Tokeniser:
    """Cuts texts into words. spaCy decides stretch by stretch (from space to space), so each need be cut only once."""

    def __init__(self) -> None:
        """Build spaCy's tokeniser, and forget what was cut before."""
        self._spacy = _spacy_tokeniser()
        self._rules: dict[str, Any] = self._spacy.rules
        self._whole: dict[str, str] = {}  # a stretch that is one word → that word
        self._parts: dict[str, list[tuple[str, int, int]]] = {}  # any other → its words with their places in it

    def cut(self, text: str) -> Words:
        """Return the words of a text."""
        plain = text if text.isascii() and text.isprintable() and "`" not in text else text.translate(_PLAIN)
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        lines, gaps = _FIRST, _NOWHERE
        whole = self._whole
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
                        continue
                    gaps |= {len(words)}
                    if "\n" in plain[start + first : start + last]:
                        lines |= {len(words)}
            start = end + 1
        return Words(words, starts, ends, lines, gaps)

    def _parts_of(self, stretch: str) -> list[tuple[str, int, int]]:
        """Return the words of a stretch with their places in it; white space is a word of no letters."""
        parts = self._parts.get(stretch)
        if parts is None:
            if len(self._whole) + len(self._parts) > _MOST:
                self._whole.clear()
                self._parts.clear()
            parts = self._cut(stretch)
            if len(parts) == 1 and parts[0][0]:
                self._whole[stretch] = parts[0][0]
            else:
                self._parts[stretch] = parts
        return parts

    def _is_plain(self, stretch: str) -> bool:
        """Tell of which words spaCy makes one token, without the asking: letters only, and no rule of their own."""
        return stretch.isascii() and stretch.isalpha() and stretch not in self._rules

    def _cut(self, stretch: str) -> list[tuple[str, int, int]]:
        if not stretch or self._is_plain(stretch):
            return [(stretch.lower(), 0, len(stretch))]
        if stretch[0] in _BEFORE and self._is_plain(stretch[1:]):
            return [(stretch[0], 0, 1), (stretch[1:].lower(), 1, len(stretch))]
        for mark in _CUT_OFF:
            word = stretch.removesuffix(mark)
            if word is not stretch and self._is_plain(word) and word[-1].islower() and stretch not in self._rules:
                return [(word.lower(), 0, len(word)), (mark, len(word), len(stretch))]
        tokens = [(token.text, token.idx) for token in self._spacy(stretch)]
        return [("" if text.isspace() else text.lower(), idx, idx + len(text)) for text, idx in tokens]


def _spacy_tokeniser() -> Any:
    """Return spaCy's English tokeniser as `spacy.blank("en")` has it, but for two things that plans are better off without.

    Faces are no words (“(Year 8)” must not end in one), and addresses on the web are not looked for at every word.
    """
    from spacy.lang.en import English  # noqa: PLC0415 -- only when text is analysed
    from spacy.tokenizer import Tokenizer as SpacyTokenizer  # type: ignore[import-not-found]  # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415
    from spacy.vocab import Vocab  # noqa: PLC0415

    defaults: Any = English.Defaults
    rules = {
        word: rule
        for word, rule in defaults.tokenizer_exceptions.items()
        if word[0].isalpha() or word[0] == "'" or (word[0].isdigit() and "m" in word)
    }
    return SpacyTokenizer(
        Vocab(),  # of the sixteen things that spaCy notes on each new word, none is asked for here
        rules=rules,
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(defaults.suffixes).search,
        infix_finditer=compile_infix_regex(defaults.infixes).finditer,
    )
