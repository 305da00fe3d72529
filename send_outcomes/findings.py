"""What a check can say: findings on spans of text, and the verdicts that follow from them. Knows no rule by name."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, NamedTuple

from send_outcomes.model import Ignore, Place


class Severity(StrEnum):
    """How much a finding weighs. Info never moves a verdict; off switches a rule off in a profile."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"

    @property
    def weight(self) -> int:
        """3 for an error down to 0 for off, to sort and compare by."""
        return {"error": 3, "warning": 2, "info": 1, "off": 0}[self.value]


class Confidence(StrEnum):
    """How sure a rule is that its finding is one."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Verdict(StrEnum):
    """Whether an outcome has a key feature."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    CANNOT_TELL = "cannot_tell"


class Feature(StrEnum):
    """Nottingham's key features of outcomes ("Key Features for writing Outcomes in Plans"), SMART taken letter by letter."""

    AMBITIOUS = "ambitious"
    PERSON_CENTRED = "person_centred"
    STAGE_AND_AGE = "stage_and_age"
    FIRST_PERSON = "first_person"
    CLEAR_LANGUAGE = "clear_language"
    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACHIEVABLE = "achievable"
    REALISTIC = "realistic"
    TIME_BOUND = "time_bound"
    TERM = "term"
    NOT_PROVISION = "not_provision"

    @property
    def label(self) -> str:
        """The feature as a caseworker would say it."""
        return _LABELS.get(self.value, self.value.replace("_", " "))


_LABELS = {
    "person_centred": "person-centred",
    "stage_and_age": "stage and age",
    "time_bound": "time-bound",
    "not_provision": "not provision",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to, not including, `end` of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that would answer a finding: `safe` ones may be applied unasked, `suggested` ones never."""

    kind: Literal["safe", "suggested"]
    replacement: str


class About(NamedTuple):
    """Which item of a plan a finding is on: what it is, and its id."""

    kind: Literal["aspiration", "need", "outcome", "provision"]
    id: str


@dataclass(slots=True)  # frozen ones cost three times as much to make, and some are made for every outcome
class Finding:
    """One rule's remark on one span of one text; `start == end` where nothing is there to be marked (a gap).

    `about` names the aspiration, need or provision that a finding on a plan speaks of, and whose text `start` and `end`
    count; None for the plan as a whole, and for an outcome's findings, which stand with it.
    `known` says that it stands in the baseline of the run; `at` where it stands, if elsewhere than its text (a reason that is
    missing in a file of its own).
    """

    code: str
    name: str
    feature: str
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    start: int
    end: int
    match: str
    fix: Fix | None = None
    ignored: Ignore | None = None
    about: About | None = None
    known: bool = False
    at: Place | None = None

    @property
    def counts(self) -> bool:
        """Whether it counts: nobody has set it aside, and it is no old one."""
        return self.ignored is None and not self.known
