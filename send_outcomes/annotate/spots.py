"""A span of an outcome's text → paragraphs and characters of the document it was read from. Changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from send_outcomes.model import Anchor, Place
from send_outcomes.word import Document, Piece


@dataclass(frozen=True, slots=True)
class Spot:
    """A range of a document: from character `start` of paragraph `first` up to, not including, `end` of paragraph `last`."""

    first: int
    start: int
    last: int
    end: int


def spot_of(place: Place, start: int, end: int, document: Document) -> Spot | None:
    """Return where characters `start` to `end` of a text stand; None where the reader did not say or nothing is there.

    A text joined from paragraphs that do not follow one another is marked in the first of them only.
    """
    pieces = list(_stretches(place, start, end, document))
    if not pieces:
        return None
    first, last = pieces[0], pieces[-1]
    for piece in pieces[1:]:
        if piece[:2] < first[:2] or (piece[0] == first[0] and piece[2] <= first[1]):
            last = first
            break
    return Spot(first[0], first[1], last[0], last[2])


def whole(document: Document, index: int) -> Spot | None:
    """Return the whole text of a paragraph, None where it shows none."""
    paragraph = document.paragraphs.get(index)
    if paragraph is None or not paragraph.text.strip():
        return None
    text = paragraph.text
    return Spot(index, len(text) - len(text.lstrip()), index, len(text.rstrip()))


def edges(spot: Spot, document: Document) -> tuple[tuple[Piece, int], tuple[Piece, int]]:
    """Return the run's piece and the character in its run at which a spot starts, and the same for its end."""
    starting = next(piece for piece in document.paragraphs[spot.first].pieces if piece.end > spot.start)
    ending = next(piece for piece in document.paragraphs[spot.last].pieces if piece.end >= spot.end)
    return (starting, starting.offset + spot.start - starting.start), (ending, ending.offset + spot.end - ending.start)


def _stretches(place: Place, start: int, end: int, document: Document) -> Iterator[tuple[int, int, int]]:
    """Yield paragraph, start and end of the parts of a text, without white space at their ends."""
    anchors = place.anchors
    if not anchors and place.line is not None:
        anchors = (Anchor(0, place.line, place.column or 1),)
    for i, anchor in enumerate(anchors):
        following = anchors[i + 1] if i + 1 < len(anchors) else None
        lower = max(start, anchor.offset)
        upper = end if following is None else min(end, following.offset)
        paragraph = document.paragraphs.get(anchor.line - 1)
        if lower >= upper or paragraph is None:
            continue
        left = anchor.column - 1 + lower - anchor.offset
        text = paragraph.text[left : left + upper - lower]
        bare = text.strip()
        if bare:
            left += len(text) - len(text.lstrip())
            yield paragraph.index, left, left + len(bare)
