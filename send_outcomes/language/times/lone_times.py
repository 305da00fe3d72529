"""Reads times that stand by themselves: "End of KS2: …", "(July 2027)", "Target date: 07/27", "two years from now"."""

import re

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.determinable_ends import closes, opens, weighed
from send_outcomes.language.times.time_points import point
from send_outcomes.language.times.time_spans import span
from send_outcomes.language.times.time_words import Point, TimeWords

_LABEL_MARKS = frozenset({":", "?", "-", "=", "is", "date"})  # “By when? Christmas.”
_NAMED = frozenset({"year", "term", "within", "month", "holiday"})  # what “this” and “next” point to
_LATEST_PAST = 25
SUBJECTS = frozenset(("i", "he", "she", "they", "we"))


def end(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "End of KS2: …" that stands by itself, and the exam at the end of the year."""
    words = reading.words
    exam = at + 1
    while exam < len(words) and words[exam] in ("of", "-", "the"):
        exam += 1
    if words[exam : exam + 1] in (["year"], ["term"]) or words[exam + 1 : exam + 2] == ["stage"]:
        for after in range(exam + 1, min(exam + 4, len(words))):
            if words[after] in book.lists["occasions"]:
                return Point(after + 1, "event", {"event": "exams"}, True)
    found = point(reading, at) if opens(reading, at) or _may_trail(reading, at, book) else None
    if found is None or found.kind == "event" or not (opens(reading, at) or found.last >= len(words) - 1):
        return None
    return weighed(found) if closes(reading, found.last) or words[found.last] in SUBJECTS else None


def labelled(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "Target date: 07/27", "By when: end of Year 6", "Timescale – 12 months"."""
    words = reading.words
    first, told = at + 1, words[at] == "date" and at > 0 and words[at - 1] in book.lists["deadline_labels"]
    while first < len(words) and (words[first] in _LABEL_MARKS or words[first] in book.lists["deadline_labels"]):
        told = told or words[first] in _LABEL_MARKS
        if words[first] in ("by", "when") and words[first + 1 : first + 2] not in ([":"], ["?"]):
            return None
        first += 1
    if not told or first >= len(words):
        return None
    found = point(reading, first) or bare_span(reading, first, book)
    return found if found and (closes(reading, found.last) or words[found.last] in SUBJECTS) else None


def target(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "Target date: …", also where a space was forgotten."""
    word = reading.words[at + 1] if at + 1 < len(reading.words) else ""
    figures = re.fullmatch(r"date:(\d\d?)/(\d{2}|20\d\d)", word)
    if figures is None or not 1 <= int(figures[1]) <= 12:
        return labelled(reading, at, book)
    return Point(at + 2, "month", {"month": figures[1], "year": f"20{figures[2][-2:]}"}, True)


def bare_span(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "12 months" without a marker."""
    number = book.number(reading.words[at]) if at < len(reading.words) else None
    unit = book.units.longest(reading.words, at + 1) if number else None
    return Point(unit[1], "within", {"number": str(number), unit[0][0]: str(unit[0][1])}, True) if unit else None


def alone(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read a date that stands by itself: "(July 2027)", "… on my own. July 2027", "12 months: …"."""
    trails = not opens(reading, at)
    if trails and not _may_trail(reading, at, book):
        return None
    found = point(reading, at)
    if trails and (found is None or found.last < len(reading.words) - 1):
        return None
    if found is None:
        found = bare_span(reading, at, book)
        opened = at in reading.lines or reading.words[at - 1] == "("
        return found if found and opened and closes(reading, found.last) else None
    told = "year" in found.fields or int(found.fields.get("number", 0)) > _LATEST_PAST  # “July 27”
    dated = found.kind in ("date", "month", "term") and told
    dated = dated and book.lists["looking_back"].isdisjoint(reading.words[max(0, at - 3) : at])
    return found if dated and closes(reading, found.last) else None


def _may_trail(reading: Reading, at: int, book: TimeWords) -> bool:
    """Tell “… tie his laces end of Year 4”, a time put behind the outcome as it is, from “… to the end of Year 4”."""
    return at > 1 and reading.words[at - 1] not in book.lists["leads_to_time"]


def this(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "This academic year, I will …", "… every Thursday this half term", "… next June"."""
    found = point(reading, at)
    if found is None or not (opens(reading, at) or closes(reading, found.last)):
        return None
    return found if found.kind in _NAMED and "edge" not in found.fields else None


def from_now(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "two years from now" back from its last word."""
    words = reading.words
    if at < 3 or words[at - 1] != "from":
        return None
    first = at - 4 if at > 3 and book.units.longest(words, at - 3) and book.units.longest(words, at - 2) else at - 3
    unit, number = book.units.longest(words, first + 1), book.number(words[first])
    if unit is None or number is None:
        return None
    return Point(at + 1, "within", {"number": str(number), unit[0][0]: str(unit[0][1]), "first": str(first)}, True)


def after(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "six months after his operation, …" back from its marker, and "after two terms"."""
    words = reading.words
    number = book.number(words[at - 2]) if at > 1 and opens(reading, at - 2) else None
    unit = book.units.longest(words, at - 1) if number else None
    if unit and unit[1] == at:
        return Point(at + 1, "event", {"event": "after", "first": str(at - 2)}, True)
    return span(reading, at, book)


def come(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read “Come Whitsun, Dev will …”."""
    found = point(reading, at + 1) if opens(reading, at) else None
    return found if found and found.kind in ("holiday", "month", "term") else None
