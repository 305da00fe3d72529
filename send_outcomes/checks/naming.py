"""Looks for another child in the text: a name or pronouns that are not this child's, left from another plan."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.phrasebook import Phrasebook

SETTINGS: dict[str, Any] = {
    "pronouns": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
        "description": "for each of she, he, they: the words that speak of such a child",
    }
}
REQUIRED = ("pronouns",)


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    wrong: dict[str, frozenset[str]] = {
        own: frozenset(word for other, words in settings["pronouns"].items() if other != own for word in words)
        for own in settings["pronouns"]
    }

    def check(case: Case) -> Iterator[Mark]:
        reading, child = case.reading, case.plan.child
        subject = next(iter(reading.found.get("subject", ())), None)
        if subject is None:
            return
        name = (child.known_as or "").split(" ")[0].lower()
        if name and subject.kind == "name" and not _same_name(name, reading.text[subject.start : subject.end].lower()):
            yield Mark(subject.start, subject.end, {"known_as": child.known_as or ""})
        elif child.pronouns in wrong and subject.kind in ("name", "pronoun", "first"):
            for i, word in enumerate(reading.words):
                if word in wrong[child.pronouns] and (subject.kind != "first" or reading.starts[i] == subject.start):
                    yield Mark(reading.starts[i], reading.ends[i], {"known_as": child.known_as or "this child"})
                    return

    return check


def _same_name(name: str, said: str) -> bool:
    """Tell whether `said` can be this child: the name itself, or an initial of it."""
    first = said.split(" ", maxsplit=1)[0].removesuffix("'s").strip(".")
    return first == name or (len(first) <= 2 and first[:1] == name[:1])
