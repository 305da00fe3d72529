"""Draws docs/house.svg: the rooms of send_outcomes as floors, in the order that import-linter holds them to, each with what it is for.

The floors are those of the contract in pyproject.toml, what is said in a room is the first sentence of its docstring: run it
when either has changed. Imports run downwards only.
"""

import ast
import re
import sys
import textwrap
import tomllib
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH, EDGE, GAP, ROOF = 860, 24, 8, 92
LETTER, LINE = 6.7, 17  # about how wide a letter is, and how high a line
TINTS = ("#e3f1f3", "#eef6ea", "#fdf3e1", "#f6ecf4")
STYLE = """\
    text { font: 12.5px system-ui, 'Segoe UI', Roboto, Arial, sans-serif; fill: #24383c; }
    .name { font-weight: 700; font-size: 14px; fill: #0b3c46; }
    .title { font-weight: 700; font-size: 18px; fill: #fff; }
    .aside { fill: #d9eef1; }
    rect { stroke: #0b5c6b; stroke-width: 1; }
    .wall { fill: #fff; }"""


def floors() -> list[list[str]]:
    """Return the floors from the roof down, each the modules that share it."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["type"] == "layers")["layers"]
    return [[room.strip() for room in layer.split("|")] for layer in layers]


def purpose(room: str) -> str:
    """Return the first sentence of a module's docstring, without the marks of code."""
    path = ROOT.joinpath(*room.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    said = " ".join((ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n\n")[0].split())
    return re.split(r"(?<=\.) ", said.replace("`", ""))[0].rstrip(".:;")


def drawn() -> str:
    parts, top = [], ROOF + GAP
    for number, rooms in enumerate(floors()):
        wide = (WIDTH - 2 * EDGE - GAP * (len(rooms) + 1)) / len(rooms)
        lines = [textwrap.wrap(purpose(room), int((wide - 24) / LETTER)) for room in rooms]
        high = 34 + LINE * max(map(len, lines))
        for place, (room, said) in enumerate(zip(rooms, lines, strict=True)):
            left = EDGE + GAP + place * (wide + GAP)
            parts += _room(room.partition(".")[2], said, left, top, wide, high, TINTS[number % len(TINTS)])
        top += high + GAP
    return _house(parts, top)


def _room(name: str, said: list[str], left: float, top: float, wide: float, high: float, tint: str) -> list[str]:
    words = [f'  <text x="{left + 12:g}" y="{top + 39 + LINE * i:g}">{escape(line)}</text>' for i, line in enumerate(said)]
    return [
        f'  <rect x="{left:g}" y="{top:g}" width="{wide:g}" height="{high:g}" rx="4" fill="{tint}"/>',
        f'  <text class="name" x="{left + 12:g}" y="{top + 20:g}">{escape(name)}</text>',
        *words,
    ]


def _house(parts: list[str], ground: float) -> str:
    middle = WIDTH / 2
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {ground + 14:g}" role="img" aria-labelledby="house">',
            '  <title id="house">The rooms of send_outcomes, from the command line at the top down to the documents; imports run downwards only</title>',
            f"  <style>\n{STYLE}\n  </style>",
            f'  <path d="M4 {ROOF} L{middle:g} 4 L{WIDTH - 4} {ROOF} Z" fill="#0b5c6b"/>',
            f'  <text class="title" x="{middle:g}" y="58" text-anchor="middle">send_outcomes</text>',
            f'  <text class="aside" x="{middle:g}" y="79" text-anchor="middle">a room may use those below it, never one above</text>',
            f'  <rect class="wall" x="{EDGE}" y="{ROOF}" width="{WIDTH - 2 * EDGE}" height="{ground - ROOF:g}"/>',
            *parts,
            f'  <path d="M4 {ground + 5:g} H{WIDTH - 4}" stroke="#0b5c6b" stroke-width="6" stroke-linecap="round"/>',
            "</svg>",
            "",
        ]
    )


if __name__ == "__main__":
    picture = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "house.svg"
    picture.write_text(drawn(), encoding="utf-8", newline="\n")
