"""Concepts (friendship, money, …) and the cues they are known by, from frameworks/vocabulary/. Knows no framework.

How cues are written is told in frameworks/vocabulary/README.md.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Any, NamedTuple

from send_outcomes.documents import Document, SettingsProblem, frameworks_folder, load_one

_TOKEN = re.compile(r"\d+:\d+|[^\W\d_]&[^\W\d_]+|[^\W\d_]+-\d+|o'clock|n't\b|'[a-z]+|[^\W_]+?(?=n't\b)|[^\W_]+|[^\w\s]")
_OTHER = ("scope", "irregular")  # files of the vocabulary folder that hold no concepts


class Cue(NamedTuple):
    """A word or phrase that speaks for something. `exact` cues are met as written, others in their other forms too."""

    words: tuple[str, ...]
    weight: float = 1.0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Concept:
    """A group of cues that mean much the same. `found` are things that reading finds (“provision”, “actor family”), as cues."""

    name: str
    about: str
    cues: tuple[Cue, ...]
    found: tuple[Cue, ...] = ()


def parse_cues(text: str) -> Iterator[Cue]:
    """Yield the cues of a comma-separated list such as “friend, make friends 1.3, =date”."""
    for part in text.split(","):
        phrase, weight = part.strip(), 1.0
        before, _, last = phrase.rpartition(" ")
        if before and "." in last and last.replace(".", "", 1).isdigit():
            phrase, weight = before, float(last)
        exact = phrase.startswith("=")
        if words := split_words(phrase.removeprefix("=")):
            yield Cue(words, weight, exact)


def split_words(phrase: str) -> tuple[str, ...]:
    """Cut a cue into words as a Reading has them: lower case, hyphens and endings such as 's and n't on their own."""
    plain = phrase.lower().replace("’", "'")
    words = plain.split()
    plainly = all(map(str.isalpha, words)) and "o'clock" not in words
    return tuple(map(intern, words if plainly else _TOKEN.findall(plain)))


@cache
def concepts() -> Mapping[str, Concept]:
    """Return the shipped concepts by name. Raises SettingsProblem where a file of them is wrong."""
    found: dict[str, Concept] = {}
    for name, entry, where in _entries():
        if name in found:
            raise SettingsProblem(f"the concept “{name}” stands in two files; keep one", *where)
        if not isinstance(entry, dict) or not ("cues" in entry or "found" in entry):
            raise SettingsProblem(f"{name}: expected “about” and “cues” or “found” (text, parted by commas)", *where)
        cues, signs = (tuple(parse_cues(str(entry.get(key, "")))) for key in ("cues", "found"))
        found[name] = Concept(name, str(entry.get("about", "")), cues, signs)
    return found


@cache
def scope() -> Mapping[str, Any]:
    """Return the settings of frameworks/vocabulary/scope.yaml: how much a word counts by where it stands."""
    value: dict[str, Any] = _load("scope").value
    return value


@cache
def irregular() -> Mapping[str, tuple[str, ...]]:
    """Return the words whose forms no rule gives, each with its forms; those that never change have one, themselves."""
    known = {word: tuple(str(forms).split(", ")) for word, forms in _load("irregular").value.items()}
    return {word: (word,) for word in known.pop("unchanged", ())} | known


@cache
def _load(stem: str) -> Document:
    path = frameworks_folder() / "vocabulary" / f"{stem}.yaml"
    return load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem)


def _entries() -> Iterator[tuple[str, Any, tuple[str, int, int]]]:
    for path in sorted((frameworks_folder() / "vocabulary").glob("*.yaml")):
        if path.stem in _OTHER:
            continue
        document = _load(path.stem)
        for name, entry in document.value.items():
            line, column = document.at(name)
            yield name, entry, (str(path), line, column)
