"""The words that set a deadline ("by", "before", "until", "when", "at the end of") and what each needs behind it.

One function a marker, gathered in `MARKERS`; each returns the deadline that begins at its word, or None.
"""

from collections.abc import Callable

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.closings import once, over
from send_outcomes.language.times.determinable_ends import closes, determinable, opens, weighed
from send_outcomes.language.times.lone_times import SUBJECTS, after, bare_span, come, end, from_now, labelled, target, this
from send_outcomes.language.times.time_points import point
from send_outcomes.language.times.time_spans import span
from send_outcomes.language.times.time_turns import age, turn
from send_outcomes.language.times.time_words import Point, TimeWords

_CLAUSE = 11  # words in which a clause comes to its date
Marker = Callable[[Reading, int, TimeWords], Point | None]


def _hedged(words: list[str], at: int, book: TimeWords) -> int:
    while at < len(words) and words[at] in book.lists["hedges"]:
        at += 1
    return at


def _by(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    first = _hedged(words, at + 1, book)
    if first >= len(words):
        return None
    if words[first] in ("the", "teh") and words[first + 1 : first + 2] == ["time"]:
        of = words[first + 2 : first + 3] == ["of"]
        exact = point(reading, first + 3) if of else None
        return (
            exact
            or turn(reading, first + 2 + of, settled=True)
            or _firm(point(reading, first + 2))
            or over(reading, first + 2, book)
            or _dated(reading, first, book)
        )
    if words[first] == "adulthood":
        return Point(first + 1, "age", {"age": "18"}, True)
    if not book.lists["moving_on"].isdisjoint(words[first : first + 2]) and (moved := turn(reading, first, settled=True)):
        return moved  # “by transition to secondary school”
    found = age(words, first) or point(reading, first)
    if found is None or found.firm:
        return (
            weighed(found)
            or _bare_age(reading, at, first, book)
            or (_dated(reading, first, book) if opens(reading, at) else None)
        )
    doer = at > 0 and words[at - 1] in book.lists["doers_before"]
    named = found.kind not in ("month", "term", "holiday") or words[first] in book.lists["also_names"]
    return None if doer and named else determinable(found, opens(reading, at))


def _bare_age(reading: Reading, at: int, first: int, book: TimeWords) -> Point | None:
    """Read "by 18", where nothing is being counted, multiplied or told by the clock."""
    words = reading.words
    if first >= len(words):
        return None
    found = age(words, first, bare=True) if words[first].isdecimal() or words[first] in book.numbers else None
    if found is None or int(found.fields.get("age", 0)) < 11 or not book.lists["arithmetic"].isdisjoint(words):
        return None
    if closes(reading, found.last):
        return found
    subject = words[found.last] in SUBJECTS or reading.text[reading.starts[found.last]].isupper()
    return found if opens(reading, at) and subject else None


def _before(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    if words[at] == "up" and at and words[at - 1] in book.lists["moved_up"]:
        return None  # “the move up to secondary”
    first = _hedged(words, at + 1, book)
    if words[at] in ("prior", "ahead", "up") or words[first : first + 1] == ["to"]:
        first += 1
    found = age(words, first)
    if found is None and words[at] in ("until", "till", "til", "to"):
        found = _bare_age(reading, at, first, book)
    if found:
        return found
    found = point(reading, first)
    if found:
        if found.firm:
            return weighed(found)
        if found.kind == "stage" and words[at] not in ("until", "till", "til", "untill"):
            found.fields["edge"] = "start"  # "before Year 7"
        if found.kind == "stage" and found.fields["stage"] in book.lists["started_at"]:
            return found
        return determinable(found, False) if found.fields.get("event") != "exams" else None
    return turn(reading, first, settled=False) or once(reading, first) or _dated(reading, first, book)


def _from(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read “from January 2028 at the latest”."""
    found = point(reading, at + 1)
    return found if found and reading.words[found.last : found.last + 3] == ["at", "the", "latest"] else None


def _when_over(reading: Reading, at: int, book: TimeWords) -> Point | None:
    if reading.words[at : at + 3] == ["as", "soon", "as"]:  # “as soon as he is 18”
        return turn(reading, at + 3, settled=False) or over(reading, at + 3, book)
    turned = turn(reading, at + 1, settled=False) if reading.words[at] == "once" else None
    return turned if turned and turned.kind == "age" else over(reading, at + 1, book)  # “once she is ten”


def _dated(reading: Reading, first: int, book: TimeWords) -> Point | None:
    """Read a clause that holds a date itself: “before her brother is due in November”."""
    words = reading.words
    for at in range(first + 1, min(first + _CLAUSE, len(words) - 1)):
        if words[at] in (",", ".", "will", "can", "i"):
            return None
        if words[at] in book.lists["dates_follow"]:
            found = point(reading, at + 1)
            if found and found.kind in ("date", "month", "holiday") and "edge" not in found.fields:
                return found
            moving = found and found.fields.get("stage") == "year" and not book.lists["start_verbs"].isdisjoint(words[first:at])
            if found and moving:  # “before her move to Hillcrest in Year 7”
                return found._replace(fields={**found.fields, "edge": "start"})
    return None


def _firm(found: Point | None) -> Point | None:
    """Keep a holiday or a date: “by the time the clocks go back”, not “by the time he gets home”."""
    return found if found and found.kind in ("holiday", "date") else None


def _when(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    if words[at + 1 : at + 2] in ([":"], ["?"]):
        told = labelled(reading, at, book)
        bare = told is None or told.kind == "holiday"  # “By when? Christmas”; what is plainly a date is met by itself
        return told if bare or words[at + 1] == ":" else None
    if at and words[at - 1] == "for":
        return None  # “ready for when I leave school”
    first = at + 1
    found = turn(reading, first, settled=False)
    if found is None and words[at] == "when" and (ended := over(reading, first, book)):
        return ended
    if found is None and words[at] == "when" and "clocks" in words[first : first + 3]:
        return _firm(point(reading, first))
    if found is None and words[at] in ("on", "upon"):
        day = point(reading, first)
        if day and day.kind == "date" and closes(reading, day.last) and book.lists["looking_back"].isdisjoint(words[:at]):
            return day  # “for the vocabulary test on 12th November”
        if day and day.fields.get("edge") == "end":
            return weighed(day)  # “On her last day at nursery, …”
        birthday = age(words, first)
        return birthday if birthday and "birthday" in words[first : birthday.last] else None
    if found is None or (opens(reading, at) and at < 2):
        return found
    return found if book.lists["about_later"].isdisjoint(words[:at]) else None


def _day(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "the day she turns sixteen"."""
    found = turn(reading, at + 1, settled=False) if at and reading.words[at - 1] == "the" else None
    return found if found and found.kind == "age" else None


def _at(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    found = point(reading, at + 1)
    if found:
        spoken_of = not book.lists["at_issue"].isdisjoint(words[max(0, at - 6) : at])
        ends = found.kind == "within" or (found.fields.get("edge") == "end" and found.kind != "date")
        if found.kind == "review" and opens(reading, at):
            return None if {"was", "were"} & set(words[found.last : found.last + 6]) else found
        return weighed(found) if ends and not spoken_of else None
    if words[at + 1 : at + 4] == ["the", "point", "of"]:
        return turn(reading, at + 4, settled=False)
    if not book.lists["moving_on"].isdisjoint(words[at + 1 : at + 4]):
        return turn(reading, at + 1, settled=False)
    if not opens(reading, at):
        return None
    found = age(words, at + 1) or age(words, at + 1, bare=True)
    if found is None or len(found.fields.get("age", "")) < 2:
        return None
    past = not book.lists["told_then"].isdisjoint(words[max(0, at - 3) : at + 8])
    return None if past else found


def _for(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    if any(word in book.lists["next_words"] for word in words[at + 1 : at + 3]):
        return span(reading, at, book)
    if words[at + 1 : at + 4] == ["the", "whole", "of"]:  # “for the whole of the spring term”
        found = point(reading, at + 4)
        return found if found and found.kind in ("term", "stage", "year") and found.fields.get("agent") != "true" else None
    if at and words[at - 1] in book.lists["ready_for"]:
        found = point(reading, at + 1)
        return (
            found
            if found
            and found.firm
            and ("year" in found.fields or found.fields.get("edge") == "start")
            and found.kind != "event"
            else None
        )
    return None


def _between(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    for middle in range(at + 2, min(at + 5, len(words) - 1)):  # "between now and July 2027"
        if words[middle] == "and":
            found = point(reading, middle + 1)
            from_today = words[at + 1 : middle] == ["now"] and found is not None and found.kind in ("holiday", "month", "term")
            return found if found and (found.firm or from_today) and found.kind not in ("event", "review") else None
    return None


def _to(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read the end of "from September 2026 to July 2027" and "to the end of Year 6"."""
    following = reading.words[at + 1] if at + 1 < len(reading.words) else ""
    if following not in book.months and following not in ("the", "end"):
        return None
    found = point(reading, at + 1)
    if found is None or not found.firm or found.kind in ("event", "review"):
        return None
    dated = "year" in found.fields or found.fields.get("edge") == "end"
    return weighed(found) if dated else None


def _than(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "no later than March 2028"."""
    if at < 2 or reading.words[at - 1] != "later" or reading.words[at - 2] not in ("no", "not"):
        return None
    found = _before(reading, at, book) or bare_span(reading, at + 1, book)
    return found and found._replace(fields={**found.fields, "first": str(at - 2)})


def _prior(reading: Reading, at: int, book: TimeWords) -> Point | None:
    return _before(reading, at, book) if reading.words[at + 1 : at + 2] in (["to"], ["of"]) else None


MARKERS: dict[str, Marker] = {
    "by": _by, "before": _before, "until": _before, "till": _before, "til": _before, "untill": _before, "befor": _before, "prior": _prior,
    "ahead": _prior, "up": _prior, "come": come, "day": _day, "when": _when, "on": _when, "upon": _when, "at": _at, "within": span, "inside": span, "in": span,
    "over": span,
    "during": span, "following": span, "across": span, "after": after, "for": _for, "end": end, "date": labelled,
    "deadline": labelled, "due": labelled, "timescale": labelled, "timescales": labelled, "timeframe": labelled,
    "target": target, "this": this, "next": this, "now": from_now, "between": _between, "than": _than, "to": _to,
    "from": _from, "once": _when_over, "as": _when_over,
}  # fmt: skip
