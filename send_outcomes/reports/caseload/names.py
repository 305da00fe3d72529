"""What rules and statements are called, for `summary.json`: so that a finished folder can be read without the rules it came from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from send_outcomes.reports.mending import in_few_words
from send_outcomes.reports.picture import speaks_as_the_child

if TYPE_CHECKING:
    from send_outcomes.frameworks import Framework
    from send_outcomes.rulebook import Rule


def names(rules: Iterable["Rule"], frameworks: Iterable["Framework"]) -> dict[str, Any]:
    """Return, as plain values, each rule by its code and each framework by its id, in their order."""
    return {
        "rules": {
            rule.code: {
                "name": rule.name,
                "feature": rule.feature,
                "severity": rule.severity.value,
                "says": in_few_words(rule),
                "why": rule.why,
            }
            for rule in rules
        },
        "frameworks": {
            framework.id: {
                "title": framework.title,
                "of_the_child": speaks_as_the_child(framework),
                "statements": {one.id: {"label": one.label, "text": one.text} for one in framework.statements},
            }
            for framework in frameworks
        },
    }
