"""Counts of some plans: all of them, or those of one team, school, … Whole numbers only, so that the order of adding never shows."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from send_outcomes.audit.rows import FEATURES, OutcomeRow, PlanRow
from send_outcomes.findings import Verdict
from send_outcomes.model import PlanKind

_VERDICT = {verdict: place for place, verdict in enumerate(Verdict)}
Counts = dict[str, int]


@dataclass(slots=True)
class RuleCount:
    """How often one rule spoke: findings that count, findings set aside with a reason, outcomes and plans that have one."""

    findings: int = 0
    ignored: int = 0
    outcomes: int = 0
    plans: int = 0


@dataclass(slots=True)
class Example:
    """The first text that a rule marked, to show what it means; only where texts may be shown."""

    plan: str
    outcome: str
    text: str
    start: int
    end: int
    message: str


def _no_verdicts() -> list[list[int]]:
    return [[0] * len(_VERDICT) for _ in FEATURES]


@dataclass(slots=True)
class Tally:
    """Counts of some plans: all of them, or those of one team, school, … `verdicts` stands in the order of FEATURES, then of Verdict.

    `size` counts children as well as can be told: plans, and the single outcomes of bare lists. `score_tenths` adds up scores in
    tenths of a percent, over the `scored` plans. `rules` counts outcomes with a finding.
    """

    size: int = 0
    plans: int = 0
    outcomes: int = 0
    scored: int = 0
    score_tenths: int = 0
    verdicts: list[list[int]] = field(default_factory=_no_verdicts)
    bands: Counts = field(default_factory=dict)
    rules: Counts = field(default_factory=dict)

    @property
    def mean_score(self) -> float | None:
        """The mean of the plans' scores, in percent; None where none has one."""
        return self.score_tenths / self.scored / 10 if self.scored else None

    def by_feature(self) -> dict[str, Counts]:
        """Return feature → verdict → outcomes."""
        return {
            feature.value: dict(zip(_VERDICT, row, strict=True)) for feature, row in zip(FEATURES, self.verdicts, strict=True)
        }

    def add_plan(self, row: PlanRow) -> None:
        """Count one plan, without its outcomes."""
        self.plans += 1
        self.size += row.kind != PlanKind.LIST
        count(self.bands, row.band)
        if row.score is not None:
            self.scored += 1
            self.score_tenths += round(row.score * 10)

    def add_outcomes(self, counted: "Counted", alone: bool) -> None:
        """Count some outcomes; `alone` says that they stand in no plan."""
        self.outcomes += counted.outcomes
        self.size += counted.outcomes if alone else 0
        for mine, theirs in zip(self.verdicts, counted.verdicts, strict=True):
            for place, count in theirs:
                mine[place] += count
        for code, count in counted.rules.items():
            self.rules[code] = self.rules.get(code, 0) + count


class Counted(NamedTuple):
    """Outcomes of one plan and the same groups, counted once for all tallies: by feature, then place in Verdict and count."""

    outcomes: int
    verdicts: list[list[tuple[int, int]]]
    rules: Counts

    @classmethod
    def of(cls, rows: Sequence[OutcomeRow], codes: Mapping[str, Iterable[str]]) -> "Counted":
        """Count outcomes; `codes` gives the rules that spoke of each."""
        verdicts = [
            [(_VERDICT[verdict], column.count(verdict)) for verdict in set(column)]
            for column in zip(*[row.verdicts for row in rows], strict=True)
        ]
        rules = Counter(code for row in rows for code in codes.get(row.outcome, ()))
        return cls(len(rows), verdicts, rules)


def count(counts: Counts, key: str) -> None:
    """Count one more of `key`."""
    counts[key] = counts.get(key, 0) + 1
