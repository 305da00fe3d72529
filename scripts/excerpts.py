"""Keeps the program's output in the papers true: runs each `$ send-outcomes …` in them and puts in what it says.

A console block may have `<!-- paragraphs 1, 2, -1 -->` above it: which paragraphs of the output to show (-1 is the last);
else it shows all. A command that can't start or can't read its file stops the script: no paper shows one.
`--check` changes nothing and leaves with 1 where a page is out of date.
"""

import os
import re
import shlex
import sys
from pathlib import Path

from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # the checkout's own send_outcomes, installed or not

from send_outcomes.cli import app

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?:<!-- paragraphs (?P<chosen>[\d, -]+) -->\n)?```console\n(?P<body>.*?)```\n", re.DOTALL)


SHOWN = (0, 1)  # checked, with findings or without


def pages() -> list[Path]:
    """Return the papers that show what the program says."""
    papers = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for path in papers if "\n$ send-outcomes " in path.read_text(encoding="utf-8")]


def refreshed(page: str) -> str:
    """Return the page with the output of its commands as it is now."""
    return BLOCK.sub(_refreshed_block, page)


def _refreshed_block(block: re.Match[str]) -> str:
    commands = [line for line in block["body"].splitlines() if line.startswith("$ ")]
    marker = f"<!-- paragraphs {block['chosen']} -->\n" if block["chosen"] else ""
    shown = "".join(f"{command}\n{_chosen(_output(command[2:]), block['chosen'])}" for command in commands)
    return f"{marker}```console\n{shown}```\n"


def _output(command: str) -> str:
    said, _, asked = command.rpartition(" | ")
    given = shlex.split(said)[1] + "\n" if said else None  # echo "…" | send-outcomes …
    words = shlex.split(asked)
    if words[0] != "send-outcomes":
        raise SystemExit(f"not a command of ours: {command}")
    result = CliRunner().invoke(app, words[1:], input=given, env={"GITHUB_ACTIONS": None})
    if result.exit_code not in SHOWN:
        raise SystemExit(f"exit code {result.exit_code}: {command}\n{result.stderr}")
    return result.stdout


def _chosen(output: str, chosen: str | None) -> str:
    if chosen is None:
        return output.rstrip() + "\n"
    paragraphs = output.rstrip().split("\n\n")
    places = [(int(part) - (int(part) > 0)) % len(paragraphs) for part in chosen.split(",")]
    shown: list[str] = []
    for before, place in zip([-1, *places], places, strict=False):
        shown += ["…"] * (place > before + 1)
        shown.append(paragraphs[place])
    shown += ["…"] * (places[-1] < len(paragraphs) - 1)
    return "\n\n".join(shown) + "\n"


if __name__ == "__main__":
    os.chdir(ROOT)
    stale = [page for page in pages() if refreshed(page.read_text(encoding="utf-8")) != page.read_text(encoding="utf-8")]
    for page in stale:
        print(page.relative_to(ROOT))
        if "--check" not in sys.argv:
            page.write_text(refreshed(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    sys.exit(bool(stale) and "--check" in sys.argv)
