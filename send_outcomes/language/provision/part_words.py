"""The words of `rules/vocabulary/provision_parts.yaml`, in the shape in which they are looked up. Loaded once a process."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from send_outcomes.documents import SettingsProblem, load_one, rules_folder
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.times.time_words import Names


@dataclass(frozen=True, slots=True)
class PartWords:
    """`sets` of words and trees of `phrases`, each under its name in the file; `kinds`: the parts that each kind must name.

    `vague` leads from a phrase to its row: its kind, and when it leaves no doubt after all.
    """

    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Names]
    kinds: Mapping[str, tuple[str, ...]]
    vague: Names


@cache
def part_words() -> PartWords:
    """Return the shipped words. Raises SettingsProblem where the file is broken or lacks a part."""
    path = rules_folder() / "vocabulary" / "provision_parts.yaml"
    data: dict[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    try:
        kinds = {kind: tuple(parts) for kind, parts in data.pop("kinds").items()}
        vague = _tree((phrase, row) for row in data.pop("vague") for phrase in row["phrases"])
        lists = {name: [str(word) for word in words] for name, words in data.items()}
        nouns = lexicon().nouns
        lists["people"] += sorted(nouns["staff"] - {*lists["no_people"]})
        others = {*lists["no_equipment"], *lists["environment"]}
        others |= {f"{word}s" for word in others}
        lists["equipment"] += sorted((nouns["resource"] | nouns["output"]) - others)
        lists["service"] = sorted((nouns["service"] | nouns["activity"] | nouns["chance"]) - {*lists["environment"]})
    except (KeyError, TypeError, AttributeError) as error:
        raise SettingsProblem(
            f"the words of provision lack something, or hold it in another shape: {error}", str(path)
        ) from None
    return PartWords(
        sets={name: frozenset(words) for name, words in lists.items()},
        phrases={name: _tree((word, word) for word in words) for name, words in lists.items()},
        kinds=kinds,
        vague=vague,
    )


def _tree(pairs: Iterable[tuple[str, Any]]) -> Names:
    tree = Names()
    for phrase, meaning in pairs:
        tree.add(str(phrase), meaning)
    return tree
