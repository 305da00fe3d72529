"""Writes those pages of docs/ that come from data: a page a rule, a page a framework, and the settings of the check kinds.

Run `python scripts/pages` when a rule, a profile, a framework or a check kind has changed. `--check` changes nothing, names what
is out of date and leaves with 1.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # the checkout's own send_outcomes, installed or not

from of_check_kinds import check_kind_pages
from of_frameworks import framework_pages
from of_rules import rule_pages

DOCS = Path(__file__).resolve().parents[2] / "docs"
OURS = ("rules", "frameworks")  # folders that hold nothing but these pages


def main(check: bool) -> int:
    pages = {**rule_pages(), **framework_pages(), **check_kind_pages()}
    gone = [
        path
        for folder in OURS
        for path in sorted((DOCS / folder).glob("*.md"))
        if path.relative_to(DOCS).as_posix() not in pages
    ]
    stale = [DOCS / name for name, text in pages.items() if _held(DOCS / name) != text]
    for path in [*gone, *stale]:
        print(path.relative_to(DOCS.parent).as_posix())
    if check:
        return int(bool(gone or stale))
    for path in gone:
        path.unlink()
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(pages[path.relative_to(DOCS).as_posix()], encoding="utf-8", newline="\n")
    return 0


def _held(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
