"""What changed in the wording of two frameworks, statement by statement. Knows no console."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from send_outcomes.frameworks import Framework, Statement

Kind = Literal["same", "left", "right"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: in both wordings, in the first only (left), or in the second only (right)."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two counterparts with their numbers in the order (from 1), or one statement that has none."""

    left: Statement | None
    right: Statement | None
    left_number: int | None
    right_number: int | None
    pieces: tuple[Piece, ...]

    @property
    def change(self) -> Literal["same", "reworded", "removed", "added"]:
        """What became of the statement."""
        if self.left is None:
            return "added"
        if self.right is None:
            return "removed"
        return "same" if all(piece.kind == "same" for piece in self.pieces) else "reworded"

    @property
    def close(self) -> bool:
        """Whether at least half of the words are in both, so that the change can be shown inside one sentence."""
        shared = sum(len(piece.text.split()) for piece in self.pieces if piece.kind == "same")
        return shared * 2 >= sum(len(piece.text.split()) for piece in self.pieces)


def compare(left: Framework, right: Framework) -> tuple[Pair, ...]:
    """Pair the statements of two frameworks by `same_as` and ids, in the order of the first; what is new comes last."""
    pairs, taken = [], set[str]()
    numbers = {statement.id: number for number, statement in enumerate(right.statements, 1)}
    for number, statement in enumerate(left.statements, 1):
        other = _counterpart(left, statement, right)
        if other is None or other.id in taken:
            pairs.append(Pair(statement, None, number, None, ()))
        else:
            taken.add(other.id)
            pieces = tuple(word_changes(statement.text, other.text))
            pairs.append(Pair(statement, other, number, numbers[other.id], pieces))
    new = (s for s in right.statements if s.id not in taken)
    return (*pairs, *(Pair(None, statement, None, numbers[statement.id], ()) for statement in new))


def word_changes(left: str, right: str) -> Iterator[Piece]:
    """Yield the runs of words that two wordings share and those that only one has, in order; capitals count."""
    first, second = left.split(), right.split()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", " ".join(first[a:b]))
            continue
        if b > a:
            yield Piece("left", " ".join(first[a:b]))
        if d > c:
            yield Piece("right", " ".join(second[c:d]))


def _counterpart(left: Framework, statement: Statement, right: Framework) -> Statement | None:
    for other in right.statements:
        if f"{right.id}/{other.id}" in statement.same_as or f"{left.id}/{statement.id}" in other.same_as:
            return other
    return right.statement(statement.id)
