"""Makes anyone's text safe to show: nothing in a plan may steer a terminal, turn a line round or hide between letters.

Every character becomes a piece of its own (itself, a visible stand-in, or nothing), so places in a text stay countable:
the shown place of character `n` is `len(shown(text[:n]))`.
"""

import re
import unicodedata

LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_REPLACEMENT = "\ufffd"
_HIDDEN = {  # invisible, though Unicode does not call them format characters
    0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0xFE00, 0xFE0F), *range(0xE0100, 0xE01F0),
}  # fmt: skip
_STAND_INS = {0x7F: "␡"} | {code: chr(0x2400 + code) for code in range(0x20)}
_BULLETS = {0xF0B7, 0xF0A7, 0xF0D8, 0xF0FC}  # what Word's Symbol font leaves behind


class _Shown(dict[int, str]):
    """For str.translate: decides about a character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = piece = _piece(code)
        return piece


class _ShownPlainly(dict[int, str]):
    """The same for a stream that is not Unicode: typographic signs become their typewriter likenesses."""

    def __missing__(self, code: int) -> str:
        self[code] = piece = _TYPEWRITER.get(code) or _typewritten(_piece(code))
        return piece


_TYPEWRITER = {
    ord("“"): '"', ord("”"): '"', ord("„"): '"', ord("‘"): "'", ord("’"): "'", ord("…"): "...", ord("–"): "-",
    ord("—"): "-",    ord("·"): "-", ord("•"): "*", ord("→"): "->", ord("×"): "x", ord("≥"): ">=", ord("≤"): "<=",
}  # fmt: skip


def _piece(code: int) -> str:
    character = chr(code)
    piece = character
    match unicodedata.category(character):
        case "Cc":
            piece = " " if character in "\t\n\r\v\f\x85" else _STAND_INS.get(code, _REPLACEMENT)
        case "Cf":
            piece = ""
        case "Cs":
            piece = _REPLACEMENT
        case "Zl" | "Zp":
            piece = " "
        case _ if code in _HIDDEN:
            piece = ""
        case _ if code in _BULLETS:
            piece = "•"
    return piece


def _typewritten(piece: str) -> str:
    return "".join(c if ord(c) < 0x2400 else "?" for c in piece)


_SHOWN, _PLAINLY = _Shown(), _ShownPlainly()

# Characters that JSON allows as they are, but a screen should not meet; as escapes they mean the same to a reader.
_UNSAFE_IN_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e"
    "\ufeff\uffa0\ufff0-\ufffb\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\ud800-\udfff]"
)


def shown(text: str, unicode: bool = True) -> str:
    """Return `text` as one line, safe on a terminal: visible stand-ins for control characters, hidden ones left out.

    Line breaks and tabs become spaces. With `unicode` false, typographic signs become ASCII.
    """
    return text.translate(_SHOWN if unicode else _PLAINLY)


def escaped_json(text: str) -> str:
    """Return JSON that means the same, with every control, bidirectional, hidden and surrogate character escaped."""
    return _UNSAFE_IN_JSON.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
