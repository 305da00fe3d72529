"""Keeps the program's output in README.md and examples/README.md true: runs each `$ send-outcomes …` and puts in what it says.

A block of console lines may have `<!-- lines 1-12, 40-41 -->` above it: which lines of the output to show; else all.
`--check` changes nothing and leaves with 1 where a page is out of date.
"""

import os
import re
import shlex
import sys
from pathlib import Path

from typer.testing import CliRunner

from send_outcomes.cli import app

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", ROOT / "examples" / "README.md")
BLOCK = re.compile(r"(?:<!-- lines (?P<lines>[\d, -]+) -->\n)?```console\n(?P<body>.*?)```\n", re.DOTALL)


def refreshed(page: str) -> str:
    """Return the page with the output of its commands as it is now."""
    return BLOCK.sub(_refreshed_block, page)


def _refreshed_block(block: re.Match[str]) -> str:
    commands = [line for line in block["body"].splitlines() if line.startswith("$ ")]
    marker = f"<!-- lines {block['lines']} -->\n" if block["lines"] else ""
    shown = "".join(f"{command}\n{_chosen(_output(command[2:]), block['lines'])}" for command in commands)
    return f"{marker}```console\n{shown}```\n"


def _output(command: str) -> list[str]:
    said, _, asked = command.rpartition(" | ")
    given = shlex.split(said)[1] + "\n" if said else None  # echo "…" | send-outcomes …
    words = shlex.split(asked)
    if words[0] != "send-outcomes":
        raise SystemExit(f"not a command of ours: {command}")
    return CliRunner().invoke(app, words[1:], input=given).stdout.splitlines()


def _chosen(output: list[str], lines: str | None) -> str:
    if lines is None:
        return "".join(f"{line}\n" for line in output)
    shown: list[str] = []
    after = 0
    for part in lines.split(","):
        first, _, last = part.strip().partition("-")
        begin, end = int(first), int(last or first)
        shown += ["…"] * (begin > after + 1) + output[begin - 1 : end]
        after = end
    return "".join(f"{line}\n" for line in shown + ["…"] * (after < len(output)))


if __name__ == "__main__":
    os.chdir(ROOT)
    stale = [page for page in PAGES if refreshed(page.read_text(encoding="utf-8")) != page.read_text(encoding="utf-8")]
    for page in stale:
        print(page.relative_to(ROOT))
        if "--check" not in sys.argv:
            page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    sys.exit(bool(stale) and "--check" in sys.argv)
