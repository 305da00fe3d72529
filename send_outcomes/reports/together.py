"""Findings on one item that are best read as one: parts that a provision lacks, words that all want the same. For people only.

Machines get every finding by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.findings import Finding, Severity
from send_outcomes.language.provision_parts import ProvisionPart
from send_outcomes.templates import filled

if TYPE_CHECKING:
    from send_outcomes.rulebook import Rule

NOT_SAID = "not said"
_MANY_WORDS = 3  # marks of one rule, all with one message, from which on it is said once
_ASKED = {
    ProvisionPart.WHAT: "what it is",
    ProvisionPart.SKILLS: "what skills or training",
    ProvisionPart.REVIEW: "when it is reviewed, and by whom",
}


class Together(NamedTuple):
    """Findings that are said at once, how heavy they are, what goes before the message, and the message."""

    findings: tuple[Finding, ...]
    severity: Severity
    label: str
    message: str


def parts_together(findings: Iterable[Finding], rules: "Mapping[str, Rule]") -> Sequence[Together]:
    """Return the parts that one provision lacks as one remark, each with its code; one for each severity, none for a lone part."""
    lacking: dict[Severity, dict[ProvisionPart, Finding]] = {}
    for finding in findings:
        rule = rules.get(finding.code)
        if finding.counts and finding.end <= finding.start and rule and rule.check == "provision_part":
            lacking.setdefault(finding.severity, {})[ProvisionPart(rule.settings["lacks"])] = finding
    found = []
    for severity, parts in sorted(lacking.items(), key=lambda one: -one[0].weight):
        order = [(part, parts[part]) for part in ProvisionPart if part in parts]
        if len(order) > 1:
            said = ", ".join(f"{_ASKED.get(part, part.label)} ({finding.code})" for part, finding in order)
            found.append(Together(tuple(finding for _, finding in order), severity, NOT_SAID, said))
    return found


def words_together(findings: Iterable[Finding], rules: "Mapping[str, Rule]") -> Sequence[Together]:
    """Return those marks of one text that would say the same of word after word, a rule at a time, as one remark each."""
    alike: dict[tuple[str, str, Severity], list[Finding]] = {}
    for finding in findings:
        if finding.counts and finding.end > finding.start and finding.fix is None:
            alike.setdefault((finding.code, _bare(finding), finding.severity), []).append(finding)
    found = []
    for (code, _, severity), ones in alike.items():
        rule = rules.get(code)
        if len(ones) < _MANY_WORDS or rule is None or "{match}" not in rule.message:
            continue
        words = dict.fromkeys(" ".join(one.match.split()) for one in ones if one.match)
        message = filled(rule.message, {"match": "”, “".join(words)} if words else {})
        found.append(Together(tuple(ones), severity, f"{code} {ones[0].name}", message))
    return found


def _bare(finding: Finding) -> str:
    """Return a message without the words that it is about."""
    return finding.message.replace(finding.match, "…") if finding.match else finding.message
