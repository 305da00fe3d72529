"""What a check of a plan comes to: reports on its outcomes, the findings on the rest of it, its thread; and totals.

Plain values, without a rule or a format.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from send_outcomes.comparison import OutcomePair
from send_outcomes.findings import Feature, Finding, Verdict
from send_outcomes.language.provision_parts import Parts
from send_outcomes.language.readability import Readability
from send_outcomes.mapping import Served
from send_outcomes.model import Horizon, Outcome, Plan, Provision
from send_outcomes.thread import Thread


@dataclass(slots=True)  # frozen ones cost three times as much to make
class OutcomeReport:
    """What was found on one outcome: its findings, a verdict for each key feature, and what it serves in each framework.

    `suggestion` is another wording, where one was asked for and there is one.
    """

    outcome: Outcome
    by: dt.date | None
    horizon: Horizon | None
    findings: tuple[Finding, ...]
    features: Mapping[Feature, Verdict]
    mapping: Mapping[str, tuple[Served, ...]]
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class ProvisionReport:
    """One provision, and which of its parts (what, how much, how often, who, skills, review) it names.

    A part is None where nothing names it, NOT_NEEDED where such a provision need not name it.
    """

    provision: Provision
    parts: Parts


@dataclass(frozen=True, slots=True)
class PlanReport:
    """What was found on one plan or list.

    `findings` are those on the plan itself, or on its aspirations, needs and provision (`about` says which). `thread`,
    `provision` and `readability` (by section) are there for whole plans only, `comparison` where the last plan is known.
    """

    plan: Plan
    outcomes: tuple[OutcomeReport, ...]
    findings: tuple[Finding, ...] = ()
    provision: tuple[ProvisionReport, ...] = ()
    thread: Thread | None = None
    comparison: tuple[OutcomePair, ...] = ()
    readability: Mapping[str, Readability] = field(default_factory=dict)

    def all_findings(self) -> Iterator[Finding]:
        """Yield the plan's findings and those of its outcomes."""
        yield from self.findings
        for report in self.outcomes:
            yield from report.findings


@dataclass(slots=True)
class Summary:
    """Totals over plans, added up one report at a time."""

    plans: int = 0
    outcomes: int = 0
    findings_by_rule: dict[str, int] = field(default_factory=dict)
    features: dict[str, dict[str, int]] = field(default_factory=dict)
    themes: dict[str, dict[str, int]] = field(default_factory=dict)
    set_aside_by_rule: dict[str, int] = field(default_factory=dict)
    known_by_rule: dict[str, int] = field(default_factory=dict)
    worst: int = 0

    def add(self, report: PlanReport) -> None:
        """Count one plan. Findings set aside with a reason, and those in the baseline, are counted apart."""
        self.plans += 1
        self.outcomes += len(report.outcomes)
        for finding in report.all_findings():
            by_rule = (
                self.set_aside_by_rule if finding.ignored else self.known_by_rule if finding.known else self.findings_by_rule
            )
            by_rule[finding.code] = by_rule.get(finding.code, 0) + 1
            if finding.counts:
                self.worst = max(self.worst, finding.severity.weight)
        for outcome in report.outcomes:
            for feature, verdict in outcome.features.items():
                row = self.features.setdefault(feature.value, {v.value: 0 for v in Verdict})
                row[verdict.value] += 1
            for framework, served in outcome.mapping.items():
                counts = self.themes.setdefault(framework, {})
                for statement in served:
                    counts[statement.id] = counts.get(statement.id, 0) + 1
