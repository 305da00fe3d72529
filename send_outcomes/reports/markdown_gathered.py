"""What the Markdown page keeps of a run: a line a plan and outcome, findings, pictures, as far as it has room for them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.documents import Problem
from send_outcomes.findings import Feature, Severity, Verdict
from send_outcomes.reports.located import Located
from send_outcomes.reports.markdown import escaped
from send_outcomes.reports.mending import Mend, Step
from send_outcomes.reports.signs import Signs

if TYPE_CHECKING:
    from send_outcomes.plan_report import Summary

MOST_FINDINGS = 100  # a comment on GitHub holds 65,536 characters
MOST_OUTCOMES = 60
MOST_PLANS = 50
MOST_DRAWN = 20_000  # characters of pictures, where several plans have one


class PlanLine(NamedTuple):
    """What the page keeps of a plan; `steps` are the first things to mend in a whole one."""

    id: str
    path: str
    outcomes: int
    counts: Counter[Severity]
    mend: Mend
    steps: tuple[Step, ...]


class OutcomeLine(NamedTuple):
    """What the page keeps of an outcome."""

    plan: str
    id: str
    text: str
    amiss: tuple[tuple[Feature, Verdict], ...]
    counts: Counter[Severity]


@dataclass(slots=True)
class Gathered:
    """A run as far as the page shows it; `beyond` counts the findings that it has no room for, `undrawn` the plans."""

    signs: Signs
    unicode: bool
    plans: list[PlanLine] = field(default_factory=list)
    outcomes: list[OutcomeLine] = field(default_factory=list)
    pictures: list[tuple[str, list[str]]] = field(default_factory=list)
    undrawn: int = 0
    open: list[Located] = field(default_factory=list)
    aside: list[Located] = field(default_factory=list)
    beyond: int = 0
    summary: "Summary | None" = None
    errors: Sequence[Problem] = ()

    def said(self, text: str, longest: int | None = None) -> str:
        """Return anyone's text for the page, cut short where it is longer than `longest`."""
        cut = text if longest is None or len(text) <= longest else text[: longest - 1].rstrip() + "…"
        return escaped(cut, self.unicode)

    def named(self, path: str, id_: str) -> str:
        """Return what a plan is called: its path, and its id where the path doesn't say it."""
        return self.said(path if id_ in path else f"{path} · {id_}")
