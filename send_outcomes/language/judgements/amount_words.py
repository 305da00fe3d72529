"""The words of `rules/vocabulary/amounts.yaml`: for amounts, and for what tells one text from another."""

from collections.abc import Mapping
from functools import cache

from send_outcomes.documents import SettingsProblem, load_one, rules_folder


@cache
def amount_words() -> Mapping[str, frozenset[str]]:
    """Return the shipped words by what they are. Raises SettingsProblem where the file is broken."""
    path = rules_folder() / "vocabulary" / "amounts.yaml"
    value = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    return {name: frozenset(map(str, words)) for name, words in value.items()}
