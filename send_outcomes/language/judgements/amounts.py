"""Amounts with their units in a text (“20 words”, “5 minutes”), to hold an outcome against its baseline."""

import re
from typing import NamedTuple

from send_outcomes.language.sentences.lexicon import lexicon

_WORD = re.compile(r"\d+(?:\.\d+)?|%|[a-z]+", re.IGNORECASE)
_PLAIN_UNIT = {"mins": "minute", "min": "minute", "minutes": "minute", "secs": "second", "seconds": "second", "hrs": "hour", "hours": "hour",
               "percent": "%"}  # fmt: skip
_ADJECTIVES = frozenset(
    {"new", "familiar", "different", "simple", "high", "key", "spoken", "single", "written", "tricky", "whole"}
)


class Amount(NamedTuple):
    """`value` of `unit` (singular, lower case), at characters `start` up to, not with, `end`."""

    value: float
    unit: str
    start: int
    end: int


def amounts_in(text: str) -> list[Amount]:
    """Return the amounts in a text, in order. Years, ages and stages are none: their unit stands before the number."""
    numbers = lexicon().numbers
    words = list(_WORD.finditer(text))
    found = []
    for i, figure in enumerate(words[:-1]):
        said = figure[0].lower()
        value = float(said) if said[0].isdigit() else numbers.get(said)
        if value is None or said in ("a", "an"):
            continue
        further = i + 2 < len(words) and words[i + 1][0].lower() in _ADJECTIVES
        unit = words[i + 2] if further else words[i + 1]
        found.append(Amount(value, _singular(unit[0].lower()), figure.start(), unit.end()))
    return found


def _singular(unit: str) -> str:
    unit = _PLAIN_UNIT.get(unit, unit)
    return unit[:-1] if unit.endswith("s") and len(unit) > 3 else unit
