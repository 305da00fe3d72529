"""The small facts of a plan as people write them: dates, year groups, pronouns, terms. Text in, value or None out."""

import datetime as dt
import re
from typing import Literal

from send_outcomes.model import Horizon
from send_outcomes.readers.vocabulary import vocabulary, words

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?\Z", re.ASCII)
_BRITISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{2}:\d{2}.*)?\Z", re.ASCII)
_WRITTEN = re.compile(
    r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ?-?([a-z]{3,9})\.?,? ?-?(\d{4}|\d{2})\Z", re.ASCII | re.IGNORECASE
)
_FULL = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_YEAR = re.compile(r"(?:nc ?)?(?:year group|year|yr|ncy|y)? ?(-?\d{1,2})\Z", re.ASCII)
# Excel counts days from here; a number between the two is a date between 1954 and 2119.
_EXCEL_ZERO, _EXCEL_FIRST, _EXCEL_LAST = dt.date(1899, 12, 30), 20_000, 80_000

Pronoun = Literal["she", "he", "they"]


def date_of(text: str) -> dt.date | None:
    """Return an ISO or British date (2026-09-01, 01/09/2026, 1.9.26, 1 September 2026): the day comes first."""
    text = " ".join(text.split())
    if found := _ISO.match(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _BRITISH.match(text):
        day, month, year = (int(part) for part in found.groups())
    elif (found := _WRITTEN.match(text)) and (month := _month(found[2])):
        day, year = int(found[1]), int(found[3])
    else:
        return None
    try:
        return dt.date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def cell_date(text: str) -> dt.date | None:
    """Return the date in a cell of a table, where Excel may have left its day number."""
    if text.isascii() and text.isdigit() and _EXCEL_FIRST < int(text[:6]) < _EXCEL_LAST and len(text) == 5:
        return _EXCEL_ZERO + dt.timedelta(days=int(text))
    return date_of(text)


def year_group_of(text: str) -> int | None:
    """Return a year group: 0 for Reception, -1 for Nursery, else 1 to 14."""
    plain = " ".join(text.casefold().split())
    if plain in vocabulary().years:
        return vocabulary().years[plain]
    found = _YEAR.match(plain)
    return int(found[1]) if found and -1 <= int(found[1]) <= 14 else None


def pronouns_of(text: str) -> Pronoun | None:
    """Return the pronoun of “she”, “she/her”, “She, her, hers” and so on."""
    match words(text).split()[:1]:
        case ["she" | "her"]:
            return "she"
        case ["he" | "him" | "his"]:
            return "he"
        case ["they" | "them"]:
            return "they"
    return None


def term_of(text: str) -> Horizon | None:
    """Return the term that a heading, cell or column names; None where it names none or several."""
    terms = vocabulary().terms
    named = {terms[word] for word in words(text).split() if word in terms}
    return Horizon(named.pop()) if len(named) == 1 else None


def _month(name: str) -> int:
    """Return 1 to 12 for a month's name, whole or shortened (Sept), 0 for anything else."""
    short = name.casefold()
    for number, full in enumerate(_FULL, 1):
        if full.startswith(short):
            return number
    return 0
