"""Reads one point or stretch of school life from a given word on: a date, the end of a term, a stage, a review.

Knows nothing of what stands before it ("by", "in"): whether it is a deadline is for school_time to say.
"""

from collections.abc import Sequence

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.time_words import Meaning, Point, TimeWords, time_words
from send_outcomes.language.times.written_dates import day_first, in_figures, month_first, month_of, with_year


def point(reading: Reading, first: int) -> Point | None:
    """Return the time that begins at word `first` ("the end of my next school year"), or None."""
    book = time_words()
    words = reading.words
    fields: dict[str, str] = {}
    at = _determiners(words, first, fields, book)
    named = at > first
    for _ in range(2):
        if at >= len(words) or (not fields and _begins_nothing(words[at], book)):
            return None
        found = _core(reading, at, fields, book)
        if found is not None:
            return _finish(reading, found, named, book)
        edge = book.edges.longest(words, at)
        if edge is None:
            return None
        fields.setdefault("edge", edge[0])
        at = edge[1]
        while at < len(words) and words[at] in book.lists["after_edge"]:
            at += 1
        at = _determiners(words, at, fields, book)
        if words[at : at + 1] == ["time"] and words[at + 1 : at + 2] in (["at"], ["in"]):  # "the end of my time at primary"
            at = _determiners(words, at + 2, fields, book)
    return None


def _begins_nothing(word: str, book: TimeWords) -> bool:
    """Tell a word that begins no time, of which most are; figures and what ends in one may be a date."""
    return word not in book.openers and word[0].isalpha() and word[-1].isalpha()


def _determiners(words: Sequence[str], at: int, fields: dict[str, str], book: TimeWords) -> int:
    lists = book.lists
    while at < len(words):
        word = words[at]
        if word in lists["this_words"]:
            fields["which"] = "this"
        elif word in lists["next_words"]:
            fields["which"] = "next"
        elif at + 1 < len(words) and words[at + 1] == "'s" and word.isalpha() and not book.names.longest(words, at):
            at += 1  # "Sofia's"
        elif word not in lists["before_time"]:
            break
        at += 1
    return at


def _core(reading: Reading, at: int, fields: dict[str, str], book: TimeWords) -> Point | None:
    word = reading.words[at]
    if word in book.lists["weekdays"] and at + 1 < len(reading.words):
        at += 1
        while at + 1 < len(reading.words) and reading.words[at] in ("the", ","):
            at += 1
        return day_first(reading, at, fields, book)
    if word[0].isdigit() or word in book.ordinals or word in ("twenty", "thirty"):
        found = in_figures(reading, at, fields, book) or day_first(reading, at, fields, book)
        if found:
            return found
    month = month_of(word, book)
    name = book.names.longest(reading.words, at)  # "February half term" before "February"
    if month and name is None:
        return month_first(reading, at, month, fields, book)
    if name is not None:
        return _named(reading, name, fields, book)
    if "which" in fields or "edge" in fields:
        return _ahead(reading, at, fields, book)
    return None


def _named(reading: Reading, name: tuple[Meaning, int], fields: dict[str, str], book: TimeWords) -> Point | None:
    meaning, last = name
    words = reading.words
    fields = {**meaning.fields, **fields}
    kind = meaning.kind
    chosen = "edge" in fields or "which" in fields
    if kind == "begin":
        return Point(last, "event", fields, True) if "edge" in fields else None
    if (
        kind == "term"
        and fields.get("term")
        and last < len(words)
        and words[last] in ("1", "2")
        and "edge" not in meaning.fields
    ):
        fields["half"] = str({"autumn": 0, "spring": 2, "summer": 4}[fields["term"]] + int(words[last]))
        last += 1
    if kind in ("year", "phase") and not chosen:
        after = with_year(reading, last, fields, words[last - 1])
        if kind == "phase" or after == last:
            return None
        last = after
    elif kind == "term" and fields.get("term") == "" and not chosen:
        return None
    elif kind in ("term", "holiday", "year"):
        last = with_year(reading, last, fields, words[last - 1])
    return Point(last, kind, fields, "edge" in fields or "year" in fields or "school_year" in fields)


_NAMED_BY = 4  # words: “level two bricklaying course”


def _ahead(reading: Reading, at: int, fields: dict[str, str], book: TimeWords) -> Point | None:
    """Read "next 6 weeks", "end of 12 weeks", "next month", "end of my first year at college"."""
    words = reading.words
    for of_what in range(at + 1, min(at + _NAMED_BY, len(words))) if "edge" in fields and words[at].isalpha() else ():
        course = book.names.longest(words, of_what)
        if course and course[0].fields.get("event") == "course":
            return Point(course[1], "event", {**fields, "event": "course"}, True)  # “end of her bricklaying course”
    if words[at] == "time" and words[at + 1 : at + 3] == ["next", "year"]:
        return Point(at + 3, "within", {"number": "1", "months": "12"}, True)
    if "edge" in fields and (words[at] in book.ordinals or words[at] in ("final", "last")):
        return _ordered(words, at, fields, book)
    number = book.number(words[at])
    after = at if number is None else at + 1
    while after < len(words) and words[after] in book.lists["ahead_inside"]:
        after += 1
    unit = book.units.longest(words, after)
    if unit is None and number is not None and "edge" in fields and words[after : after + 1] in (["sessions"], ["lessons"]):
        return Point(after + 1, "event", {**fields, "event": "course"}, True)
    if unit is None or (number is None and "which" not in fields):
        counted = words[at] == "week" and at + 1 < len(words) and book.number(words[at + 1])
        return Point(at + 2, "event", {**fields, "event": "week"}, True) if counted and "edge" in fields else None
    (name, size), last = unit
    block = book.names.longest(words, last)
    last = block[1] if block and block[0].kind == "event" and "edge" in fields else last
    return Point(last, "within", {"number": str(number or 1), name: str(size)}, True)


def _ordered(words: Sequence[str], at: int, fields: dict[str, str], book: TimeWords) -> Point | None:
    """Read "the first half term of Year 7"; the end of "my first year at college" only its reader knows."""
    unit = book.units.longest(words, at + 1)
    if unit is None:
        return None
    (name, _), last = unit
    step = {"halfterms": 1, "terms": 2}.get(name)
    half = (book.ordinals.get(words[at]) or 6) * (step or 1)
    elsewhere = words[last : last + 1] in (["at"], ["with"], ["in"], ["of"]) and book.names.longest(words, last + 1)
    if step is None or half > 6 or (elsewhere and elsewhere[0].fields.get("stage") != "year"):
        return Point(last, "event", {**fields, "event": "year"}, True)
    return Point(last, "term", {**fields, "half": str(half)}, True)


def _finish(reading: Reading, found: Point, named: bool, book: TimeWords) -> Point | None:
    """Take in "in Year 6" behind a term or a month; refuse "the Year 6 teacher", which is somebody."""
    words, last = reading.words, found.last
    if found.kind in ("term", "holiday", "month", "year") and "year" not in found.fields and last < len(words):
        skip = last + 1 if words[last] in ("in", "of", ",") else last
        stage = book.names.longest(words, skip)
        if stage and stage[0].kind == "stage" and stage[0].fields["stage"] in ("year", "reception", "nursery"):
            found = found._replace(last=stage[1], firm=True, fields={**found.fields, "in_year": stage[0].fields["oldest"]})
            last = stage[1]
    if found.kind in ("review", "event") and last < len(words):  # "the annual review in March 2027", "my course in July 2028"
        dated = point(reading, last + (words[last] in ("in", "on", "of", ",", "-", "(")))
        if (
            dated
            and dated.kind in ("date", "month", "year")
            and dated.firm
            and (found.kind == "review" or "year" in dated.fields)
        ):
            return dated._replace(fields={**dated.fields, found.kind: found.fields.get(found.kind, "")})
    if found.kind == "stage" and last + 1 < len(words) and words[last] in ("/", "and", "or", "to", "-", "&"):
        found = _up_to(words, found, book)
        last = found.last
    if (
        found.kind in ("year", "term")
        and found.fields.get("edge") == "end"
        and words[last : last + 1]
        and words[last] in book.lists["occasions"]
    ):
        return Point(last + 1, "event", {"event": "exams", "named": "true"}, False)
    owned = found.kind == "stage" and words[last : last + 1] == ["'s"] and last + 1 < len(words)
    if owned and "edge" in found.fields and words[last + 1] not in book.openers:
        return None  # “the end of Year 4's assembly”
    place = found.fields.get("agent") == "true" or not found.firm
    if place and last < len(words) and words[last] in book.lists["compound_after"] and found.kind != "month":
        return None
    if named:
        found.fields.setdefault("named", "true")
    return found


def _up_to(words: Sequence[str], found: Point, book: TimeWords) -> Point:
    """Take in the later stage of "Years 5 and 6", "Reception / KS1"."""
    other, last = book.names.longest(words, found.last + 1), found.last + 2
    if other and other[0].kind == "stage" and words[found.last] in ("/", "and", "or"):
        oldest, last = int(other[0].fields["oldest"]), other[1]
    else:
        oldest = book.number(words[found.last + 1]) or 0 if found.fields["stage"] == "year" else 0
    if not int(found.fields["oldest"]) < oldest <= 20:
        return found
    return found._replace(last=last, fields={**found.fields, "oldest": str(oldest)})
