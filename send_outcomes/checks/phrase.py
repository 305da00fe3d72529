"""Marks phrases that the rule itself lists; the longest where several begin or end inside one another."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.language.reading import Hit, Reading

SETTINGS: dict[str, Any] = {
    "phrases": {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
    "unless": {"type": "array", "items": {"type": "string"}, "description": "not where one of these was found"},
    "unless_said": {
        "type": "array",
        "items": {"type": "string"},
        "description": "not where one of these phrases is said as well",
    },
    "outside": {"type": "array", "items": {"type": "string"}, "description": "not inside one of these (quotation, purpose)"},
    "not_before": {"type": "array", "items": {"type": "string"}, "description": "not when one of these words comes next"},
    "not_after": {"type": "array", "items": {"type": "string"}, "description": "not when one of these words comes before"},
}
REQUIRED = ("phrases",)


def awaits(settings: Mapping[str, Any], group: str) -> str:
    """One of the phrases must have been met."""
    return group


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Register the rule's phrases and return the check."""
    phrasebook.add(group, settings["phrases"])
    phrasebook.add(f"{group} unless", settings.get("unless_said", ()))
    unless = frozenset(settings.get("unless", ()))
    outside: tuple[str, ...] = tuple(settings.get("outside", ("quotation",)))
    not_before = frozenset(settings.get("not_before", ()))
    not_after = frozenset(settings.get("not_after", ()))

    def check(case: Case) -> Iterable[Mark]:
        hits = case.reading.hits.get(group)
        if not hits or not unless.isdisjoint(case.reading.found):
            return ()
        if any(not _inside(other, hits) for other in case.reading.hits.get(f"{group} unless", ())):
            return ()
        return marks(case.reading, hits)

    def marks(reading: Reading, hits: list[Hit]) -> Iterator[Mark]:
        for hit in longest(hits):
            if not_before and hit.last < len(reading.words) and reading.words[hit.last] in not_before:
                continue
            if not_after and hit.first and reading.words[hit.first - 1] in not_after:
                continue
            start, end = reading.starts[hit.first], reading.ends[hit.last - 1]
            if any(f.start <= start and end <= f.end for name in outside for f in reading.found.get(name, ())):
                continue
            yield Mark(start, end)

    return check


def _inside(hit: Hit, others: list[Hit]) -> bool:
    return any(other.first <= hit.first and hit.last <= other.last for other in others)


def longest(hits: list[Hit]) -> list[Hit]:
    """Return the hits that no longer one overlaps, in order of place."""
    if len(hits) == 1:
        return hits
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first)):
        if all(hit.last <= other.first or other.last <= hit.first for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.first)
