"""Reads how often and how long something is done, and ends that nobody can point to in a diary: no deadlines."""

from collections.abc import Callable, Sequence

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.time_words import Point, TimeWords


def vague_end(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Return the vague end at word `at` ("over time", "when ready"), unless its neighbours make it something else."""
    words = reading.words
    found = book.vague.longest(words, at)
    if found is None:
        return None
    row, last = found
    before = words[at - 1] if at else ""
    after = words[last] if last < len(words) else ""
    if before in row.get("not_before", ()) or after in row.get("not_after", ()):
        return None
    if row.get("only_alone") and (before.isalpha() or after.isalpha()):
        return None
    return Point(last, row["kind"], {}, False)


def _times_back(words: Sequence[str], at: int, book: TimeWords) -> int:
    """Return where the number of times that ends before word `at` begins; `at` itself where there is none."""
    lists = book.lists
    k = at - 1
    while k >= 0 and words[k] in lists["joiners"]:
        k -= 1
    if k < 0:
        return at
    if words[k] in lists["once_words"]:
        return k
    if words[k] in lists["times_words"]:
        first = told = k
        k -= 1
        while k >= 0 and words[k] in lists["times_inside"]:
            k -= 1
        while k >= 0 and (book.number(words[k]) is not None or words[k] in ("-", "to", "or", "a", "/")):
            first = k if book.number(words[k]) is not None else first
            k -= 1
        if first > 1 and words[first - 1] in ("of", "/") and words[first - 2] != "week":
            return at  # "4 out of 5 sessions" is how well, not how often
        return at if first == told and words[told] not in book.lists["short_units"] else first
    if words[k][:-1].isdecimal() and words[k].endswith("x"):  # "3x weekly"
        return k
    return at


def _point(first: int, last: int, kind: str) -> Point:
    return Point(last, kind, {"first": str(first)}, False)


def _frequency_word(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in book.lists["adjectival"] or (words[at] == "everyday" and after.isalpha()):
        return None
    return _point(_times_back(words, at, book), at + 1, words[at])


def _each(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "every day", "each English lesson", "three days of each week", "2 hours per week"."""
    words = reading.words
    last, units = at + 1, book.lists["frequency_units"]
    while last < len(words) and last < at + 4 and (words[last] in units or words[last] == "-"):
        last += 1
    if last == at + 1 and _is_occasion(words, at, book):
        last += 1
    if last == at + 1 or words[last - 1] in book.lists["no_round_end"]:
        return None
    return _point(_times_back(words, at, book), last, "each")


def _is_occasion(words: Sequence[str], at: int, book: TimeWords) -> bool:
    """Tell “at every kerb”, “before each bath”, which come round, from “at every opportunity”, “every adult”."""
    behind = words[at + 1 : at + 2]
    coming = words[at] in ("each", "every") and at > 0 and words[at - 1] in ("at", "before", "after")
    return coming and behind != [] and behind[0].isalpha() and behind[0] not in book.lists["no_occasions"]


def _a(reading: Reading, at: int, book: TimeWords) -> Point | None:
    words = reading.words
    last = at + 1
    if at == 0 or last >= len(words):
        return None
    last += words[last] == "-"
    if last >= len(words) or words[last] not in book.lists["a_units"]:
        return None
    first = _times_back(words, at, book)
    if first == at:
        return None
    last += 2 if words[last] in ("half", "school") and words[last + 1 : last + 2] == ["-"] else 1
    if words[last - 1] in ("half", "school", "-") or words[last : last + 1] in (["term"], ["year"]):
        last += 1
    return _point(first, min(last, len(words)), "a")


def _plural_day(reading: Reading, at: int, book: TimeWords) -> Point | None:
    before = reading.words[at - 1] if at else ""
    return _point(at - 1 if before in ("on", "at", "most") else at, at + 1, "days")


def _range(words: Sequence[str], first: int, book: TimeWords) -> int:
    """Return where the amount that ends with word `first` begins: "5 to 10", "half an", "a couple of"."""
    linked = ("-", "to", "or", "and", "an", "of", "a")
    if (
        first > 1
        and words[first - 1] in linked
        and (book.number(words[first - 2]) is not None or words[first - 2] == "quarter")
    ):
        return first - 2
    if first and words[first] in ("an", "few", "couple", "half") and words[first - 1] in ("half", "a", "an", "quarter"):
        return first - 1
    return first


def _length(reading: Reading, at: int, book: TimeWords) -> Point | None:
    """Read "for 10 minutes", "five-minute", "half an hour", "10mins", back from the unit."""
    words, lists = reading.words, book.lists
    first = _amount(words, at, book)
    if first is None or _other_than_length(words, at, book):
        return None
    first = _range(words, first, book)
    marked, k = first, first - 1
    while k >= 0 and first - k < 5 and (words[k] in lists["length_markers"] or words[k] in lists["length_middles"]):
        marked = k if words[k] in lists["length_markers"] else marked
        k -= 1
    return _point(marked, at + 1, "length")


def _amount(words: Sequence[str], at: int, book: TimeWords) -> int | None:
    """Return the word that says how many of the unit at word `at`; `at` itself for "10mins"."""
    if words[at][0].isdigit():
        unit = words[at].lstrip("0123456789.")
        return at if unit in book.lists["short_units"] or book.units.longest([unit], 0) else None
    k = at - 1
    while k >= 0 and words[k] in book.lists["length_inside"]:
        k -= 1
    if k < 0 or not words[k][-1].isalnum():
        return None
    if words[k] in ("a", "an") and words[at] not in book.lists["short_units"]:
        return None
    return k if words[k] == "half" or words[k][0].isdigit() or book.number(words[k]) is not None else None


def _other_than_length(words: Sequence[str], at: int, book: TimeWords) -> bool:
    """Say whether it is an age ("7 years old"), a time from now, or how often ("three days of each week")."""
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in ("old", "olds", "of", "-", "'", ",") and words[at] in ("years", "year", "yrs", "yr", "months"):
        return True
    counted = words[at] in book.lists["day_units"] and following in ("a", "of", "each", "every", "per", "in", "out")
    return counted or (following == "from" and words[at + 2 : at + 3] == ["now"])


FINDERS: dict[str, Callable[[Reading, int, TimeWords], Point | None]] = {
    "frequency-word": _frequency_word,
    "each": _each,
    "a": _a,
    "plural-day": _plural_day,
    "length": _length,
}
