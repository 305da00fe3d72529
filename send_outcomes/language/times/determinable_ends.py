"""Judges whether a time that was read is an end that can be pointed to in a diary. Knows no marker and no calendar."""

from send_outcomes.language.reading import Reading
from send_outcomes.language.times.time_words import Point

_WHY = frozenset({"so", "because"})  # begin what a time does not go on into
_STOPS = frozenset(".,;:-()[]–•|/\"'!?")


def opens(reading: Reading, at: int) -> bool:
    """Say whether a clause begins at word `at`."""
    return at in reading.lines or at == 0 or reading.words[at - 1][-1] in _STOPS


def closes(reading: Reading, at: int) -> bool:
    """Say whether a clause has ended before word `at`."""
    return at >= len(reading.words) or at in reading.lines or reading.words[at][0] in _STOPS or reading.words[at] in _WHY


def weighed(found: Point | None) -> Point | None:
    """Refuse an end that comes again every day ("the end of school") or was not said to be an end."""
    if found is None or (found.kind == "stage" and found.fields.get("stage") == "school"):
        return None
    if found.kind == "event" and "edge" not in found.fields and "step" not in found.fields:
        return determinable(found, False)
    return found


def determinable(found: Point, opening: bool) -> Point | None:
    """Judge a time without edge or year: "by Year 8" is an end, "by college" somebody, unless it opens the clause."""
    kind, fields = found.kind, found.fields
    if kind == "stage" and fields.get("agent") == "true":
        return found if opening and fields["stage"] not in ("school", "nursery") else None
    if kind == "review":
        return found if "named" in fields or "which" in fields else None
    if kind == "event":
        return found if "year" in fields or (fields.get("event") == "exams" and "named" in fields) else None
    return found if kind != "begin" else None
