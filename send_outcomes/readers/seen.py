"""Where an input held no outcome: what was looked for, and what was seen instead. For people, not for checks."""

from collections.abc import Callable

from send_outcomes.documents import UnreadableInput
from send_outcomes.readers.discovery import Input
from send_outcomes.readers.headings import is_heading
from send_outcomes.readers.intake import binary_format, read_bytes, text_of
from send_outcomes.readers.options import Limits, ReadOptions
from send_outcomes.readers.pdf import headings_of
from send_outcomes.readers.vocabulary import vocabulary

_MOST = 40
_COLUMNS = (
    "a column named like “Outcome”, “Outcome text 2” or “Section E” (rules/vocabulary/columns.yaml has all names), "
    "or the one named with --column outcome=NAME"
)


def looked_for(format: str | None) -> str:
    """Return what a reader of this format takes for the beginning of the outcomes."""
    headings = ", ".join(f"“{name}”" for name in sorted(vocabulary().outcome_headings))
    items = f"a heading with {headings}, and below it items or paragraphs"
    match format:
        case "csv" | "workbook":
            return _COLUMNS
        case "yaml" | "json":
            return "the key “outcomes”, with a text or more in its list"
        case "markdown" | "text" | "pdf" | "word":
            return items
        case _:
            return f"{items}; or {_COLUMNS}"


def headings_seen(given: Input, options: ReadOptions) -> list[str]:
    """Return the headings that an input has, none where its format has none or it can't be read."""
    try:
        if given.path is None or given.format not in _HEADINGS:
            return []
        data = read_bytes(given.path, given.shown, options.limits.file_bytes)
        return _HEADINGS[given.format](data, given.shown, options.limits)[:_MOST]
    except UnreadableInput:
        return []


def _text_headings(data: bytes, path: str, limits: Limits) -> list[str]:
    if binary_format(data):
        return []
    lines = text_of(data, path, limits, legacy=True).splitlines()
    return [line.strip().lstrip("# ").rstrip(": ") for line in lines if is_heading(line)]


_HEADINGS: dict[str, Callable[[bytes, str, Limits], list[str]]] = {
    "markdown": _text_headings,
    "text": _text_headings,
    "pdf": headings_of,
}
