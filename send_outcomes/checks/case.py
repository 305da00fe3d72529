"""What a check is given (a Case) and what it gives back (Marks)."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from send_outcomes.language.reading import Found, Reading
from send_outcomes.model import Horizon, Outcome, Plan

_NOTHING: Mapping[str, str] = {}


@dataclass(slots=True, init=False)  # made many times for each outcome: an __init__ of its own can be compiled
class Mark:
    """A place that a check marks: characters of the outcome's text (`start == end` for a gap), and words for the message."""

    start: int
    end: int
    fields: Mapping[str, str]
    replacement: str | None

    def __init__(self, start: int, end: int, fields: Mapping[str, str] = _NOTHING, replacement: str | None = None) -> None:
        """Mark the characters `start` up to, not with, `end`."""
        self.start, self.end, self.fields, self.replacement = start, end, fields, replacement


class Present(NamedTuple):
    """What another text of the plan says of the present: a need, or one of the last plan (`past`). `where` names it."""

    text: str
    where: str
    past: bool = False


@dataclass(slots=True)  # frozen ones cost three times as much to make
class Case:
    """One outcome in its plan, read. `on` is the day it is judged on: the plan's date, or today where it has none.

    `deadline` is the first end the text names, `beside` the one that the plan names beside it, `by` and `horizon` what
    they (or the plan's date for it) come to.
    Where a rule looks at another text of a plan, `outcome` has that item's id and text, and `kind` says what it is.
    `explained` holds the short forms that the plan has written out before, `present` what it says elsewhere of the present.
    """

    outcome: Outcome
    plan: Plan
    reading: Reading
    on: dt.date
    deadline: Found | None = None
    beside: Found | None = None
    by: dt.date | None = None
    horizon: Horizon | None = None
    explained: frozenset[str] = frozenset()
    present: tuple[Present, ...] = ()
    kind: str = "outcome"


Check = Callable[[Case], Iterable[Mark]]
