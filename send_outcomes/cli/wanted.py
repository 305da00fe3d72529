"""What a user asked of lint, map and their kin, in the words of the options."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wanted:
    """One run as it is wanted. None and () leave a thing to the file of settings, and that to the defaults."""

    paths: tuple[str, ...]
    profile: str | None = None
    frameworks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: dt.date | None = None
    format: str | None = None
    output: Path | None = None
    redact: bool = False
    show_text: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    stdin_format: str | None = None
    fail_on: str | None = None
    config: str | None = None
    suggest: bool = False
    annotate: Path | None = None
    in_place: bool = False
    group: bool = False
    previous: tuple[str, ...] = ()
    jobs: int = 1
    cached: bool = True
    timed: bool = False
