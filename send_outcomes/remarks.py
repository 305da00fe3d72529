"""What a check marks → the finding that a reader sees: the rule's words filled in, and whether a person has set it aside.

And the verdict that a feature's findings come to."""

from collections.abc import Collection, Iterable, Mapping

from send_outcomes.findings import About, Finding, Fix, Severity, Verdict
from send_outcomes.model import Ignore
from send_outcomes.rulebook import Rule
from send_outcomes.templates import filled, wholly_filled


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
        fields["says"] = filled(fields["says"], fields)
    if rule.fix is not None:
        replacement = wholly_filled(rule.fix, fields)
    return Finding(
        rule.code,
        rule.name,
        rule.feature,
        rule.severity,
        rule.confidence,
        filled(rule.message, fields),
        rule.why,
        start,
        end,
        match,
        Fix(rule.fix_kind, replacement) if replacement is not None else None,
        next((i for i in ignores if i.because and i.rule in (rule.code, rule.name)), None) if ignores else None,
        about,
    )


def verdict_of(findings: Collection[Finding], judged: bool = True) -> Verdict:
    """Turn one feature's findings into its verdict: an error → not met, a warning → partly, none → met.

    `judged` is false where the plan lacked what the feature's rules need; then the absence of findings says nothing.
    A finding that a person has set aside with a reason does not count.
    """
    verdict = Verdict.MET if judged else Verdict.CANNOT_TELL
    for finding in findings:
        if finding.ignored is None:
            if finding.severity is Severity.ERROR:
                return Verdict.NOT_MET
            if finding.severity is Severity.WARNING:
                verdict = Verdict.PARTLY
    return verdict
