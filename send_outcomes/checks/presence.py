"""Marks what the language layer has found: a service subject, an acronym, a provision."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.phrasebook import Phrasebook

SETTINGS: dict[str, Any] = {
    "of": {"type": "string", "description": "what the language layer must have found, by its name"},
    "kinds": {"type": "array", "items": {"type": "string"}, "description": "only these finer kinds of it"},
    "unless": {"type": "array", "items": {"type": "string"}, "description": "not where one of these was found too"},
    "says": {
        "type": "object",
        "additionalProperties": {"type": "string"},
        "description": "for each finer kind, words for {says}",
    },
    "first_only": {"type": "boolean", "description": "mark only the first"},
}
REQUIRED = ("of",)


def awaits(settings: Mapping[str, Any], group: str) -> str:
    """What is marked must have been found."""
    return str(settings["of"])


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    name: str = settings["of"]
    kinds = frozenset(settings.get("kinds", ()))
    unless = frozenset(settings.get("unless", ()))
    says: Mapping[str, str] = settings.get("says", {})
    first_only = bool(settings.get("first_only", False))

    def check(case: Case) -> Iterable[Mark]:
        found = case.reading.found
        if name not in found or not unless.isdisjoint(found):
            return ()
        return marks(case)

    def marks(case: Case) -> Iterator[Mark]:
        for thing in case.reading.found[name]:
            if kinds and thing.kind not in kinds:
                continue
            if case.explained and thing.fields.get("short") in case.explained:
                continue
            fields = {**thing.fields, "says": says[thing.kind]} if thing.kind in says else thing.fields
            yield Mark(thing.start, thing.end, fields, thing.fields.get("replacement"))
            if first_only:
                return

    return check
