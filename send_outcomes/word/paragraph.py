"""One w:p → a Paragraph: which of its runs can be seen, with what was inserted and without what was deleted."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from send_outcomes.word.markup import NAMES, child, switched, value
from send_outcomes.word.numbers import Numbering
from send_outcomes.word.runs import TICKED, UNTICKED, run_parts
from send_outcomes.word.styles import PLAIN, Styles, level_of, numbered_by
from send_outcomes.word.text import Paragraph, Piece

_INSIDE = frozenset({"ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent"})
_DRAWN = frozenset({"drawing", "pict", "object"})
_HINT_STYLE = "placeholder text"
# Word's own styles for lists within lists are each a list of their own; their names say how deep they stand.
_DEEP_STYLE = re.compile(r"list (?:bullet|number) ([2-5])\Z", re.IGNORECASE)


@dataclass(slots=True)
class Inline:
    """What goes on from one paragraph to the next: fields left open (“code” or “result”), comments begun and met.

    `comments` gives the first and last paragraph of each comment.
    """

    fields: list[str] = field(default_factory=list)
    open_comments: list[str] = field(default_factory=list)
    comments: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    styles: Styles
    inline: Inline
    index: int
    hidden: bool
    bold: bool
    texts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    bolds: list[bool] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    boxes: "list[etree._Element]" = field(default_factory=list)
    length: int = 0


def read_paragraph(
    element: "etree._Element", index: int, styles: Styles, numbering: Numbering, inline: Inline, hint: bool = False
) -> "tuple[Paragraph, list[etree._Element]]":
    """Return a paragraph and the contents of the text boxes anchored in it (w:txbxContent)."""
    properties = child(element, "pPr")
    mark = child(properties, "rPr")
    style = styles.paragraph(value(child(properties, "pStyle")))
    reading = _Reading(styles, inline, index, style.hidden, style.bold)
    # A field's code ends in the paragraph where it began; a broken one must not swallow the document.
    inline.fields = [state for state in inline.fields if state == "result"]
    for id_ in inline.open_comments:
        inline.comments.setdefault(id_, (index, index))
    inline.open_comments.clear()
    _read(element, reading, hint)
    own, deep = numbered_by(properties)
    list_, level = own or style.numbered[0], style.numbered[1] if deep is None else deep
    outline = level_of(properties)
    text = "".join(reading.texts)
    count = numbering.next(list_, level) if text.strip() or reading.pieces else None
    deeper = _DEEP_STYLE.match(style.name)
    if count is not None and deeper is not None and count.level == 0:
        count = replace(count, level=int(deeper[1]) - 1)
    made = Paragraph(
        index,
        text,
        tuple(reading.pieces),
        style.name,
        (style.level if outline is None else outline) or None,
        count,
        bool(reading.bolds) and all(reading.bolds),
        child(mark, "del") is not None or child(mark, "moveFrom") is not None,
        tuple(reading.notes),
    )
    return made, reading.boxes


def _read(element: "etree._Element", reading: _Reading, hint: bool) -> None:
    for one in element:
        name = NAMES.get(one.tag)
        if name == "r":
            _run(one, reading, hint)
        elif name in _INSIDE:
            _read(one, reading, hint)
        elif name == "sdt":
            _control(one, reading, hint)
        elif name == "AlternateContent":
            chosen = child(one, "Choice")
            chosen = child(one, "Fallback") if chosen is None else chosen
            if chosen is not None:
                _read(chosen, reading, hint)
        elif name == "commentRangeStart":
            reading.inline.comments.setdefault(value(one, "id") or "", (reading.index, reading.index))


def _control(sdt: "etree._Element", reading: _Reading, hint: bool) -> None:
    content = child(sdt, "sdtContent")
    if content is not None:
        _read(content, reading, hint or bool(switched(child(sdt, "sdtPr", "showingPlcHdr"))))


def _run(run: "etree._Element", reading: _Reading, hint: bool) -> None:
    properties = child(run, "rPr")
    style = PLAIN
    hidden, bold = reading.hidden, reading.bold
    if properties is not None:
        style = reading.styles.run(value(child(properties, "rStyle")))
        own, heavy = switched(child(properties, "vanish")), switched(child(properties, "b"))
        hidden = (style.hidden or hidden) if own is None else own
        bold = (style.bold or bold) if heavy is None else heavy
    hint = hint or style.name.casefold() == _HINT_STYLE
    fields, offset = reading.inline.fields, 0
    for part, text in run_parts(run):
        name = NAMES.get(part.tag)
        if name == "fldChar":
            _field(value(part, "fldCharType"), fields)
        elif name in _DRAWN or name == "AlternateContent":
            reading.boxes.extend(_text_boxes(part))
        elif name == "footnoteReference" and not hidden:
            reading.notes.append(value(part, "id") or "")
        elif name == "commentReference":
            id_ = value(part, "id") or ""
            first, _ = reading.inline.comments.get(id_, (reading.index, 0))
            reading.inline.comments[id_] = (first, reading.index)
        if text:
            # A tick box of older documents is shown by the field itself, before any result.
            if not hidden and ("code" not in fields or (name == "fldChar" and fields.count("code") == 1)):
                _add(text, run, offset, hint, bold, reading)
            offset += len(text)


def _add(text: str, run: "etree._Element", offset: int, hint: bool, bold: bool, reading: _Reading) -> None:
    last = reading.pieces[-1] if reading.pieces else None
    start, end = reading.length, reading.length + len(text)
    if last is not None and last.run is run and last.offset + last.end - last.start == offset:
        reading.pieces[-1] = Piece(last.start, end, run, last.offset, hint)
    else:
        reading.pieces.append(Piece(start, end, run, offset, hint))
    reading.texts.append(text)
    reading.length = end
    if text.strip() and text not in (TICKED, UNTICKED):
        reading.bolds.append(bold)


def _field(kind: str | None, fields: list[str]) -> None:
    if kind == "begin":
        fields.append("code")
    elif kind == "separate" and fields:
        fields[-1] = "result"
    elif kind == "end" and fields:
        fields.pop()


def _text_boxes(part: "etree._Element") -> "list[etree._Element]":
    """Return the contents of the text boxes in a drawing: of what is offered in two forms, the first."""
    found, stack = [], [part]
    while stack:
        one = stack.pop()
        name = NAMES.get(one.tag)
        if name == "txbxContent":
            found.append(one)
        elif name == "AlternateContent":
            chosen = child(one, "Choice")
            chosen = child(one, "Fallback") if chosen is None else chosen
            stack.extend([] if chosen is None else [chosen])
        else:
            stack.extend(reversed(one))
    return found
