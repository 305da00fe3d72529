"""Profiles: which packs, severities and frameworks one area or reader uses; and the Rulebook that a profile comes to."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from send_outcomes.documents import Document, SettingsProblem, rules_folder, schema, validate
from send_outcomes.documents.installed import installed
from send_outcomes.findings import Severity
from send_outcomes.rulebook.bands import Bands
from send_outcomes.rulebook.extending import extended_profile
from send_outcomes.rulebook.packs import find_pack, load_pack, read_settings, shipped_packs
from send_outcomes.rulebook.rules import Rule
from send_outcomes.rulebook.selection import chosen


@dataclass(frozen=True, slots=True)
class Horizons:
    """How far short and medium term reach; sources differ, so a profile says it.

    `medium` is "phase" (to the end of a phase of education, long beyond it), a number of months, or "none" (two terms alone).
    """

    short_months: int = 12
    medium: int | str = "phase"


@dataclass(frozen=True, slots=True)
class Profile:
    """What one area or reader uses. `settings` change those of single rules, by code or name."""

    id: str
    title: str
    packs: tuple[str, ...]
    frameworks: tuple[str, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    horizons: Horizons = Horizons()
    about: str = ""
    path: str = ""
    bands: Bands = field(default_factory=Bands)

    def with_severities(self, severities: Mapping[str, Severity]) -> "Profile":
        """Return this profile with some severities laid over its own."""
        return replace(self, severities={**self.severities, **severities}) if severities else self


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules in force: a profile's packs, with its severities, narrowed by what was selected and ignored."""

    profile: Profile
    rules: tuple[Rule, ...]


@cache
def shipped_profiles() -> Mapping[str, Path]:
    """Return the shipped profiles' files by id."""
    return {path.stem: path for path in sorted((rules_folder() / "profiles").glob("*.yaml"))}


def load_profile(name: str) -> Profile:
    """Return the profile of that id, or in that file, with what it takes from one that it extends.

    Raises SettingsProblem where there is none or it is wrong.
    """
    path = _find_profile(name)
    document = read_profile_file(path)
    if path not in shipped_profiles().values():
        for problem in validate(document, schema("profile"), SettingsProblem):
            raise problem
    value = document.value
    return Profile(
        id=value["profile"],
        title=value["title"],
        packs=tuple(value["packs"]),
        frameworks=tuple(value.get("frameworks", ())),
        severities={key: Severity(word) for key, word in value.get("severities", {}).items()},
        settings=value.get("settings", {}),
        horizons=Horizons(**value.get("horizons", {})),
        about=value.get("about", ""),
        path=str(path),
        bands=Bands.of(value.get("bands", {})),
    )


def read_profile_file(path: Path) -> Document:
    """Return the profile file as a document with marks, with what it takes from one that it extends. Raises SettingsProblem."""
    return extended_profile(read_settings(path), lambda base, beside: read_settings(_find_profile(base, beside)))


def _find_profile(name: str, beside: str = "") -> Path:
    if name in shipped_profiles():
        return shipped_profiles()[name]
    path = Path(name) if Path(name).is_absolute() else Path(beside).parent / name
    if path.suffix in (".yaml", ".yml") and path.is_file():
        return path
    if name in installed("rules/profiles"):
        return installed("rules/profiles")[name]
    known = [*shipped_profiles(), *installed("rules/profiles")]
    near = difflib.get_close_matches(name, known, 1)
    hint = f"; did you mean “{near[0]}”?" if near else ""
    raise SettingsProblem(f"no profile “{name[:60]}”: use one of {', '.join(known)}, or a .yaml file{hint}", beside)


def assemble(profile: Profile, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Rulebook:
    """Return the rules of a profile's packs, in order of code, with its severities and settings; those off are left out.

    A profile's severity may be set by code, by the beginning of one (N7), or by name; settings by code or name. A pack that
    extends another one stands in for it.
    Raises SettingsProblem where a pack can't be found, two rules share a code, or settings are for no rule of the profile.
    """
    rules: dict[str, Rule] = {}
    packs = {name: load_pack(find_pack(name, profile.path), valid=name in shipped_packs()) for name in profile.packs}
    begun_from = {pack.extends for pack in packs.values()}
    for name, pack in packs.items():
        if name in begun_from:
            continue
        for rule in pack.rules:
            if rule.code in rules:
                raise SettingsProblem(f"{rule.code} stands in two packs: “{rules[rule.code].pack}” and “{rule.pack}”")
            rules[rule.code] = _adapted(rule, profile)
    named = {name for rule in rules.values() for name in (rule.code, rule.name)}
    for name in profile.settings:
        if name not in named:
            raise SettingsProblem(f"settings: “{name}” is no code or name of a rule of this profile", profile.path)
    in_order = tuple(rules[code] for code in sorted(rules) if rules[code].severity is not Severity.OFF)
    return Rulebook(profile, chosen(in_order, select, ignore))


def _adapted(rule: Rule, profile: Profile) -> Rule:
    """Return the rule with the profile's severity and settings for it."""
    severity = _severity(rule, profile.severities)
    own = {**profile.settings.get(rule.name, {}), **profile.settings.get(rule.code, {})}
    if severity is rule.severity and not own:
        return rule
    shipped = Path(profile.path) in shipped_profiles().values()  # held to it by the tests, as whole files are
    for problem in () if shipped else validate(Document(own, profile.path, {}), _settings_of(rule.check), SettingsProblem):
        raise SettingsProblem(f"settings of {rule.code}: {problem.message}", profile.path)
    return replace(rule, severity=severity, settings={**rule.settings, **own})


def _settings_of(check: str) -> dict[str, Any]:
    """Return the schema of the settings that a check kind takes."""
    kinds = schema("pack")["$defs"]["rule"]["allOf"]
    taken = next(kind["then"]["properties"] for kind in kinds if kind["if"]["properties"]["check"]["const"] == check)
    return {"type": "object", "properties": taken, "additionalProperties": False}


def _severity(rule: Rule, severities: Mapping[str, Severity]) -> Severity:
    """Return the most exact severity that a profile gives a rule: by name or whole code, else by the longest beginning."""
    best = max((key for key in severities if key == rule.name or rule.code.startswith(key)), key=len, default=None)
    return rule.severity if best is None else severities[best]
