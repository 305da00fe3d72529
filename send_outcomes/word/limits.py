"""How much a Word document may hold. Values only: every file is hostile until read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordLimits:
    """What is refused before, or while, a document is unpacked.

    `entries` counts the files in the zip; `part_bytes` is the most that one part may unpack to, `read_bytes` all parts that are read
    together (pictures never are); `ratio` is how many times its packed size a part of more than `ratio_from` bytes may be.
    `marks` counts the “<” of one part (a thousand pages of plan have half a million), `paragraphs` those of the document,
    `depth` how many tables, controls and the like may stand inside one another.
    """

    entries: int = 5_000
    part_bytes: int = 20_000_000
    read_bytes: int = 40_000_000
    ratio: int = 200
    ratio_from: int = 1_000_000
    marks: int = 1_000_000
    paragraphs: int = 30_000
    depth: int = 40
