"""spaCy's English tokeniser, for the stretches that only it can cut. spaCy is imported here and nowhere else.

Importing it takes more than half a second, so that happens when the first pipeline is built; telling it its special cases (“can't”,
“e.g.”) takes a tenth of one, so each is told when a stretch that may hold it comes up.
"""

from typing import Any

_LETTERS = 2


class SpacyWords:
    """Cuts stretches with straight quotes as `spacy.blank("en")` does, but for two things that plans are better off without.

    Faces are no words (“(Year 8)” must not end in one), and addresses on the web are not looked for at every word.
    """

    def __init__(self) -> None:
        """Learn which words spaCy cuts by a rule of their own (`special`)."""
        from spacy.lang.en import English  # noqa: PLC0415 -- only when text is analysed

        self._defaults: Any = English.Defaults
        self._rules: dict[str, Any] = {
            word: rule
            for word, rule in self._defaults.tokenizer_exceptions.items()
            if "’" not in word and (word[0].isalpha() or word[0] == "'" or (word[0].isdigit() and "m" in word))
        }
        self._untold: dict[str, list[str]] = {}  # the first letters of words → those that begin so
        for word in self._rules:
            self._untold.setdefault(word[:_LETTERS], []).append(word)
        self._tokeniser: Any = None
        self.special = frozenset(self._rules)

    def cut(self, stretch: str) -> list[tuple[str, int]]:
        """Return the words of a stretch of text as they are typed, each with its place."""
        if self._tokeniser is None:
            self._tokeniser = _tokeniser(self._defaults)
        begun = {stretch[at : at + size] for at in range(len(stretch)) for size in range(1, _LETTERS + 1)}
        for letters in begun.intersection(self._untold):
            for word in self._untold.pop(letters):
                self._tokeniser.add_special_case(word, self._rules[word])
        return [(token.text, token.idx) for token in self._tokeniser(stretch)]


def _tokeniser(defaults: Any) -> Any:
    """Return spaCy's tokeniser without its special cases."""
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # noqa: PLC0415
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415
    from spacy.vocab import Vocab  # noqa: PLC0415

    return Tokenizer(
        Vocab(),  # of the sixteen things that spaCy notes on each new word, none is asked for here
        prefix_search=compile_prefix_regex(defaults.prefixes).search,
        suffix_search=compile_suffix_regex(defaults.suffixes).search,
        infix_finditer=compile_infix_regex(defaults.infixes).finditer,
    )
