"""Check kinds: the Python behind a rule's `check:`. Few and small, one module each; a kind knows nothing of any one rule.

A kind's module holds SETTINGS (a JSON Schema of the settings it takes) and `prepare`, which turns one rule's settings into
a function from a Case to marks. Phrases are registered while preparing, so that one pass finds those of every rule.
"""

from types import ModuleType

from send_outcomes.checks import absence, baseline, deadline, length, naming, pattern, phrase, presence, term
from send_outcomes.checks.case import Case, Check, Mark

KINDS: dict[str, ModuleType] = {
    "absence": absence,
    "baseline": baseline,
    "deadline": deadline,
    "length": length,
    "naming": naming,
    "pattern": pattern,
    "phrase": phrase,
    "presence": presence,
    "term": term,
}

__all__ = ["KINDS", "Case", "Check", "Mark"]
