"""The files of an unfinished audit: results are added at their ends; on going on, what does not count is cut off."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from send_outcomes.audit.journal import PARTS, PRINTS, TOTALS, Entry, settle
from send_outcomes.audit.judging import Batch
from send_outcomes.audit.rows import Layout
from send_outcomes.audit.tables import header
from send_outcomes.documents.own_files import TABLES

_CHUNK = 1 << 20


class Parts:
    """The open files of one generation."""

    def __init__(self, folder: Path, layout: Layout, ends: Mapping[str, int]) -> None:
        """Open or begin the files; each is cut at its end, and one that counts nothing begins with its header. Raises OSError."""
        folder.mkdir(parents=True, exist_ok=True)
        self._files: dict[str, IO[bytes]] = {}
        for name in PARTS:
            path = folder / name
            self._files[name] = file = path.open("r+b" if path.is_file() else "w+b")
            file.truncate(ends.get(name, 0))
            file.seek(ends.get(name, 0))
        if not ends:
            for table in TABLES:
                self._files[f"{table}.csv"].write(header(table, layout))

    def add(self, batch: Batch) -> dict[str, int]:
        """Add a batch; return where each file then ends."""
        for table, lines in batch.tables.items():
            self._files[f"{table}.csv"].write(lines)
        self._files[TOTALS].write(batch.totals + b"\n")
        self._files[PRINTS].write(batch.prints)
        return {name: file.tell() for name, file in self._files.items()}

    def settle(self) -> None:
        """Make sure that everything added is on the disk."""
        for file in self._files.values():
            settle(file)

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()


def whole(folder: Path, entry: Entry) -> bool:
    """Tell whether the files hold all that an entry says was written (a disk may have lost the end of one)."""
    return all((folder / name).is_file() and (folder / name).stat().st_size >= end for name, end in entry.ends.items())


def kept(old: Path, new: Path, layout: Layout, entries: Sequence[Entry], keep: Sequence[bool]) -> list[Entry]:
    """Copy what some entries wrote to a new folder, leaving out the others' results; return the entries with their new ends.

    Raises OSError.
    """
    starts: dict[str, int] = {f"{table}.csv": len(header(table, layout)) for table in TABLES}
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    done: list[Entry] = []
    with_ends: list[dict[str, int]] = [{} for _ in entries]
    for name in PARTS:
        with (old / name).open("rb") as source, (new / name).open("wb") as target:
            target.write(source.read(starts.get(name, 0)))
            start = starts.get(name, 0)
            for entry, wanted, ends in zip(entries, keep, with_ends, strict=True):
                if wanted:
                    source.seek(start)
                    _copy(source, target, entry.ends[name] - start)
                    ends[name] = target.tell()
                start = entry.ends[name]
            settle(target)
    for entry, wanted, ends in zip(entries, keep, with_ends, strict=True):
        if wanted:
            done.append(
                Entry(entry.inputs, entry.items, entry.whole, entry.plans, entry.outcomes, entry.worst, entry.unreadable, ends)
            )
    return done


def _copy(source: IO[bytes], target: IO[bytes], length: int) -> None:
    while length > 0 and (chunk := source.read(min(length, _CHUNK))):
        target.write(chunk)
        length -= len(chunk)
