"""The words of the thread, from `rules/vocabulary/thread.yaml`: what tells nothing, what sides of life there are, what parts are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from send_outcomes.documents import SettingsProblem, load_one, rules_folder
from send_outcomes.thread.links import Kind


@dataclass(frozen=True, slots=True)
class ThreadWords:
    """`common` words and `silent` concepts say nothing of what a text is about.

    `fields`: words of one trade or pastime, by its name. `sides`: concept → the sides of life it is on; `areas`: area of need → those it speaks of. `names` and `letters`: what
    texts call the parts of a plan, and the letters of their ids. `followed_by`, `after`: what tells “need 2” from “needs 2 adults”.
    `in_brackets`, `before_ids`: what may, or must, stand before bare ids, in brackets and outside them.
    """

    common: frozenset[str]
    silent: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]
    sides: Mapping[str, tuple[str, ...]]
    areas: Mapping[str, tuple[str, ...]]
    names: Mapping[str, Kind]
    letters: Mapping[str, Kind]
    followed_by: frozenset[str]
    after: frozenset[str]
    in_brackets: tuple[str, ...]
    before_ids: tuple[str, ...]


@cache
def thread_words() -> ThreadWords:
    """Return the words of the thread. Raises SettingsProblem where their file is missing or no YAML."""
    path = rules_folder() / "vocabulary" / "thread.yaml"
    value = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    sides: dict[str, tuple[str, ...]] = {}
    for side, concepts in value["sides"].items():
        for concept in concepts:
            sides[concept] = (*sides.get(concept, ()), side)
    return ThreadWords(
        common=frozenset(value["common"].split()),
        silent=frozenset(value["silent"]),
        fields={name: tuple(words.split()) for name, words in value["fields"].items()},
        sides=sides,
        areas={area: tuple(of) for area, of in value["areas"].items()},
        names={name: Kind(kind) for kind, entry in value["called"].items() for name in entry["names"]},
        letters={entry["letter"]: Kind(kind) for kind, entry in value["called"].items()},
        followed_by=frozenset(value["refers"]["followed_by"].split()),
        after=frozenset(value["refers"]["after"].split()),
        in_brackets=tuple(value["refers"]["in_brackets"]),
        before_ids=tuple(value["refers"]["before_ids"]),
    )
