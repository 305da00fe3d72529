"""Check kinds: the Python behind a rule's `check:`. Few and small, one module each; a kind knows nothing of any one rule.

A kind's module holds SETTINGS (a JSON Schema of the settings it takes) and `prepare`, which turns one rule's settings into
a function from a Case to marks. Phrases are registered while preparing, so that one pass finds those of every rule.
A kind that can only mark what was found, or a phrase met, says which (`awaits`): where it is missing no rule is asked.
A kind that looks at a whole plan says so (`SCOPE = "plan"`): its function takes a PlanCase, and gives PlanMarks.
One that looks at what people have set aside (`SCOPE = "asides"`) takes an Aside, and says whether it is in vain.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from send_outcomes.checks import (
    absence,
    baseline,
    copied,
    deadline,
    joint_working,
    kind_of_outcome,
    length,
    naming,
    needs_together,
    outcome_count,
    pathways,
    pattern,
    phrase,
    presence,
    provision_part,
    provision_words,
    readability,
    set_aside,
    specialist,
    term,
    term_spread,
    thread_gap,
    unchanged,
    views,
)
from send_outcomes.checks.case import Case, Check, Mark, Present
from send_outcomes.checks.plan_case import PlanCase, PlanCheck, PlanMark, ReadProvision, Surroundings

KINDS: dict[str, ModuleType] = {
    "absence": absence,
    "baseline": baseline,
    "copied": copied,
    "deadline": deadline,
    "joint_working": joint_working,
    "kind_of_outcome": kind_of_outcome,
    "length": length,
    "naming": naming,
    "needs_together": needs_together,
    "outcome_count": outcome_count,
    "pathways": pathways,
    "pattern": pattern,
    "phrase": phrase,
    "presence": presence,
    "provision_part": provision_part,
    "provision_words": provision_words,
    "readability": readability,
    "specialist": specialist,
    "set_aside": set_aside,
    "term": term,
    "term_spread": term_spread,
    "thread_gap": thread_gap,
    "unchanged": unchanged,
    "views": views,
}


def looks_at_plans(kind: str) -> bool:
    """Tell whether a check kind looks at whole plans, not at one text after the other."""
    return getattr(KINDS[kind], "SCOPE", "text") == "plan"


def looks_at_asides(kind: str) -> bool:
    """Tell whether a check kind looks at what people have set aside."""
    return getattr(KINDS[kind], "SCOPE", "text") == "asides"


def awaited(kind: str, settings: Mapping[str, Any], group: str) -> str | None:
    """Return what must have been found in a text, or the group of phrases met, before a rule can mark anything in it.

    None where a rule looks at every text. The settings and the group are those that `prepare` was given.
    """
    awaits = getattr(KINDS[kind], "awaits", None)
    return awaits(settings, group) if awaits else None


__all__ = [
    "KINDS",
    "Case",
    "Check",
    "Mark",
    "PlanCase",
    "PlanCheck",
    "PlanMark",
    "Present",
    "ReadProvision",
    "Surroundings",
    "awaited",
    "looks_at_asides",
    "looks_at_plans",
]
