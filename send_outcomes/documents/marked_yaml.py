"""YAML (and so JSON) to plain values, remembering the line and column of every one of them.

YAML 1.1 reads `no`, `on` and dates as other types; here only true, false, null and plain numbers are not text.
Duplicate keys, anchors that expand without end and endless nesting are refused: every file is hostile until read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from send_outcomes.documents.problems import Problem, UnreadableInput

Keys = tuple[str | int, ...]

_FRAME = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_FLOAT = re.compile(r"[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
MOST_VALUES = 1_000_000
MOST_REPEATED = 10_000
MOST_DEPTH = 60


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document: `value` as plain Python, and where each part of it stands."""

    value: Any
    path: str
    marks: Mapping[Keys, tuple[int, int]] = field(repr=False)

    def at(self, *keys: str | int) -> tuple[int, int]:
        """Return line and column (from 1) of the value under `keys`, or of the nearest thing that holds it."""
        for end in range(len(keys), -1, -1):
            if keys[:end] in self.marks:
                return self.marks[keys[:end]]
        return 1, 1


class _Builder:
    """Turns the parser's events into values as they come, so that a hostile file is refused before it has grown.

    Composing nodes first, as PyYAML does, overflows the C stack on deep nesting and is five times slower.
    """

    def __init__(self, events: Iterator[Any], path: str, problem: type[Problem]) -> None:
        self.events, self.path, self.problem = events, path, problem
        self.marks: dict[Keys, tuple[int, int]] = {}
        self.anchors: dict[str, tuple[Any, Keys]] = {}
        self.count = self.repeated = 0

    def refuse(self, message: str, event: Any) -> Problem:
        return self.problem(message, self.path, event.start_mark.line + 1, event.start_mark.column + 1)

    def build(self, event: Any, keys: Keys) -> Any:
        if isinstance(event, yaml.AliasEvent):
            return self.repeat(event, keys)
        self.count += 1
        if self.count > MOST_VALUES:
            raise self.refuse(f"more than {MOST_VALUES:,} values; split the file", event)
        if len(keys) > MOST_DEPTH:
            raise self.refuse(f"nested more than {MOST_DEPTH} deep", event)
        self.marks[keys] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.sequence(keys)
        else:
            value = self.mapping(keys)
        if event.anchor:
            self.anchors[event.anchor] = value, keys
        return value

    def sequence(self, keys: Keys) -> list[Any]:
        built: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            built.append(self.build(event, (*keys, len(built))))
        return built

    def mapping(self, keys: Keys) -> dict[str, Any]:
        built: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refuse("a key must be plain text", event)
            key = str(event.value)
            if key in built:
                raise self.refuse(f"the key “{key[:40]}” stands here twice; keep one", event)
            built[key] = self.build(next(self.events), (*keys, key))
        return built

    def repeat(self, event: Any, keys: Keys) -> Any:
        """Write out what an alias stands for; its parts are marked where the anchor stood."""
        if event.anchor not in self.anchors:
            raise self.refuse(f"the alias “*{event.anchor[:40]}” stands for nothing that is complete above it", event)
        value, origin = self.anchors[event.anchor]
        return self.copy(value, origin, keys, event)

    def copy(self, value: Any, origin: Keys, keys: Keys, event: Any) -> Any:
        self.repeated += 1
        if self.repeated > MOST_REPEATED:
            raise self.refuse(f"aliases repeat more than {MOST_REPEATED:,} values; write them out", event)
        if len(keys) > MOST_DEPTH:
            raise self.refuse(f"nested more than {MOST_DEPTH} deep", event)
        self.marks[keys] = self.marks[origin]
        if isinstance(value, list):
            return [self.copy(part, (*origin, i), (*keys, i), event) for i, part in enumerate(value)]
        if isinstance(value, dict):
            return {key: self.copy(part, (*origin, key), (*keys, key), event) for key, part in value.items()}
        return value

    @staticmethod
    def scalar(event: Any) -> Any:
        text: str = event.value
        if event.style in ("'", '"', "|", ">"):
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INTEGER.match(text) and len(text) < 19:
            return int(text)
        if _FLOAT.match(text):
            return float(text)
        return text


def load(text: str, path: str, problem: type[Problem] = UnreadableInput) -> Iterator[Document]:
    """Yield each document of a YAML text; empty ones are left out.

    Raises `problem` (a class of `Problem`) with file, line and column where the text is no YAML or is refused.
    """
    try:
        events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, _FRAME):
                continue
            builder = _Builder(events, path, problem)
            value = builder.build(event, ())
            if value is None and isinstance(event, yaml.ScalarEvent) and event.value == "":
                continue
            yield Document(value, path, builder.marks)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise problem(f"not valid YAML: {error.problem or 'cannot be parsed'}", path, line, column) from None
    except (yaml.YAMLError, UnicodeEncodeError):
        raise problem("not valid YAML: it holds characters that YAML does not allow", path) from None


def parse_one(text: str, path: str, problem: type[Problem] = UnreadableInput) -> Document:
    """Return the one document of a YAML text. Raises `problem` where there is none or more than one."""
    documents = list(load(text, path, problem))
    if len(documents) != 1:
        raise problem(f"one YAML document was expected, {len(documents)} found", path)
    return documents[0]
