"""Marks a text's sentence that runs on: more words than the rule allows, lists not counted."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.phrasebook import Phrasebook

SETTINGS: dict[str, Any] = {"most_words": {"type": "integer", "minimum": 1, "description": "words in one sentence"}}
REQUIRED = ("most_words",)

_ENDS = frozenset({".", "!", "?", ";"})


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    most: int = settings["most_words"]

    def check(case: Case) -> Iterator[Mark]:
        reading = case.reading
        words = reading.words
        if len(words) <= most:
            return
        first = counted = 0
        for i, word in enumerate([*words, "."]):
            if word in _ENDS or i in reading.lines:
                if counted > most:
                    yield Mark(reading.starts[first], reading.ends[i - 1], {"count": str(counted)})
                first, counted = (i + 1 if word in _ENDS else i), 0
            if word[:1].isalnum():
                counted += 1

    return check
