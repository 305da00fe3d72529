"""Every setting in force, with where it came from: what `config show` shows."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import PurePath
from typing import Any, NamedTuple

from send_outcomes.configuration.matching import rules_for
from send_outcomes.configuration.settings import Configuration
from send_outcomes.readers.options import Limits
from send_outcomes.rulebook import Profile

DEFAULT = "default"


class Setting(NamedTuple):
    """One setting: its key as it is written in the file, its value, and the file and line, or “default”, it is from."""

    key: str
    value: Any
    origin: str


def settings_in_force(
    given: Configuration, profile: Profile, defaults: dict[str, Any], path: PurePath | None = None
) -> Iterator[Setting]:
    """Yield the settings of a folder, or of one file in it (`path`).

    `profile` is the one in force before the file of settings adds to it, `defaults` hold what is said nowhere.
    """
    yield _setting(given, "profile", given.profile or profile.id)
    applied = given.applied_to(profile)
    yield Setting("packs", list(applied.packs), _origin(given, "packs", f"profile {profile.id}"))
    yield Setting("frameworks", list(applied.frameworks), _origin(given, "frameworks", f"profile {profile.id}"))
    for key in ("vocabularies", "select", "ignore"):
        yield _setting(given, key, list(getattr(given, key)))
    for code, severity in profile.severities.items():
        if code not in given.severities:
            yield Setting(f"severities.{code}", severity.value, f"profile {profile.id}")
    for code, severity in given.severities.items():
        yield _setting(given, f"severities.{code}", severity.value)
    said: dict[str, Any] = {
        "fail-on": given.fail_on,
        "format": given.format,
        "redact": given.redact,
        "cache-plans": given.cache_plans,
    }
    for key, value in said.items():
        yield _setting(given, key, defaults[key] if value is None else value)
    for what, name in given.columns.items():
        yield _setting(given, f"columns.{what}", name)
    for limit in fields(Limits):
        yield _setting(given, f"limits.{limit.name.replace('_', '-')}", getattr(given.limits, limit.name))
    for number, rule in rules_for(given, path) if path else enumerate(given.paths):
        where = f"paths.{number}"
        said = {"match": list(rule.match), "profile": rule.profile, "ignore": list(rule.ignore)}
        said |= {f"severities.{code}": severity.value for code, severity in rule.severities.items()}
        for key, value in said.items():
            if value:
                yield _setting(given, f"{where}.{key}", value)


def _setting(given: Configuration, key: str, value: Any) -> Setting:
    return Setting(key, value, _origin(given, key, DEFAULT))


def _origin(given: Configuration, key: str, otherwise: str) -> str:
    line = given.lines.get(key)
    return f"{given.path}:{line}" if line else otherwise
