"""Marks what a regular expression of the rule matches in the text itself: placeholders, and whatever has no words."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.documents import SettingsProblem
from send_outcomes.language.phrasebook import Phrasebook

SETTINGS: dict[str, Any] = {
    "patterns": {"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1},
    "any_case": {"type": "boolean", "description": "upper and lower case are the same"},
    "write": {
        "type": "string",
        "description": "what belongs there instead; \\1 is what the first group of the pattern met, if it met anything",
    },
    "where": {
        "type": "array",
        "items": {"type": "string", "minLength": 1},
        "description": "try only texts that hold one of these, in small letters or capitals",
    },
}
REQUIRED = ("patterns",)

_SECONDS = 1.0


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Compile the rule's patterns and return the check. Raises SettingsProblem where one is no regular expression.

    The check raises it too, where a pattern takes too long on a text: no pack may hold up a run.
    """
    find = finder(settings["patterns"], bool(settings.get("any_case")), group)
    write: str | None = settings.get("write")
    tell_tales = tuple(each.lower() for each in settings.get("where", ()))

    def check(case: Case) -> Sequence[Mark]:
        text = case.reading.text
        if tell_tales and not _holds_one(text.lower(), tell_tales):
            return ()
        return [
            Mark(match.start(), match.end(), replacement=None if write is None else match.expand(write))
            for match in find(text)
            if match.end() > match.start()
        ]

    return check


def finder(patterns: Sequence[str], any_case: bool, group: str) -> Callable[[str], list[Any]]:
    """Return what finds the matches of any of `patterns` in a text. It raises SettingsProblem where that takes too long.

    Raises SettingsProblem where one of them is no regular expression.
    """
    import regex as re  # noqa: PLC0415 -- the standard library's knows no time limit

    flags = re.IGNORECASE if any_case else 0
    for written in patterns:
        try:
            re.compile(written, flags)
        except re.error as error:
            raise SettingsProblem(f"{group}: “{written}” is no regular expression: {error}") from None
    pattern = re.compile("|".join(f"(?:{p})" for p in patterns), flags)

    def find(text: str) -> list[Any]:
        try:
            return [*pattern.finditer(text, timeout=_SECONDS)]
        except TimeoutError:
            raise SettingsProblem(f"{group}: its pattern takes more than {_SECONDS:g} s on one text; make it simpler") from None

    return find


def _holds_one(text: str, pieces: Iterable[str]) -> bool:
    for piece in pieces:  # noqa: SIM110 -- any() costs as much again, and this is asked of every text
        if piece in text:
            return True
    return False
