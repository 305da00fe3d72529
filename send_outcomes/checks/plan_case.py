"""What a check on a whole plan is given (a PlanCase) and what it gives back (PlanMarks)."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from send_outcomes.checks.case import Case
from send_outcomes.comparison import OutcomePair
from send_outcomes.findings import About
from send_outcomes.language.provision_parts import Parts, VagueWords
from send_outcomes.language.readability import Readability
from send_outcomes.language.reading import Reading
from send_outcomes.model import Horizon, Plan, Provision
from send_outcomes.thread import Gap, Thread

_NOTHING: Mapping[str, str] = {}


class PlanMark(NamedTuple):
    """A place in a plan: `about` which item (None: the plan itself), characters of its text (`start == end` for a gap).

    `sure` is false where only likeness of words says so: then the finding is no more than a remark.
    """

    about: About | None = None
    start: int = 0
    end: int = 0
    fields: Mapping[str, str] = _NOTHING
    sure: bool = True


class ReadProvision(NamedTuple):
    """One provision, read: its text's Reading, its kind (service, equipment, …), its parts, its vague words.

    A part is None where nothing names it, NOT_NEEDED where such a provision need not name it.
    """

    provision: Provision
    reading: Reading
    kind: str
    parts: Parts
    vague: tuple[VagueWords, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run knows beside the plan: its last edition, and which other plan has said a text before.

    `elsewhere` takes a text and the child's name and returns the id of that other plan, or None.
    """

    previous: Plan | None = None
    elsewhere: Callable[[str, str | None], str | None] = lambda text, name: None


@dataclass(frozen=True, slots=True)
class PlanCase:
    """A whole plan, read. `on` is the day it is judged on.

    `served` returns for each outcome, in order, the ids of the statements it serves, best first, by framework.
    `read` returns the Reading of any further text (a need, an aspiration, the views); the same text is read once. `serves`
    returns those that another text serves. `terms` are those that the plan can reach.
    `comparison` holds the outcomes against those of the last plan, `readability` how hard each section is to read.
    """

    plan: Plan
    on: dt.date
    outcomes: tuple[Case, ...]
    served: Callable[[], tuple[Mapping[str, tuple[str, ...]], ...]]
    provision: tuple[ReadProvision, ...]
    thread: Thread
    gaps: tuple[Gap, ...]
    read: Callable[[str], Reading]
    around: Surroundings
    serves: Callable[[str], Mapping[str, tuple[str, ...]]]
    terms: tuple[Horizon, ...]
    comparison: tuple[OutcomePair, ...] = ()
    readability: Mapping[str, Readability] = field(default_factory=dict)


PlanCheck = Callable[[PlanCase], Iterable[PlanMark]]
