"""Amounts with their units in a text (“20 words”, “5 minutes”), to hold an outcome against its baseline."""

import re
from typing import NamedTuple

from send_outcomes.language.lexicon import lexicon

_NUMBER = re.compile(r"\b(\d+(?:\.\d+)?|[a-z]+)\s*(%|[a-z]+)(?:\s+([a-z]+))?", re.IGNORECASE)
_PLAIN_UNIT = {"mins": "minute", "min": "minute", "minutes": "minute", "secs": "second", "seconds": "second", "hrs": "hour", "hours": "hour",
               "percent": "%"}  # fmt: skip
_ADJECTIVES = frozenset({"new", "familiar", "different", "simple", "high", "key", "spoken", "single", "written", "tricky", "whole"})


class Amount(NamedTuple):
    """`value` of `unit` (singular, lower case), at characters `start` up to, not with, `end`."""

    value: float
    unit: str
    start: int
    end: int


def amounts_in(text: str) -> list[Amount]:
    """Return the amounts in a text, in order. Years, ages and stages are none: their unit stands before the number."""
    numbers = lexicon().numbers
    found = []
    for match in _NUMBER.finditer(text):
        figure, unit = match[1].lower(), match[2].lower()
        value = float(figure) if figure[0].isdigit() else numbers.get(figure)
        if value is None or figure in ("a", "an"):
            continue
        if unit in _ADJECTIVES and match[3]:
            unit = match[3].lower()
        found.append(Amount(value, _singular(unit), match.start(), match.end(2)))
    return found


def _singular(unit: str) -> str:
    unit = _PLAIN_UNIT.get(unit, unit)
    return unit[:-1] if unit.endswith("s") and len(unit) > 3 else unit
