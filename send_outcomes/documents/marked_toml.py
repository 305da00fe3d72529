"""TOML to plain values, remembering the line of every key, so that an error can point at it.

The standard library's parser says where a file is no TOML, not where a key stood: keys are looked up in the lines after it.
"""

import re
import tomllib

from send_outcomes.documents.marked_yaml import Document
from send_outcomes.documents.problems import SettingsProblem

_HEAD = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?\Z")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_WHERE = re.compile(r" \(at line (\d+), column (\d+)\)\Z| \(at end of document\)\Z")


def load_toml(text: str, path: str) -> Document:
    """Return a TOML text as a document with marks. Raises SettingsProblem, with line and column, where it is no TOML."""
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _WHERE.search(str(error))
        message = str(error)[: found.start()] if found else str(error)
        place = (int(found[1]), int(found[2])) if found and found[1] else (None, None)
        raise SettingsProblem(f"no TOML: {message[:1].lower()}{message[1:]}", path, *place) from None
    except RecursionError:
        raise SettingsProblem("no TOML that can be read: nested too deep", path) from None
    return Document(value, path, _marks(text))


def _marks(text: str) -> dict[tuple[str | int, ...], tuple[int, int]]:
    marks: dict[tuple[str | int, ...], tuple[int, int]] = {(): (1, 1)}
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        column = len(line) - len(line.lstrip()) + 1
        if head := _HEAD.match(line):
            table = _keys(head[2])
            if head[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            marks[table] = (number, column)
        elif key := _KEY.match(line):
            keys = (*table, *_keys(key[1]))
            for end in range(len(table) + 1, len(keys) + 1):
                marks.setdefault(keys[:end], (number, column))
    return marks


def _keys(written: str) -> tuple[str | int, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(written))
