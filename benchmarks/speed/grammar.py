"""Distinct made-up outcomes in any number, from grammar.yaml and a seed. Knows nothing of what they are for."""

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from send_outcomes.documents import load_one

SLIPS_IN = 0.125  # the share of texts with a slip of the pen
_SLOT = re.compile(r"\{(\w+)\}")
_WEIGHT = re.compile(r"(\d+) \| (.*)", re.DOTALL)
_SPACES = re.compile(r" +(?=[ .,:])")
_PATIENCE = 1000  # texts met before, in a row, until the grammar counts as used up


@dataclass(frozen=True, slots=True)
class Choices:
    """The entries of one name, cut at their slots (text, name, text, name, …, text), and how likely each is."""

    entries: tuple[tuple[str, ...], ...]
    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All names with their entries, and the slips."""

    names: Mapping[str, Choices]
    slips: Mapping[str, list[str]]

    def outcome(self, draw: random.Random) -> str:
        """Return one text; its first letter is a capital, as a rule."""
        text = _SPACES.sub("", self.say(self.names["outcome"], draw)).strip()
        text = text[0].upper() + text[1:]
        return self._slip(text, draw) if draw.random() < SLIPS_IN else text

    def say(self, of: Choices, draw: random.Random) -> str:
        """Return one of the entries, its slots filled."""
        (entry,) = draw.choices(of.entries, of.weights)
        return "".join(self.say(self.names[part], draw) if i % 2 else part for i, part in enumerate(entry))

    def _slip(self, text: str, draw: random.Random) -> str:
        possible = [word for word in self.slips if word in text]
        if possible and draw.random() < 0.5:
            word = draw.choice(possible)
            return text.replace(word, draw.choice(self.slips[word]), 1)
        at = draw.randrange(1, len(text) - 1)
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :] if text[at : at + 2].isalpha() else text


def outcomes(number: int, seed: int = 1) -> list[str]:
    """Return so many distinct outcomes, the same ones for the same seed. Raises ValueError where the grammar has fewer."""
    return [text for text, _ in zip(_distinct(seed), range(number), strict=False)]


def _distinct(seed: int) -> Iterator[str]:
    draw, grammar = random.Random(seed), load_grammar()
    seen: set[str] = set()
    again = 0
    while again < _PATIENCE:
        text = grammar.outcome(draw)
        if text in seen:
            again += 1
            continue
        again = 0
        seen.add(text)
        yield text
    raise ValueError(f"the grammar has no more than about {len(seen)} outcomes")


@cache
def load_grammar() -> Grammar:
    """Return the shipped grammar. Raises ValueError where a slot names nothing."""
    path = Path(__file__).with_name("grammar.yaml")
    value: dict[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path)).value
    slips = value.pop("slips")
    names = {name: choices(entries) for name, entries in value.items()}
    slots = {slot for of in names.values() for entry in of.entries for slot in entry[1::2]}
    if missing := slots - names.keys():
        raise ValueError(f"grammar.yaml: nothing stands under {', '.join(sorted(missing))}")
    return Grammar(names, slips)


def choices(entries: list[str]) -> Choices:
    """Return entries as they stand in a grammar's file, cut at their slots."""
    cut, weights = [], []
    for entry in entries:
        weighted = _WEIGHT.fullmatch(entry)
        weight, text = (int(weighted[1]), weighted[2]) if weighted else (1, entry)
        cut.append(tuple(_SLOT.split(text)))
        weights.append(weight)
    return Choices(tuple(cut), tuple(weights))
