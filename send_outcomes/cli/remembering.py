"""The cache, as a run uses it: what has not changed since is not checked again."""

import datetime as dt
from pathlib import Path

from send_outcomes.cache import Keys, Shelf, Store, cache_folder
from send_outcomes.checks import Surroundings
from send_outcomes.configuration import Configuration, Engines, InForce
from send_outcomes.model import Plan
from send_outcomes.plan_report import PlanReport


class Remembering:
    """Finds reports from before, and keeps new ones. Does neither where it is not wanted, or there is no place for it."""

    def __init__(self, engines: Engines, given: Configuration, today: dt.date, wanted: bool) -> None:
        """Open the cache, if one is `wanted`."""
        self._engines, self._given, self._today = engines, given, today
        store = Store(cache_folder()) if wanted else None
        self._store = store if store and store.is_open else None
        self._shelves: dict[int, Shelf] = {}

    @property
    def is_proven(self) -> bool:
        """Whether the usual rules are known to make an engine, so that none need be built to tell."""
        return self._store is not None and self._shelf(self._store, self._engines.usual).is_proven

    def prove(self) -> None:
        """Note that the usual rules have made an engine."""
        if self._store is not None:
            self._shelf(self._store, self._engines.usual).prove()

    def find(self, plan: Plan, around: Surroundings) -> PlanReport | None:
        """Return the report on a plan that is as it was, under rules and in surroundings as they were."""
        if self._store is None:
            return None
        return self._shelf(self._store, self._engines.in_force(plan.path)).find(plan, around)

    def keep(self, report: PlanReport, around: Surroundings) -> None:
        """Keep a report, if it can be said without the plan's words."""
        if self._store is not None:
            self._shelf(self._store, self._engines.in_force(report.plan.path)).keep(report, around)

    def close(self) -> None:
        """Write down what is new."""
        if self._store is not None:
            self._store.close()

    def _shelf(self, store: Store, in_force: InForce) -> Shelf:
        if id(in_force) not in self._shelves:  # `engines` holds on to it
            beside = b"\0".join(_bytes_of(path) for path in self._given.vocabularies)
            keys = Keys(store.salt, in_force.book, in_force.frameworks, self._today, beside)
            self._shelves[id(in_force)] = Shelf(store, keys, in_force.book, in_force.frameworks, bool(self._given.cache_plans))
        return self._shelves[id(in_force)]


def _bytes_of(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
