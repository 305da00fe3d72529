"""What an audit writes down: a row for each plan, outcome, finding and problem. Plain values; knows no file and no format.

References stand instead of names. Texts (`text`, `match`, `message`) are None unless the user asked for them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from send_outcomes.findings import Feature, Verdict

FEATURES = tuple(Feature)


class Verdicts(NamedTuple):
    """How many outcomes have each verdict on one key feature."""

    met: int = 0
    partly: int = 0
    not_met: int = 0
    cannot_tell: int = 0

    @property
    def judged(self) -> int:
        """How many could be judged at all."""
        return self.met + self.partly + self.not_met


class Severities(NamedTuple):
    """How many findings of each severity; those that a person has set aside are not counted."""

    error: int = 0
    warning: int = 0
    info: int = 0


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome.

    `line` counts from 1. `by` is an ISO date. `horizon` is short, medium or long. `reading_age` is in years. `verdicts` stand in
    the order of FEATURES. `themes` are the statements served, best first, by framework. `groups` holds what the export says
    beside the outcome, in the order of `Layout.groups`; "" where it says nothing.
    """

    plan: str
    path: str
    outcome: str
    label: str
    line: int | None
    horizon: str | None
    by: str | None
    words: int
    reading_age: float | None
    severities: Severities
    verdicts: tuple[Verdict, ...]
    themes: Mapping[str, tuple[str, ...]]
    groups: tuple[str, ...]
    text: str | None = None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One remark. `outcome` is "" where it is not on an outcome; `about` is then the need or provision, or "" for the plan.

    `start` and `end` count characters of the text; they are equal where something is missing.
    """

    plan: str
    path: str
    outcome: str
    about: str
    code: str
    name: str
    feature: str
    severity: str
    confidence: str
    start: int
    end: int
    ignored: bool
    match: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan, or one bare list of outcomes (`kind`).

    `points` of `possible` come from the verdicts by the profile's weights, `score` is their share in percent (None where nothing
    could be judged) and `band` what the score comes to. `severities` count the plan's own findings and its outcomes'.
    `horizons` counts outcomes by "short", "medium", "long" and "". `groups` holds each value once, in order.
    """

    plan: str
    path: str
    kind: str
    outcomes: int
    band: str
    points: float
    possible: float
    score: float | None
    reading_age: float | None
    words: int
    severities: Severities
    horizons: Mapping[str, int]
    verdicts: Mapping[Feature, Verdicts]
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One input, or part of one, that could not be read, and why. Never quotes it."""

    path: str
    line: int | None
    column: int | None
    message: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What the rows of one audit have in common: the names of the groups and frameworks, and whether texts are shown."""

    groups: tuple[str, ...]
    frameworks: tuple[str, ...]
    show_text: bool = False
