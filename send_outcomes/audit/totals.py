"""Rows → totals: added up plan by plan in a worker, merged batch by batch, kept as JSON. All counts are whole numbers, so the order
of merging never shows. What is reported of groups goes through `suppression`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any, NamedTuple

from send_outcomes.audit.rows import FEATURES, FindingRow, OutcomeRow, PlanRow
from send_outcomes.findings import Verdict
from send_outcomes.model import PlanKind

MOST_VALUES = 5_000  # of one group; with more different values (a reference, a name) it is no group
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
        _count(self.bands, row.band)
        if row.score is not None:
            self.scored += 1
            self.score_tenths += round(row.score * 10)

    def add_outcomes(self, counted: "_Counted", alone: bool) -> None:
        """Count some outcomes; `alone` says that they stand in no plan."""
        self.outcomes += counted.outcomes
        self.size += counted.outcomes if alone else 0
        for mine, theirs in zip(self.verdicts, counted.verdicts, strict=True):
            for place, count in theirs:
                mine[place] += count
        for code, count in counted.rules.items():
            self.rules[code] = self.rules.get(code, 0) + count


class _Counted(NamedTuple):
    """Outcomes of one plan and the same groups, counted once for all tallies: by feature, then place in Verdict and count."""

    outcomes: int
    verdicts: list[list[tuple[int, int]]]
    rules: Counts

    @classmethod
    def of(cls, rows: Sequence[OutcomeRow], codes: Mapping[str, Iterable[str]]) -> "_Counted":
        verdicts = [
            [(_VERDICT[verdict], column.count(verdict)) for verdict in set(column)]
            for column in zip(*[row.verdicts for row in rows], strict=True)
        ]
        rules = Counter(code for row in rows for code in codes.get(row.outcome, ()))
        return cls(len(rows), verdicts, rules)


@dataclass(slots=True)
class Totals:
    """Everything counted. Keys of counts are words or whole numbers as text; `""` is “none said”.

    `kinds` counts plans and lists; `severities` findings (and those `ignored`); `themes` outcomes by framework and statement, `""`
    those that serve none; `horizons` outcomes; `scores` plans by whole percent; `reading_ages` outcomes by whole year; `lengths`
    outcomes by words; `outcomes_a_plan` plans; `findings_an_outcome` outcomes by errors and warnings. `groups` is group → value →
    Tally; a group of more than MOST_VALUES values is left out and named in `too_many`.
    """

    all: Tally = field(default_factory=Tally)
    errors: int = 0
    kinds: Counts = field(default_factory=dict)
    severities: Counts = field(default_factory=dict)
    rules: dict[str, RuleCount] = field(default_factory=dict)
    themes: dict[str, Counts] = field(default_factory=dict)
    horizons: Counts = field(default_factory=dict)
    scores: Counts = field(default_factory=dict)
    reading_ages: Counts = field(default_factory=dict)
    lengths: Counts = field(default_factory=dict)
    outcomes_a_plan: Counts = field(default_factory=dict)
    findings_an_outcome: Counts = field(default_factory=dict)
    groups: dict[str, dict[str, Tally]] = field(default_factory=dict)
    too_many: list[str] = field(default_factory=list)
    examples: dict[str, Example] = field(default_factory=dict)

    @property
    def plans(self) -> int:
        """How many plans and lists were checked."""
        return self.all.plans

    @property
    def outcomes(self) -> int:
        """How many outcomes were checked."""
        return self.all.outcomes

    def add(
        self, plan: PlanRow, outcomes: Sequence[OutcomeRow], findings: Sequence[FindingRow], groups: Sequence[str]
    ) -> None:  # fmt: skip
        """Count one plan; `groups` names the groups of its rows."""
        self.all.add_plan(plan)
        _count(self.kinds, plan.kind)
        _count(self.outcomes_a_plan, str(plan.outcomes))
        if plan.score is not None:
            _count(self.scores, str(int(plan.score)))
        codes = self._rules(findings)
        for group, values in zip(groups, plan.groups, strict=True):
            for value in values or ("",):
                self._group(group, value).add_plan(plan)
        for values, rows in _by_groups(outcomes).items():
            counted = _Counted.of(rows, codes)
            self.all.add_outcomes(counted, plan.kind == PlanKind.LIST)
            for group, value in zip(groups, values, strict=True):
                self._group(group, value).add_outcomes(counted, plan.kind == PlanKind.LIST)
        for row in outcomes:
            self._outcome(row)

    def _outcome(self, row: OutcomeRow) -> None:
        _count(self.horizons, row.horizon or "")
        _count(self.lengths, str(row.words))
        _count(self.findings_an_outcome, str(row.severities.error + row.severities.warning))
        if row.reading_age is not None:
            _count(self.reading_ages, str(int(row.reading_age)))
        for framework, served in row.themes.items():
            counts = self.themes.setdefault(framework, {})
            for statement in served or ("",):
                _count(counts, statement)

    def _rules(self, findings: Iterable[FindingRow]) -> dict[str, set[str]]:
        """Count findings by rule; return outcome → the codes of those on it that count."""
        codes: dict[str, set[str]] = {}
        spoken: set[str] = set()
        for row in findings:
            rule = self.rules.get(row.code)
            if rule is None:
                rule = self.rules[row.code] = RuleCount()
            if row.ignored:
                rule.ignored += 1
                _count(self.severities, "ignored")
                continue
            rule.findings += 1
            spoken.add(row.code)
            _count(self.severities, row.severity)
            if row.outcome:
                codes.setdefault(row.outcome, set()).add(row.code)
        for code in spoken:
            self.rules[code].plans += 1
        for code, times in Counter(code for on in codes.values() for code in on).items():
            self.rules[code].outcomes += times
        return codes

    def _group(self, group: str, value: str) -> Tally:
        tallies = self.groups.setdefault(group, {})
        tally = tallies.get(value)
        if tally is None:
            tally = tallies[value] = Tally()
        return tally

    def merge(self, other: "Totals") -> None:
        """Add what was counted elsewhere; of examples, the first stays."""
        examples = {**other.examples, **self.examples}
        too_many = sorted({*self.too_many, *other.too_many})
        _merge(self, other)
        self.examples, self.too_many = examples, too_many
        for group, tallies in list(self.groups.items()):
            if group in too_many or len(tallies) > MOST_VALUES:
                del self.groups[group]
                self.too_many = sorted({*self.too_many, group})

    def record(self) -> dict[str, Any]:
        """Return plain values for JSON, all of them: for keeping, not for showing (see `suppression.reported`)."""
        return asdict(self)

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Totals":
        """Return the totals that `record` gave. Raises TypeError or KeyError where it is none."""
        given = dict(record)
        given["all"] = Tally(**given["all"])
        given["rules"] = {code: RuleCount(**counts) for code, counts in given["rules"].items()}
        given["groups"] = {
            group: {value: Tally(**tally) for value, tally in tallies.items()} for group, tallies in given["groups"].items()
        }
        given["examples"] = {code: Example(**example) for code, example in given["examples"].items()}
        return cls(**given)


def _count(counts: Counts, key: str) -> None:
    counts[key] = counts.get(key, 0) + 1


def _by_groups(rows: Sequence[OutcomeRow]) -> dict[tuple[str, ...], list[OutcomeRow]]:
    """Return rows by what the export says beside them: as a rule, all of a plan's together."""
    together: dict[tuple[str, ...], list[OutcomeRow]] = {}
    for row in rows:
        together.setdefault(row.groups, []).append(row)
    return together


def _merge(mine: Any, theirs: Any) -> Any:
    """Return the sum of two like things: numbers, lists of one length, dicts, dataclasses of these. Changes `mine` where it can."""
    match mine:
        case int():
            return mine + theirs
        case dict():
            for key, value in theirs.items():
                mine[key] = _merge(mine[key], value) if key in mine else value
        case list():
            mine[:] = [_merge(a, b) for a, b in zip(mine, theirs, strict=False)]
        case _ if hasattr(mine, "__dataclass_fields__"):
            for part in fields(mine):
                if part.name not in ("examples", "too_many"):
                    setattr(mine, part.name, _merge(getattr(mine, part.name), getattr(theirs, part.name)))
    return mine
