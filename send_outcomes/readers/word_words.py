"""The words of Word layouts, from `rules/vocabulary/word.yaml`, ready to be looked up. Reads no plan."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from send_outcomes.documents import SettingsProblem, load_one, rules_folder
from send_outcomes.readers.vocabulary import words

_FILE = "vocabulary/word.yaml"


@dataclass(frozen=True, slots=True)
class Section:
    """A statutory letter: what stands under it, and the words of which a heading with the bare letter needs one."""

    holds: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hopes:
    """What headings of aspirations say, and how a hope for the future is told."""

    nouns: frozenset[str]
    beside: frozenset[str]
    wish: re.Pattern[str]
    ahead: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class WordWords:
    """See the file: `headings`, `areas` and `details` map phrases to what they mean."""

    sections: Mapping[str, Section]
    headings: Mapping[str, str]
    hopes: Hopes
    leading: tuple[str, ...]
    prose: frozenset[str]
    areas: Mapping[str, str]
    after_area: frozenset[str]
    details: Mapping[str, str]
    placeholder: re.Pattern[str]
    guidance: tuple[str, ...]
    nothing: tuple[str, ...]
    outcome_words: frozenset[str]
    about_outcomes: frozenset[str]
    questions: frozenset[str]

    def sections_words(self, letter: str) -> frozenset[str]:
        """Return the words of which a heading of a section has one; none where there is no such letter."""
        section = self.sections.get(letter.upper())
        return section.words if section else frozenset()


@cache
def word_words() -> WordWords:
    """Return the vocabulary. Raises `SettingsProblem` where the file is missing or not what it should be."""
    file = rules_folder() / _FILE
    try:
        value = load_one(file.read_text(encoding="utf-8"), str(file), SettingsProblem).value
    except OSError:
        raise SettingsProblem("the vocabulary of Word documents is missing; install the program anew", str(file)) from None
    try:
        return WordWords(
            {letter: Section(one["holds"], frozenset(one["words"])) for letter, one in value["sections"].items()},
            _phrases(value["headings"]),
            _hopes(value["hopes"]),
            tuple(value["leading"]),
            frozenset(value["prose"]),
            _phrases(value["areas"]),
            frozenset(value["after_area"]),
            _phrases(value["details"]),
            re.compile(f"(?:{'|'.join(value['placeholders'])})[\\s|,;]*", re.IGNORECASE),
            tuple(value["guidance"]),
            tuple(value["nothing"]),
            frozenset(value["outcome_words"]),
            frozenset(value["about_outcomes"]),
            frozenset(value["questions"]),
        )
    except (KeyError, TypeError, AttributeError, re.error) as error:
        raise SettingsProblem(f"not as expected near {str(error)[:40]}", str(file)) from None


def _hopes(given: Mapping[str, Any]) -> Hopes:
    return Hopes(
        frozenset(given["nouns"]),
        frozenset(given["beside"]),
        re.compile(given["wish"], re.IGNORECASE),
        re.compile(given["ahead"], re.IGNORECASE),
    )


def _phrases(groups: Mapping[str, list[str]]) -> dict[str, str]:
    return {words(phrase): meaning for meaning, phrases in groups.items() for phrase in phrases}
