"""Marks what a person has set aside in vain: without a reason, or where there is nothing to set aside."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from send_outcomes.language.phrasebook import Phrasebook

SCOPE = "asides"
SETTINGS: dict[str, Any] = {
    "when": {
        "enum": ["without_reason", "unused"],
        "description": "without_reason: so it has no effect; unused: the rule finds nothing there, or no outcome stands there",
    }
}
REQUIRED = ("when",)


class Aside(NamedTuple):
    """One rule that a person has set aside somewhere: whether with a reason, and whether it had found something there."""

    reasoned: bool
    used: bool


AsideCheck = Callable[[Aside], bool]


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> AsideCheck:
    """Return the check for one rule's settings."""
    if settings["when"] == "unused":
        return lambda aside: aside.reasoned and not aside.used
    return lambda aside: not aside.reasoned
