"""What a mapping says: the statements that an outcome serves, and the words that led there. Plain values.

Many are made for every outcome, so each has an __init__ of its own, which can be compiled; and what is compiled has to say
by itself how it goes from one process to another.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(slots=True, init=False)
class Evidence:
    """Characters `start` up to `end` of the outcome that spoke for a statement."""

    start: int
    end: int
    text: str

    def __init__(self, start: int, end: int, text: str) -> None:
        """Point at the words."""
        self.start, self.end, self.text = start, end, text

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to make it again."""
        return Evidence, (self.start, self.end, self.text)


@dataclass(slots=True, init=False)
class Served:
    """A statement that an outcome serves. `score` runs from 0 to 1; a fallback has no evidence."""

    id: str
    label: str
    score: float
    evidence: tuple[Evidence, ...]

    def __init__(self, id: str, label: str, score: float, evidence: tuple[Evidence, ...] = ()) -> None:
        """Name the statement."""
        self.id, self.label, self.score, self.evidence = id, label, score, evidence

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to make it again."""
        return Served, (self.id, self.label, self.score, self.evidence)
