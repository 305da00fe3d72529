"""Personal details and dates of a plan in Word: labels with their values, in tables or lines. Finds; judges nothing."""

from collections.abc import Iterator, Sequence

from send_outcomes.readers.facts import cell_date, pronouns_of, year_group_of
from send_outcomes.readers.word_meaning import detail_of, meaning_of
from send_outcomes.readers.word_portions import lines_of
from send_outcomes.word import Block, Cell, Document, Paragraph, Row, paragraphs_of

_LONGEST = 80
_BEFORE = frozenset({"name", "known_as", "age", "year_group", "pronouns"})


def details_of(document: Document) -> dict[str, str]:
    """Return the details found, by the names of `word.yaml` (known_as, born, plan_date …); the first that can be read counts.

    What could be another's (a bare “Name”) counts only before the first of the sections B to K.
    """
    found: dict[str, str] = {}
    begun = False
    for label, text in _pairs(document.body):
        if label is None:
            meaning = meaning_of(text.rstrip(": "))
            begun = begun or (meaning is not None and meaning.lettered and (meaning.section or "B")[0] != "A")
        elif label not in found and text and not (begun and label in _BEFORE) and _reads(label, text):
            found[label] = text
    if "known_as" not in found and (whole := found.get("name", "")):
        found["known_as"] = whole.split(maxsplit=1)[0]
    return found


def _reads(label: str, text: str) -> bool:
    """Tell whether a value is one: a date for a date, a short name for a name."""
    match label:
        case "born" | "plan_date" | "review_due":
            return cell_date(text) is not None
        case "year_group":
            return year_group_of(text) is not None
        case "pronouns":
            return pronouns_of(text) is not None
        case "age":
            return text[:1].isdecimal()
    return text[:1].isalpha() and len(text.split()) <= 5


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str | None, str]]:
    """Yield details with their values, and every other short line alone."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _in_line(block)
            continue
        for above, row in zip((None, *block.rows), block.rows, strict=False):
            yield from _in_row(row, above)


def _in_row(row: Row, above: Row | None) -> Iterator[tuple[str | None, str]]:
    texts = [_value(cell) for cell in row.cells]
    labels = [detail_of(text) if text else None for text in texts]
    named = [detail_of(_value(cell)) for cell in above.cells] if above is not None else []
    if sum(label is not None for label in named) > 1 and not any(labels) and len(named) == len(texts):
        yield from zip(named, texts, strict=True)
        return
    waiting: str | None = None
    for cell, text, label in zip(row.cells, texts, labels, strict=True):
        if label is not None:
            waiting = label
        elif waiting is not None:
            yield waiting, text
            waiting = None
        elif cell.row == row.number:
            yield from _pairs(cell.blocks)


def _in_line(paragraph: Paragraph) -> Iterator[tuple[str | None, str]]:
    """Yield the details of “Date of birth: 11/02/2010”, several in a line parted by tabs or breaks."""
    whole = "\n".join(line.text.text for line in lines_of([paragraph]))
    for line in whole.splitlines():
        parts = [part.strip() for part in line.split("\t") if part.strip()]
        for i, part in enumerate(parts):
            head, colon, tail = part.partition(":")
            label = detail_of(head)
            if label is not None and colon:
                yield label, tail.strip() or (parts[i + 1] if i + 1 < len(parts) else "")
            elif label is not None and i + 1 < len(parts):
                yield label, parts[i + 1]
        if len(line) <= _LONGEST:
            yield None, line


def _value(cell: Cell) -> str:
    return " ".join(line.text.text for line in lines_of(list(paragraphs_of(cell.blocks))))[:400].strip()
