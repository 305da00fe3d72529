"""Nothing that a run reads may be written over by it: a plan that is gone is gone."""

import glob
import os
from collections.abc import Iterable
from pathlib import Path

from send_outcomes.documents import SettingsProblem


def keep_apart(file: Path | None, read: Iterable[str | Path | None], instead: str = "give another name") -> None:
    """Raise SettingsProblem where `file`, which is to be written, is among what is read, or its folder is not there.

    `read` holds paths and patterns as the user gave them; “-”, ids and None are passed over. Folders are no matter here: what
    is found in them leaves out what is written. `instead` says what to do.
    """
    if file is None:
        return
    for given in read:
        if given is not None and any(_same(file, Path(path)) for path in _meant(str(given))):
            raise SettingsProblem(f"is in use in the same run, and would be written over; {instead}", str(file))
    if not file.parent.is_dir():
        raise SettingsProblem("cannot be written: no such folder", str(file))


def _meant(given: str) -> list[str]:
    if glob.has_magic(given) and not os.path.lexists(given):
        return glob.glob(given, recursive=True)  # noqa: PTH207 -- takes absolute patterns too
    return [given]


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, by links too; also where neither is there yet."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return os.path.realpath(one) == os.path.realpath(other)
