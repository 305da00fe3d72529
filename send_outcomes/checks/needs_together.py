"""Marks a need in which several stand together: clauses side by side that speak of quite different sides of life."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark
from send_outcomes.findings import About
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.thread.topics import sides_of

SCOPE = "plan"
SETTINGS: dict[str, Any] = {
    "fewest": {"type": "integer", "minimum": 2, "description": "how many sides of life, nothing in common, make several needs"},
    "below": {
        "type": "array",
        "items": {"type": "string"},
        "description": "words that begin what says when, why or in what another clause shows: no need of its own",
    },
}
REQUIRED = ("fewest",)

# Where one clause ends and the next begins: sentences, lines, “; ”, “, she …” and “ and he …”, and the items of a list.
_NEXT = re.compile(
    r"(?<=[.!?;])\s+|\n+|,\s+(?:and\s+|as\s+well\s+as\s+)?|\s+and\s+(?=(?:she|he|they|her|his|their|has|is|cannot|can't|can’t)\b)",
    re.IGNORECASE,
)
_MOST_CLAUSES = 24


class _Side(NamedTuple):
    """A clause's sides of life, and the word that speaks for them."""

    of: frozenset[str]
    word: str


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> PlanCheck:
    """Return the check for one rule's settings."""
    fewest: int = settings["fewest"]
    below = frozenset(settings.get("below", ()))

    def check(case: PlanCase) -> Iterator[PlanMark]:
        for need in case.plan.needs:
            clauses = [clause for clause in _NEXT.split(need.text) if clause.strip() and clause.split()[0].lower() not in below]
            if len(clauses) < fewest:
                continue
            sides: dict[frozenset[str], _Side] = {}
            for clause in clauses[:_MOST_CLAUSES]:
                of, word = sides_of(case.read(clause))
                if of:
                    sides.setdefault(of, _Side(of, word))
            apart = next((some for some in combinations(sides.values(), fewest) if _apart(some)), None)
            if apart:
                yield PlanMark(About("need", need.id), fields={"said": ", ".join(f"“{side.word}”" for side in apart)})

    return check


def _apart(sides: tuple[_Side, ...]) -> bool:
    return all(not one.of & other.of for one, other in combinations(sides, 2))
