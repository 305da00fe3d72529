"""Amounts with their units in a text (“20 words”, “75 words a minute”, “three out of five”), to hold two texts against each other."""

import re
from typing import NamedTuple

from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.vocabularies.word_lists import word_lists

_WORD = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|%|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NEXT = re.compile(r"[\s\-–]*\Z")  # what may stand between a number and its unit
_PLAIN = {"min": ("minute", 1), "mins": ("minute", 1), "sec": ("minute", 1 / 60), "second": ("minute", 1 / 60), "hr": ("minute", 60),
          "secs": ("minute", 1 / 60), "hrs": ("minute", 60), "hour": ("minute", 60), "percent": ("%", 1), "m": ("metre", 1),
          "km": ("metre", 1000), "kilometre": ("metre", 1000)}  # fmt: skip


class Amount(NamedTuple):
    """`value` of `unit` (singular, lower case; time in minutes), at characters `start` up to, not with, `end`."""

    value: float
    unit: str
    start: int
    end: int


def amounts_in(text: str) -> list[Amount]:
    """Return the amounts in a text, in order. Years, ages and stages are none: their unit stands before the number."""
    words, known = list(_WORD.finditer(text)), word_lists("amounts")
    found: list[Amount] = []
    at = 0
    while at < len(words) - 1:
        value = _number(words[at][0])
        read = None
        if value is not None and words[at][0].lower() not in known["no_figures"]:
            read = _amount(text, words, at, value)
        if read is None:
            at += 1
        else:
            amount, at = read
            found.append(amount)
    return found


def _amount(text: str, words: list[re.Match[str]], at: int, value: float) -> tuple[Amount, int] | None:
    """Return the amount whose number is word `at`, and the word behind it; None where no unit follows."""

    def said(i: int) -> str:
        if i >= len(words) or not _NEXT.match(text, words[i - 1].end(), words[i].start()):
            return ""
        return words[i][0].lower()

    unit, known = at + 1, word_lists("amounts")
    if (said(unit) == "out" and said(unit + 1) == "of") or (said(unit) == "in" and _number(said(unit + 1)) is not None):
        whole = unit + 1 + (said(unit) == "out")
        parts = _number(said(whole))
        return (Amount(value / parts, "of the whole", words[at].start(), words[whole].end()), whole + 1) if parts else None
    if said(unit) == "and" and said(unit + 1) == "a" and said(unit + 2) == "half":
        value, unit = value + 0.5, unit + 3
    if said(unit) == "of":  # “45 of the first 100 words”
        unit += 1
        while said(unit) in ("the", "my", "his", "her", "their", "these", "every") or _number(said(unit)) is not None:
            unit += 1
    while said(unit) in known["adjectives"] or (
        said(unit) and _number(said(unit)) is not None and said(unit) not in ("a", "an")
    ):
        unit += 1
    if not said(unit) or said(unit) in known["no_units"]:
        return None
    if text[words[unit].start() - 1] in "-–" and _singular(said(unit)) not in known["measures"]:
        return None  # “24-point print” says what kind of print
    name, times = _PLAIN.get(_singular(said(unit)), (_singular(said(unit)), 1))
    behind = unit + 1
    if said(behind) in known["rates"] and said(behind + 1):
        name, behind = f"{name} a {_singular(said(behind + 1))}", behind + 2
    return Amount(value * times, name, words[at].start(), words[behind - 1].end()), behind


def _number(word: str) -> float | None:
    plain = word.lower().replace(",", "").rstrip(".")
    if not plain:
        return None
    return float(plain) if plain[0].isdecimal() else lexicon().numbers.get(plain)


def _singular(unit: str) -> str:
    if len(unit) > 3 and unit.endswith("s") and not unit.endswith("ss"):
        return unit[:-1]
    return unit
