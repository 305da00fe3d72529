"""Words that are ours and not a plan's: what our vocabularies and the rules in force hold. Only these are ever kept as words."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from send_outcomes.documents import SettingsProblem, frameworks_folder, load_one, rules_folder
from send_outcomes.rulebook import Rule

_FEWEST_LETTERS = 3  # one letter, or a figure, could spell out what a plan says


def own_words(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the words and phrases of the shipped data and of the rules' own settings."""
    return _shipped() | frozenset(_spoken([rule.settings for rule in rules]))


@cache
def _shipped() -> frozenset[str]:
    files = sorted(path for folder in (rules_folder(), frameworks_folder()) for path in folder.rglob("*.yaml"))
    texts = ((path.read_text(encoding="utf-8"), str(path)) for path in files)
    return frozenset(_spoken([load_one(text, path, SettingsProblem).value for text, path in texts]))


def _spoken(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if sum(map(str.isalpha, value)) >= _FEWEST_LETTERS and not any(map(str.isdigit, value)):
            yield value
    elif isinstance(value, dict):
        yield from _spoken(list(value))
        yield from _spoken(list(value.values()))
    elif isinstance(value, list):
        for part in value:
            yield from _spoken(part)
