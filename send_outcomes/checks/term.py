"""Compares an outcome's declared term (short, medium, long) with the end that it names."""

from collections.abc import Mapping, Sequence
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.phrasebook import Phrasebook

SETTINGS: dict[str, Any] = {
    "when": {
        "enum": ["missing", "contradicts"],
        "description": "missing: neither a term nor an end; contradicts: both, at odds",
    }
}
REQUIRED = ("when",)


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""

    def missing(case: Case) -> Sequence[Mark]:
        said = case.outcome.term or case.deadline or case.beside or case.by
        return () if said else (Mark(0, 0),)

    def contradicts(case: Case) -> Sequence[Mark]:
        declared, reached = case.outcome.term, case.horizon
        if declared is None or reached is None or declared is reached:
            return ()
        fields = {"declared": declared.value, "reached": reached.value, "by": f"{case.by:%d %B %Y}" if case.by else ""}
        if case.deadline is None:
            return (Mark(0, 0, fields),)
        return (Mark(case.deadline.start, case.deadline.end, fields),)

    return missing if settings["when"] == "missing" else contradicts
