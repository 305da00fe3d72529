"""The formats: which suffix is read by what, and what a reader wants to be handed. A new format is one more line here.

A reader yields Plans and `UnreadableInput`s, lazily; it may raise `UnreadableInput` where it can't go on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.archive import read_archive
from send_outcomes.readers.csv_table import read_csv
from send_outcomes.readers.markdown import read_markdown
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.pdf import read_pdf
from send_outcomes.readers.plain_text import read_text_list
from send_outcomes.readers.plan_file import read_json, read_yaml
from send_outcomes.readers.word import read_word
from send_outcomes.readers.workbook import read_workbook

Reader = Callable[[Any, str, ReadOptions], Iterator[Plan | UnreadableInput]]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. `takes` says what `read` is given: decoded text, an open text stream (tables), or the bytes.

    `legacy` allows Windows-1252 and its like where UTF-8 fails; `one_line` allows lines of any length.
    """

    suffixes: tuple[str, ...]
    read: Reader
    takes: Literal["text", "stream", "bytes"] = "text"
    legacy: bool = False
    one_line: bool = False


FORMATS: dict[str, Format] = {
    "yaml": Format((".yaml", ".yml"), read_yaml),
    "json": Format((".json", ".jsonl", ".ndjson"), read_json, one_line=True),
    "markdown": Format((".md", ".markdown", ".mdown"), read_markdown, legacy=True),
    "text": Format((".txt", ".text"), read_text_list, legacy=True),
    "csv": Format((".csv", ".tsv", ".tab"), read_csv, takes="stream", legacy=True),
    "workbook": Format((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), read_workbook, takes="bytes"),
    "pdf": Format((".pdf",), read_pdf, takes="bytes"),
    "archive": Format((".zip",), read_archive, takes="bytes"),
    "word": Format((".docx", ".docm"), read_word, takes="bytes"),
}


def format_of(suffix: str) -> str | None:
    """Return the name of the format with this suffix (".csv"), in whatever case; None where nothing reads it."""
    return next((name for name, kind in FORMATS.items() if suffix.lower() in kind.suffixes), None)


# What to do with the files that a caseworker may well have, and that nobody should guess at.
SAVE_AS = {
    ".doc": "open it in Word and save it as .docx",
    ".dot": "open it in Word and save it as .docx",
    ".rtf": "open it in Word and save it as .docx",
    ".odt": "open it in LibreOffice or Word and save it as .docx",
    ".pages": "export it from Pages as Word (.docx)",
    ".numbers": "export it from Numbers as Excel (.xlsx)",
    ".gdoc": "download it from Google Docs as Word (.docx)",
    ".gsheet": "download it from Google Sheets as Excel (.xlsx)",
}


def known_suffixes() -> str:
    """Return the suffixes that can be read, for messages."""
    return ", ".join(suffix for kind in FORMATS.values() for suffix in kind.suffixes)
