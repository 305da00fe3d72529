"""Plain text → a list: one outcome a paragraph, bullet or, where the lines are plainly separate, line."""

import re
from collections.abc import Iterator

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan, PlanKind
from send_outcomes.readers.headings import Headings, is_aside, is_heading
from send_outcomes.readers.ignores import brought, text_notes
from send_outcomes.readers.items import Item, folded, outcomes_from
from send_outcomes.readers.markers import identified, marked
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.plan_document import plan_name
from send_outcomes.readers.stretch import Stretch, lines_of

_RULE = re.compile(r"[\s\-_=*~#.·–—]+\Z")
_ENDED = (".", "!", "?", ";", ":", "”", '"')
# A line at least this long, in characters, may have been wrapped by an editor.
_WRAP_FROM = 60
_FILLED = 0.8


def read_text_list(text: str, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the outcomes of a plain text as one list; nothing where it holds none."""
    lines, notes = text_notes(lines_of(text))
    found = brought(outcomes_from(items_in(lines), path, options.limits.outcomes), notes, path)
    yield from found.problems
    if found.outcomes:
        yield Plan(plan_name(path), path, found.outcomes, PlanKind.LIST, astray=found.astray)


def items_in(lines: list[Stretch]) -> list[Item]:
    """Return the outcomes among the lines of a text, of whatever kind of file they are."""
    blocks = list(_blocks(lines))
    prose = [block for block in blocks if any(not marked(line) and not is_heading(line.text) for line in block)]
    headings = Headings()
    items: list[Item] = []
    for block in blocks:
        items.extend(_items(block, headings, alone=len(prose) == 1 and block is prose[0]))
    return folded([item for item in items if headings.wanted(item.standing)])


def _blocks(lines: list[Stretch]) -> Iterator[list[Stretch]]:
    """Yield runs of lines without a blank line or a drawn rule between them."""
    block: list[Stretch] = []
    for line in lines:
        if line.text.strip() and not _RULE.match(line.text):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _items(block: list[Stretch], headings: Headings, alone: bool) -> Iterator[Item]:
    """Yield the items of a block. `alone` says that no other block holds prose: its lines may be outcomes each."""
    separate = _separate([line.text.strip() for line in block if not marked(line) and not is_heading(line.text)], alone)
    parts: list[Stretch] = []
    indent, listed, passing, before = -1, False, False, ""
    for line in block:
        plain = line.strip()
        item = marked(line)
        begins = not parts or before.endswith(_ENDED) or is_heading(before) or separate == "each"
        labelled = identified(plain)[0] is not None
        if is_aside(plain.text) or (passing and not item and not labelled and not _begins(plain.text)):
            yield from _item(parts, indent, headings)
            parts, passing, before = [], True, plain.text
            continue
        passing = False
        if begins and not item and not labelled and is_heading(plain.text):
            yield from _item(parts, indent, headings)
            parts = []
            headings.open(plain.text, 1 + plain.text.count("#", 0, 6) if plain.text.startswith("#") else _level(plain.text))
        elif item:
            yield from _item(parts, indent, headings)
            parts, indent, listed = [item.rest], item.indent, True
        elif parts and (labelled or (not listed and _breaks(before, plain.text, separate))):
            yield from _item(parts, indent, headings)
            parts, indent, listed = [plain], -1, False
        else:
            if not parts:
                indent, listed = -1, False
            parts.append(plain)
        before = plain.text
    yield from _item(parts, indent, headings)


def _item(parts: list[Stretch], indent: int, headings: Headings) -> Iterator[Item]:
    if parts:
        yield Item(Stretch.join(parts), indent, headings.standing())


def _level(text: str) -> int:
    """A heading over outcomes or another part stands above those that only group."""
    probe = Headings()
    probe.open(text, 1)
    return 1 if probe.standing().kind else 2


def _separate(lines: list[str], alone: bool) -> str:
    """Say how the unmarked lines of a block part: "each" an outcome, by "sentences", or "joined"."""
    if len(lines) < 2:
        return "joined"
    longest = max(len(line) for line in lines)
    ended = [line.endswith(_ENDED) for line in lines[:-1]]
    filled = [longest >= _WRAP_FROM and len(line) >= longest * _FILLED for line in lines[:-1]]
    capitals = all(_begins(line) for line in lines)
    if capitals and all(ended) and not (all(filled) and not alone):
        return "each"
    if not alone:
        return "joined"
    if capitals and (not any(ended) or not any(full and not end for full, end in zip(filled, ended, strict=True))):
        return "each"
    return "joined" if all(filled) else "sentences"


def _begins(line: str) -> bool:
    first = next((c for c in line if c.isalnum()), "")
    return first.isupper() or first.isdigit()


def _breaks(before: str, line: str, separate: str) -> bool:
    return separate == "each" or (separate == "sentences" and before.endswith(_ENDED) and _begins(line))
