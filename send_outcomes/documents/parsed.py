"""Our own YAML files as they were parsed when the package was built: a start need not parse them anew, which takes far longer.

They stand in `parsed.tsv` beside the modules, each under a hash of its text, so that a file which has been changed since is parsed
as ever. The wheel's build writes it (`hatch_build.py`); a checkout does without, or has it from `pip install -e .`.

Their words are interned, as those of a text are: who looks one up in a list finds it without a look at its letters.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path
from sys import intern
from typing import Any

from send_outcomes.documents.marked_yaml import Document, Keys, parse_one
from send_outcomes.documents.problems import Problem, SettingsProblem, UnreadableInput

FILE = Path(__file__).resolve().parent.parent / "parsed.tsv"


def load_one(text: str, path: str, problem: type[Problem] = UnreadableInput) -> Document:
    """Return the one document of a YAML text. Raises `problem` where there is none or more than one."""
    return (_parsed_before(text, path) if problem is SettingsProblem else None) or parse_one(text, path, problem)


def _parsed_before(text: str, path: str) -> Document | None:
    line = _lines().get(_hash(text))
    if line is None:
        return None
    value, _, marks = line.partition("\t")
    parsed = _interned(json.loads(value))
    return Document(parsed, path, _Marks(parsed, marks))


def _interned(value: Any) -> Any:
    """Return a parsed value with each string as the one object for its letters."""
    if isinstance(value, str):
        return intern(value)
    if isinstance(value, list):
        return [_interned(one) for one in value]
    if isinstance(value, dict):
        return {intern(key): _interned(one) for key, one in value.items()}
    return value


def dumped(folders: Iterable[Path]) -> str:
    """Return the contents of `parsed.tsv`: for each YAML file in the folders its hash, its value, and where its parts stand."""
    lines = []
    for path in sorted(path for folder in folders for path in folder.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        document = parse_one(text, str(path), SettingsProblem)
        places = [number for keys in _walk(document.value) for number in document.marks[keys]]
        lines.append(f"{_hash(text)}\t{_compact(document.value)}\t{_compact(places)}\n")
    return "".join(lines)


class _Marks(Mapping[Keys, tuple[int, int]]):
    """Line and column of each part; rarely asked for, and so read only then."""

    def __init__(self, value: Any, places: str) -> None:
        self._value, self._places = value, places

    @cached_property
    def _known(self) -> dict[Keys, tuple[int, int]]:
        numbers = iter(json.loads(self._places))
        return dict(zip(_walk(self._value), zip(numbers, numbers, strict=True), strict=True))

    def __getitem__(self, keys: Keys) -> tuple[int, int]:
        return self._known[keys]

    def __iter__(self) -> Iterator[Keys]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _walk(value: Any, keys: Keys = ()) -> Iterator[Keys]:
    """Yield where every part of a value stands in it, a whole before its parts."""
    yield keys
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _walk(part, (*keys, key))
    elif isinstance(value, list):
        for i, part in enumerate(value):
            yield from _walk(part, (*keys, i))


@cache
def _lines() -> Mapping[str, str]:
    try:
        text = FILE.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    return dict(line.split("\t", 1) for line in text.split("\n") if "\t" in line)


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
