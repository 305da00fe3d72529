"""“N401: her own words” → what a person has set aside; and notes beside outcomes that say so, each brought to its outcome.

A note is a comment in Markdown (`<!-- send-outcomes: ignore N401: her own words -->`) or text (`# send-outcomes: …`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Ignore, Outcome, Place
from send_outcomes.readers.stretch import Stretch

_RULE = r"(?:[A-Za-z]{1,3}\d{1,4}|[a-z]+(?:-[a-z]+)+)"
_IGNORE = re.compile(
    rf"(?P<rules>{_RULE}(?:\s*[,&]\s*{_RULE})*)\s*(?:\Z|(?::|\bbecause\b|[–—-](?!\w))\s*(?P<because>.*)\Z)", re.DOTALL
)
_PART = re.compile(r"(^|[;\r\n][;\s]*)([^;\r\n]+)")
_NOTE = re.compile(r"\s*send-outcomes:\s*ignore\b:?(?P<said>.*)\Z", re.DOTALL | re.IGNORECASE)
_TEXT_NOTE = re.compile(r"(?:^|(?<=\s))#+\s*(?P<note>send-outcomes:\s*ignore\b.*)\Z", re.IGNORECASE)
_LONGEST = 4_000
EXPECTED = "ignore: expected a rule and the reason, as in “N401: her own words”"


def ignore_of(rule: str, because: str = "", place: Place | None = None) -> Ignore:
    """Return what is set aside; a rule may be written in whatever case."""
    rule = rule.strip()
    return Ignore(rule.upper() if rule[-1:].isdecimal() else rule.lower(), because.strip(), place)


def ignores_of(text: str, place: Place | None = None) -> tuple[Ignore, ...] | None:
    """Return what “N401: her own words; N651, N652: ongoing by choice” sets aside; None where it names no rule.

    One without a reason comes back without; what names no rule after a semicolon belongs to the reason before it.
    """
    said: list[tuple[str, str]] = []
    for parted, part in _PART.findall(text.strip()[:_LONGEST]):
        if found := _IGNORE.match(part):
            said.append((found["rules"], found["because"] or ""))
        elif said:
            rules, because = said[-1]
            said[-1] = rules, f"{because}{'; ' if ';' in parted and because else ' '}{part}"
        elif part:
            return None
    return tuple(ignore_of(rule, because, place) for rules, because in said for rule in re.split(r"[,&]", rules))


@dataclass(frozen=True, slots=True)
class Note:
    """A comment that may set something aside: its lines (from 1), its text, whether words stand before it on its line.

    `inset` says that it stands further in than the margin, as what belongs to a list item does.
    """

    first: int
    last: int
    column: int
    text: str
    beside: bool = False
    inset: bool = False


def text_notes(lines: Sequence[Stretch]) -> tuple[list[Stretch], list[Note]]:
    """Return the lines of a plain text without its notes, and the notes."""
    kept, notes = [], []
    for line in lines:
        found = _TEXT_NOTE.search(line.text) if "#" in line.text else None
        if found is None:
            kept.append(line)
            continue
        before = line.text[: found.start()]
        number, column = line.line, line.column + found.start()
        notes.append(Note(number, number, column, found["note"], bool(before.strip()), found.start() > 0))
        if before.strip():
            kept.append(line.cut(0, len(before.rstrip())))
    return kept, notes


@dataclass(frozen=True, slots=True)
class Brought:
    """Outcomes with what the notes beside them set aside, the ignores that found no outcome, and what can't be read."""

    outcomes: tuple[Outcome, ...]
    astray: tuple[Ignore, ...] = ()
    problems: tuple[UnreadableInput, ...] = ()


def brought(outcomes: tuple[Outcome, ...], notes: Iterable[Note], path: str) -> Brought:
    """Bring each note to its outcome.

    That is the one on its own line; for a note on a line of its own the one that begins right below it, else the one that
    ends right above it (a note that is inset looks there first); else the next one, else the one before.
    """
    said = [(note, found["said"]) for note in notes if (found := _NOTE.match(note.text))]
    if not said:
        return Brought(outcomes)
    lines = {line for note, _ in said if not note.beside for line in range(note.first, note.last + 1)}
    spans = [_span(outcome) for outcome in outcomes]
    by_outcome: dict[int, tuple[Ignore, ...]] = {}
    astray: list[Ignore] = []
    problems: list[UnreadableInput] = []
    for note, text in said:
        ignores = ignores_of(text, Place(path, f"line {note.first}", note.first, note.column))
        if ignores is None:
            problems.append(UnreadableInput(EXPECTED, path, note.first, note.column))
            continue
        index = _beside(note, spans, lines)
        if index is None:
            astray.extend(ignores)
        else:
            by_outcome[index] = by_outcome.get(index, ()) + ignores
    made = tuple(replace(o, ignores=o.ignores + by_outcome[i]) if i in by_outcome else o for i, o in enumerate(outcomes))
    return Brought(made, tuple(astray), tuple(problems))


def _span(outcome: Outcome) -> tuple[int, int]:
    lines = [anchor.line for anchor in outcome.place.anchors] or [outcome.place.line or 0]
    return min(lines), max(lines)


def _beside(note: Note, spans: Sequence[tuple[int, int]], notes: set[int]) -> int | None:
    """Return which of the outcomes, each from its first to its last line, a note belongs to."""
    within = [i for i, (first, last) in enumerate(spans) if first <= note.first <= last]
    if within:
        return within[-1]
    below, above = note.last + 1, note.first - 1
    while below in notes:
        below += 1
    while above in notes:
        above -= 1
    under = next((i for i, (first, _) in enumerate(spans) if first == below), None)
    over = next((i for i, (_, last) in reversed([*enumerate(spans)]) if last == above), None)
    for index in (over, under) if note.inset else (under, over):
        if index is not None:
            return index
    after = next((i for i, (first, _) in enumerate(spans) if first > note.last), None)
    return after if after is not None else (len(spans) - 1 if spans else None)
