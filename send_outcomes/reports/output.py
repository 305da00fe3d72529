"""Where reports go: standard output or a file, and what that stream can show. The one place that touches sys.stdout."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from send_outcomes.documents import SettingsProblem

PIPE_WIDTH = 80
_NOT_TEXT = (".docx", ".docm", ".doc", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".pdf", ".zip")
_WIDEST = 120  # a line of prose wider than this is hard to follow


@dataclass(frozen=True, slots=True)
class Output:
    """A stream, and what it can show: its width in cells, whether it has colours and Unicode."""

    stream: TextIO
    width: int
    colour: bool | None
    unicode: bool


@contextmanager
def opened(path: Path | None) -> Iterator[Output]:
    """Open standard output (None, which becomes UTF-8 where it can) or a file in UTF-8 for one report.

    Raises SettingsProblem where the file can't be written, or its name says that it is no text.
    """
    if path is None:
        yield standard_output()
        sys.stdout.flush()
        return
    if path.suffix.lower() in _NOT_TEXT:
        more = "; comments in a copy of a Word draft are made by --annotate" if path.suffix.lower().startswith(".doc") else ""
        raise SettingsProblem(f"a report is text: give a name that does not end in {path.suffix}{more}", str(path))
    try:
        # Excel takes a table for one in the machine's code page, unless the mark at its head says UTF-8.
        encoding = "utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"
        stream = path.open("w", encoding=encoding, errors="replace", newline="\n")
    except OSError as error:
        raise SettingsProblem(f"cannot be written: {error.strerror or 'unknown reason'}", str(path)) from None
    with stream:
        yield Output(stream, PIPE_WIDTH, False, True)


def standard_output() -> Output:
    """Make standard output ready. Where PYTHONIOENCODING asks for a code page, that is kept, and ASCII used on it."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        asked = os.environ.get("PYTHONIOENCODING", "").split(":")[0]
        stream.reconfigure(encoding=None if asked else "utf-8", errors="replace")
    unicode = (getattr(stream, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")
    width = min(_WIDEST, shutil.get_terminal_size((PIPE_WIDTH, 24)).columns) if stream.isatty() else PIPE_WIDTH
    return Output(stream, width, None, unicode)
