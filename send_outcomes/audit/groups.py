"""What an export says beside its outcomes (team, school, …) → the groups that figures are divided by.

Only columns that `rules/vocabulary/groups.yaml` or the user names are taken: any other may hold names or free text.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cache

from send_outcomes.documents import SettingsProblem, load_one, rules_folder
from send_outcomes.language.times.school_year import year_group_of
from send_outcomes.model import Outcome, Plan

NEED, KEY_STAGE = "need", "key_stage"
_LONGEST = 80  # characters of a value; a longer one is free text
# The last year group of each: Education Act 2002, section 82, and the early years before it.
_STAGES = ((0, "EYFS"), (2, "KS1"), (6, "KS2"), (9, "KS3"), (11, "KS4"))


class Groups:
    """Finds each group's value for an outcome. `names` are in order; made once for a run."""

    def __init__(self, by: Iterable[str] = ()) -> None:
        """Take the shipped groups and the columns in `by`. Raises SettingsProblem where the vocabulary is missing."""
        shipped = _shipped()
        own = [name for name in dict.fromkeys(by) if _bare(name) not in shipped]
        self._group_of = {**shipped, **{_bare(name): name for name in own}}
        self.names = tuple(dict.fromkeys([*shipped.values(), *own]))
        self._columns: dict[tuple[str, ...], tuple[tuple[int, str], ...]] = {}

    def of_plan(self, plan: Plan, on: dt.date) -> list[tuple[str, ...]]:
        """Return the values of each outcome of a plan, in the order of `names`; "" where nothing is said.

        `on` is the day that a key stage is worked out for, where only the child's age or year is known.
        """
        stage = _stage(year_group_of(plan.child, on))
        areas = {need.id: need.area for need in plan.needs if need.area}
        return [self._of(outcome, stage, areas) for outcome in plan.outcomes]

    def _of(self, outcome: Outcome, stage: str, areas: Mapping[str, str]) -> tuple[str, ...]:
        values = [""] * len(self.names)
        if outcome.columns:
            for place, column in self._found(tuple(outcome.columns)):
                values[place] = values[place] or " ".join(outcome.columns[column].split())[:_LONGEST]
        if stage:
            self._beside(values, KEY_STAGE, stage)
        if areas:
            self._beside(values, NEED, next((areas[need] for need in outcome.needs if need in areas), ""))
        return tuple(values)

    def _beside(self, values: list[str], group: str, value: str) -> None:
        place = self.names.index(group)
        values[place] = values[place] or value

    def _found(self, columns: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
        """Return which of these columns are groups: the same for every row of a table, so looked up once."""
        found = self._columns.get(columns)
        if found is None:
            named = ((self._group_of.get(_bare(column)), column) for column in columns)
            found = tuple((self.names.index(group), column) for group, column in named if group)
            if len(self._columns) < 1000:
                self._columns[columns] = found
        return found


def _stage(year_group: int | None) -> str:
    if year_group is None:
        return ""
    return next((name for last, name in _STAGES if year_group <= last), "Post-16")


def _bare(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


@cache
def _shipped() -> Mapping[str, str]:
    path = rules_folder() / "vocabulary" / "groups.yaml"
    try:
        document = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem)
    except OSError:
        raise SettingsProblem("the vocabulary of groups is missing; install the program anew", str(path)) from None
    return {_bare(alias): group for group, aliases in document.value.items() for alias in aliases}
