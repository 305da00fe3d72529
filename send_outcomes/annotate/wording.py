"""What a comment says, in a caseworker's words: message, why, what to write instead, the rule. Knows nothing of Word."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from send_outcomes.findings import Feature, Finding, Severity, Verdict
from send_outcomes.reports.contract import Run
from send_outcomes.reports.mending import counted, mend_first
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from send_outcomes.engine import PlanReport

_COUNTED = (
    (Severity.ERROR, "{} to mend"),
    (Severity.WARNING, "{} worth another look"),
    (Severity.INFO, "{} for your information"),
)
_ENDS = (".", "?", "!", "…", ":", "”")
_ALL_BEFORE = "Checked by send-outcomes: "
_DECIDES = (
    "These comments are suggestions. A person who knows the child or young person decides."
    " To set one aside, reply to it with the word ignore, the rule and your reason, like: “ignore N651: agreed at the review”."
)
_LONGEST_QUOTE = 80


def finding_lines(finding: Finding, quoted: bool = False) -> tuple[str, ...]:
    """Return the paragraphs of a comment on one finding; `quoted` names the words, where the mark can't be exactly on them."""
    before = f"{_quote(finding.match)}: " if quoted and finding.match.strip() else ""
    lines = [_sentence(before + shown(finding.message)), *_reasons([finding]), rule_of(finding)]
    return tuple(line for line in lines if line)


def group_lines(findings: Sequence[Finding], quoted: bool = False) -> tuple[str, ...]:
    """Return the paragraphs of one comment on all findings of an outcome, the heaviest first; a reason is said once."""
    lines: list[str] = []
    said: set[str] = set()
    if len(findings) == 1:
        return finding_lines(findings[0], True)
    for finding in sorted(findings, key=lambda one: -one.severity.weight):
        on = f"{_quote(finding.match)}: " if finding.match.strip() and finding.match not in finding.message else ""
        lines.append(f"• {_sentence(on + shown(finding.message))} {rule_of(finding)}")
        reasons = [reason for reason in _reasons([finding]) if reason not in said]
        said.update(reasons)
        lines.extend(reasons)
    return tuple(lines)


def summary_lines(report: "PlanReport", run: Run) -> tuple[str, ...]:
    """Return the paragraphs of the comment on the whole plan: counts, what to mend first, what “?” means, who decides."""
    total = len(report.outcomes)
    counts = counted(report)
    said = ", ".join(words.format(counts[severity]) for severity, words in _COUNTED if counts[severity]) or "nothing to mend"
    aside = sum(finding.ignored is not None for finding in report.all_findings())
    lines = [
        f"{_ALL_BEFORE}{total} {'outcome' if total == 1 else 'outcomes'}; {said}{f'; {aside} set aside' if aside else ''}."
    ]
    lines.append(mend_first(report, run).sentence)
    lines.extend(
        f"On the whole plan: {' '.join(finding_lines(finding))}" for finding in report.findings if finding.ignored is None
    )
    unsure = _unsure(report)
    if unsure:
        lines.append(
            f"Not judged (“?” in the report): {unsure}. The plan does not say enough; someone who knows the child can tell."
        )
    return (*(shown(line) for line in lines), _DECIDES)


def rule_of(finding: Finding) -> str:
    """Return the rule as it stands at the end of a comment; re-annotation knows a comment by it."""
    return f"({finding.code} {finding.name})"


def _unsure(report: "PlanReport") -> str:
    """Name the features that no outcome of the plan could be judged by."""
    never = [
        feature.label
        for feature in Feature
        if report.outcomes and all(one.features.get(feature) is Verdict.CANNOT_TELL for one in report.outcomes)
    ]
    return ", ".join(never)


def _reasons(findings: Iterable[Finding]) -> list[str]:
    lines = []
    for finding in findings:
        if finding.why:
            lines.append(f"Why: {_sentence(shown(finding.why), capital=False)}")
        replacement = shown(finding.fix.replacement) if finding.fix else ""
        if replacement and replacement not in finding.message:
            lines.append(f"You could write: “{replacement}”")
    return lines


def _quote(words: str) -> str:
    words = " ".join(shown(words).split())
    return f"“{words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(' ', 1)[0] + ' …'}”"


def _sentence(text: str, capital: bool = True) -> str:
    """Return a message, which is written to follow a rule's name, as a sentence of its own."""
    text = text[:1].upper() + text[1:] if capital else text
    return text if text.endswith(_ENDS) else f"{text}."
