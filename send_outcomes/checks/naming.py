"""Looks for another child in the text: a name or pronouns that are not this child's, left from another plan."""

from collections.abc import Iterator, Mapping
from typing import Any

from send_outcomes.checks.case import Case, Check, Mark
from send_outcomes.language.judgements.strangers import is_introduced, stranger_names, stranger_pronoun
from send_outcomes.language.phrasebook import Phrasebook
from send_outcomes.model import Plan

SETTINGS: dict[str, Any] = {
    "pronouns": {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "string"}},
        "description": "for each of she, he, they: the words that speak of such a child",
    }
}
REQUIRED = ("pronouns",)


def awaits(settings: Mapping[str, Any], group: str) -> str:
    """Without a subject nobody is named."""
    return "subject"


def prepare(settings: Mapping[str, Any], phrasebook: Phrasebook, group: str) -> Check:
    """Return the check for one rule's settings."""
    wrong: dict[str, frozenset[str]] = {
        own: frozenset(word for other, words in settings["pronouns"].items() if other != own for word in words)
        for own in settings["pronouns"]
    }

    def in_outcome(case: Case) -> Iterator[Mark]:
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

    def elsewhere(case: Case) -> Iterator[Mark]:
        reading, child = case.reading, case.plan.child
        name = child.known_as or ""
        found = (
            [i for i in stranger_names(reading, name) if not is_introduced(reading.words[i], _texts(case.plan))] if name else []
        )
        if not found and case.kind != "aspiration" and child.pronouns in wrong:
            pronoun = stranger_pronoun(reading, name, wrong[child.pronouns])
            found = [] if pronoun is None else [pronoun]
        for i in found:
            yield Mark(reading.starts[i], reading.ends[i], {"known_as": name or "this child"})

    return lambda case: in_outcome(case) if case.kind == "outcome" else elsewhere(case)


def _same_name(name: str, said: str) -> bool:
    """Tell whether `said` can be this child: the name itself, or an initial of it."""
    first = said.split(" ", maxsplit=1)[0].removesuffix("'s").strip(".")
    return first == name or (len(first) <= 2 and first[:1] == name[:1])


def _texts(plan: Plan) -> Iterator[str]:
    if plan.views:
        yield plan.views
    for items in (plan.aspirations, plan.needs, plan.outcomes, plan.provision):
        yield from (item.text for item in items)
    yield from (provision.who for provision in plan.provision if provision.who)
