"""Reads that a stretch of school life is over, or begins once: “by the time Year 2 ends”, “before he starts school”.

Knows nothing of what stands before it: the markers ask.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.determinable_ends import closes, weighed
from send_outcomes.language.times.lone_times import SUBJECTS
from send_outcomes.language.times.time_points import point
from send_outcomes.language.times.time_turns import turn
from send_outcomes.language.times.time_words import Point, TimeWords


def once(reading: Reading, first: int) -> Point | None:
    """Read “… before he starts school”, where nothing behind it says that he does so every morning."""
    found = (
        turn(reading, first, settled=True) if reading.words[first : first + 1] and reading.words[first] in SUBJECTS else None
    )
    return found if found and closes(reading, found.last) else None


def over(reading: Reading, first: int, book: TimeWords) -> Point | None:
    """Read “by the time Year 2 ends”, “once Year 5 is over”: a stretch of school life, and that it ends."""
    found = point(reading, first)
    if found is None or found.kind not in ("stage", "year", "term", "within"):
        return None
    words, last = reading.words, found.last
    last += words[last : last + 1] in (["is"], ["has"])
    if words[last : last + 1] == [] or words[last] not in book.lists["over"]:
        return None
    return weighed(found._replace(last=last + 1, firm=True, fields={**found.fields, "edge": "end"}))
