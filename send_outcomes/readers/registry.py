"""The formats: which suffix is read by what, and what a reader wants to be handed. A new format is one more line here.

A reader yields Plans and `UnreadableInput`s, lazily; it may raise `UnreadableInput` where it can't go on.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.options import ReadOptions

Reader = Callable[[Any, str, ReadOptions], Iterator[Plan | UnreadableInput]]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. `by` names its reader: a module beside this one, and a function of it.

    `takes` says what the reader is given: decoded text, an open text stream (tables), or the bytes.
    `legacy` allows Windows-1252 and its like where UTF-8 fails; `one_line` allows lines of any length.
    """

    suffixes: tuple[str, ...]
    by: str
    takes: Literal["text", "stream", "bytes"] = "text"
    legacy: bool = False
    one_line: bool = False

    @property
    def read(self) -> Reader:
        """The reader, imported when it is first asked for: a run meets one or two formats, and a start should not wait for all."""
        module, _, name = self.by.partition(".")
        reader: Reader = getattr(import_module(f"send_outcomes.readers.{module}"), name)
        return reader


FORMATS: dict[str, Format] = {
    "yaml": Format((".yaml", ".yml"), "plan_file.read_yaml"),
    "json": Format((".json", ".jsonl", ".ndjson"), "plan_file.read_json", one_line=True),
    "markdown": Format((".md", ".markdown", ".mdown"), "markdown.read_markdown", legacy=True),
    "text": Format((".txt", ".text"), "plain_text.read_text_list", legacy=True),
    "csv": Format((".csv", ".tsv", ".tab"), "csv_table.read_csv", takes="stream", legacy=True),
    "workbook": Format((".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"), "workbook.read_workbook", takes="bytes"),
    "pdf": Format((".pdf",), "pdf.read_pdf", takes="bytes"),
    "archive": Format((".zip",), "archive.read_archive", takes="bytes"),
    "word": Format((".docx", ".docm"), "word.read_word", takes="bytes"),
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
