"""What a check marks → the finding that a reader sees: the rule's words filled in, and whether a person has set it aside."""

from collections.abc import Iterable, Mapping

from send_outcomes.findings import About, Finding, Fix
from send_outcomes.model import Ignore
from send_outcomes.rulebook import Rule


def remark(
    rule: Rule,
    text: str,
    start: int,
    end: int,
    fields: Mapping[str, str],
    replacement: str | None = None,
    ignores: Iterable[Ignore] = (),
    about: About | None = None,
) -> Finding:
    """Return a rule's finding on the characters `start` up to `end` of `text`.

    `fields` fill the message and the suggested replacement, `ignores` are those of the item that the text belongs to.
    """
    match = text[start:end]
    fields = {"match": match if not match or match.isalnum() else " ".join(match.split()), **fields}
    if "says" in fields:
        fields["says"] = rule.say(fields, fields["says"])
    if rule.fix is not None:
        replacement = rule.replacement(fields)
    return Finding(
        rule.code,
        rule.name,
        rule.feature,
        rule.severity,
        rule.confidence,
        rule.say(fields),
        rule.why,
        start,
        end,
        match,
        Fix(rule.fix_kind, replacement) if replacement is not None else None,
        next((i for i in ignores if i.because and i.rule in (rule.code, rule.name)), None) if ignores else None,
        about,
    )
