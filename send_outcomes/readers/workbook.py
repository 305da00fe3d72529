"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) → Plans, by the same rules as CSV. Every sheet with outcomes is read.

Formulas count by the values last saved; macros are never looked at.
"""

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.columns import SHEET, no_outcomes
from send_outcomes.readers.options import Limits, ReadOptions
from send_outcomes.readers.plan_document import plan_name
from send_outcomes.readers.table_plans import plans_from
from send_outcomes.readers.vocabulary import bare
from send_outcomes.readers.workbook_bounds import MOST_COLUMNS, MOST_ROWS
from send_outcomes.readers.workbook_kinds import hold_workbook
from send_outcomes.readers.workbook_sheets import SheetRow, SheetRows, bare_list, data_rows, rows_of, sheet_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_DAMAGED = "is damaged or was cut short; open it in Excel or LibreOffice and save it anew"
_MOST_SHEETS = 1_000
_STANDARD_ERROR = 2
_NAME_CHARACTERS = 31  # Excel allows no more


def read_workbook(data: bytes, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of a workbook's bytes. Raises `UnreadableInput`; `options.skipped` counts sheets passed over."""
    hold_workbook(data, path, options.limits)
    book = _opened(data, path)
    names = [str(name) for name in book.sheet_names]
    if len(names) > _MOST_SHEETS:
        raise UnreadableInput(f"more than {_MOST_SHEETS:,} sheets; split it", path)
    wanted = _wanted(names, options, path)
    seen: list[SheetRow] = []
    passed: list[str] = []
    filled, tables, found = 0, 0, False
    for name in wanted:
        loaded = _loaded(book, name, path)
        if loaded.start is None:
            continue
        filled += 1
        sheet, names_seen = sheet_of(name, _rows(loaded), options.columns)
        if sheet is None and len(wanted) == 1 and "outcome" not in options.columns:
            sheet = bare_list(name, _rows(loaded))
        if sheet is None:
            passed.append(name)
            seen.extend([names_seen] if names_seen else [])
            continue
        tables += 1
        list_name = plan_name(path) if len(wanted) == 1 else f"{plan_name(path)}:{name}"
        for plan in plans_from(data_rows(_rows(loaded), sheet), SheetRows(sheet, path), path, options.limits, list_name):
            found = True
            yield plan
        del loaded  # before the next is unfolded
    if not filled:
        raise NothingInside("the workbook is empty", path)
    if not tables:
        best = max(seen, key=lambda row: sum(1 for cell in row.cells if cell.strip()), default=SheetRow(1, []))
        raise no_outcomes(best.cells, options.columns, path, best.number)
    if not found:
        raise NothingInside("a header and no outcome below it", path)
    for name in passed:
        options.skipped[f"sheet ‘{name[:_NAME_CHARACTERS]}’ of {path} (no column of outcomes)"] += 1


def _wanted(names: list[str], options: ReadOptions, path: str) -> list[str]:
    """Return the sheets to read, hidden ones too; only the one that the caller named, where they did."""
    if SHEET not in options.columns:
        return names
    asked = options.columns[SHEET]
    chosen = [name for name in names if name == asked] or [name for name in names if bare(name) == bare(asked)]
    if not chosen:
        known = ", ".join(name[:_NAME_CHARACTERS] for name in names[:20])
        raise UnreadableInput(f"no sheet is named “{asked[:40]}”; there are: {known}", path)
    return chosen[:1]


def _rows(loaded: "CalamineSheet") -> Iterator[SheetRow]:
    start = loaded.start
    return rows_of(loaded.iter_rows(), start[1] if start else 0)


def _opened(data: bytes, path: str) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 -- only where a workbook is read

    book: CalamineWorkbook = _guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)), path)
    return book


def _loaded(book: "CalamineWorkbook", name: str, path: str) -> "CalamineSheet":
    loaded: CalamineSheet = _guarded(lambda: book.get_sheet_by_name(name), path)
    if loaded.end is not None and (loaded.end[0] >= MOST_ROWS or loaded.end[1] >= MOST_COLUMNS):
        raise UnreadableInput(_DAMAGED, path)
    return loaded


def _guarded(act: Callable[[], Any], path: str) -> Any:
    """Call the library. Its messages may quote the file, and where it panics it raises no Exception at all."""
    from python_calamine import CalamineError, PasswordError  # noqa: PLC0415

    try:
        with _hushed():
            return act()
    except PasswordError:
        raise UnreadableInput("is protected with a password; save it without one", path) from None
    except (CalamineError, OSError, ValueError, OverflowError, MemoryError):
        raise UnreadableInput(_DAMAGED, path) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableInput(_DAMAGED, path) from None


@contextmanager
def _hushed() -> Iterator[None]:
    """Keep what the library itself would write to standard error, beyond Python's reach: it may quote the file."""
    try:
        kept, nowhere = os.dup(_STANDARD_ERROR), os.open(os.devnull, os.O_WRONLY)
    except OSError:  # a program without a console
        yield
        return
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)


def sheets_in(data: bytes, path: str, limits: Limits) -> Iterator[tuple[str, list[list[Any]]]]:
    """Yield each sheet's name and its rows of cells from A1 on, as they are. Raises `UnreadableInput`."""
    hold_workbook(data, path, limits)
    book = _opened(data, path)
    for name in book.sheet_names[:_MOST_SHEETS]:
        yield str(name), _guarded(partial(_loaded(book, name, path).to_python, skip_empty_area=False), path)
