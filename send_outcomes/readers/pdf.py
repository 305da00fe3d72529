"""PDF → a list of the outcomes under Section E, or under whatever heading names outcomes; places are pages.

What is repeated at the head and foot of pages is left out. A PDF of pictures is told apart from one without outcomes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.model import Outcome, Place, Plan, PlanKind
from send_outcomes.readers.intake import other_than
from send_outcomes.readers.items import outcomes_from
from send_outcomes.readers.options import Limits, ReadOptions
from send_outcomes.readers.pdf_layout import SECTION, Line, Table, body_size, lines_of, ordered
from send_outcomes.readers.pdf_pages import Page, pages_of
from send_outcomes.readers.plain_text import items_in
from send_outcomes.readers.plan_document import plan_name
from send_outcomes.readers.stretch import Stretch

_PICTURE = "this PDF is a picture of a document, without text: ask for the Word file, or run text recognition on it"
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\Z", re.IGNORECASE)
_EDGE = 3  # lines at the head and foot of a page that may be furniture
_HEADING = 1.15
_HEADING_CHARACTERS = 120
_HYPHEN = re.compile(r"[^\W\d_]-\Z")


@dataclass(frozen=True, slots=True)
class _Found:
    """A line of the whole document: its text as the readers of plain text want it, its page and its section's letter."""

    text: str
    page: int
    section: str | None


def read_pdf(data: bytes, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the outcomes of a PDF as one list; nothing where it holds none. Raises `UnreadableInput`."""
    if not data[:1_024].lstrip().startswith(b"%PDF") and b"%PDF-" not in data[:1_024]:
        raise other_than(data, "PDF", path, ".txt")
    pages = list(pages_of(data, path, options.limits))
    if not any(page.runs for page in pages):
        if any(page.picture for page in pages):
            raise UnreadableInput(_PICTURE, path)
        raise NothingInside("holds no text", path)
    found = list(_lines(pages))
    texts = [Stretch.of(line.text, number) for number, line in enumerate(found, 1)]
    outcomes = [_placed(one, found, path) for one in outcomes_from(items_in(texts), path, options.limits.outcomes)]
    if outcomes:
        yield Plan(plan_name(path), path, tuple(outcomes), PlanKind.LIST)
    pictures = [page.number for page in pages if page.picture and not page.runs]
    if pictures:
        several = "page" if len(pictures) == 1 else "pages"
        which = f"{several} {', '.join(map(str, pictures[:10]))}{' …' if len(pictures) > 10 else ''}"
        yield UnreadableInput(f"{which} of {len(pages)}: a picture without text, not read", path)


def headings_of(data: bytes, path: str, limits: Limits) -> list[str]:
    """Return the lines of a PDF that were taken for headings, to show what was seen. Raises `UnreadableInput`."""
    return [line.text.lstrip("# ") for line in _lines(list(pages_of(data, path, limits))) if line.text.startswith("#")]


def _placed(outcome: Outcome, found: Sequence[_Found], path: str) -> Outcome:
    line = found[(outcome.place.line or 1) - 1]
    section = line.section or outcome.place.section
    label = f"page {line.page}, Section {line.section}" if line.section else f"page {line.page}"
    return replace(outcome, place=Place(path, label, section=section))


def _lines(pages: Sequence[Page]) -> Iterator[_Found]:
    """Yield all lines in reading order: blank ones between paragraphs, “#” before headings."""
    by_page = [lines_of(page.runs) for page in pages]
    repeated = _furniture(by_page)
    body = body_size([line for lines in by_page for line in lines])
    table, section, last = Table(), None, ""
    for page, lines in zip(pages, by_page, strict=True):
        kept = [line for i, line in enumerate(lines) if not (_at_edge(i, len(lines)) and _key(line) in repeated)]
        setting = ordered(kept, body, table)
        if setting and _goes_on(last, setting[0].text):
            setting[0] = replace(setting[0], apart=False)
        for found in _page_lines(setting, page.number, body, section):
            last = found.text or last
            yield found
        for line in kept:
            section = _section(line) or section


def _goes_on(last: str, first: str) -> bool:
    """Tell whether a page's first line goes on with the sentence on which the page before ended."""
    return bool(last) and last[-1].isalnum() and not last.startswith("#") and first.lstrip()[:1].islower()


def _page_lines(lines: Sequence[Line], page: int, body: float, section: str | None) -> Iterator[_Found]:
    heading, carried = False, ""
    for line in lines:
        text = carried + line.text.strip()
        carried = ""
        letter = _section(line)
        large = line.size > _HEADING * body and len(text) <= _HEADING_CHARACTERS and not text.endswith(".")
        if letter:
            section = letter
            yield from (_Found("", page, section), _Found(f"# Section {letter}", page, section), _Found("", page, section))
        elif large and not (heading and not line.apart):  # a heading's second line says no more
            yield from (_Found("", page, section), _Found(f"## {text}", page, section), _Found("", page, section))
        elif not large:
            if line.apart:
                yield _Found("", page, section)
            if _HYPHEN.search(text) and " " in text:
                text, _, carried = text.rpartition(" ")
            yield _Found(text, page, section)
        heading = large or letter is not None
    if carried:
        yield _Found(carried, page, section)


def _section(line: Line) -> str | None:
    """Return the letter of the section that a line opens."""
    found = SECTION.match(line.text.strip()) if len(line.text) <= _HEADING_CHARACTERS else None
    if found is None:
        return None
    return (found[1] or found[2]).upper()


def _furniture(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return what stands at the head or foot of most pages, its numbers left out."""
    filled = [lines for lines in pages if lines]
    counts: Counter[str] = Counter()
    for lines in filled:
        counts.update({_key(line) for i, line in enumerate(lines) if _at_edge(i, len(lines))})
    least = max(2, round(0.6 * len(filled)))
    numbers = {key for key in counts if _PAGE_NUMBER.match(key)}
    return {key for key, count in counts.items() if count >= least and len(filled) > 1} | numbers


def _at_edge(index: int, total: int) -> bool:
    return index < _EDGE or index >= total - _EDGE


def _key(line: Line) -> str:
    return _DIGITS.sub("0", " ".join(line.text.split()))
