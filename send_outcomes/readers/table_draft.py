"""A plan or list in the making, while the rows of its table are being read."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from send_outcomes.model import Aspiration, Child, Ignore, Need, Outcome, Place, Plan, PlanKind, Provision
from send_outcomes.readers.items import Item, free_id


@dataclass(slots=True)
class Draft:
    """What has been gathered; `finished` makes the Plan. Texts that come again (one row a provision) stand once."""

    id: str
    path: str
    kind: PlanKind
    child: Child
    date: dt.date | None = None
    review_due: dt.date | None = None
    outcomes: list[Outcome] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _again: dict[tuple[str | None, str], int] = field(default_factory=dict)
    _aspirations: dict[str, Aspiration] = field(default_factory=dict)
    _needs: dict[str, Need] = field(default_factory=dict)
    _provision: dict[str, Provision] = field(default_factory=dict)

    def outcome(self, item: Item, id_: str | None, place: Place, made: Mapping[str, Any]) -> str:
        """Add an outcome and return its id; one that stands here already, under the same id, only gains links."""
        before = self._again.get((id_, item.text.text)) if self.kind == PlanKind.PLAN else None
        if before is not None:
            known = self.outcomes[before]
            needs = tuple(dict.fromkeys([*known.needs, *made.get("needs", ())]))
            aspirations = tuple(dict.fromkeys([*known.aspirations, *made.get("aspirations", ())]))
            self.outcomes[before] = replace(known, needs=needs, aspirations=aspirations)
            return known.id
        own = free_id(id_, len(self.outcomes) + 1, self._taken)
        self._again[(id_, item.text.text)] = len(self.outcomes)
        self.outcomes.append(Outcome(own, item.text.text, place, **made))
        return own

    def aspiration(self, text: str, place: Place, ignores: tuple[Ignore, ...] = ()) -> str:
        """Add an aspiration, or find it again; return its id."""
        return self._aspirations.setdefault(text, Aspiration(f"A{len(self._aspirations) + 1}", text, place, ignores)).id

    @property
    def has_aspirations(self) -> bool:
        """Whether any has been added."""
        return bool(self._aspirations)

    def need(self, text: str, place: Place, section: str, area: str | None, ignores: tuple[Ignore, ...] = ()) -> str:
        """Add a need, or find it again; return its id."""
        return self._needs.setdefault(text, Need(f"N{len(self._needs) + 1}", text, place, section, area, ignores)).id

    def provide(self, made: Provision) -> None:
        """Add provision; if its text stands here already, add the outcomes and needs that it serves."""
        known = self._provision.get(made.text)
        if known is None:
            self._provision[made.text] = replace(made, id=f"P{len(self._provision) + 1}")
            return
        outcomes, needs = dict.fromkeys([*known.outcomes, *made.outcomes]), dict.fromkeys([*known.needs, *made.needs])
        self._provision[made.text] = replace(known, outcomes=tuple(outcomes), needs=tuple(needs))

    def finished(self) -> Plan:
        """Return the plan."""
        return Plan(
            self.id, self.path, tuple(self.outcomes), self.kind, self.child, self.date, self.review_due, None,
            tuple(self._aspirations.values()), tuple(self._needs.values()), tuple(self._provision.values()),
        )  # fmt: skip
