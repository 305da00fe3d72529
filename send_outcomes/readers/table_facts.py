"""A row of a table → the facts beside its outcomes: child, dates, terms. Text in, model out; knows no file."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from send_outcomes.model import Child, Horizon
from send_outcomes.readers.columns import Layout
from send_outcomes.readers.facts import cell_date, pronouns_of, term_of, year_group_of

CHILD_FIELDS = ("known_as", "born", "age", "year_group", "pronouns")
_AGENCIES = re.compile(r"\s*(?:[;,/&+|\r\n]|\band\b)\s*")
_THEMES = re.compile(r"\s*[;|\r\n]\s*")
_OLDEST = 120


def value(cells: Sequence[str], layout: Layout, field: str) -> str:
    """Return the text in a row's column for `field`, "" where there is none."""
    index = layout.fields.get(field)
    return cells[index].strip() if index is not None and index < len(cells) else ""


def child_of(given: Sequence[str]) -> Child:
    """Return the child from the texts of `CHILD_FIELDS`; what can't be read stays unknown."""
    known_as, born, age, year, pronouns = given
    years = age.split(".")[0]
    return Child(
        known_as=known_as or None,
        born=cell_date(born) if born else None,
        age=int(years) if years.isdecimal() and len(years) < 4 and int(years) < _OLDEST else None,
        year_group=year_group_of(year) if year else None,
        pronouns=pronouns_of(pronouns) if pronouns else None,
    )


# The same few terms and dates stand in every row of an export.
@lru_cache(4_096)
def when_of(term: str, by_when: str, column: Horizon | None) -> tuple[Horizon | None, dt.date | None, str | None]:
    """Return term, end date and end in words from the cells for term and end, and the column's own term.

    Either cell may hold either: “Timescale” is “long term” with one council and “July 2027” with another.
    """
    found, by, said = column, None, None
    for text in (term, by_when):
        if not text:
            continue
        date = cell_date(text)
        horizon = None if date else term_of(text)
        by, found = by or date, found or horizon
        if not date and not horizon:
            said = said or text
    return found, by, said


def agencies_of(text: str) -> tuple[str, ...]:
    """Return the agencies of “Education, health & care”."""
    return tuple(part for part in _AGENCIES.split(text) if part)


def themes_of(text: str) -> tuple[str, ...]:
    """Return the themes of a cell; commas stay, since Nottingham's themes hold some."""
    return tuple(part for part in _THEMES.split(text) if part)
