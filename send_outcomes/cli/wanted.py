"""What a user asked of a command, in the words of the options. None and () leave a thing to the settings, and those to the defaults."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from send_outcomes.audit.sampling import Sampling


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What is to be read, and how."""

    paths: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    stdin_format: str | None = None
    config: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWanted(Inputs):
    """One run of read."""

    format: str = "text"
    output: Path | None = None
    redact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged(Inputs):
    """By whose rules, and on which day, what is read is judged."""

    profile: str | None = None
    frameworks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: dt.date | None = None
    fail_on: str | None = None
    jobs: int = 1
    cached: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWanted(_Judged):
    """One run of lint, map and their kin."""

    format: str | None = None
    output: Path | None = None
    redact: bool = False
    show_text: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    suggest: bool = False
    annotate: Path | None = None
    in_place: bool = False
    group: bool = False
    previous: tuple[str, ...] = ()
    timed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditWanted(_Judged):
    """One audit."""

    out: Path
    resume: bool = False
    show_text: bool = False
    by: tuple[str, ...] = ()
    sampling: "Sampling | None" = None
