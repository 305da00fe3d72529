"""Marks a gap where the language layer has found nothing of the kind, and the plan's own fields don't say it either."""

from collections.abc import Mapping, Sequence
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.phrasebook import Phrasebook

SETTINGS: dict[str, Any] = {
    "of": {"type": "string", "description": "what the language layer must have found, by its name"},
    "unless_field": {
        "type": "array",
        "items": {"enum": ["by", "by_when", "term"]},
        "description": "fields of the plan that say it as well",
    },
    "unless_dated_act": {
        "type": "boolean",
        "description": "not where one act that can be seen has an end: then it happened by then, or not",
    },
    "unless": {"type": "array", "items": {"type": "string"}, "description": "not where one of these was found"},
}
REQUIRED = ("of",)

# With these nobody can tell whether the act was done: nothing to be seen, nothing done, “with some support”.
_LEFT_OPEN = frozenset({"vague-verb", "no-act", "left-open"})
_GAP: Sequence[Mark] = (Mark(0, 0),)


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    name: str = settings["of"]
    fields: tuple[str, ...] = tuple(settings.get("unless_field", ()))
    unless = frozenset(settings.get("unless", ()))
    dated_act = bool(settings.get("unless_dated_act", False))

    def check(case: Case) -> Sequence[Mark]:
        found = case.reading.found
        if name in found or not unless.isdisjoint(found):
            return ()
        if any(_says(case, field) for field in fields) or (dated_act and _is_dated_act(case)):
            return ()
        return _GAP

    return check


def _says(case: Case, field: str) -> bool:
    """Tell whether a field of the plan says it; words beside the outcome only where they name an end, not “ongoing”."""
    return case.beside is not None if field == "by_when" else getattr(case.outcome, field) is not None


def _is_dated_act(case: Case) -> bool:
    found = case.reading.found
    if not _LEFT_OPEN.isdisjoint(found):
        return False
    return case.deadline is not None or case.beside is not None or case.outcome.by is not None
