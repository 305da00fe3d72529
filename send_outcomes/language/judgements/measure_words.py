"""The words by which measures are known, from `rules/vocabulary/measures.yaml`. Loaded once a process."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from send_outcomes.documents import SettingsProblem, load_one, rules_folder


@dataclass(frozen=True, slots=True)
class Measures:
    """The measure words of `rules/vocabulary/measures.yaml`, as sets, each under the name it has there."""

    help_level_weakened_by: frozenset[str]
    no_help_from: frozenset[str]
    not_needed: frozenset[str]
    seldom: frozenset[str]
    every: frozenset[str]
    helpers: frozenset[str]
    helped: frozenset[str]
    without_not: frozenset[str]
    no_bound: frozenset[str]
    no_percentages: frozenset[str]
    baselines: frozenset[str]
    none_of: frozenset[str]
    openers: frozenset[str]
    whole: frozenset[str]
    whole_not_before: frozenset[str]
    units: frozenset[str]
    minutes: frozenset[str]
    ages: frozenset[str]
    articles: frozenset[str]
    rates: frozenset[str]
    pointing: frozenset[str]
    no_count: frozenset[str]
    kinds_of_one: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    rated: frozenset[str]
    time_of_day: frozenset[str]
    time_of_day_met: frozenset[str]
    events_not_with: frozenset[str]
    events_not_behind: frozenset[str]
    places_to_be: frozenset[str]
    awarding: frozenset[str]
    passive_events: frozenset[str]
    graded: frozenset[str]
    all_of: frozenset[str]
    all_not_before: frozenset[str]
    certified: frozenset[str]
    holding: frozenset[str]
    passed: frozenset[str]
    being: frozenset[str]
    being_counted: frozenset[str]
    nought: frozenset[str]
    hundredths_of: frozenset[str]
    hundredths_before: frozenset[str]
    says_which_behind: frozenset[str]
    says_which_before: frozenset[str]
    before_a_year: frozenset[str]
    events: Mapping[str, frozenset[str]]


@cache
def measure_file() -> Mapping[str, Any]:
    """Return the file's content as it stands. Raises SettingsProblem where it is broken."""
    path = rules_folder() / "vocabulary" / "measures.yaml"
    value: Mapping[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    return value


@cache
def measure_words() -> Measures:
    """Return the measure words that are not phrases."""
    value = measure_file()
    sets = {f.name: frozenset(str(word) for word in value[f.name]) for f in fields(Measures) if f.name != "events"}
    return Measures(**sets, events={verb: frozenset(words) for verb, words in value["events"].items()})
