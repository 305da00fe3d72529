"""JSON to plain values, remembering where each stands; several documents may follow each other (JSON Lines).

Not read as YAML: that would let trailing commas pass and refuse emoji written as two \\u escapes.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from json import JSONDecodeError, decoder
from typing import Any

from send_outcomes.documents import Document, UnreadableInput

# Documented nowhere, there since Python 2.6: reads a string from its first character on and says where it ends.
_scan: Callable[[str, int, bool], tuple[str, int]] = vars(decoder)["scanstring"]
_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None}
_MOST_VALUES = 1_000_000
_MOST_DEPTH = 60


def load_json(text: str, path: str) -> Iterator[Document]:
    """Yield each JSON value of `text`. Raises `UnreadableInput` with file, line and column."""
    parser = _Parser(text, path)
    at = parser.space(0)
    while at < len(text):
        parser.marks = {}
        value, at = parser.value(at, ())
        yield Document(value, path, parser.marks)
        at = parser.space(at)


class _Parser:
    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path
        self.starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
        self.marks: dict[tuple[str | int, ...], tuple[int, int]] = {}
        self.count = 0

    def space(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def where(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1

    def refuse(self, message: str, at: int) -> UnreadableInput:
        return UnreadableInput(message, self.path, *self.where(min(at, len(self.text))))

    def value(self, at: int, keys: tuple[str | int, ...]) -> tuple[Any, int]:
        self.count += 1
        if self.count > _MOST_VALUES:
            raise self.refuse(f"more than {_MOST_VALUES:,} values; split the file", at)
        if len(keys) > _MOST_DEPTH:
            raise self.refuse(f"nested more than {_MOST_DEPTH} deep", at)
        self.marks[keys] = self.where(at)
        match self.text[at : at + 1]:
            case '"':
                return self.string(at)
            case "{":
                return self.object(at + 1, keys)
            case "[":
                return self.array(at + 1, keys)
        for word, value in _WORDS.items():
            if self.text.startswith(word, at):
                return value, at + len(word)
        if found := _NUMBER.match(self.text, at):
            number = found[0]
            return (float(number) if found[1] or found[2] else int(number)), found.end()
        raise self.refuse(
            "not valid JSON: a value was expected (text in double quotes, a number, a list or a group of keys)", at
        )

    def string(self, at: int) -> tuple[str, int]:
        try:
            text, end = _scan(self.text, at + 1, True)
        except JSONDecodeError as error:
            raise self.refuse(f"not valid JSON: {error.msg[0].lower()}{error.msg[1:]}", error.pos) from None
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), end

    def array(self, at: int, keys: tuple[str | int, ...]) -> tuple[list[Any], int]:
        built: list[Any] = []
        at = self.space(at)
        if self.text.startswith("]", at):
            return built, at + 1
        while True:
            value, at = self.value(self.space(at), (*keys, len(built)))
            built.append(value)
            at, done = self.separator(at, "]")
            if done:
                return built, at

    def object(self, at: int, keys: tuple[str | int, ...]) -> tuple[dict[str, Any], int]:
        built: dict[str, Any] = {}
        at = self.space(at)
        if self.text.startswith("}", at):
            return built, at + 1
        while True:
            at = self.space(at)
            if not self.text.startswith('"', at):
                raise self.refuse("not valid JSON: a key in double quotes was expected", at)
            start = at
            key, at = self.string(at)
            if key in built:
                raise self.refuse(f"the key “{key[:40]}” stands here twice; keep one", start)
            at = self.space(at)
            if not self.text.startswith(":", at):
                raise self.refuse("not valid JSON: “:” was expected after the key", at)
            built[key], at = self.value(self.space(at + 1), (*keys, key))
            at, done = self.separator(at, "}")
            if done:
                return built, at

    def separator(self, at: int, end: str) -> tuple[int, bool]:
        at = self.space(at)
        if self.text.startswith(end, at):
            return at + 1, True
        if not self.text.startswith(",", at):
            raise self.refuse(f"not valid JSON: “,” or “{end}” was expected", at)
        following = self.space(at + 1)
        if self.text[following : following + 1] in ("]", "}"):
            raise self.refuse(f"not valid JSON: a comma before “{end}”; take it out", at)
        return at + 1, False
