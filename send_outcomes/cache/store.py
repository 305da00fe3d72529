"""Where it is kept: one SQLite file in the user's cache folder, of bounded size. Whatever is wrong with it, there is no cache then."""

import contextlib
import datetime as dt
import os
import sqlite3
from hashlib import blake2b
from pathlib import Path

_APPLICATION, _VERSION = 0x5E0D0C, 1
_FILE = "found.sqlite"
_MOST_BYTES = 64 * 2**20
_MOST_VALUE = 256 * 2**10
_MOST_WAITING = 256
_FOREIGN = "another program's file"


def cache_folder() -> Path:
    """Return the folder that SEND_OUTCOMES_CACHE names, else the one for caches that this system gives to the user's programs."""
    if named := os.environ.get("SEND_OUTCOMES_CACHE"):
        return Path(named)
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("send-outcomes", appauthor=False)


class Store:
    """Keeps texts under keys. Close it: only then is what was kept on disk."""

    def __init__(self, folder: Path) -> None:
        """Open the store in a folder, or make it."""
        self._today = dt.date.today().toordinal()
        self._waiting: dict[bytes, str] = {}
        self._used: list[bytes] = []
        self._base: sqlite3.Connection | None = None
        self.salt = b""
        with contextlib.suppress(OSError, sqlite3.Error):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = folder / _FILE
            try:
                self._open(file)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):  # in use, or not ours to write
                    raise
                self._shut()
                file.unlink()
                self._open(file)

    @property
    def is_open(self) -> bool:
        """Whether there is a store to look into."""
        return self._base is not None

    def get(self, key: bytes) -> str | None:
        """Return what is kept under a key, None where nothing is, or something damaged."""
        if key in self._waiting:
            return self._waiting[key]
        row = self._asked("SELECT value, used, seal FROM found WHERE key = ?", key)
        if row is None:
            return None
        value, used, seal = row
        if not isinstance(value, str) or seal != self._seal(key, value):
            return None
        if used != self._today:
            self._used.append(key)
        return value

    def keep(self, key: bytes, value: str) -> None:
        """Keep a text; a long one is left out."""
        if self._base is None or len(value) > _MOST_VALUE:
            return
        self._waiting[key] = value
        if len(self._waiting) >= _MOST_WAITING:
            self._write()

    def close(self) -> None:
        """Write what is new, forget what nobody asked for the longest if there is too much, and let go of the file."""
        self._write()
        with contextlib.suppress(sqlite3.Error):
            self._bound()
        self._shut()

    def _open(self, file: Path) -> None:
        if not file.exists():
            os.close(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600))
        base = self._base = sqlite3.connect(file, timeout=0.5, isolation_level=None)
        application, version = (base.execute(f"PRAGMA {what}").fetchone()[0] for what in ("application_id", "user_version"))
        if (application, version) != (_APPLICATION, _VERSION):
            if base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._shut()
                raise sqlite3.OperationalError(_FOREIGN) if application != _APPLICATION else sqlite3.DatabaseError
            self._make(base)
        base.execute("PRAGMA synchronous = OFF")
        (self.salt,) = base.execute("SELECT salt FROM own").fetchone() or (b"",)
        if not isinstance(self.salt, bytes) or len(self.salt) != 32:
            raise sqlite3.DatabaseError

    @staticmethod
    def _make(base: sqlite3.Connection) -> None:
        base.execute("PRAGMA auto_vacuum = FULL")
        base.executescript(
            f"BEGIN IMMEDIATE; PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {_VERSION};"
            "CREATE TABLE own (salt BLOB);"
            "CREATE TABLE found (key BLOB PRIMARY KEY, value TEXT, used INTEGER, seal BLOB) WITHOUT ROWID;"
        )
        base.execute("INSERT INTO own VALUES (?)", (os.urandom(32),))
        base.execute("COMMIT")

    def _asked(self, question: str, *given: object) -> tuple[object, ...] | None:
        if self._base is None:
            return None
        try:
            row: tuple[object, ...] | None = self._base.execute(question, given).fetchone()
        except (sqlite3.Error, UnicodeDecodeError):
            self._shut()
            return None
        return row

    def _write(self) -> None:
        if self._base is None or not (self._waiting or self._used):
            return
        rows = [(key, value, self._today, self._seal(key, value)) for key, value in self._waiting.items()]
        try:
            self._base.execute("BEGIN IMMEDIATE")
            self._base.executemany("INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)", rows)
            self._base.executemany("UPDATE found SET used = ? WHERE key = ?", [(self._today, key) for key in self._used])
            self._base.execute("COMMIT")
        except sqlite3.Error:  # another run is writing, or the disk is full
            self._shut()
        self._waiting.clear()
        self._used.clear()

    def _bound(self) -> None:
        """Forget the half that was asked for the longest ago where the file has grown too large."""
        if self._base is None:
            return
        pages, size = (self._base.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size"))
        if pages * size > _MOST_BYTES:
            half = "SELECT key FROM found ORDER BY used LIMIT (SELECT count(*) / 2 FROM found)"
            self._base.execute(f"DELETE FROM found WHERE key IN ({half})")

    def _seal(self, key: bytes, value: str) -> bytes:
        return blake2b(key + value.encode("utf-8", "surrogatepass"), key=self.salt, digest_size=12).digest()

    def _shut(self) -> None:
        base, self._base = self._base, None
        if base is not None:
            with contextlib.suppress(sqlite3.Error):
                base.close()
