"""One cell of a table → the outcomes in it: councils put several into one, as lines with bullets or as “1. … 2. …”."""

from send_outcomes.readers.items import PARAGRAPH, Item, folded
from send_outcomes.readers.markers import identified, marked, numbered_in_line
from send_outcomes.readers.stretch import Stretch
from send_outcomes.readers.vocabulary import vocabulary

_LONGEST_LABEL = 4  # words: “Outcomes for this year:” names a list, a sentence begins one outcome


def outcomes_in(cell: Stretch) -> list[Item]:
    """Return the outcomes of a cell; none where it is empty or says so (“n/a”)."""
    text = cell.strip()
    if not any(c.isalnum() for c in text.text) or text.text.casefold().rstrip(".") in vocabulary().empty:
        return []
    if "\n" in text.text or "\r" in text.text:
        return _of_lines([line.strip() for line in text.lines() if line.text.strip()])
    first = text.text[0]
    if first.isalpha() and first not in "oOEe":
        return [Item(text)]
    starts = numbered_in_line(text.text)
    if starts:
        ends = [*starts[1:], len(text.text)]
        return folded([_unmarked(text.cut(start, end).strip()) for start, end in zip(starts, ends, strict=True)])
    return folded([_unmarked(text, several=False)])


def _of_lines(lines: list[Stretch]) -> list[Item]:
    starts = [marked(line) is not None or identified(line)[0] is not None for line in lines]
    if sum(starts) < 2 or _leads_in(lines[0], starts):
        # No list of outcomes: the breaks are the writer's own.
        first = marked(lines[0])
        return folded([Item(Stretch.join([first.rest if first else lines[0], *lines[1:]], "\n"))])
    items: list[list[Stretch]] = []
    for line, begins in zip(lines, starts, strict=True):
        if begins or not items:
            items.append([line])
        else:
            items[-1].append(line)
    return folded([_unmarked(Stretch.join(parts)) for parts in items])


def _leads_in(first: Stretch, starts: list[bool]) -> bool:
    """Tell “The student will have shown they can”, with what is meant in bullets below: one outcome, not many."""
    return not starts[0] and all(starts[1:]) and len(first.text.split()) > _LONGEST_LABEL and first.text[-1] not in ".;"


def _unmarked(text: Stretch, several: bool = True) -> Item:
    """Return the text as an item, without its bullet or number and the semicolon that parts it from the next."""
    item = marked(text)
    rest = item.rest if item else text
    if several and rest.text.endswith(";"):
        rest = rest.cut(0, len(rest.text) - 1).strip()
    return Item(rest, item.indent if item else PARAGRAPH)
