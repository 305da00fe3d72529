"""`--baseline` and `--write-baseline`: the one place that brings reports, paths and the baseline's file together."""

import os
from collections.abc import Iterable
from pathlib import Path

from send_outcomes.baselines import Comparison, Entry, dumped, loaded
from send_outcomes.child_name import ChildName
from send_outcomes.cli import notices
from send_outcomes.documents import SettingsProblem
from send_outcomes.plan_report import PlanReport
from send_outcomes.reports.plurals import so_many

_STDIN = "-"


class Baselining:
    """Compares a run with the baseline that was read, and gathers the one that is to be written."""

    def __init__(self, read: Path | None, write: Path | None, keep: bool = False) -> None:
        """Read the baseline; `keep` what has matched. Raises SettingsProblem where there is none or it can't be read."""
        self._read, self._write, self._keep = read, write, keep or write is not None
        self.entries = read_baseline(read) if read else []
        self._gone = _gone(self.entries, read.parent) if read else set()
        self._comparison = Comparison(self.entries, self._gone)
        self._folder = (read or write or Path()).parent
        self._seen: set[str] = set()
        self.known: list[Entry] = []
        self._new: list[Entry] = []

    def compare(self, report: PlanReport) -> PlanReport:
        """Return the report with the old findings marked."""
        if self._read is None and self._write is None:
            return report
        path = ChildName(report.plan.child.known_as).out_of(seen_from(self._folder, report.plan.path))
        self._seen.add(path)
        compared = self._comparison.compare(report, path)
        if self._keep:
            self.known += compared.known
            self._new += compared.new
        return compared.report

    def left(self) -> list[Entry]:
        """Return the entries that no finding has matched."""
        return self._comparison.left()

    def not_looked_at(self, entries: list[Entry], emptied: Iterable[str]) -> list[Entry]:
        """Return those of some entries whose file is there and was not looked at; `emptied` are files that hold nothing now."""
        looked_at = self._seen | self._gone | {seen_from(self._folder, path) for path in emptied}
        return [entry for entry in entries if entry.path not in looked_at]

    def finish(self) -> None:
        """Write the new baseline, if one is wanted, and say what has become of the old. Raises SettingsProblem."""
        if self._write is not None:
            entries = [*self.known, *self._new]
            if self._write.parent != self._folder:
                entries = [e._replace(path=seen_from(self._write.parent, self._folder / e.path)) for e in entries]
            write_baseline(self._write, entries)
            notices.notice(f"a baseline of {so_many(len(entries), 'finding')} written to {self._write}")
        elif left := len(self.left()):
            notices.notice(
                f"{so_many(left, 'finding')} of the baseline not met: mended, or not looked at; "
                f"“send-outcomes baseline prune {self._read} PATH…” takes out what is mended"
            )


def read_baseline(path: Path) -> list[Entry]:
    """Return a baseline's entries. Raises SettingsProblem."""
    try:
        return loaded(path.read_text(encoding="utf-8-sig"), str(path))
    except UnicodeDecodeError:
        raise SettingsProblem("is no baseline: not UTF-8 text", str(path)) from None
    except OSError as error:
        more = "; --write-baseline makes one" if isinstance(error, FileNotFoundError) else ""
        raise SettingsProblem(f"cannot be read: {error.strerror or 'unknown reason'}{more}", str(path)) from None


def write_baseline(path: Path, entries: list[Entry]) -> None:
    """Write a baseline. Raises SettingsProblem where that fails."""
    try:
        path.write_text(dumped(entries), encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsProblem(f"cannot be written: {error.strerror or 'unknown reason'}", str(path)) from None


def seen_from(folder: Path, path: str | Path) -> str:
    """Return a path as seen from the baseline's folder, with forward slashes, so that it is the same on every machine."""
    if str(path) == _STDIN:
        return _STDIN
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return Path(path).as_posix()


def _gone(entries: list[Entry], folder: Path) -> set[str]:
    return {path for path in {entry.path for entry in entries} if not (folder / path).exists()}
