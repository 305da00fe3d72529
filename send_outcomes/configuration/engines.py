"""What is in force for each plan: the command line before the file of settings, that before the profile.

An engine takes a fifth of a second to build, so there is one for each set of settings that a plan has to be checked under.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes import DEFAULT_PROFILE
from send_outcomes.configuration.matching import rules_for
from send_outcomes.configuration.settings import Configuration
from send_outcomes.findings import Severity
from send_outcomes.frameworks import Framework, find
from send_outcomes.garbage import kept
from send_outcomes.rulebook import Rule, Rulebook, assemble, load_profile

if TYPE_CHECKING:
    from send_outcomes.engine import Engine, Watched
    from send_outcomes.language.vocabularies.vocabulary import Vocabulary


class Choice(NamedTuple):
    """What the command line says of rules and frameworks; None and () leave it to the file of settings.

    `suggest` and `evidence` are the engine's.
    """

    profile: str | None = None
    frameworks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    suggest: bool = False
    evidence: bool = True


class _Variant(NamedTuple):
    """What some path's settings change; the same for all paths that the same settings hold for."""

    profile: str | None = None
    ignore: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()


_USUAL = _Variant()


class InForce(NamedTuple):
    """The rules and frameworks for some paths: what an engine is built from, and all that a report needs to know of one."""

    book: Rulebook
    frameworks: tuple[Framework, ...]


class Engines:
    """Gives the engine for a plan by its path, and what is in force for it. Build one for a run."""

    def __init__(
        self, choice: Choice, given: Configuration, today: dt.date, remember: int = 0, watched: "Watched | None" = None
    ) -> None:
        """Make the rules ready that hold everywhere; `remember` and `watched` are the engines'. Raises SettingsProblem."""
        self._choice, self._given, self._today, self._remember, self._watched = choice, given, today, remember, watched
        self._frameworks: dict[str, Framework] = {}
        self._known: dict[_Variant, InForce] = {}
        self._built: dict[_Variant, Engine] = {}
        self._vocabulary = _vocabulary(given.vocabularies)
        self._paths: dict[str, _Variant] = {}
        self.usual = self._in_force(_USUAL)

    @property
    def profile(self) -> str:
        """The id of the profile in force where no path's own settings hold."""
        return self.usual.book.profile.id

    def rules(self) -> Iterator[Rule]:
        """Yield every rule that is in force for some path."""
        for one in self._every():
            yield from one.book.rules

    def frameworks(self) -> Iterator[Framework]:
        """Yield every framework that some path's outcomes are mapped to."""
        for one in self._every():
            yield from one.frameworks

    def in_force(self, path: str) -> InForce:
        """Return the rules and frameworks for the plans of `path`. Raises SettingsProblem where its settings are wrong."""
        return self._in_force(self._variant(path))

    def of(self, path: str) -> "Engine":
        """Return the engine for the plans of `path`. Raises SettingsProblem where its settings are wrong."""
        return self._engine(self._variant(path))

    def build(self) -> None:
        """Build the usual engine now. Raises SettingsProblem where a rule's settings make no check."""
        self._engine(_USUAL)

    def _every(self) -> Iterator[InForce]:
        """Yield what is usual, and what holds for each profile that some path has of its own."""
        yield self.usual
        for profile in dict.fromkeys(rule.profile for rule in self._given.paths if rule.profile):
            yield self._in_force(_Variant(profile))

    def _variant(self, path: str) -> _Variant:
        if not self._given.paths:
            return _USUAL
        if path not in self._paths:
            self._paths[path] = _variant(self._given, path)
        return self._paths[path]

    def _engine(self, variant: _Variant) -> "Engine":
        if variant not in self._built:
            from send_outcomes.engine import Engine  # noqa: PLC0415 -- a run that finds everything in the cache needs none

            book, frameworks = self._in_force(variant)
            with kept():
                self._built[variant] = Engine(
                    book,
                    frameworks,
                    self._today,
                    suggest=self._choice.suggest,
                    evidence=self._choice.evidence,
                    remember=self._remember,
                    vocabulary=self._vocabulary,
                    watched=self._watched,
                )
        return self._built[variant]

    def _in_force(self, variant: _Variant) -> InForce:
        if variant not in self._known:
            choice, given = self._choice, self._given
            profile = given.applied_to(load_profile(choice.profile or variant.profile or given.profile or DEFAULT_PROFILE))
            profile = profile.with_severities(dict(variant.severities))
            select = choice.select or given.select
            book = assemble(profile, select, (*given.ignore, *variant.ignore, *choice.ignore))
            frameworks = [self._framework(name) for name in choice.frameworks or profile.frameworks]
            self._known[variant] = InForce(book, tuple(frameworks))
        return self._known[variant]

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


def _vocabulary(files: tuple[str, ...]) -> "Vocabulary | None":
    if not files:
        return None
    from send_outcomes.language.vocabularies.vocabulary import load_vocabulary  # noqa: PLC0415

    return load_vocabulary(map(Path, files))
