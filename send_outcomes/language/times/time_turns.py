"""Reads turns of a life from a given word on: birthdays and ages, leaving a school, starting at the next.

Knows nothing of what stands before them ("by the time", "before"): whether one is a deadline is for school_time to say.
"""

import re
from collections.abc import Sequence

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.time_points import point
from send_outcomes.language.times.time_words import Point, TimeWords, time_words

_STEPS = (("leave_verbs", "leave"), ("start_verbs", "start"), ("go_verbs", "go"))
_OLD = (["years", "old"], ["yrs", "old"], ["years", "of", "age"], ["old"])
_GLUED_AGE = re.compile(r"(\d{1,2})(?:yrs?|years?)\Z")
_PASSED_OVER = frozenset("()/-'")
_OTHER_ENDS = frozenset({"by", "before", "until", "till", "within"})  # “on my own by the end of …”
_OLDEST = 30


def age(words: Sequence[str], at: int, bare: bool = False) -> Point | None:
    """Return the age at word `at`: "age 19", "the age of 19", "my 18th birthday", "19yrs old"; "16" alone if `bare`."""
    book = time_words()
    while at < len(words):
        if words[at] in ("aged", "age", "ages"):
            bare = True
        elif _owns_birthday(words, at, book):
            at += 1  # “by Tom's 16th birthday”
        elif words[at] not in book.lists["before_time"] and words[at] != "of":
            break
        at += 1
    if at >= len(words):
        return None
    if words[at] == "birthday":
        return Point(at + 1, "age", {"which": "next"}, True)
    if words[at] in book.lists["next_words"] and words[at + 1 : at + 2] == ["birthday"]:
        return Point(at + 2, "age", {"which": "next"}, True)
    years = book.ordinal_at(words, at) if "birthday" in words[at + 1 : at + 4] else None
    if years and words[years[1]] == "birthday":
        return Point(years[1] + 1, "age", {"age": str(years[0])}, True) if years[0] <= _OLDEST else None
    return _years(words, at, bare, book)


def _owns_birthday(words: Sequence[str], at: int, book: TimeWords) -> bool:
    named = words[at + 1 : at + 2] == ["'s"] and "birthday" in words[at + 3 : at + 5]
    return named and words[at] not in book.lists["others"]


def _years(words: Sequence[str], at: int, bare: bool, book: TimeWords) -> Point | None:
    glued = _GLUED_AGE.match(words[at])
    number = int(glued[1]) if glued else None if words[at] in ("a", "an", "couple") else book.number(words[at])
    if number is None or not 2 <= number <= _OLDEST:
        return None
    last = at + 1
    for tail in _OLD:
        if list(words[last : last + len(tail)]) == tail:
            last, bare = last + len(tail), True
            break
    else:
        last += bare and words[last : last + 1] in (["years"], ["yrs"])
    following = words[last] if last < len(words) else ""
    lists = book.lists
    ended = following == ":" and not words[last + 1][0].isdigit() if last + 1 < len(words) else False  # “before I'm 16: …”
    other = following in lists["compound_after"] or following in lists["time_of_day"] or following in lists["not_age_after"]
    other = other and not ended
    return Point(last, "age", {"age": str(number)}, True) if (bare or glued) and not other else None


def turn(reading: Reading, first: int, settled: bool) -> Point | None:
    """Return the turn of life told from word `first` on: "I leave primary school", "starting Year 7".

    `settled`: the words before say that it happens once ("by the time"), so that starting work is not each morning's.
    """
    book = time_words()
    lists, words = book.lists, reading.words
    for at in range(first, min(first + 6, len(words))):
        word = words[at]
        if word in lists["being_verbs"]:
            found = _being(reading, at, book)
            going = at + 1 < len(words) and any(words[at + 1] in lists[verbs] for verbs, _ in _STEPS)
            if found or not going:
                return found
        elif word in _OTHER_ENDS or (not word[0].isalpha() and word not in _PASSED_OVER):
            return None
        for verbs, step in _STEPS:
            if word in lists[verbs]:
                return _object(reading, at + 1, step, settled, book)
    return None


def _being(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read what one is by then: 16, in Year 5, an adult, at the end of Key Stage 2; or that the plan is reviewed."""
    words = reading.words
    if "reviewed" in words[at + 1 : at + 3] and words[at - 1] in book.lists["plan_words"]:
        return Point(words.index("reviewed", at) + 1, "review", {"review": "annual", "every": "12"}, True)
    at += 1
    while at < len(words) and words[at] in book.lists["being_hedges"]:
        at += 1
    found = age(words, at, bare=True)
    if found:
        return found
    if words[at : at + 2] == ["an", "adult"]:
        return Point(at + 2, "age", {"age": "18"}, True)
    found = point(reading, at)
    staged = found is not None and found.kind in ("stage", "term", "year", "phase") and found.fields.get("stage") != "school"
    return _once(reading, found, book) if found and staged else None


def _object(reading: Reading, at: int, step: str, settled: bool, book: TimeWords) -> Point | None:
    words, lists = reading.words, book.lists
    limit = at + 7
    while at < min(limit, len(words)):
        name = book.names.longest(words, at)
        if name is not None and name[0].kind in ("stage", "begin", "event", "phase", "year"):
            break
        if (
            words[at] not in lists["between_verb_and_stage"]
            and not (at + 1 < len(words) and words[at + 1] == "'s")
            and words[at] != "'s"
        ):
            return None
        at += 1
    else:
        return None
    (kind, fields), last = name[0], name[1]
    stage = fields.get("stage") or fields.get("event") or "year"
    if not _fits(step, kind, stage, settled, book):
        return None
    if kind == "event":
        kind, told = "event", {**fields, "step": step}
    elif kind == "year":
        kind, told = "year", {**fields, "which": "this", "edge": "end"}
    elif stage == "adulthood":
        kind, told = "age", {"age": "18"}
    else:
        kind, told = "leaving", {**fields, "step": "start" if step == "go" else step}
    return _once(reading, Point(last, kind, told, True), book)


def _fits(step: str, kind: str, stage: str, settled: bool, book: TimeWords) -> bool:
    if step == "go":
        return stage in book.lists["go_only_to"] or stage == "year" or (settled and stage == "college")
    if step == "start":
        everyday = stage in book.lists["everyday_starts"] or (stage == "school" and not settled)
        return kind != "year" and (settled or not everyday)
    if kind == "event":
        return stage not in book.lists["everyday_events"] or settled
    return kind in ("stage", "phase", "year") or (kind == "begin" and stage != "work")


def _once(reading: Reading, found: Point, book: TimeWords) -> Point | None:
    """Refuse what happens daily ("before I leave school each day") and what is a place ("leave school grounds")."""
    words, last = reading.words, found.last
    following = words[last] if last < len(words) else ""
    daily = following in ("in", "at", "for") and not book.lists["day_parts"].isdisjoint(words[last + 1 : last + 5])
    again = daily or following in book.lists["again"]
    return None if again or following in book.lists["compound_after"] else found
