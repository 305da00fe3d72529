"""Reads stretches of time ahead: "within 12 months", "in two terms' time", "over the coming 6 weeks", "in summer 2028".

The hard part is to tell them from measures: "three times in two weeks", "over a 6 week period", "within 2 days".
"""

from typing import NamedTuple

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.determinable_ends import closes, determinable, opens
from send_outcomes.language.times.time_points import point
from send_outcomes.language.times.time_turns import age, turn
from send_outcomes.language.times.time_words import Point, TimeWords

_PARTS_OF_A_YEAR = {"12": ("months", "1"), "52": ("days", "7")}
_MOST_UNITS = 1_900  # more is a year


class _Stretch(NamedTuple):
    """A number of units behind a marker. `ahead`: "next" or "this" before it; `timed`: "' time", "from now" behind."""

    last: int
    number: int | None
    unit: str
    size: int
    ahead: str
    timed: bool
    whole: bool  # "over the course of the year"
    typed: str  # the word that gives the number, or the unit
    name: str  # the unit as typed


def span(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Return the deadline that a stretch of time sets, from its marker at word `at` ("within", "over", "after")."""
    marker, words = reading.words[at], reading.words
    if marker == "within" and (told := _clinical(words, at + 1)):
        return told
    found = _stretch(reading, at, book)
    if found is None or (found.number is None and not (found.ahead or found.whole or marker == "within")):
        return _in_date(reading, at, book) if marker in ("in", "during", "over", "across", "within") else None
    if not _reaches(reading, at, found, book):
        return None
    a_year = found.ahead in book.lists["next_words"] and found.typed == found.name and found.name in ("year", "yr")
    if found.number is None and not a_year:
        exact = point(reading, at + 4 if words[at + 2 : at + 3] == ["course"] else at + 1)
        if exact and exact.kind in ("year", "term"):
            return exact
        if found.whole and not found.ahead:
            return Point(found.last, "year", {"span": "academic", "which": "this", "edge": "end"}, True)
    return Point(found.last, "within", {"number": str(found.number or 1), found.unit: str(found.size)}, True)


def _clinical(words: list[str], at: int) -> Point | None:
    """Read the “6/12” and “4/52” of therapists' notes: six months, four weeks."""
    number, _, whole = words[at].partition("/") if at < len(words) else ("", "", "")
    unit = _PARTS_OF_A_YEAR.get(whole)
    return Point(at + 1, "within", {"number": number, unit[0]: unit[1]}, True) if unit and number.isdecimal() else None


def _stretch(reading: Reading, at: int, book: TimeWords) -> _Stretch | None:
    words, lists, marker = reading.words, book.lists, reading.words[at]
    first, ahead = at + 1, ""
    whole = words[first : first + 3] == ["the", "course", "of"]
    first += 3 if whole else 0
    whole = whole or (words[first : first + 1] == ["the"] and marker in ("over", "during", "across") and opens(reading, at))
    while first < len(words):
        if words[first] in lists["this_words"] or words[first] in lists["next_words"]:
            ahead = words[first]
        elif words[first] not in lists["stretch_before"]:
            break
        first += 1
    if first >= len(words):
        return None
    number = book.number(words[first])
    if number is not None and number > _MOST_UNITS:
        return None  # “in the 2026-27 academic year”
    after = first if number is None else first + 1
    while number is not None and after < len(words):
        upper = book.number(words[after])  # "three to five years": the longer
        if upper is None and words[after] not in lists["stretch_inside"]:
            break
        tens = upper is not None and upper < 10 and number >= 20 and number % 10 == 0 and words[after - 1] in book.numbers
        number, after = number + (upper or 0) if tens else upper or number, after + 1
    unit = book.units.longest(words, after)
    if unit is None and ahead and words[after : after + 1] and words[after] in lists["day_units"] and (number or 0) > 5:
        unit = ("days", 1), after + 1
    if unit is None or (number is None and words[unit[1] : unit[1] + 1] and words[unit[1]].isdigit()):
        return None  # “within Year 6” is no year's time
    last, timed = _tail(words, unit[1])
    return _Stretch(last, number, unit[0][0], unit[0][1], ahead, timed, whole, words[first], words[unit[1] - 1])


def _tail(words: list[str], last: int) -> tuple[int, bool]:
    """Take in "' time", "from now" and "period"."""
    for tail, timed in (
        (["'", "time"], True),
        (["'s", "time"], True),
        (["time"], True),
        (["from", "now"], True),
        (["period"], False),
    ):
        if words[last : last + len(tail)] == tail:
            return last + len(tail), timed
    return last, False


def _reaches(reading: Reading, at: int, found: _Stretch, book: TimeWords) -> bool:
    """Tell an end from a measure: "in 2 weeks" is one, "three times in 2 weeks" and "in a week" are not."""
    words, lists, marker, number = reading.words, book.lists, reading.words[at], found.number
    if words[found.last : found.last + 1] in (["group"], ["groups"]):
        return False  # “in a year group of 60”
    if found.timed or found.ahead:
        return True
    if words[found.last : found.last + 1] == ["of"]:
        begun = lists["start_verbs"] | lists["leave_verbs"] | lists["counted_from"]
        return marker in ("after", "following") or not begun.isdisjoint(words[found.last + 1 : found.last + 5])
    if not lists["counted_before"].isdisjoint(words[max(0, at - 3) : at]):
        return marker in ("within", "inside") and found.unit == "months" and (number or 0) * found.size >= 3
    if marker in ("in", "inside", "within"):
        one_of_many = found.unit == "days" and number == 1
        unnumbered = number is None or (found.typed in ("a", "an") and found.size != 12)
        return not (one_of_many or (marker == "in" and unnumbered))
    if marker in ("after", "following"):
        return number is not None and words[found.last : found.last + 1] != ["'"]
    return found.whole or (opens(reading, at) and number is not None and marker in ("over", "across"))


def _in_date(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "in September 2027", "in summer 2028", "in time for Year 7", "in the autumn term of Year 7"."""
    words = reading.words
    if words[at + 1 : at + 3] == ["time", "for"]:
        birthday = age(words, at + 3)
        if birthday:
            return birthday
        found = point(reading, at + 3) or turn(reading, at + 3, settled=False)
        return determinable(found, True) if found and found.fields.get("stage") != "school" else None
    found = point(reading, at + 1)
    if found is None or found.kind in ("event", "review"):
        return None
    if words[at] == "within" and found.kind in ("stage", "phase"):
        return determinable(found, True)
    if not found.firm:  # "In June, Sam will sit …"
        staged = words[at] == "during" and found.fields.get("agent") != "true"
        kinds = ("month", "term", "stage") if staged else ("month", "term")
        meant = found.kind in kinds and opens(reading, at) and "will" in words[found.last : found.last + 6]
        meant = meant or (
            found.kind == "month" and "will" in words[:at] and closes(reading, found.last)
        )  # “… in the show in June.”
        return found if meant else None
    dated = "year" in found.fields or "school_year" in found.fields or "in_year" in found.fields
    return found if dated and book.lists["looking_back"].isdisjoint(words[max(0, at - 3) : at]) else None
