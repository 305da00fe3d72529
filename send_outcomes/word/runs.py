"""The text that a run (w:r) stands for, part by part. Whoever splits a run counts characters with this, and so agrees with a Piece."""

from collections.abc import Iterator

from lxml import etree

from send_outcomes.word.markup import NAMES, child, children, number, switched, value

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\n": " ", "\r": " ", "\t": " "})
TICKED, UNTICKED = "☒", "☐"
# Signs of Wingdings and Symbol that stand for something in a plan; any other becomes a bullet.
_SIGNS = {
    0xFC: "✓", 0xFE: TICKED, 0xFD: TICKED, 0x78: TICKED, 0x52: "✓", 0x54: TICKED, 0x53: TICKED, 0xA8: UNTICKED, 0x6F: UNTICKED,
    0x71: UNTICKED, 0xA3: UNTICKED, 0xE0: "→", 0xE8: "→", 0x2D: "-",
}  # fmt: skip


def run_parts(run: "etree._Element") -> "Iterator[tuple[etree._Element, str]]":
    """Yield the children of a run in order, each with the characters it stands for ("" for most)."""
    for part in run:
        yield part, _text(part)


def _text(part: "etree._Element") -> str:
    name = NAMES.get(part.tag)
    if name == "t":
        text = part.text or ""
        # Without this word Word shows no blanks at the ends.
        return (text if part.get(_SPACE) == "preserve" else text.strip(" \t\r\n")).translate(_BLANKS)
    if name == "sym":
        return _sign(value(part, "char") or "")
    if name == "ruby":
        return "".join(_text(one) for run in children(child(part, "rubyBase"), "r") for one in run if NAMES.get(one.tag) == "t")
    if name == "fldChar":
        return _form_field(part)
    return _FIXED.get(name or "", "")


def _sign(code: str) -> str:
    try:
        point = int(code[:6], 16)
    except ValueError:
        return ""
    if 0xE000 <= point <= 0xF8FF or point < 0x20:
        return _SIGNS.get(point & 0xFF, "•")
    return chr(point) if point < 0xD800 else ""


def _form_field(part: "etree._Element") -> str:
    """Return what the form fields of older documents show that have no text of their own: tick boxes and drop-down lists."""
    data = child(part, "ffData")
    box, choice = child(data, "checkBox"), child(data, "ddList")
    if box is not None:
        ticked = switched(child(box, "checked"))
        return TICKED if (switched(child(box, "default")) if ticked is None else ticked) else UNTICKED
    if choice is not None:
        entries, chosen = children(choice, "listEntry"), number(child(choice, "result")) or 0
        return (value(entries[chosen]) or "").translate(_BLANKS) if 0 <= chosen < len(entries) else ""
    return ""
