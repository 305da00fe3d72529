"""Markdown within a line: emphasis, code and links taken off, the words left where they were."""

import re

from send_outcomes.readers.stretch import Stretch

# One alternative a construct, each linear: no nested repeats.
_TOKEN = re.compile(
    r"(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
    r"|(?P<code>`+)"
    r"|(?P<link>!?\[(?P<words>[^\[\]]*)\](?:\([^()\s]*(?:\s+\"[^\"]*\")?\)|\[[^\[\]]*\]))"
    r"|(?P<auto><(?=https?://|mailto:)(?P<address>[^<>\s]*)>)"
    r"|(?P<tag></?(?:br|b|i|em|strong|u|span|sup|sub|mark|ins|del|small)\b[^<>]*>)"
    r"|(?P<run>\*+|_+|~~)",
    re.IGNORECASE | re.DOTALL,
)


def plain(text: Stretch) -> Stretch:
    """Return the text as a reader would see it; its anchors still say where each part stood."""
    if not any(c in text.text for c in "*_`[<~\\"):
        return text
    spans: list[tuple[int, int]] = []
    _strip(text.text, 0, len(text.text), spans)
    return text.without(sorted(spans)).strip()


def _strip(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Add what is to be left out between `start` and `end`."""
    runs: list[tuple[int, int]] = []
    at = start
    while found := _TOKEN.search(text, at, end):
        at = found.end()
        match found.lastgroup and next(name for name in _NAMES if found[name] is not None):
            case "escape":
                spans.append(found.span())
                at += 1
            case "tag":
                spans.append(found.span())
            case "code":
                closing = text.find(found[0], at, end)
                if closing > 0:
                    spans += [found.span(), (closing, closing + len(found[0]))]
                    at = closing + len(found[0])
            case "link":
                spans += [(found.start(), found.start("words")), (found.end("words"), found.end())]
                _strip(text, found.start("words"), found.end("words"), spans)
            case "auto":
                spans += [(found.start(), found.start("address")), (found.end("address"), found.end())]
            case "run":
                _emphasis(text, found.start(), found.end(), runs, spans)


_NAMES = ("escape", "code", "link", "auto", "tag", "run")


def _emphasis(text: str, start: int, end: int, runs: list[tuple[int, int]], spans: list[tuple[int, int]]) -> None:
    """Pair a run of * or _ with the one that opened it; `runs` holds those still open."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    inside_word = before.isalnum() and after.isalnum() and text[start] == "_"
    if inside_word:
        return
    mark = text[start:end]
    if not before.isspace():
        for i in range(len(runs) - 1, max(-1, len(runs) - 10), -1):
            if text[runs[i][0] : runs[i][1]] == mark:
                spans += [runs[i], (start, end)]
                del runs[i:]
                return
    if not after.isspace():
        runs.append((start, end))
