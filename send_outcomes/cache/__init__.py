"""What a check has found, kept for the next run: by keyed hashes, places and codes, without a word of any plan.

A plan's words are named by where they stand in it, so what is kept can be read only beside the plan itself; what can't be said
that way is not kept. Knows no engine: it holds what one has found.
"""

from collections.abc import Sequence

from send_outcomes.cache.keys import Keys
from send_outcomes.cache.places import PlanWords
from send_outcomes.cache.shorthand import Shorthand
from send_outcomes.cache.store import Store, cache_folder
from send_outcomes.checks import Surroundings
from send_outcomes.frameworks import Framework
from send_outcomes.model import Child, Plan, PlanKind
from send_outcomes.plan_report import PlanReport
from send_outcomes.rulebook import Rulebook

MOST_OUTCOMES = 500  # a plan or list with more is an export, and is checked anew


class Shelf:
    """The reports kept under one set of rules and frameworks."""

    def __init__(
        self, store: Store, keys: Keys, book: Rulebook, frameworks: Sequence[Framework], plans_too: bool = False
    ) -> None:
        """Hold what is in force; `keys` name the plans under it.

        Without `plans_too` only templates are kept: what was found in a child's plan is about a child.
        """
        self._store, self._keys, self._shorthand = store, keys, Shorthand(book.rules, frameworks)
        self._plans_too = plans_too

    @property
    def is_proven(self) -> bool:
        """Whether an engine has been built from these rules before: then they make one."""
        return self._store.get(self._keys.here) is not None

    def prove(self) -> None:
        """Note that an engine was built from these rules."""
        self._store.keep(self._keys.here, "{}")

    def find(self, plan: Plan, around: Surroundings) -> PlanReport | None:
        """Return the report on a list that is as it was when that was kept, in surroundings as they were."""
        if not self._is_kept(plan):
            return None
        kept = self._store.get(self._keys.of(plan, around))
        return None if kept is None else self._shorthand.read(kept, plan, PlanWords(plan, around.previous))

    def keep(self, report: PlanReport, around: Surroundings) -> None:
        """Keep a report, if it can be said without the plan's words."""
        if not self._is_kept(report.plan):
            return
        said = self._shorthand.write(report, PlanWords(report.plan, around.previous))
        if said is not None:
            self._store.keep(self._keys.of(report.plan, around), said)

    def _is_kept(self, plan: Plan) -> bool:
        return (self._plans_too or _is_templates(plan)) and len(plan.outcomes) <= MOST_OUTCOMES


def _is_templates(plan: Plan) -> bool:
    """Tell a list of model outcomes from what is about a child: it names none, has no other section, and is no export's rows."""
    if plan.kind is PlanKind.LIST:
        return True
    about_nobody = plan.child == Child() and not plan.is_more_than_outcomes
    return about_nobody and all(outcome.place.row is None for outcome in plan.outcomes)


__all__ = ["Keys", "Shelf", "Store", "cache_folder"]
