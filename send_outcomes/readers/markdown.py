"""Markdown → a list, or a plan where its front matter says `plan:`. Items under headings; code and tables left out."""

import re
from collections.abc import Iterator
from typing import Any

from send_outcomes.documents import UnreadableInput, load_one
from send_outcomes.model import Plan, PlanKind
from send_outcomes.readers.headings import Headings
from send_outcomes.readers.ignores import Note, brought
from send_outcomes.readers.items import PARAGRAPH, Item, folded, outcomes_from
from send_outcomes.readers.markdown_inline import plain
from send_outcomes.readers.markdown_lines import Line, lines_by_kind
from send_outcomes.readers.markers import identified, marked
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.plan_document import front_matter_of, plan_name
from send_outcomes.readers.stretch import Stretch, lines_of

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(?P<yaml>.*?)(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)


def read_markdown(text: str, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the outcomes of a Markdown text; nothing where it holds none. Raises `UnreadableInput` (front matter)."""
    heads: dict[str, Any] = {}
    name, kind, lines = plan_name(path), PlanKind.LIST, lines_of(text)
    if front := _FRONT.match(text):
        # The blank first line keeps the line numbers true.
        document = load_one("\n" + front["yaml"], path) if front["yaml"].strip() else None
        if document is not None and isinstance(document.value, dict):
            heads, problems = front_matter_of(document)
            if problems:
                yield from problems
                return
            if document.value.get("plan") is not None:
                name, kind = str(document.value["plan"]).strip(), PlanKind.PLAN
        lines = lines[len(lines_of(front[0])) - (1 if front[0][-1:] in "\r\n" else 0) :]
    headings = Headings()
    notes: list[Note] = []
    items = list(_items(lines, headings, notes))
    wanted = [item for item in items if headings.wanted(item.standing)]
    listed = [item for item in wanted if item.indent != PARAGRAPH or item.text.text == ""]
    if not any(item.indent != PARAGRAPH for item in wanted):
        listed = wanted if headings.outcomes_seen else []
    found = brought(outcomes_from(folded(listed), path, options.limits.outcomes), notes, path)
    yield from found.problems
    if found.outcomes or kind == PlanKind.PLAN:
        yield Plan(name, path, found.outcomes, kind, astray=found.astray, **heads)


def _items(lines: list[Stretch], headings: Headings, notes: list[Note]) -> Iterator[Item]:
    """Yield list items and paragraphs, each with its wrapped lines joined; comments are added to `notes`."""
    parts: list[Stretch] = []
    indent, listed, blank = PARAGRAPH, False, False

    def done() -> Iterator[Item]:
        if parts:
            text = plain(Stretch.join(parts))
            if text.text:
                yield Item(text, indent, headings.standing())
            parts.clear()

    for line in lines_by_kind(lines, notes):
        if line.kind == Line.BLANK:
            blank = True
            continue
        item = marked(line.text, markdown=True) if line.kind == Line.TEXT else None
        if line.kind == Line.HEADING:
            yield from done()
            title = plain(line.text)
            headings.open(title.text, line.level)
            id_, rest = identified(title)
            if id_ and not rest.text:
                # “### Outcome 2” names the item that follows.
                yield Item(rest, PARAGRAPH, headings.standing(), id_)
            listed = False
        elif item:
            yield from done()
            parts.append(item.rest)
            indent, listed = item.indent, True
        elif line.kind == Line.TEXT:
            deep = line.text.text[:1] in (" ", "\t")
            if blank and not (listed and deep):
                yield from done()
                indent, listed = PARAGRAPH, False
            parts.append(line.text.strip())
        else:
            yield from done()
            listed = False
        blank = False
    yield from done()
