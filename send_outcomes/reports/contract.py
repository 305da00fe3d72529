"""What every report is given and must offer. Knows no format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from send_outcomes.documents import Problem
from send_outcomes.findings import Severity

if TYPE_CHECKING:
    from send_outcomes.frameworks import Framework
    from send_outcomes.model import Plan
    from send_outcomes.plan_report import PlanReport, Summary
    from send_outcomes.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Options:
    """How a report is wanted.

    `redact` leaves out texts and names (see `redaction`); `show_text` lets formats meant for CI logs keep them.
    `fail_on` is the least severity that makes the run fail (None: none does), for formats that tell passed from failed;
    `compared` says that the run has a baseline.
    `width` counts terminal cells; `colour` is None where the stream decides; `unicode` is false where it can't be had.
    """

    redact: bool = False
    show_text: bool = False
    width: int = 80
    colour: bool | None = None
    unicode: bool = True
    fail_on: Severity | None = Severity.ERROR
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """What is the same for every plan of a run: the profile's id, the rules in force by code, the frameworks by id."""

    profile: str
    rules: Mapping[str, "Rule"] = field(default_factory=dict)
    frameworks: Mapping[str, "Framework"] = field(default_factory=dict)

    @classmethod
    def of(cls, profile: str, rules: Iterable["Rule"], frameworks: Iterable["Framework"]) -> "Run":
        """Gather rules and frameworks by what they are called."""
        return cls(profile, {rule.code: rule for rule in rules}, {framework.id: framework for framework in frameworks})


class Report(Protocol):
    """A report that has begun: it writes what it can as plans come, so that a million of them need no memory."""

    def plan(self, report: "PlanReport") -> None:
        """Report on one plan or list."""

    def end(self, summary: "Summary", errors: Sequence[Problem]) -> None:
        """Close the report with the totals and the inputs that could not be read."""


class ReadView(Protocol):
    """A view of plans as they were read, before any check; it writes what it can as they come."""

    def plan(self, plan: "Plan") -> None:
        """Show one plan or list."""

    def nothing(self, path: str, looked_for: str, seen: Sequence[str]) -> None:
        """Show an input that held no outcome: what was looked for, and the headings it has."""

    def end(self, errors: Sequence[Problem]) -> None:
        """Close the view."""
