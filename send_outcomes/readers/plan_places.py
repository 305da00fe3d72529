"""Where exactly a text of a plan file stands: inside its quotes, below its `|`, line by line."""

import re
from typing import Any

from send_outcomes.documents import Document
from send_outcomes.model import Anchor, Place

# An anchor (&x) or a tag (!x) may stand before a value.
_PROPERTY = re.compile(r"[&!]\S*\s+")
_HEAD = 8


class Places:
    """Finds the places of texts in one document of which `lines` is the whole source."""

    def __init__(self, document: Document, lines: list[str]) -> None:
        """Keep the document's marks and the file's lines, from the first."""
        self.document, self.lines = document, lines

    def of(self, keys: tuple[str | int, ...], item: Any, section: str | None) -> Place:
        """Return the place of the item under `keys`: of its text, be it the item itself or under the key `text`."""
        text = item if isinstance(item, str) else item["text"]
        line, column = self.document.at(*keys, *(() if isinstance(item, str) else ("text",)))
        anchors = self._anchors(text.strip(), line, column)
        line, column = anchors[0].line, anchors[0].column
        return Place(self.document.path, f"line {line}", line, column, section, None, anchors)

    def _anchors(self, text: str, line: int, column: int) -> tuple[Anchor, ...]:
        source = self._line(line)
        while found := _PROPERTY.match(source, column - 1):
            column = found.end() + 1
        if source[column - 1 : column] in ("|", ">"):
            line += 1
            while line <= len(self.lines) and not self._line(line).strip():
                line += 1
            column = 1
        elif source[column - 1 : column] in ('"', "'"):
            column += 1
        rest = self._line(line)[column - 1 :]
        column += len(rest) - len(rest.lstrip())
        anchors = [Anchor(0, line, column)]
        # A value of several lines: each begins where the text, after the white space of the break, goes on.
        offset = len(self._line(line)[column - 1 :].rstrip())
        while offset < len(text) and line < len(self.lines):
            line += 1
            part = self._line(line).strip()
            if not part:
                continue
            while offset < len(text) and text[offset].isspace():
                offset += 1
            if not text.startswith(part[:_HEAD].rstrip("\"'"), offset):
                break
            anchors.append(Anchor(offset, line, len(self._line(line)) - len(self._line(line).lstrip()) + 1))
            offset += len(part)
        return tuple(anchors)

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""
