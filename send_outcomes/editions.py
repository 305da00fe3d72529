"""Last plans, by whose they are: finds the edition before a plan. Pure; knows no file."""

from collections.abc import Iterable

from send_outcomes.model import Plan

_Person = tuple[str, object]


class Editions:
    """The plans given as last ones. A plan is found again by its id, else by the child's name and birth date."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        """Sort the plans by what they can be known by."""
        self._by_id: dict[str, list[Plan]] = {}
        self._by_person: dict[_Person, list[Plan]] = {}
        self._all: list[Plan] = []
        for plan in plans:
            self._all.append(plan)
            self._by_id.setdefault(plan.id.casefold(), []).append(plan)
            person = _person(plan)
            if person:
                self._by_person.setdefault(person, []).append(plan)

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self._all)

    def before(self, plan: Plan, alone: bool = False) -> Plan | None:
        """Return the last edition before `plan`, or None. `alone` says that no other plan is checked: one goes with one."""
        found = _latest(self._by_id.get(plan.id.casefold(), ()), plan)
        person = _person(plan)
        if found is None and person:
            found = _latest(self._by_person.get(person, ()), plan)
        if found is None and alone and len(self._all) == 1 and not _someone_else(self._all[0], plan):
            found = _latest(self._all, plan)
        return found


def _person(plan: Plan) -> _Person | None:
    child = plan.child
    return (child.known_as.casefold(), child.born) if child.known_as and child.born else None


def _someone_else(one: Plan, other: Plan) -> bool:
    """Tell whether two plans name children who can't be one: born on other days, or of other names."""
    names = [plan.child.known_as.casefold() for plan in (one, other) if plan.child.known_as]
    births = [plan.child.born for plan in (one, other) if plan.child.born]
    return len(set(births)) > 1 or (len(set(names)) > 1 and len(births) < 2)


def _latest(plans: Iterable[Plan], plan: Plan) -> Plan | None:
    """Return the latest of some plans that is older than `plan`, as far as they are dated."""
    older = [one for one in plans if one.path != plan.path and not (one.date and plan.date and one.date >= plan.date)]
    return max(older, key=lambda one: (one.date is not None, one.date and one.date.toordinal()), default=None)
