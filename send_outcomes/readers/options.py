"""How much a reader may take in, and what the caller says about the input. Values only."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Limits:
    """What one input may hold: every file is hostile until read.

    `file_bytes` holds for what is read whole, `table_bytes` for CSV, which streams. `line_characters` is the longest
    line (JSON may be one line). `outcomes` counts those of one YAML, JSON, Markdown or text file. A table keeps up to
    `grouped_rows` outcomes in memory to bring together the rows of one plan; a longer list than `list_outcomes` is
    handed on in parts.
    """

    file_bytes: int = 50_000_000
    table_bytes: int = 2_000_000_000
    line_characters: int = 1_000_000
    outcomes: int = 100_000
    grouped_rows: int = 50_000
    list_outcomes: int = 10_000
    # Of workbooks and archives, so that a small file can't unpack into a huge one. A cell takes some 32 bytes.
    unpacked_bytes: int = 600_000_000
    unpacked_ratio: int = 200
    sheet_cells: int = 12_000_000
    archive_entries: int = 5_000
    archive_bytes: int = 200_000_000
    # Of a PDF.
    pages: int = 1_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the caller knows of the inputs.

    `columns` names columns of a table by what they hold ({"outcome": "Free text 3"}) and overrules the vocabulary;
    `stdin_format` is a name of `readers.FORMATS`, or None to have it guessed. `skipped` is filled, while reading, with
    what readers pass over inside a file (a sheet, an archive's entry), by kind. `ours` are files that the run itself reads
    or writes, and that are no plans wherever they lie.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    stdin_format: str | None = None
    limits: Limits = Limits()
    skipped: Counter[str] = field(default_factory=Counter, compare=False)
    ours: frozenset[Path] = frozenset()
