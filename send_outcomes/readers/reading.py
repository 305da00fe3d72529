"""The one way in: paths or a text → Plans and problems, lazily and in order. One bad input never stops the others."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from send_outcomes.documents import SettingsProblem, UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.columns import check_named
from send_outcomes.readers.discovery import Input, discover
from send_outcomes.readers.guessing import guessed
from send_outcomes.readers.ignore_file import with_ignore_file
from send_outcomes.readers.intake import binary_format, open_table, read_bytes, refuse_binary, table_from, text_of
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.registry import FORMATS

DEFAULTS = ReadOptions()


def read(
    paths: Iterable[str | Path], options: ReadOptions = DEFAULTS, skipped: Counter[str] | None = None
) -> Iterator[Plan | UnreadableInput]:  # fmt: skip
    """Yield the plans under `paths` (files, folders, globs, "-"), and a problem for each that could not be read.

    `skipped`, where given, is filled with what was passed over in folders, by kind. Raises `SettingsProblem` at once
    where the options are wrong.
    """
    check(options)
    return _read(paths, options if skipped is None else replace(options, skipped=skipped), skipped)


def read_input(given: Input, options: ReadOptions = DEFAULTS) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of one input that `discover` found, with what the file beside it sets aside, and what is wrong with it."""
    found = _found(given, options)
    return found if given.path is None else with_ignore_file(found, given.path, given.shown, options.limits)


def _found(given: Input, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    try:
        if given.path is not None and given.format is not None and FORMATS[given.format].takes == "stream":
            with open_table(given.path, given.shown, options.limits) as file:
                yield from FORMATS[given.format].read(file, given.shown, options)
            return
        limits = options.limits
        data = read_bytes(given.path, given.shown, limits.archive_bytes if given.format == "archive" else limits.file_bytes)
        yield from _from_bytes(data, given.format, given.shown, options)
    except UnreadableInput as problem:
        yield problem
    except OSError as error:  # a disk or share that fails half-way
        yield UnreadableInput(f"cannot be read: {error.strerror or 'the system refused'}", given.shown)


def read_bytes_as(data: bytes, format: str, path: str, options: ReadOptions = DEFAULTS) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of bytes already in memory, in the named format."""
    try:
        yield from _from_bytes(data, format, path, options)
    except UnreadableInput as problem:
        yield problem


def read_text(text: str, format: str, path: str = "-", options: ReadOptions = DEFAULTS) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of a text in the named format. Raises `SettingsProblem` where no text is read in that format."""
    kind = FORMATS.get(format)
    if kind is None or kind.takes == "bytes":
        raise SettingsProblem(f"no text is read as “{format[:40]}”; known: {', '.join(FORMATS)}")
    check(options)
    return _caught(kind.read(io.StringIO(text, newline="") if kind.takes == "stream" else text, path, options))


def check(options: ReadOptions) -> None:
    """Raise `SettingsProblem` where the options are wrong."""
    check_named(options.columns)
    if options.stdin_format is not None and options.stdin_format not in FORMATS:
        raise SettingsProblem(f"--stdin-format {options.stdin_format[:40]}: unknown; known: {', '.join(FORMATS)}")


def _read(paths: Iterable[str | Path], options: ReadOptions, skipped: Counter[str] | None) -> Iterator[Plan | UnreadableInput]:
    for given in discover(paths, skipped, options.stdin_format, options.ours):
        if isinstance(given, UnreadableInput):
            yield given
        else:
            yield from read_input(given, options)


def _from_bytes(data: bytes, format: str | None, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    if format is None and (binary := binary_format(data)) in FORMATS:
        format = binary
    if format is None:
        refuse_binary(data, path)
        format = guessed(text_of(data, path, options.limits, legacy=True, one_line=True))
    kind = FORMATS[format]
    match kind.takes:
        case "bytes":
            yield from kind.read(data, path, options)
        case "stream":
            with table_from(data, path, options.limits) as file:
                yield from kind.read(file, path, options)
        case "text":
            text = text_of(data, path, options.limits, kind.legacy, kind.one_line)
            yield from kind.read(text, path, options)


def _caught(found: Iterator[Plan | UnreadableInput]) -> Iterator[Plan | UnreadableInput]:
    try:
        yield from found
    except UnreadableInput as problem:
        yield problem
