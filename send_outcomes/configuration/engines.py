"""What is in force for each plan: the command line before the file of settings, that before the profile.

An engine takes a fifth of a second to build, so there is one for each set of settings that some path asks for, not before.
"""

import datetime as dt
import gc
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from send_outcomes import DEFAULT_PROFILE
from send_outcomes.configuration.matching import rules_for
from send_outcomes.configuration.settings import Configuration
from send_outcomes.engine import Engine
from send_outcomes.findings import Severity
from send_outcomes.frameworks import Framework, find
from send_outcomes.language.vocabularies.vocabulary import load_vocabulary
from send_outcomes.rulebook import Rule, assemble, load_profile

# Readings that are kept for texts that come again hold no cycles: walking them every 700 objects, as Python does unasked,
# costs an audit a fifth of its time.
_COLLECTED = (50_000, 20, 100)


class Choice(NamedTuple):
    """What the command line says of rules and frameworks; None and () leave it to the file of settings."""

    profile: str | None = None
    frameworks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suggest: bool = False


class _Variant(NamedTuple):
    """What some path's settings change; the same for all paths that the same settings hold for."""

    profile: str | None = None
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()


class Engines:
    """Gives the engine for a plan by its path. Build one for a run."""

    def __init__(self, choice: Choice, given: Configuration, today: dt.date, remember: int = 0) -> None:
        """Make what holds everywhere ready; `remember` is the engines'. Raises SettingsProblem."""
        self._choice, self._given, self._today, self._remember = choice, given, today, remember
        self._frameworks: dict[str, Framework] = {}
        self._built: dict[_Variant, Engine] = {}
        self._vocabulary = load_vocabulary(map(Path, given.vocabularies)) if given.vocabularies else None
        self.usual = self._engine(_Variant())
        self._paths: dict[str, Engine] = {}

    @property
    def profile(self) -> str:
        """The id of the profile in force where no path's own settings hold."""
        return self.usual.rulebook.profile.id

    def rules(self) -> Iterator[Rule]:
        """Yield every rule that is in force for some path."""
        for engine in self._every():
            yield from engine.rulebook.rules

    def frameworks(self) -> Iterator[Framework]:
        """Yield every framework that some path's outcomes are mapped to."""
        for engine in self._every():
            yield from engine.frameworks

    def of(self, path: str) -> Engine:
        """Return the engine for the plans of `path`. Raises SettingsProblem where its settings are wrong."""
        if not self._given.paths:
            return self.usual
        if path not in self._paths:
            self._paths[path] = self._engine(_variant(self._given, path))
        return self._paths[path]

    def _every(self) -> Iterator[Engine]:
        """Yield the usual engine, and one for each profile that some path has of its own."""
        yield self.usual
        for profile in dict.fromkeys(rule.profile for rule in self._given.paths if rule.profile):
            yield self._engine(_Variant(profile))

    def _engine(self, variant: _Variant) -> Engine:
        if variant not in self._built:
            gc.disable()  # what is built here stays: the collector would only walk it, again and again
            self._built[variant] = self._new(variant)
            gc.freeze()
            gc.set_threshold(*_COLLECTED)
            gc.enable()
        return self._built[variant]

    def _new(self, variant: _Variant) -> Engine:
        choice, given = self._choice, self._given
        profile = given.applied_to(load_profile(choice.profile or variant.profile or given.profile or DEFAULT_PROFILE))
        profile = profile.with_severities(dict(variant.severities))
        select = choice.select or given.select
        book = assemble(profile, select, (*given.ignore, *variant.ignore, *choice.ignore))
        frameworks = [self._framework(name) for name in choice.frameworks or profile.frameworks]
        return Engine(book, frameworks, self._today, choice.suggest, self._remember, self._vocabulary)

    def _framework(self, name: str) -> Framework:
        return self._frameworks.setdefault(name, find(name))


def _variant(given: Configuration, path: str) -> _Variant:
    profile: str | None = None
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = {}
    for _, rule in rules_for(given, PurePath(path)):
        profile = rule.profile or profile
        ignore = (*ignore, *rule.ignore)
        severities = {**severities, **rule.severities}
    return _Variant(profile, ignore, tuple(severities.items()))
