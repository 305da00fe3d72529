"""Text → Reading: spaCy's tokeniser, one pass for all phrases, then the components in order.

spaCy is imported here and nowhere else, and only when a pipeline is built (it takes more than half a second).
"""

from collections.abc import Callable, Iterable
from typing import Any

from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.reading import Hit, Reading

Component = Callable[[Reading], None]

# One character for one character, so that offsets stay true.
_PLAIN = str.maketrans({
    "’": "'", "‘": "'", "‛": "'", "′": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ", "\u00ad": "-",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n",
})  # fmt: skip


class Pipeline:
    """Reads texts. Build one for a run: it holds the tokeniser and the phrases of every rule, vocabulary and cue."""

    def __init__(self, phrasebook: Phrasebook, components: Iterable[Component]) -> None:
        """Build the tokeniser and the phrase matcher; `components` run in order, each adding to the Reading."""
        from spacy.attrs import LOWER, NORM  # type: ignore[import-not-found]  # noqa: PLC0415 -- only when text is analysed
        from spacy.lang.en import English  # noqa: PLC0415
        from spacy.lang.lex_attrs import LEX_ATTRS  # noqa: PLC0415
        from spacy.matcher import PhraseMatcher  # noqa: PLC0415
        from spacy.tokens import Doc  # noqa: PLC0415
        from spacy.vocab import Vocab  # noqa: PLC0415

        if not Doc.has_extension("reading"):
            Doc.set_extension("reading", default=None)
        defaults: Any = English.Defaults
        # Of the sixteen things that spaCy notes on each new word, two are asked for here; the rest cost more than reading.
        vocab: Any = Vocab(lex_attr_getters={name: LEX_ATTRS[name] for name in (LOWER, NORM)})
        self._doc, self._vocab = Doc, vocab
        self._tokenise = _tokeniser(vocab, defaults)
        self._components = tuple(components)
        self._matcher = PhraseMatcher(vocab, attr="LOWER")
        self._wanted: dict[int, list[tuple[str, Any]]] = {}
        for phrase, wanted in phrasebook.wanted.items():
            self._matcher.add(phrase, [self._tokens(phrase)])
            self._wanted[vocab.strings[phrase]] = wanted

    def _tokens(self, phrase: str) -> Any:
        """Return a phrase's tokens; letters and spaces alone need no tokeniser, which makes up most of the building."""
        if phrase.replace(" ", "").isalpha():
            return self._doc(self._vocab, words=phrase.split(" "))
        return self._tokenise(phrase)

    def read(self, text: str) -> Reading:
        """Return the Reading of one text."""
        return self.read_all([text])[0]

    def read_all(self, texts: Iterable[str]) -> list[Reading]:
        """Return the Readings of some texts: each component goes through all of them, which is quicker than text by text."""
        readings = [self._begin(text) for text in texts]
        for component in self._components:
            for reading in readings:
                component(reading)
        return readings

    def _begin(self, text: str) -> Reading:
        plain = text if text.isascii() and text.isprintable() and "`" not in text else text.translate(_PLAIN)
        doc = self._tokenise(plain)
        words: list[str] = [token.lower_ for token in doc]
        starts: list[int] = [token.idx for token in doc]
        lengths = [*map(len, words if text.isascii() else doc)]  # “İ” is one letter, its small form two
        lines: set[int] = {0}
        places: list[int] | None = None  # token → word: white space makes tokens, but no words
        if any(map(str.isspace, words)):
            kept = [length for length, word in zip(lengths, words, strict=True) if not word.isspace()]
            (places, words, starts), lengths = _without_space(words, starts, lines), kept
        ends = [start + length for start, length in zip(starts, lengths, strict=True)]
        reading = Reading(text, words, starts, ends, frozenset(lines))
        hits = reading.hits
        for key, first, last in self._matcher(doc):
            if places is not None:
                first, last = places[first], places[last]  # noqa: PLW2901 -- the same place, counted in words
            for group, meaning in self._wanted[key]:
                hits.setdefault(group, []).append(Hit(meaning, first, last))
        doc._.reading = reading
        return reading


def _tokeniser(vocab: Any, defaults: Any) -> Callable[[str], Any]:
    """Return spaCy's English tokeniser as `spacy.blank("en")` has it, but for two things that plans are better off without.

    Faces are no words (“(Year 8)” must not end in one), and addresses on the web are not looked for at every word.
    """
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415

    rules = {
        word: rule
        for word, rule in defaults.tokenizer_exceptions.items()
        if word[0].isalpha() or word[0] == "'" or (word[0].isdigit() and "m" in word)
    }
    tokeniser: Callable[[str], Any] = Tokenizer(
        vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(defaults.suffixes).search,
        infix_finditer=compile_infix_regex(defaults.infixes).finditer,
    )
    return tokeniser


def _without_space(tokens: list[str], idx: list[int], lines: set[int]) -> tuple[list[int], list[str], list[int]]:
    """Drop the tokens that are white space; add to `lines` the words that begin one. Return token → word, words, starts."""
    places: list[int] = []
    words: list[str] = []
    starts: list[int] = []
    for token, start in zip(tokens, idx, strict=True):
        places.append(len(words))
        if not token.isspace():
            words.append(token)
            starts.append(start)
        elif "\n" in token:
            lines.add(len(words))
    return [*places, len(words)], words, starts
