"""The parts of a plan file (outcomes, needs, aspirations, provision, child) → the model, once the schema has held."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from send_outcomes.documents import Document, UnreadableInput
from send_outcomes.model import Aspiration, Child, Ignore, Need, Outcome, Place, Provision
from send_outcomes.readers.facts import date_of, pronouns_of, term_of, year_group_of
from send_outcomes.readers.ignores import ignore_of
from send_outcomes.readers.plan_links import numbered
from send_outcomes.readers.plan_places import Places

Keys = tuple[str | int, ...]
# What stands in a list of a plan file: a text alone, or a group of keys with its `text`.
Entry = str | dict[str, Any]
_NOTES = ("who", "how_often", "how_long", "skills", "review")


@dataclass(frozen=True, slots=True)
class Source:
    """A document, a finder of places in it, and what has been found wrong so far."""

    document: Document
    places: Places
    problems: list[UnreadableInput] = field(default_factory=list)

    def date(self, keys: Keys, text: str | None) -> dt.date | None:
        """Return the date under `keys`; note a day that the calendar does not have."""
        date = None if text is None else date_of(text)
        if text is not None and date is None:
            message = f"{keys[-1]}: there is no such day in the calendar"
            self.problems.append(UnreadableInput(message, self.document.path, *self.document.at(*keys)))
        return date


def aspirations_of(source: Source, keys: Keys, entries: list[Entry]) -> list[Aspiration]:
    """Return the aspirations listed under `keys`."""
    return [
        Aspiration(id_, _text(entry), source.places.of((*keys, i), entry, "A"), _ignores(source, (*keys, i), entry))
        for i, (id_, entry) in enumerate(numbered("A", entries))
    ]


def needs_of(source: Source, keys: Keys, entries: list[Entry]) -> list[Need]:
    """Return the needs listed under `keys`."""
    made = []
    for i, (id_, entry) in enumerate(numbered("N", entries)):
        section = _note(entry, "section") or "B"
        place = source.places.of((*keys, i), entry, section)
        made.append(Need(id_, _text(entry), place, section, _note(entry, "area"), _ignores(source, (*keys, i), entry)))
    return made


def outcomes_of(source: Source, keys: Keys, entries: list[Entry], section: str | None) -> list[Outcome]:
    """Return the outcomes listed under `keys`; `section` is None where they are a bare list."""
    made = []
    for i, (id_, entry) in enumerate(numbered("O", entries)):
        place = source.places.of((*keys, i), entry, section)
        if isinstance(entry, str):
            made.append(Outcome(id_, _text(entry), place))
            continue
        made.append(
            Outcome(
                id_,
                _text(entry),
                place,
                term=term_of(entry.get("term") or ""),
                by=source.date((*keys, i, "by"), entry.get("by")),
                by_when=_note(entry, "by_when"),
                agencies=_several(entry, "agencies"),
                needs=_several(entry, "needs"),
                aspirations=_several(entry, "aspirations"),
                baseline=_note(entry, "baseline"),
                themes=_several(entry, "themes"),
                ignores=_ignores(source, (*keys, i), entry),
            )
        )
    return made


def provision_of(source: Source, keys: Keys, entries: list[Entry]) -> list[Provision]:
    """Return the provision listed under `keys`."""
    made = []
    for i, (id_, entry) in enumerate(numbered("P", entries)):
        section = _note(entry, "section") or "F"
        notes: dict[str, Any] = {key: _note(entry, key) for key in _NOTES}
        place = source.places.of((*keys, i), entry, section)
        links = _several(entry, "outcomes"), _several(entry, "needs")
        made.append(Provision(id_, _text(entry), place, section, *links, **notes, ignores=_ignores(source, (*keys, i), entry)))
    return made


def heads_of(source: Source, keys: Keys, value: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a Plan that are no lists: child, dates, views."""
    given = value.get("child") or {}
    year = given.get("year_group")
    child = Child(
        known_as=given.get("known_as"),
        born=source.date((*keys, "child", "born"), given.get("born")),
        age=given.get("age"),
        year_group=year_group_of(year) if isinstance(year, str) else year,
        pronouns=pronouns_of(given.get("pronouns") or ""),
    )
    return {
        "child": child,
        "date": source.date((*keys, "date"), value.get("date")),
        "review_due": source.date((*keys, "review_due"), value.get("review_due")),
        "views": value.get("views"),
        "ignores": _ignores(source, keys, value),
    }


def _text(entry: Entry) -> str:
    text: str = entry if isinstance(entry, str) else entry["text"]
    return text.strip()


def _ignores(source: Source, keys: Keys, entry: Entry) -> tuple[Ignore, ...]:
    given = (entry.get("ignore") if isinstance(entry, dict) else None) or ()
    places = (source.document.at(*keys, "ignore", i) for i in range(len(given)))
    return tuple(
        ignore_of(one["rule"], one.get("because") or "", Place(source.document.path, f"line {line}", line, column))
        for one, (line, column) in zip(given, places, strict=True)
    )


def _note(entry: Entry, key: str) -> str | None:
    value = entry.get(key) if isinstance(entry, dict) else None
    return None if value is None else str(value).strip() or None


def _several(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.get(key) if isinstance(entry, dict) else None
    return () if value is None else tuple(str(one).strip() for one in (value if isinstance(value, list) else [value]))
