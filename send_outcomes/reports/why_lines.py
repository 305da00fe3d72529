"""Shows what reading found in a rule's examples, word by word, as `rules test --why` prints it."""

from collections.abc import Iterable

from send_outcomes.language import Found, Reading
from send_outcomes.reports.outcome_lines import marked_text
from send_outcomes.reports.page import Page
from send_outcomes.trial import Tried

_INDENT = 4


def why_lines(page: Page, tried: Iterable[Tried]) -> None:
    """Write each example: its text with what the rule marked, then each word with everything that was found there."""
    for one in tried:
        page.line()
        kind = "good" if one.example.marks is None else "bad"
        page.line((f"{one.rule.code} {one.rule.name}, line {one.example.line}: {kind} example", "bold"))
        marked_text(page, one.example.text, one.findings)
        if one.reading is None:
            page.paragraph("a whole plan; its findings stand above", "dim", _INDENT)
            continue
        for word, said in found_by_word(one.reading):
            page.paragraph(f"{word:<16}{said}", "dim", _INDENT, 16)


def found_by_word(reading: Reading) -> Iterable[tuple[str, str]]:
    """Yield each word of a text with the names, and finer kinds, of what was found there."""
    for word, start, end in zip(reading.words, reading.starts, reading.ends, strict=True):
        names = [
            _named(name, found)
            for name, things in reading.found.items()
            for found in things
            if found.start < end and start < found.end
        ]
        yield word, ", ".join(names)
    gaps = [_named(name, found) for name, things in reading.found.items() for found in things if found.start == found.end]
    if gaps:
        yield "(a gap)", ", ".join(gaps)


def _named(name: str, found: Found) -> str:
    return f"{name} ({found.kind})" if found.kind else name
