"""The names of columns and headings, from `rules/vocabulary/columns.yaml`, ready to be looked up. Reads no plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from send_outcomes.documents import SettingsProblem, load_one, rules_folder

_FILE = "vocabulary/columns.yaml"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`columns`: a column's bare name → what it holds; `never_outcomes`: keys of columns that only look like outcomes.

    The headings are phrases in plain words (see `words`).
    """

    columns: Mapping[str, str]
    never_outcomes: frozenset[str]
    empty: frozenset[str]
    outcome_headings: frozenset[str]
    other_headings: frozenset[str]
    group_headings: frozenset[str]
    sentence_words: frozenset[str]
    years: Mapping[str, int]
    terms: Mapping[str, str]


def key(name: str) -> str:
    """Return a column's name without case, spaces, underscores, punctuation and a number at its end."""
    return bare(name).rstrip("0123456789") or bare(name)


def bare(name: str) -> str:
    """Return a column's name as `key` does, but with its number: “Free text 3” is not “Free text 2”."""
    return "".join(c for c in name.casefold() if c.isalnum())


def words(text: str) -> str:
    """Return a heading in lower case, its punctuation as single spaces."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary. Raises `SettingsProblem` where the file is missing or not what it should be."""
    file = rules_folder() / _FILE
    try:
        document = load_one(file.read_text(encoding="utf-8"), str(file), SettingsProblem)
    except OSError:
        raise SettingsProblem("the vocabulary of columns is missing; install the program anew", str(file)) from None
    try:
        value = document.value
        headings = value["headings"]
        return Vocabulary(
            columns={bare(alias): field for field, aliases in value["columns"].items() for alias in aliases},
            never_outcomes=frozenset(key(name) for name in value["never_outcomes"]),
            empty=frozenset(value["empty"]),
            outcome_headings=frozenset(headings["outcomes"]),
            other_headings=frozenset(headings["others"]),
            group_headings=frozenset(headings["groups"]),
            sentence_words=frozenset(headings["sentence_words"]),
            years=value["years"],
            terms={word: term for term, names in value["terms"].items() for word in names},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise SettingsProblem(f"not as expected near {str(error)[:40]}", str(file)) from None
