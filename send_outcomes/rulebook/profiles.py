"""Profiles: which packs, severities and frameworks one area or reader uses; and the Rulebook that a profile comes to."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from send_outcomes.documents import SettingsProblem, load_one, rules_folder, schema, validate
from send_outcomes.findings import Severity
from send_outcomes.rulebook.packs import load_pack, shipped_packs
from send_outcomes.rulebook.rules import Rule
from send_outcomes.rulebook.selection import chosen


@dataclass(frozen=True, slots=True)
class Profile:
    """What one area or reader uses. `short_months` is how far a short-term outcome reaches; sources differ."""

    id: str
    title: str
    packs: tuple[str, ...]
    frameworks: tuple[str, ...]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    short_months: int = 12
    about: str = ""
    path: str = ""

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
    """Return the profile of that id, or in that file. Raises SettingsProblem where there is none or it is wrong."""
    path = shipped_profiles().get(name)
    ours = path is not None
    if path is None:
        path = Path(name)
        if path.suffix not in (".yaml", ".yml") or not path.is_file():
            near = difflib.get_close_matches(name, shipped_profiles(), 1)
            hint = f"; did you mean “{near[0]}”?" if near else ""
            raise SettingsProblem(f"no profile “{name}”: use one of {', '.join(shipped_profiles())}, or a .yaml file{hint}")
    document = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem)
    if not ours:
        for problem in validate(document, schema("profile"), SettingsProblem):
            raise problem
    value = document.value
    return Profile(
        id=value["profile"],
        title=value["title"],
        packs=tuple(value["packs"]),
        frameworks=tuple(value.get("frameworks", ())),
        severities={key: Severity(word) for key, word in value.get("severities", {}).items()},
        short_months=value.get("short_months", 12),
        about=value.get("about", ""),
        path=str(path),
    )


def assemble(profile: Profile, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Rulebook:
    """Return the rules of a profile's packs, in order of code, with its severities; those that are off are left out.

    A profile's severity may be set by code, by the beginning of one (N7), or by name.
    Raises SettingsProblem where a pack can't be found or two rules share a code.
    """
    rules: dict[str, Rule] = {}
    for name in profile.packs:
        for rule in _pack_rules(name, profile):
            if rule.code in rules:
                raise SettingsProblem(f"{rule.code} stands in two packs: “{rules[rule.code].pack}” and “{rule.pack}”")
            severity = _severity(rule, profile.severities)
            if severity is not Severity.OFF:
                rules[rule.code] = rule if severity is rule.severity else replace(rule, severity=severity)
    in_order = tuple(rules[code] for code in sorted(rules))
    return Rulebook(profile, chosen(in_order, select, ignore))


def _pack_rules(name: str, profile: Profile) -> tuple[Rule, ...]:
    if name in shipped_packs():
        return load_pack(shipped_packs()[name], valid=True).rules
    path = Path(name) if Path(name).is_absolute() else Path(profile.path).parent / name
    if path.is_file():
        return load_pack(path).rules
    raise SettingsProblem(f"no pack “{name}”: use one of {', '.join(shipped_packs())}, or a .yaml file", profile.path)


def _severity(rule: Rule, severities: Mapping[str, Severity]) -> Severity:
    """Return the most exact severity that a profile gives a rule: by name or whole code, else by the longest beginning."""
    best = max((key for key in severities if key == rule.name or rule.code.startswith(key)), key=len, default=None)
    return rule.severity if best is None else severities[best]
