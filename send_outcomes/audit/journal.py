"""What has been written, so that an audit can go on after any end, a kill or a power cut too. Hashes and counts only.

The folder `.unfinished` holds `journal.jsonl` and one folder of results for each time the audit was begun or cleared up. A result
counts once its line stands in the journal: what lies beyond the last line's `ends` is cut off when the audit goes on.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any

from send_outcomes.documents.own_files import TABLES

FILE = "journal.jsonl"
TOTALS, PRINTS = "totals.jsonl", "prints.bin"
PARTS = (*(f"{table}.csv" for table in TABLES), TOTALS, PRINTS)
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A batch that was written whole.

    `inputs` maps each input it is from (a hash of its path) to its stamp (a hash of size and time). `items` counts the plans and
    problems of a streamed input up to its end; `whole` says that nothing more comes from these inputs. `ends` are bytes, by part.
    """

    inputs: Mapping[str, str]
    items: int
    whole: bool
    plans: int
    outcomes: int
    worst: int
    unreadable: int
    ends: Mapping[str, int]


@dataclass(slots=True)
class Journal:
    """The lines of a journal: under which settings it was begun, in which folder the results stand, and the batches."""

    settings: str
    today: str
    generation: int = 1
    entries: list[Entry] = field(default_factory=list)
    ready: bool = False
    length: int = 0

    @property
    def ends(self) -> Mapping[str, int]:
        """How many bytes of each part count; none where nothing does."""
        return self.entries[-1].ends if self.entries else {}

    def opening(self) -> dict[str, Any]:
        """Return the journal's first line."""
        return {"journal": _VERSION, "settings": self.settings, "today": self.today, "generation": self.generation}


def load(folder: Path) -> Journal | None:
    """Return the journal of an unfinished audit, up to its last whole line; None where there is none. Raises OSError."""
    path = folder / FILE
    if not path.is_file():
        return None
    journal: Journal | None = None
    for line in path.read_bytes().splitlines(keepends=True):
        record = _parsed(line)
        if record is None:
            break
        if journal is None:
            if record.get("journal") != _VERSION:
                return None
            journal = Journal(record["settings"], record["today"], record["generation"])
        elif record.get("ready"):
            journal.ready = True
        else:
            journal.entries.append(Entry(**record))
        journal.length += len(line)
    return journal


def begin(folder: Path, journal: Journal) -> None:
    """Write a journal anew, as a whole: it takes the old one's place at once or not at all. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f"{FILE}.new"
    with new.open("wb") as file:
        for record in (journal.opening(), *map(asdict, journal.entries)):
            file.write(_line(record))
        journal.length = file.tell()
        settle(file)
    new.replace(folder / FILE)


class Ledger:
    """Appends lines to a journal that exists. What stands behind its last whole line is cut off."""

    def __init__(self, folder: Path, journal: Journal) -> None:
        """Open the journal. Raises OSError."""
        self._file = (folder / FILE).open("r+b")
        self._file.truncate(journal.length)
        self._file.seek(journal.length)

    def write(self, entries: Iterable[Entry]) -> None:
        """Write what has been done; once this returns, it outlives anything but the disk."""
        self._file.write(b"".join(_line(asdict(entry)) for entry in entries))
        settle(self._file)

    def ready(self) -> None:
        """Note that everything is written and only has to be put in its place."""
        self._file.write(_line({"ready": True}))
        settle(self._file)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def settle(file: IO[bytes]) -> None:
    """Make sure that what was written is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def digest(*words: object) -> str:
    """Return a hash by which things are told apart, without keeping them."""
    return blake2b("\0".join(map(str, words)).encode("utf-8", "replace"), digest_size=12).hexdigest()


def _line(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode("ascii") + b"\n"


def _parsed(line: bytes) -> dict[str, Any] | None:
    if not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
