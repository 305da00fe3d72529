"""Builds docs/ as a site into build/site (or the folder given). Any warning is a fault, and so is anything from another host.

Needs the extra `docs`, and no network. Open build/site/index.html: it works from a folder as well as from a server.
"""

import re
import sys
from pathlib import Path

from sphinx.cmd.build import main as sphinx

ROOT = Path(__file__).resolve().parent.parent
# What a browser fetches by itself; links that a person may follow are not among them.
FETCHED = re.compile(
    r"<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*?\b(?:src|srcset|data)=[\"']?\s*(?:https?:)?//[^\"'\s>]+"
    r"|<link\b(?=[^>]*\brel=[\"']?(?:stylesheet|icon|preload|preconnect|dns-prefetch|manifest|prefetch))[^>]*\bhref=[\"']?(?:https?:)?//[^\"'\s>]+"
    r"|@import\s+(?:url\()?[\"']?(?:https?:)?//[^\"')\s]+|\burl\([\"']?(?:https?:)?//[^\"')\s]+",
    re.IGNORECASE,
)


def foreign(site: Path) -> list[str]:
    """Return whatever pages and styles of a built site would fetch from another host, by file."""
    pages = [path for path in sorted(site.rglob("*")) if path.suffix in (".html", ".css", ".svg")]
    return [
        f"{path.relative_to(site)}: {match[0]}"
        for path in pages
        for match in FETCHED.finditer(path.read_text(encoding="utf-8"))
    ]


def main(site: Path) -> int:
    wrong = sphinx(
        ["--quiet", "--nitpicky", "--fail-on-warning", "--keep-going", "--jobs", "auto", str(ROOT / "docs"), str(site)]
    )
    if wrong:
        return wrong
    found = foreign(site)
    print("\n".join(found) or f"{len(list(site.rglob('*.html')))} pages in {site}; nothing from another host")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site"))
