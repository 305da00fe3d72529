"""A vocabulary file that holds nothing but lists of words, as sets. Loaded once a process."""

from collections.abc import Mapping
from functools import cache

from send_outcomes.documents import SettingsProblem, load_one, rules_folder


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return the lists of `rules/vocabulary/<name>.yaml` by what they are. Raises SettingsProblem where the file is broken."""
    path = rules_folder() / "vocabulary" / f"{name}.yaml"
    value = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    return {key: frozenset(map(str, words)) for key, words in value.items()}
