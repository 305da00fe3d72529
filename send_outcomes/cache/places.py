"""The words of a plan by their places: what a report quotes is said as “so many characters from there on”, never as words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from send_outcomes.model import Place, Plan

# So many characters from there on; or a sign that stands nowhere in the plan, and says nothing of it.
Piece = tuple[int, int] | str


class PlanWords:
    """All that a plan and its last edition say, one thing after the other."""

    def __init__(self, plan: Plan, previous: Plan | None = None) -> None:
        """Gather it, as it is written and in lower case. The same plans give the same places."""
        said = "\n".join([*_said(plan), *_said(previous)])
        self._said = f"{said}\n{said.lower()}"

    def places(self, words: str) -> list[Piece] | None:
        """Return where the words stand, piece by piece; None where one of their letters or figures stands nowhere."""
        found: list[Piece] = []
        done = 0
        while done < len(words):
            start, length = self._longest(words, done)
            if not length:
                if words[done].isalnum():
                    return None
                found.append(words[done])
                length = 1
            else:
                found.append((start, length))
            done += length
        return found

    def at(self, places: Sequence[Piece]) -> str:
        """Return the words that stand in some places. Raises IndexError where there is no such place."""
        pieces = []
        for place in places:
            if not isinstance(place, str):
                start, length = place
                if start < 0 or length < 1 or start + length > len(self._said):
                    raise IndexError(start)
                pieces.append(self._said[start : start + length])
            else:
                pieces.append(place)
        return "".join(pieces)

    def _longest(self, words: str, done: int) -> tuple[int, int]:
        """Return where the most of the words from `done` on stands, and how many characters that is."""
        said = self._said
        whole = said.find(words[done:] if done else words)
        if whole >= 0:
            return whole, len(words) - done
        best, least, most = -1, 0, len(words) - done  # `least` characters stand somewhere, `most` don't
        while most - least > 1:
            middle = (least + most) // 2
            at = said.find(words[done : done + middle])
            if at >= 0:
                best, least = at, middle
            else:
                most = middle
        return best, least


def _said(value: Any) -> Iterator[str]:
    """Yield every text, number and date of a value."""
    if value is None:
        return
    if isinstance(value, Place):
        yield from (value.path, value.label, str(value.line), str(value.row))
    elif isinstance(value, tuple):
        for part in value:
            yield from _said(part)
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for text in pair)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _said(getattr(value, one.name))
    else:
        yield str(value)
