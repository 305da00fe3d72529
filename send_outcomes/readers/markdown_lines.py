"""What each line of a Markdown text is: heading, text, or to be passed over (code, table, comment, quotation, rule)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from send_outcomes.readers.ignores import Note
from send_outcomes.readers.markers import marked
from send_outcomes.readers.stretch import Stretch

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]#*)?[ \t]*\Z")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)+\Z")
_PASSED = re.compile(r"[ \t]*(?:>|\[[^\]]+\]:[ \t]|</?(?:div|table|tr|td|p|details|summary|img|!doctype)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its kind; `level` is a heading's, from 1."""

    HEADING: ClassVar[str] = "heading"
    TEXT: ClassVar[str] = "text"
    BLANK: ClassVar[str] = "blank"
    PASSED: ClassVar[str] = "passed"

    kind: str
    text: Stretch
    level: int = 0


def lines_by_kind(lines: list[Stretch], notes: list[Note]) -> Iterator[Line]:
    """Yield the lines with what they are. Comments are cut out, and added to `notes`."""
    lines = list(_without_comments(lines, notes))
    fence, table, listed, at = "", False, False, 0
    before = ""
    while at < len(lines):
        line = lines[at]
        text = line.text
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        at += 1
        if fence:
            fence = "" if (closing := _FENCE.match(text)) and closing[1].startswith(fence) else fence
            yield Line(Line.PASSED, line)
            continue
        table = table and "|" in text
        # What stands at the margin and is no text ends a list.
        listed = listed and not (text[:1] in "|>`~" and text)
        if opening := _FENCE.match(text):
            fence = opening[1]
            yield Line(Line.PASSED, line)
        elif not text.strip():
            yield Line(Line.BLANK, line)
        elif heading := _HEADING.match(text):
            listed = False
            start = heading.start(2) if heading[2] is not None else len(text)
            yield Line(
                Line.HEADING, line.cut(start, heading.end(2) if heading[2] is not None else None).strip(), len(heading[1])
            )
        elif table or text.lstrip().startswith("|") or ("|" in text and _TABLE_RULE.match(following)):
            table = True
            yield Line(Line.PASSED, line)
        elif _RULE.match(text) or _PASSED.match(text):
            yield Line(Line.PASSED, line)
        elif (under := _UNDERLINE.match(following)) and not marked(line, markdown=True) and (not listed or text[:1].strip()):
            at += 1
            listed = False
            yield Line(Line.HEADING, line.strip(), 1 if under[1][0] == "=" else 2)
        elif text.startswith(("    ", "\t")) and not listed and not before.strip():
            yield Line(Line.PASSED, line)
        else:
            listed = bool(marked(line, markdown=True)) or (listed and (bool(before.strip()) or text[:1] in " \t"))
            yield Line(Line.TEXT, line)
        before = text


def _without_comments(lines: list[Stretch], notes: list[Note]) -> Iterator[Stretch]:
    inside = fenced = False
    words: list[str] = []
    opened = Note(0, 0, 0, "")
    for line in lines:
        text = line.text
        if not inside and _FENCE.match(text):
            fenced = not fenced
        if fenced or (not inside and "<!--" not in text):
            yield line
            continue
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(text):
            if inside:
                end = text.find("-->", at)
                inside = end < 0
                words.append(text[at:] if inside else text[at:end])
                spans.append((at, len(text) if inside else end + 3))
                at = spans[-1][1]
                if not inside:
                    notes.append(replace(opened, last=line.line, text="\n".join(words)))
            else:
                start = text.find("<!--", at)
                if start < 0:
                    break
                before = line.without(spans).text[: start - sum(b - a for a, b in spans)]
                opened = Note(line.line, 0, line.column + start, "", bool(before.strip()), start > 0)
                words = []
                inside, at = True, start + 4
                spans.append((start, at))
        left = line.without(spans)
        # A line that held nothing but a comment does not part the paragraph around it into two, nor join two.
        yield left
