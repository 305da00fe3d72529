"""Holds what an outcome aims at against what another text says of the present: only like with like.

Two amounts are of the same thing where unit and act agree (reading words is not spelling words), and the words around them
share something where both have any (“in my chair” is not “in assembly”).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from send_outcomes.language.judgements.amounts import Amount, amounts_in
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.vocabularies.word_lists import word_lists

_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[.;:!?]|,|\b(?:and|but|then)\b", re.IGNORECASE)
_SHORT_UNIT = 2  # “m”, “km” have no plural


class Level(NamedTuple):
    """An amount with what is done with it: `act` is the base form of the verb ("" where none is known)."""

    amount: Amount
    words: str
    act: str
    around: frozenset[str]
    lowered: bool
    alone: bool
    helped: bool


def levels_in(text: str) -> Iterator[Level]:
    """Yield the amounts of a text with the act that each belongs to."""
    bounded, alone, helped = _patterns()
    for amount in amounts_in(text):
        first, last = _sentence(text, amount)
        sentence = text[first:last]
        act, around = _act(text, first, amount)
        before = text[first : amount.start]
        lowered = bool(bounded.search(before.rstrip() + " ")) or not word_lists("amounts")["lowering"].isdisjoint(
            _words(sentence)
        )
        around |= {*_words(text[amount.end : _end_of_clause(text, amount.end, last)])}
        yield Level(
            amount,
            _as_counted(" ".join(text[amount.start : amount.end].split()), amount),
            act,
            frozenset(_plain(word) for word in around - _small()) - {act, *amount.unit.split()},
            lowered,
            bool(alone.search(sentence)),
            bool(helped.search(sentence)),
        )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return by what a bound right before an amount, doing it alone, and being helped are known."""
    known = word_lists("amounts")
    bounds, within, alone, helped = (
        "|".join(map(re.escape, sorted(known[name]))) for name in ("bounds", "within_bounds", "alone", "helped")
    )
    return (
        re.compile(rf"(?<!\w)(?:{bounds})(?:\s+(?:{within}))*\s*\Z", re.IGNORECASE),
        re.compile(rf"\b(?:{alone})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{helped})\b", re.IGNORECASE),
    )


def _as_counted(words: str, amount: Amount) -> str:
    """Return “25 words” for the “25 word” of “a 25 word story”, so that it can be told by itself."""
    single = (
        amount.value > 1 and len(amount.unit) > _SHORT_UNIT and amount.unit.isalpha() and words.lower().endswith(amount.unit)
    )
    return f"{words.replace('-', ' ')}s" if single else words


def is_same_thing(aim: Level, now: Level, act_needed: bool = True) -> bool:
    """Tell whether two amounts count the same. `act_needed` is false where the one text is about the other, as a baseline is."""
    if aim.amount.unit != now.amount.unit or now.amount.value <= 0:
        return False
    if aim.act and now.act and aim.act != now.act:
        return False
    if not act_needed and aim.amount.unit not in word_lists("amounts")["of_anything"]:
        return True
    if act_needed and not (aim.act and now.act):
        return False
    return not (aim.around and now.around) or not aim.around.isdisjoint(now.around)


def is_no_further(aim: Level, now: Level) -> bool:
    """Tell whether an outcome asks for no more than there is: as much, or less where more is what is wanted."""
    if now.helped and not now.alone and aim.alone:
        return False
    if aim.amount.value == now.amount.value:
        return True
    wants_more = not (aim.lowered or now.lowered) and aim.alone == now.alone
    return aim.amount.value < now.amount.value and wants_more and bool(aim.act) and aim.act == now.act


def _act(text: str, first: int, amount: Amount) -> tuple[str, set[str]]:
    """Return the verb before the amount, in its clause or, where that has none, in the ones before; and the words between."""
    breaks = [first, *(match.end() for match in _BREAK.finditer(text, first, amount.start))]
    for start in reversed(breaks):
        words = _words(text[start : amount.start])
        modals = [i for i, word in enumerate(words) if word in ("will", "can", "to", "could", "able")]
        behind = words[modals[-1] + 1 :] if modals else words
        for i, word in enumerate(behind):
            act = lexicon().forms.get(word)
            if act is not None and word not in _small():
                return act, set(behind[i + 1 :])
    return "", set()


def _sentence(text: str, amount: Amount) -> tuple[int, int]:
    ends = [match.end() for match in re.finditer(r"[.;!?](?=\s|\Z)|\n", text)]
    first = max((end for end in ends if end <= amount.start), default=0)
    return first, min((end for end in ends if end >= amount.end), default=len(text))


def _end_of_clause(text: str, first: int, last: int) -> int:
    found = _BREAK.search(text, first, last)
    return found.start() if found else last


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _plain(word: str) -> str:
    """Return a word without its plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _small() -> frozenset[str]:
    known = word_lists("amounts")
    return known["small"] | known["small_around"]
