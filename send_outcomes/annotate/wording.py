"""What a comment says, in a caseworker's words: message, why, what to write instead, the rule. Knows nothing of Word."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from send_outcomes.findings import Feature, Finding, Severity, Verdict
from send_outcomes.reports.contract import Run
from send_outcomes.reports.mending import counted, mend_first
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.safe import shown
from send_outcomes.reports.together import parts_together, words_together

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

_COUNTED = (
    (Severity.ERROR, "{} to mend"),
    (Severity.WARNING, "{} worth another look"),
    (Severity.INFO, "{} for your information"),
)
_ENDS = (".", "?", "!", "…", ":", "”")
_DECIDES = (
    "These comments are suggestions. A person who knows the child or young person decides."
    " To set one aside, reply to it with the word ignore, the rule and your reason, like: “ignore N651: agreed at the review”."
)
_LONGEST_QUOTE = 80
_MOST_ON_PLAN = 6  # findings told in the summary, which is to be read at a glance


def finding_lines(finding: Finding, about: str = "") -> tuple[str, ...]:
    """Return the paragraphs of a comment on one finding; `about` are the words it means, where the mark can't be exactly on them."""
    before = f"{_quote(about)}: " if about.strip() and about not in finding.message else ""
    why = [f"Why: {_sentence(shown(finding.why))}"] if finding.why else []
    return (_sentence(before + shown(finding.message)), *why, *_instead(finding), rule_of(finding))


def group_lines(findings: Sequence[Finding], about: str = "") -> tuple[str, ...]:
    """Return the paragraphs of one comment on all findings of an outcome: what to mend, the heaviest first, then the reasons."""
    if len(findings) == 1:
        return finding_lines(findings[0], findings[0].match or about)
    lines = [f"{_quote(about)}:"] if about else []
    reasons: dict[str, None] = {}
    for finding in sorted(findings, key=lambda one: -one.severity.weight):
        on = f"{_quote(finding.match)}: " if finding.match.strip() and finding.match not in finding.message else ""
        lines.append(f"• {_sentence(on + shown(finding.message))} {rule_of(finding)}")
        lines.extend(_instead(finding))
        if finding.why:
            reasons[f"Why {finding.code}: {_sentence(shown(finding.why))}"] = None
    return (*lines, *reasons)


def item_lines(findings: Sequence[Finding], run: Run, about: str = "") -> tuple[str, ...]:
    """Return the paragraphs of the one comment on an aspiration, need or provision; what is alike in it is said once."""
    words, parts = words_together(findings, run.rules), parts_together(findings, run.rules)
    once = {id(finding) for group in (*words, *parts) for finding in group.findings}
    left = [finding for finding in findings if id(finding) not in once]
    if not once:
        return group_lines(left, about)
    said = [f"{_sentence(shown(group.message))} ({group.label})" for group in words]
    said += [_sentence(f"Not said: {shown(group.message)}") for group in parts]
    said += [f"{_sentence(shown(finding.message))} {rule_of(finding)}" for finding in left]
    spoken = [*(group.findings[0] for group in words), *left]
    reasons = dict.fromkeys(f"Why {one.code}: {_sentence(shown(one.why))}" for one in spoken if one.why)
    bullet = "• " if len(said) > 1 else ""
    return (*([f"{_quote(about)}:"] if about else []), *(bullet + line for line in said), *reasons)


def summary_lines(report: "PlanReport", run: Run, unplaced: Sequence[Finding] = ()) -> tuple[str, ...]:
    """Return the paragraphs of the comment on the whole plan: counts, what to mend first, what “?” means, who decides.

    `unplaced` are findings on needs, provision and aspirations whose own place is not known: each is told with its item.
    """
    total = len(report.outcomes)
    counts = counted(report)
    said = ", ".join(words.format(counts[severity]) for severity, words in _COUNTED if counts[severity])
    aside = sum(finding.ignored is not None for finding in report.all_findings())
    parts = [so_many(total, "outcome"), said, f"{aside} set aside" if aside else ""]
    lines = [f"Checked by send-outcomes: {'; '.join(part for part in parts if part)}."]
    lines.append(mend_first(report, run).sentence)
    on_plan = [finding for finding in report.findings if finding.counts and finding.about is None]
    further = sorted((*on_plan, *unplaced), key=lambda one: -one.severity.weight)
    lines.extend(f"On {_named(one)}: {_sentence(one.message)} {rule_of(one)}" for one in further[:_MOST_ON_PLAN])
    if len(further) > _MOST_ON_PLAN:
        lines.append(f"… and {len(further) - _MOST_ON_PLAN} more, none heavier: see the report.")
    unsure = _unsure(report)
    if unsure:
        lines.append(
            f"Not judged (“?” in the report): {unsure}. The plan does not say enough; someone who knows the child can tell."
        )
    return (*(shown(line) for line in lines), _DECIDES)


def rule_of(finding: Finding) -> str:
    """Return the rule as it stands at the end of a comment, for a person to look up."""
    return f"({finding.code} {finding.name})"


def _named(finding: Finding) -> str:
    return f"{finding.about.kind} {finding.about.id}" if finding.about else "the whole plan"


def _unsure(report: "PlanReport") -> str:
    """Name the features that no outcome of the plan could be judged by."""
    never = [
        feature.label
        for feature in Feature
        if report.outcomes and all(one.features.get(feature) is Verdict.CANNOT_TELL for one in report.outcomes)
    ]
    return ", ".join(never)


def _instead(finding: Finding) -> list[str]:
    replacement = shown(finding.fix.replacement) if finding.fix else ""
    return [f"You could write: “{replacement}”"] if replacement and replacement not in finding.message else []


def _quote(words: str) -> str:
    words = " ".join(shown(words).split())
    return f"“{words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(' ', 1)[0] + ' …'}”"


def _sentence(text: str) -> str:
    """Return a message, which is written to follow a rule's name, as a sentence of its own."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(_ENDS) else f"{text}."
