"""All phrases anyone wants found, gathered before the pipeline is built, so that one pass finds them all.

Matchers cost by the pattern, one PhraseMatcher does not: rules, vocabularies and mapping cues register here.
"""

from collections.abc import Iterable
from typing import Any


class Phrasebook:
    """Phrases (any case) → who wants to know of them: a group, and a key that means something to the group."""

    def __init__(self) -> None:
        """Begin empty."""
        self.wanted: dict[str, list[tuple[str, Any]]] = {}

    def add(self, group: str, phrases: Iterable[str], key: Any = None) -> None:
        """Ask that `phrases` be reported under `group` in Reading.hits, each as a Hit with `key` (the phrase itself if None)."""
        for phrase in phrases:
            plain = " ".join(phrase.lower().split())
            self.wanted.setdefault(plain, []).append((group, plain if key is None else key))
