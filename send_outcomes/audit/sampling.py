"""Draws a sample of outcomes from `outcomes.csv`. The same seed draws the same outcomes, whatever order they were written in."""

import heapq
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PureWindowsPath

from send_outcomes.audit.tables import read_table

_KEYED_BY = ("plan", "outcome", "label")


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to draw: so many outcomes, by this seed, from each value of a group (`per`) or, with "", from the whole."""

    number: int
    seed: int = 1
    per: str = ""


def draw(path: Path, wanted: Sampling) -> list[Mapping[str, str]]:
    """Return the drawn rows in the order of the table; fewer where there are fewer. Raises OSError, and KeyError for an unknown group.

    Each outcome has a number that hangs on the seed and on what it is called; the lowest are drawn. Holds no more than it draws.
    """
    kept: dict[str, list[tuple[int, int, Mapping[str, str]]]] = {}
    for place, row in enumerate(read_table(path)):
        drawn = kept.setdefault(row[wanted.per] if wanted.per else "", [])
        entry = (-_number(row, wanted.seed), -place, row)
        if len(drawn) < wanted.number:
            heapq.heappush(drawn, entry)
        elif entry[:2] > drawn[0][:2]:
            heapq.heapreplace(drawn, entry)
    found = [(-place, row) for drawn in kept.values() for _, place, row in drawn]
    return [row for _, row in sorted(found, key=lambda pair: pair[0])]


def _number(row: Mapping[str, str], seed: int) -> int:
    name = PureWindowsPath(row["path"]).name  # without its folder, so that a moved export gives the same sample
    text = "\0".join((str(seed), name, *(row[key] for key in _KEYED_BY)))
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
