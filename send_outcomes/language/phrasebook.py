"""All phrases anyone wants found, gathered before the pipeline is built, so that one pass finds them all.

Rules and vocabularies register here. A text costs by its words, however many phrases there are.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from send_outcomes.language.reading import Hit

_Wanted = list[tuple[str, Any]]
_HERE = ""  # under no word hangs who wants the phrase that ends here


class Phrasebook:
    """Phrases (any case) → who wants to know of them: a group, and a key that means something to the group."""

    def __init__(self) -> None:
        """Begin empty."""
        self.wanted: dict[str, _Wanted] = {}

    def add(self, group: str, phrases: Iterable[str], key: Any = None) -> None:
        """Ask that `phrases` be reported under `group` in Reading.hits, each as a Hit with `key` (the phrase itself if None)."""
        for phrase in phrases:
            plain = " ".join(phrase.lower().split())
            self.wanted.setdefault(plain, []).append((group, plain if key is None else key))


class PhraseTree:
    """The phrases of a phrasebook, word by word."""

    def __init__(self, phrasebook: Phrasebook, cut: Callable[[str], Sequence[str]]) -> None:
        """Plant the phrases; `cut` returns the words of one as those of a text are cut."""
        self._tree: dict[str, Any] = {}
        for phrase, wanted in phrasebook.wanted.items():
            node = self._tree
            for word in cut(phrase):
                node = node.setdefault(word, {})
            node.setdefault(_HERE, []).extend(wanted)

    def find(self, words: list[str], lines: Collection[int] = ()) -> dict[str, list[Hit]]:
        """Return the phrases met by group, in order of place, the shorter before the longer. None goes on in another line."""
        hits: dict[str, list[Hit]] = {}
        tree, count = self._tree, len(words)
        for first, word in enumerate(words):
            node, last = tree.get(word), first
            while node is not None:
                last += 1
                if _HERE in node:
                    for group, key in node[_HERE]:
                        hits.setdefault(group, []).append(Hit(key, first, last))
                node = node.get(words[last]) if last < count and last not in lines else None
        return hits
