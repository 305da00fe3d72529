"""Rows → totals: added up plan by plan in a worker, merged batch by batch, kept as JSON. All counts are whole numbers, so the order
of merging never shows. What is reported of groups goes through `suppression`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from send_outcomes.audit.rows import FindingRow, OutcomeRow, PlanRow
from send_outcomes.audit.tallies import Counted, Counts, Example, RuleCount, Tally, count
from send_outcomes.model import PlanKind

MOST_VALUES = 5_000  # of one group; with more different values (a reference, a name) it is no group


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
        count(self.kinds, plan.kind)
        count(self.outcomes_a_plan, str(plan.outcomes))
        if plan.score is not None:
            count(self.scores, str(int(plan.score)))
        codes = self._rules(findings)
        for group, values in zip(groups, plan.groups, strict=True):
            for value in values or ("",):
                self._group(group, value).add_plan(plan)
        for values, rows in _by_groups(outcomes).items():
            counted = Counted.of(rows, codes)
            self.all.add_outcomes(counted, plan.kind == PlanKind.LIST)
            for group, value in zip(groups, values, strict=True):
                self._group(group, value).add_outcomes(counted, plan.kind == PlanKind.LIST)
        for row in outcomes:
            self._outcome(row)

    def _outcome(self, row: OutcomeRow) -> None:
        count(self.horizons, row.horizon or "")
        count(self.lengths, str(row.words))
        count(self.findings_an_outcome, str(row.severities.error + row.severities.warning))
        if row.reading_age is not None:
            count(self.reading_ages, str(int(row.reading_age)))
        for framework, served in row.themes.items():
            counts = self.themes.setdefault(framework, {})
            for statement in served or ("",):
                count(counts, statement)

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
                count(self.severities, "ignored")
                continue
            rule.findings += 1
            spoken.add(row.code)
            count(self.severities, row.severity)
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
        parts = {"all": _plain(self.all), "rules": _each_plain(self.rules), "examples": _each_plain(self.examples)}
        groups = {group: _each_plain(tallies) for group, tallies in self.groups.items()}
        return {**_plain(self), **parts, "groups": groups}

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


def _plain(of: Any) -> dict[str, Any]:
    """Return a dataclass's fields as they are; `asdict` would copy every count."""
    return {part.name: getattr(of, part.name) for part in fields(of)}


def _each_plain(of: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {key: _plain(value) for key, value in of.items()}


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
