"""Finds the times an outcome names: deadlines, vague ends, frequencies and lengths. Resolving is the calendar's.

A deadline is a determinable end ("by July 2027", "within 12 months", "before I leave primary school"); how often
and how long something is done never is one.
"""

import re
from functools import cache

from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.times.deadline_markers import MARKERS, Marker
from send_outcomes.language.times.lone_times import alone, bare_span
from send_outcomes.language.times.repeated_times import FINDERS, vague_end
from send_outcomes.language.times.time_points import point
from send_outcomes.language.times.time_turns import age
from send_outcomes.language.times.time_words import time_words

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
_INTRODUCED = re.compile(r":\s*[“\"‘'].*[”\"’']\W*$", re.DOTALL)  # “In Kian's own words: …”
_QUOTE = re.compile("[“”\"‘'’]")


def find_times(reading: Reading) -> None:
    """Add "deadline", "vague-deadline", "frequency" and "length" to what the reading found, each in order of place."""
    triggers, book = _triggers(), time_words()
    words = reading.words
    done = 0
    for at, word in enumerate(words):
        finders = triggers.get(word)
        if finders is None:
            if word > ":" or not word[0].isdigit() or at < done:
                continue
            finders = _FIGURES
        elif at < done:
            continue
        for name, finder in finders:
            found = finder(reading, at, book)
            if found is None:
                continue
            first = int(found.fields.pop("first", at))
            last = min(found.last, len(words))
            if name in ("deadline", "vague-deadline") and _quoted(reading, first):
                break
            reading.add(name, first, last, found.kind, found.fields)
            done = last
            break


def deadline_beside(reading: Reading) -> Found | None:
    """Return the deadline in words that a plan gives beside an outcome, in a column of its own ("Year 6", "12 months").

    There no "by" is needed, so that a bare stage, review or age is a deadline too.
    """
    told = reading.found.get("deadline")
    if told:
        return told[0]
    book, words = time_words(), reading.words
    if not words or reading.found.get("vague-deadline"):
        return None
    found = point(reading, 0) or bare_span(reading, 0, book) or age(words, 0)
    if found is None or found.kind == "begin":
        return None
    return Found(reading.starts[0], reading.ends[min(found.last, len(words)) - 1], found.kind, found.fields)


def _quoted(reading: Reading, at: int) -> bool:
    """Say whether a word stands in quotation marks: what he can say is no deadline. All of an outcome may be quoted."""
    text = reading.text
    if not _QUOTE.search(text) or (":" in text and _INTRODUCED.search(text)):
        return False
    place, size = reading.starts[at], len(text)
    spans = (match.span() for match in _QUOTED.finditer(text))
    return any(start < place < end and end - start < 0.8 * size for start, end in spans)


_FIGURES: tuple[tuple[str, Marker], ...] = (("deadline", alone), ("length", FINDERS["length"]))


@cache
def _triggers() -> dict[str, tuple[tuple[str, Marker], ...]]:
    """Gather the words that can begin a time, so that a text without them costs next to nothing."""
    book, lists = time_words(), time_words().lists
    gathered: dict[str, list[tuple[str, Marker]]] = {word: [("deadline", finder)] for word, finder in MARKERS.items()}
    for months in book.months:
        gathered.setdefault(months, []).append(("deadline", alone))
    for word in book.vague.then:
        gathered.setdefault(word, []).append(("vague-deadline", vague_end))
    for group, name in (("frequency_words", "frequency-word"), ("frequency_after", "each"), ("plural_days", "plural-day")):
        for word in lists[group]:
            gathered.setdefault(word, []).append(("frequency", FINDERS[name]))
    for word in ("a", "an"):
        gathered.setdefault(word, []).append(("frequency", FINDERS["a"]))
    for word in (*lists["short_units"], *lists["day_units"], *book.units.then):
        gathered.setdefault(word, []).append(("length", FINDERS["length"]))
    return {word: tuple(finders) for word, finders in gathered.items()}
