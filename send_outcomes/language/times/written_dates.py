"""Reads dates as they are written in Britain: 9th of December 2026, 27.02.2025, July 16, Sept '27, 2026/27.

Knows nothing of terms and stages beyond their names, and resolves nothing.
"""

import re

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.time_words import Point, TimeWords

_SEPARATOR = r"\s?[-–—‐‑−/.]\s?"
_NUMERIC = re.compile(
    rf"(?P<y>20\d\d){_SEPARATOR}(?P<m>\d\d?){_SEPARATOR}(?P<d>\d\d?)(?![\w%])"
    rf"|(?P<d2>\d\d?){_SEPARATOR}(?P<m2>\d\d?){_SEPARATOR}(?P<y2>(?:20)?\d\d)(?![\w%])"
    r"|(?P<m3>\d\d?)\s?/\s?(?P<y3>20\d\d|[2-5]\d)(?![\w%/])"
    r"|(?P<d4>1[3-9]|2\d|3[01])/(?P<m4>0?[1-9]|1[0-2])(?![\w%/])"
)
_SCHOOL_YEAR = re.compile(r"(?:20)?(?P<first>[2-5]\d)\s?[-–—‐‑−/]\s?(?:20)?(?P<second>\d\d)(?![\w%])")
_MONTH_GLUED = re.compile(r"(\d{1,2}(?:st|nd|rd|th))?([a-z]{3,9})[.,'/-]*(\d{4}|\d{2})?[.,]?\Z")
LAST_YEAR = 2060


def in_figures(reading: Reading, at: int, fields: dict[str, str], book: TimeWords) -> Point | None:
    """Read dates in figures (27.02.2025, 26.08.22, 2027-07-31, 07/27), school years (2026/27) and years (2028)."""
    text, start = reading.text, reading.starts[at]
    school = _SCHOOL_YEAR.match(text, start)
    if school and (int(school["first"]) + 1) % 100 == int(school["second"]):
        last = _word_at(reading, at, school.end())
        name = book.names.longest(reading.words, last) if last < len(reading.words) else None
        fields["school_year"] = f"20{school['first']}"
        if name and name[0].kind in ("year", "term"):
            return Point(name[1], name[0].kind, {**name[0].fields, **fields}, True)
        return Point(last, "year", {"span": "academic", **fields}, True)
    match = _NUMERIC.match(text, start)
    if match:
        parts = {key[0]: value for key, value in match.groupdict().items() if value}
        if not (1 <= int(parts["m"]) <= 12 and 1 <= int(parts.get("d", 1)) <= 31):
            return None
        fields["month"] = parts["m"]
        if "y" in parts:
            fields["year"] = parts["y"] if len(parts["y"]) == 4 else f"20{parts['y']}"
        if "d" in parts:
            fields["day"] = parts["d"]
        return Point(_word_at(reading, at, match.end()), "date" if "d" in parts else "month", fields, True)
    year = year_of(reading.words[at])
    return _year_first(reading, at, {**fields, "year": year}, book) if year else None


def _year_first(reading: Reading, at: int, fields: dict[str, str], book: TimeWords) -> Point:
    """Read "2028", "2027 annual review", "2027 summer term"."""
    name = book.names.longest(reading.words, at + 1)
    if name and name[0].kind in ("year", "term", "holiday") and name[0].fields.get("half") != "":
        return Point(name[1], name[0].kind, {**name[0].fields, **fields}, True)
    last = name[1] if name and name[0].kind == "review" else at + 1
    return Point(last, "year", {"span": "calendar", **fields}, True)


def day_first(reading: Reading, at: int, fields: dict[str, str], book: TimeWords) -> Point | None:
    """Read "9th of December 2026"."""
    words = reading.words
    glued = _MONTH_GLUED.match(words[at])
    if glued and glued[1] and glued[2] in book.months:  # "1stJuly"
        fields["day"], at = glued[1][:-2], at - 1
        month: int | None = book.months[glued[2]]
    else:
        told = (int(words[at]), at + 1) if words[at].isdecimal() and len(words[at]) < 3 else book.ordinal_at(words, at)
        if told is None or not 1 <= told[0] <= 31:
            return None
        day, at = told[0], told[1] - 1
        while at + 2 < len(words) and words[at + 1] in ("of", ".", "-", "st", "nd", "rd", "th", "day"):
            at += 1
        month = month_of(words[at + 1], book) if at + 1 < len(words) else None
        fields["day"] = str(day)
    if not month:
        fields.pop("day", None)
        return None
    fields["month"] = str(month)
    last = with_year(reading, at + 2, fields, words[at + 1])
    return Point(last, "date", fields, True)


def month_first(reading: Reading, at: int, month: int, fields: dict[str, str], book: TimeWords) -> Point | None:
    """Read "July", "July 2027", "July '27", "July27", "July 16th", and "July 16", which may be a day or a year."""
    words = reading.words
    fields["month"] = str(month)
    last = at + 1
    if last < len(words) and "edge" not in fields:
        following = words[last]
        last_of_range = last + 1 < len(words) and words[last] in ("/", "-", "or") and month_of(words[last + 1], book)
        if last_of_range:  # "June/July 2027": the later one
            fields["month"] = str(last_of_range)
            last += 2
        elif following.isdecimal() and len(following) <= 2 and 1 <= int(following) <= 31:
            fields["number"] = following.zfill(2)
            after = with_year(reading, last + 1, fields, "")
            return Point(after, "date" if "year" in fields else "month", fields, True)
        elif following[0].isdigit() and book.ordinal(following):
            fields["day"] = str(book.ordinal(following))
            return Point(with_year(reading, last + 1, fields, ""), "date", fields, True)
    last = with_year(reading, last, fields, words[last - 1])
    if last + 1 < len(words) and words[last] in ("next", "this") and words[last + 1] == "year":
        fields["which"] = f"{words[last]} year"
        last += 2
    return Point(last, "month", fields, "year" in fields or "edge" in fields)


def month_of(word: str, book: TimeWords) -> int | None:
    """Return the number of the month that a word names, whatever is glued to it ("sept.", "july27")."""
    month = book.months.get(word)
    if month is None and (word[-1].isdigit() or word[-1] in ".,") and word[0].isalpha():
        glued = _MONTH_GLUED.match(word)
        month = book.months.get(glued[2]) if glued and not glued[1] else None
    return month


def with_year(reading: Reading, at: int, fields: dict[str, str], before: str) -> int:
    """Take in the year at word `at`, or glued to the word before it; return the word after it."""
    words = reading.words
    glued = _MONTH_GLUED.match(before) if before and (before[-1].isdigit() or before[-2:-1].isdigit()) else None
    if glued and glued[3]:
        fields["year"] = glued[3] if len(glued[3]) == 4 else f"20{glued[3]}"
        return at
    skip = at
    while skip < len(words) and skip < at + 2 and words[skip] in (",", "of", ".", "in", "-", "the", "'", "("):
        skip += 1
    if skip >= len(words):
        return at
    school = _SCHOOL_YEAR.match(reading.text, reading.starts[skip])
    if school and (int(school["first"]) + 1) % 100 == int(school["second"]):
        fields["school_year"] = f"20{school['first']}"
        return _word_at(reading, skip, school.end())
    word = words[skip].lstrip("'")
    year = year_of(word)
    if year is None and len(word) == 2 and word.isdecimal():
        clipped = words[skip - 1] == "'" or words[skip] != word  # "'27"
        plain = int(word) >= 20 and words[skip - 1] not in (",", "of", ".", "in", "(")
        year = f"20{word}" if clipped or plain else None
    if year is None:
        return at
    fields["year"] = year
    bracketed = words[skip - 1] == "(" and words[skip + 1 : skip + 2] == [")"]
    return skip + 1 + bracketed


def year_of(word: str) -> str | None:
    """Return the word itself if it is a year of this century's first sixty."""
    return word if len(word) == 4 and word.isdecimal() and 2000 <= int(word) <= LAST_YEAR else None


def _word_at(reading: Reading, first: int, offset: int) -> int:
    """Return the first word that begins at or after the character `offset`."""
    while first < len(reading.starts) and reading.starts[first] < offset:
        first += 1
    return first
