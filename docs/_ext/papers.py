"""Papers that stand elsewhere in the repository, as pages of the site: a page in docs/papers/ that links to one becomes it.

Someone who reads the folder follows the link; someone who reads the site has the paper itself, and every link that leads to it
from another page, or out of it, leads where it should.
"""

import os
import re
from pathlib import Path

from sphinx.application import Sphinx

DOCS = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\((?P<path>[^)#\s:]+)(?P<rest>#[^)\s]*)?\)")


def papers() -> dict[Path, str]:
    """Return the papers by their real path, each with the page that stands for it."""
    pages = sorted((DOCS / "papers").glob("*.md"))
    linked = {page: LINK.search(page.read_text(encoding="utf-8")) for page in pages}
    found = {(page.parent / link["path"]).resolve(): f"papers/{page.stem}" for page, link in linked.items() if link}
    return {**found, DOCS.parent / "README.md": "index"}


def led_home(text: str, origin: Path, page: Path, known: dict[Path, str]) -> str:
    """Return a text of the folder `origin` with its links as they must be on `page`."""

    def anew(link: re.Match[str]) -> str:
        target = (origin / link["path"]).resolve()
        if target in known:
            target = DOCS / f"{known[target]}.md"
        if not target.exists():
            return link[0]
        if target.is_dir() or (target.suffix == ".md" and not target.is_relative_to(DOCS)):
            return "]()"  # there is no such page; its name says enough
        path = os.path.relpath(target, page.parent).replace(os.sep, "/")
        return f"]({path}{link['rest'] or ''})"

    return re.sub(r"\[([^]]*)\]\(\)", r"\1", LINK.sub(anew, text))


def _read(app: Sphinx, docname: str, source: list[str]) -> None:
    known = papers()
    page = DOCS / f"{docname}.md"
    paper = next((path for path, name in known.items() if name == docname != "index"), None)
    if paper:
        app.env.note_dependency(str(paper))
    origin = paper or page
    text = origin.read_text(encoding="utf-8") if paper else source[0]
    source[0] = led_home(text, origin.parent, page, known)


def setup(app: Sphinx) -> dict[str, bool]:
    """Have each page's source pass through here."""
    app.connect("source-read", _read)
    return {"parallel_read_safe": True}
