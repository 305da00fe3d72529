"""Text → Reading: the words, one pass for all phrases, then the components in order."""

from collections.abc import Callable, Iterable

from send_outcomes.language.phrasebook import Phrasebook, PhraseTree
from send_outcomes.language.reading import Reading
from send_outcomes.language.tokens import Tokeniser

Component = Callable[[Reading], None]


class Pipeline:
    """Reads texts. Build one for a run: it holds the tokeniser and the phrases of every rule and vocabulary."""

    def __init__(self, phrasebook: Phrasebook, components: Iterable[Component]) -> None:
        """Build the tokeniser and the tree of phrases; `components` run in order, each adding to the Reading."""
        self._tokeniser = Tokeniser()
        self._phrases = PhraseTree(phrasebook, lambda phrase: self._tokeniser.cut(phrase).words)
        self._components = tuple(components)

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
        words, starts, ends, lines = self._tokeniser.cut(text)
        return Reading(text, words, starts, ends, lines, self._phrases.find(words, lines))
