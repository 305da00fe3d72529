"""What a file of settings says, as values; and what it makes of a profile. Knows no file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from send_outcomes.findings import Severity
from send_outcomes.readers.options import Limits
from send_outcomes.rulebook import Profile


@dataclass(frozen=True, slots=True)
class PathRule:
    """Settings for plans of some paths: patterns as in a .gitignore, from the folder of the file of settings.

    `ignore` and `severities` come on top of what holds everywhere; `profile` stands in for the profile.
    """

    match: tuple[str, ...]
    profile: str | None = None
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of one file (or of none). What is None or empty is left to the defaults.

    `packs`, `frameworks`, `vocabularies` and `profile` are ids, or paths made whole from the file's folder.
    `lines` says on which line of `path` each key stood.
    """

    path: str = ""
    folder: PurePath | None = None
    profile: str | None = None
    packs: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    vocabularies: tuple[str, ...] = ()
    fail_on: str | None = None
    format: str | None = None
    redact: bool | None = None
    cache_plans: bool | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    paths: tuple[PathRule, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def applied_to(self, profile: Profile) -> Profile:
        """Return the profile with this file's packs added, its severities over the profile's, its frameworks instead."""
        return replace(
            profile, packs=tuple(dict.fromkeys((*profile.packs, *self.packs))), frameworks=self.frameworks or profile.frameworks
        ).with_severities(self.severities)
