"""PDF → pages of runs of text, each with its place and size. Knows nothing of plans or reading order.

By PDFium, which comes with the extra `pdf`. Scripts, forms and attachments in the file are never touched.
"""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from send_outcomes.documents import UnreadableInput
from send_outcomes.readers.options import Limits

_MISSING = 'PDFs are read only where the extra “pdf” is installed: pip install "send-outcomes[pdf]"'
_MOST_CHARACTERS = 50_000
_SPACES = frozenset((0x20, 0xA0, 0x09))
_BREAKS = frozenset((0x0A, 0x0D))
_LINE_HYPHENS = frozenset((0x02, 0xFFFE))
# Heights of a letter's box between two runs; three spaces or so, less than there is between the cells of a table.
_APART = 0.6
_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE
_SHORTEST_RULE, _THIN, _MOST_RULES = 30, 3, 2_000


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand beside each other: `left` to `right`, `top` to `bottom` (downwards), in points.

    `ruled` counts the lines drawn above it: between two rows of a table it grows.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    ruled: int = 0

    @property
    def size(self) -> float:
        """The height of the letters' box, in points."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The middle of its height."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its runs as they come in the file, and whether there is a picture on it."""

    number: int
    height: float
    runs: tuple[Run, ...]
    picture: bool


def pages_of(data: bytes, path: str, limits: Limits) -> Iterator[Page]:
    """Yield the pages. Raises `UnreadableInput` where the file is no PDF, protected, broken or too long."""
    if importlib.util.find_spec("pypdfium2") is None:
        raise UnreadableInput(_MISSING, path)
    import pypdfium2  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415 -- an extra, slow to import

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold() or "security" in str(error).casefold():
            raise UnreadableInput("is protected with a password; save it without one", path) from None
        raise UnreadableInput("is damaged or was cut short; save or export it anew", path) from None
    try:
        if len(document) > limits.pages:
            raise UnreadableInput(f"more than {limits.pages:,} pages; split it", path)
        for number in range(1, len(document) + 1):
            try:
                yield _page(document[number - 1], number)
            except pypdfium2.PdfiumError:
                yield Page(number, 0, (), False)
    finally:
        document.close()


def _page(page: Any, number: int) -> Page:
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415

    text = page.get_textpage()
    height = float(page.get_height())
    runs = list[Run]()
    letters: list[str] = []
    box = [0.0, 0.0, 0.0, 0.0]
    spaced = False

    def done() -> None:
        if letters:
            runs.append(Run("".join(letters), box[0], box[1], box[2], box[3]))
            letters.clear()

    for i in range(min(text.count_chars(), _MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text, i)
        if code in _BREAKS or code == 0:
            done()
            continue
        if code in _SPACES:
            spaced = True
            continue
        left, low, right, high = text.get_charbox(i, loose=True)
        top, bottom = height - high, height - low
        size = max(bottom - top, 1.0)
        level = letters and abs((top + bottom) - (box[2] + box[3])) < 0.8 * size
        gap = left - box[1]
        if not level or gap > _APART * size or gap < -0.8 * size:
            done()
            box[:] = [left, right, top, bottom]
        elif spaced or gap > 0.25 * size:
            letters.append(" ")
        spaced = False
        letters.append("-" if code in _LINE_HYPHENS else _character(code))
        box[1], box[2], box[3] = max(box[1], right), min(box[2], top), max(box[3], bottom)
    done()
    runs = _ruled([run for run in runs if run.text.strip()], _rules(page, height))
    picture = any(True for _ in page.get_objects(filter=(_IMAGE,), max_depth=3)) if not runs else False
    return Page(number, height, tuple(runs), picture)


def _rules(page: Any, height: float) -> list[tuple[float, float, float]]:
    """Return the horizontal lines drawn on a page, and the edges of boxes: left, right, and how far down."""
    found = list[tuple[float, float, float]]()
    for shape in islice(page.get_objects(filter=(_PATH,), max_depth=3), _MOST_RULES):
        left, low, right, high = shape.get_bounds()
        if right - left >= _SHORTEST_RULE:
            edges = {height - high, height - low} if high - low > _THIN else {height - (high + low) / 2}
            found.extend((left, right, edge) for edge in edges)
    return found


def _ruled(runs: list[Run], rules: list[tuple[float, float, float]]) -> list[Run]:
    """Note for each run how many lines are above it; what underlines a text is none."""
    apart = [
        (left, right, down)
        for left, right, down in rules
        if not any(run.left - 1 <= left and right <= run.right + 1 and abs(down - run.bottom) < run.size / 2 for run in runs)
    ]
    return [
        replace(
            run,
            ruled=len(
                {round(down) for left, right, down in apart if left < run.right and right > run.left and down < run.middle}
            ),
        )
        for run in runs
    ]


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
