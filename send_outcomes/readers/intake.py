"""Opens one input: size and line limits, what is no text refused with what to do, bytes turned into text.

Every file is hostile until read. Knows nothing of plans.
"""

import codecs
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.readers.encoding import broken_utf8, encoding_of
from send_outcomes.readers.options import Limits

_CHUNK = 1_000_000
_RENAME = "looks like {what}; rename it to {suffix}"
# First bytes → what the file is, and what to do.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", _RENAME.format(what="a PDF", suffix=".pdf")),
    (b"\xd0\xcf\x11\xe0", "looks like an old or protected Office document; save it as .docx or .xlsx without a password"),
    (b"{\\rtf", "looks like a Rich Text document; open it in Word and save as .docx"),
    (b"\x89PNG", "looks like a picture; text in pictures can't be read"),
    (b"\xff\xd8\xff", "looks like a picture; text in pictures can't be read"),
    (b"GIF8", "looks like a picture; text in pictures can't be read"),
    (b"\x1f\x8b", "looks like a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "looks like a compressed file; unpack it first"),
    (b"Rar!", "looks like a compressed file; unpack it first"),
    (b"SQLite format 3", "looks like a database; export it as CSV"),
    (b"MZ\x90", "looks like a program"),
    (b"\x7fELF", "looks like a program"),
)


def read_bytes(path: Path | None, shown: str, most: int) -> bytes:
    """Return the bytes of a file, or of standard input where `path` is None. Raises `UnreadableInput`."""
    if path is None:
        data = sys.stdin.buffer.read(most + 1)
    else:
        with _opened(path, shown) as file:
            data = file.read(most + 1)
    if len(data) > most:
        raise UnreadableInput(f"larger than {most / 1e6:,.0f} MB; split it", shown)
    if not data.strip():
        raise NothingInside("the file is empty", shown)
    return data


def text_of(data: bytes, path: str, limits: Limits, legacy: bool, one_line: bool = False) -> str:
    """Return the text of `data`. `legacy` allows Windows-1252 and its like, `one_line` lines of any length (JSON).

    Raises `UnreadableInput` where it is no text, its encoding is broken or a line is too long.
    """
    refuse_binary(data, path)
    if not one_line:
        _hold_lines(data, path, limits.line_characters * 4)
    codec = encoding_of(data, path, legacy)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise broken_utf8(data, error.start, path) from None
    if "\0" in text:
        raise _null(path, text.count("\n", 0, text.index("\0")) + 1)
    return text.removeprefix("\ufeff")


def open_table(path: Path, shown: str, limits: Limits) -> TextIO:
    """Return a file that streams, open as text with its line ends kept, after one pass over its bytes.

    Raises `UnreadableInput`; the caller closes the file.
    """
    codec = _checked(path, shown, limits)
    return path.open(encoding=codec, newline="")


def table_from(data: bytes, shown: str, limits: Limits) -> TextIO:
    """Return bytes already in memory as `open_table` does a file."""
    refuse_binary(data, shown)
    codec = encoding_of(data, shown, legacy=True)
    return io.TextIOWrapper(io.BytesIO(data), encoding=codec, newline="")


def table_lines(file: TextIO, shown: str, limits: Limits) -> Iterator[str]:
    """Yield the lines of a table with their ends. Raises `UnreadableInput` (endless line, NUL, broken character)."""
    most, number = limits.line_characters, 0
    try:
        while line := file.readline(most + 1):
            number += 1
            if len(line) > most:
                raise UnreadableInput(f"a line of more than {most:,} characters", shown, number)
            if "\0" in line:
                raise _null(shown, number)
            yield line
    except UnicodeDecodeError:
        raise UnreadableInput(
            f"not valid {file.encoding} after line {number}; save the file as UTF-8", shown, number + 1
        ) from None


def refuse_binary(data: bytes, path: str) -> None:
    """Raise `UnreadableInput`, with what to do, where the first bytes are those of another kind of file."""
    for magic, message in _MAGIC:
        if data.startswith(magic):
            raise UnreadableInput(message, path)
    if data.startswith(b"PK\x03\x04"):
        kinds = ((b"word/", "a Word document", ".docx"), (b"xl/", "an Excel workbook", ".xlsx"))
        for folder, what, suffix in kinds:
            if folder in data[:100_000] or folder in data[-100_000:]:
                raise UnreadableInput(_RENAME.format(what=what, suffix=suffix), path)
        raise UnreadableInput("looks like a compressed file; unpack it first", path)


def other_than(data: bytes, what: str, path: str, suffix: str) -> UnreadableInput:
    """Return the problem of bytes that are not `what` their file's name says: what they are, as far as can be told.

    `suffix` is what plain text of the kind should be called. Raises `UnreadableInput` where the first bytes tell.
    """
    refuse_binary(data, path)
    head = data[:2_000]
    if all(byte > 126 or byte > 31 or byte in (9, 10, 12, 13) for byte in head) and 127 not in head:
        return UnreadableInput(f"is plain text, no {what}; rename it to {suffix}", path)
    return UnreadableInput(f"is no {what}, whatever its name says", path)


def binary_format(data: bytes) -> str | None:
    """Return which of the readers' formats bytes from standard input are in, where their beginning tells; else None."""
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        ends = data[:100_000], data[-100_000:]
        for folder, name in ((b"word/", "word"), (b"xl/", "workbook"), (b"opendocument.spreadsheet", "workbook")):
            if any(folder in end for end in ends):
                return name
        return "archive"
    return None


def _opened(path: Path, shown: str) -> BinaryIO:
    try:
        if path.is_dir():
            raise UnreadableInput("is a folder, not a file", shown)
        if path.exists() and not path.is_file():
            raise UnreadableInput("is a device or pipe, not a file; use - for standard input", shown)
        return path.open("rb")
    except FileNotFoundError:
        raise UnreadableInput("no such file or folder; check the path", shown) from None
    except PermissionError:
        raise UnreadableInput("may not be read: permission denied (is it open in another program?)", shown) from None
    except (OSError, ValueError):
        raise UnreadableInput("cannot be opened", shown) from None


def _checked(path: Path, shown: str, limits: Limits) -> str:
    """Pass once over a table's bytes: size, kind and encoding."""
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    size, before, head, filled = 0, b"", b"", False
    with _opened(path, shown) as file:
        while chunk := file.read(_CHUNK):
            if not size:
                refuse_binary(chunk, shown)
                head = chunk
                if encoding_is_marked(chunk, shown):
                    return encoding_of(chunk, shown, legacy=True)
            size += len(chunk)
            filled = filled or bool(chunk.strip())
            if size > limits.table_bytes:
                raise UnreadableInput(f"larger than {limits.table_bytes / 1e6:,.0f} MB; split it", shown)
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                sample = chunk if chunk is head else head[-_CHUNK:] + before + chunk
                return encoding_of(sample, shown, legacy=True)
            before = b"" if chunk is head else chunk
    if not filled:
        raise NothingInside("the file is empty", shown)
    return "utf-8"


def encoding_is_marked(chunk: bytes, shown: str) -> bool:
    """Tell whether the first bytes already name the encoding (a byte order mark, or UTF-16's NULs)."""
    try:
        return encoding_of(chunk[:2_000], shown, legacy=False) != "utf-8"
    except UnreadableInput:
        return False


def _hold_lines(data: bytes, path: str, most: int) -> None:
    """Refuse a line of more than `most` bytes; leaps from line end to line end, so as not to look at every one."""
    start = 0
    while len(data) - start > most:
        end = max(data.rfind(b"\n", start, start + most + 1), data.rfind(b"\r", start, start + most + 1))
        if end < 0:
            raise UnreadableInput(f"a line of more than {most // 4:,} characters", path, data.count(b"\n", 0, start) + 1)
        start = end + 1


def _null(path: str, line: int) -> UnreadableInput:
    return UnreadableInput("holds NUL bytes, so it is no text; export or save it anew", path, line)
