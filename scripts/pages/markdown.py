"""Texts as Markdown: nothing in a text from YAML is read as markup; and the few shapes that the pages are made of."""

import re
from collections.abc import Iterable, Sequence

from send_outcomes.findings import Span

_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$])")
_OPENING = re.compile(r"^(\d+)([.)])|^([-+#=:])")
NOTE = "<!-- Made by `python scripts/pages` from the YAML: change that, not this. -->\n"


def plain(text: str) -> str:
    """Return `text` on one line, every sign that Markdown would read made harmless."""
    escaped = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)


def marked(text: str, spans: Iterable[Span]) -> str:
    """Return `text` with its spans in <mark>."""
    pieces, at = [], 0
    for span in spans:
        pieces += [_inside(text[at : span.start]), f"<mark>{_inside(text[span.start : span.end])}</mark>"]
        at = span.end
    return "".join(pieces) + _inside(text[at:]) if pieces else plain(text)


def _inside(text: str) -> str:
    return _SIGNS.sub(r"\\\1", re.sub(r"\s+", " ", text))


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; the cells are Markdown already."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def toctree(entries: Iterable[str], caption: str = "") -> str:
    """Return a hidden table of contents: it shows in the site's margin, and leaves the page as it is."""
    said = f":caption: {caption}\n" if caption else ""
    return f"```{{toctree}}\n:hidden:\n{said}\n" + "".join(f"{entry}\n" for entry in entries) + "```\n"


def anchor(heading: str) -> str:
    """Return a heading's anchor, as GitHub and MyST make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def page(*parts: str) -> str:
    """Return the parts with an empty line between each two, below the note that says where the page comes from."""
    return "\n".join([NOTE, *(part.rstrip("\n") + "\n" for part in parts if part)])
