"""What a plan is made of. Plain frozen values; knows nothing of files, rules or language.

The words are the Code of Practice's: aspirations (Section A), needs (B, C, D), outcomes (E) and provision (F, G, H1, H2)
are the four links of the "golden thread".
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


class Horizon(StrEnum):
    """How far ahead an outcome reaches: Nottingham's key feature 7, "Defined in the short, medium and long term"."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class PlanKind(StrEnum):
    """A whole plan, or a bare list of outcomes on which plan-level rules keep silent."""

    PLAN = "plan"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in its file a stretch of a text began: characters into the text, then line and column (both from 1)."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stood.

    `path` is as the user gave it ("-" for standard input); `label` is for people ("line 12", "Section E, table 3, row 2").
    `line`, `column` and `row` count from 1. `anchors` say where each stretch of a text that was joined from several
    lines stood, so that a finding inside it can be pointed at; empty where the reader can't know.
    """

    path: str
    label: str = ""
    line: int | None = None
    column: int | None = None
    section: str | None = None
    row: int | None = None
    anchors: tuple[Anchor, ...] = ()

    def at(self, offset: int) -> tuple[int | None, int | None]:
        """Return line and column (from 1) of the character `offset` of the text; the text's own start if unknown."""
        best = None
        for anchor in self.anchors:
            if anchor.offset > offset:
                break
            best = anchor
        if best is None:
            return self.line, self.column
        return best.line, best.column + offset - best.offset


@dataclass(frozen=True, slots=True)
class Ignore:
    """A person's word that a rule does not apply here, with the reason they gave; without one ("") it has no effect.

    `place` is where they wrote it, where a reader can know; it makes no two of them different.
    """

    rule: str
    because: str
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Child:
    """The child or young person, as far as the plan says. `year_group` is 0 for Reception, -1 for Nursery, else 1 to 14."""

    known_as: str | None = None
    born: dt.date | None = None
    age: int | None = None
    year_group: int | None = None
    pronouns: Literal["she", "he", "they"] | None = None


@dataclass(frozen=True, slots=True)
class Aspiration:
    """A hope of the child or young person, or of the family (Section A)."""

    id: str
    text: str
    place: Place
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Need:
    """A special educational, health or care need (Sections B, C, D)."""

    id: str
    text: str
    place: Place
    section: str = "B"
    area: str | None = None
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome (Section E), with whatever its plan says of it.

    `by` is the end date where the plan gives one beside the text, `by_when` the words it gave ("End of Year 6").
    `needs` and `aspirations` are ids. `columns` keeps an export's other columns (team, school, …) for later sums.
    """

    id: str
    text: str
    place: Place
    term: Horizon | None = None
    by: dt.date | None = None
    by_when: str | None = None
    agencies: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    aspirations: tuple[str, ...] = ()
    baseline: str | None = None
    themes: tuple[str, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Provision:
    """What will be done, by whom, how often (Sections F, G, H1, H2). `outcomes` and `needs` are ids."""

    id: str
    text: str
    place: Place
    section: str = "F"
    outcomes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    who: str | None = None
    how_often: str | None = None
    how_long: str | None = None
    skills: str | None = None
    review: str | None = None
    ignores: tuple[Ignore, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """One EHC plan, draft or final, or a bare list of outcomes (`kind`). `date` is that of the draft.

    `ignores` are for rules on the plan as a whole; each item has its own. `astray` are those that belong to nothing: notes
    beside which no outcome stands, or that name one that isn't there.
    """

    id: str
    path: str
    outcomes: tuple[Outcome, ...]
    kind: PlanKind = PlanKind.PLAN
    child: Child = Child()
    date: dt.date | None = None
    review_due: dt.date | None = None
    views: str | None = None
    aspirations: tuple[Aspiration, ...] = ()
    needs: tuple[Need, ...] = ()
    provision: tuple[Provision, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    astray: tuple[Ignore, ...] = ()

    @property
    def is_more_than_outcomes(self) -> bool:
        """Tell a plan from an export of Section E, which says nothing of the sections that it leaves out."""
        return bool(self.needs or self.provision or self.aspirations or self.views)
