"""The parts of life that words belong to, so that two acts joined by “and” can be told from two steps of one thing.

The words stand in `rules/vocabulary/spheres.yaml`. Knows no sentence.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from send_outcomes.language.vocabularies.word_lists import word_lists


def spheres_of(words: Iterable[str]) -> frozenset[str]:
    """Return the parts of life that the words name ("food", "travel"); none where they name no listed one."""
    known = _spheres()
    return frozenset().union(*(known[word] for word in words if word in known))


def apart(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether both belong somewhere, and nowhere together."""
    return bool(first) and bool(second) and first.isdisjoint(second)


@cache
def _spheres() -> Mapping[str, frozenset[str]]:
    """Return for each word the parts of life that it is listed under. Raises SettingsProblem where the file is broken."""
    named: dict[str, set[str]] = {}
    for sphere, words in word_lists("spheres").items():
        for word in words:
            named.setdefault(word, set()).add(sphere)
    return {word: frozenset(of) for word, of in named.items()}
