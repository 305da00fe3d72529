"""`lint --fix` and `--diff`: safe fixes into the files, or shown as the lines they would change."""

import datetime as dt
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes import readers
from send_outcomes.cli import notices
from send_outcomes.configuration import Choice, Engines, configuration_for
from send_outcomes.documents import Problem
from send_outcomes.documents.replacing import replace_file
from send_outcomes.fixing import FIXABLE, Edit, Fixed, edits_of, fixed
from send_outcomes.model import Plan
from send_outcomes.readers.encoding import encoding_of
from send_outcomes.readers.intake import read_bytes, text_of
from send_outcomes.reports.output import standard_output
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from send_outcomes.cli.wanted import Wanted


class _Changed(NamedTuple):
    path: Path
    shown: str
    codec: str
    before: str
    fixed: Fixed


def fix_files(wanted: "Wanted") -> None:
    """Put the safe fixes into every file that they can be put into, and say how many. Raises SettingsProblem."""
    count = files = left = 0
    for change in _changes(wanted):
        if change.fixed.done:
            mark = "\ufeff" if change.codec in ("utf-8-sig", "utf-16") else ""
            codec = "utf-8" if change.codec == "utf-8-sig" else change.codec
            data = ((mark if codec == "utf-8" else "") + change.fixed.text).encode(codec)
            replace_file(change.path.resolve(), data, change.path)
            files += 1
        count += len(change.fixed.done)
        left += len(change.fixed.left)
    notices.notice(
        f"{_counted(count, 'safe fix', 'safe fixes')} in {_counted(files, 'file', 'files')}" if count else "nothing to fix"
    )
    if left:
        notices.say(
            f"send-outcomes: {_counted(left, 'fix', 'fixes')} left to you: the words are written with escapes or quotes there"
        )


def show_changes(wanted: "Wanted") -> int:
    """Write to standard output what `--fix` would change, as a unified diff; return the exit code (1 where it would)."""
    output = standard_output()
    any_ = False
    for change in _changes(wanted):
        before, after = change.before.splitlines(keepends=True), change.fixed.text.splitlines(keepends=True)
        for line in difflib.unified_diff(before, after, change.shown, f"{change.shown} (fixed)"):
            any_ = True
            output.stream.write(shown(line.rstrip("\r\n"), output.unicode) + "\n")
    return int(any_)


def _changes(wanted: "Wanted") -> Iterator[_Changed]:
    """Yield every file that has a safe fix. What can't be read is left to the check that follows to speak of."""
    given = configuration_for(Path.cwd(), wanted.config)
    choice = Choice(wanted.profile, wanted.frameworks, wanted.select, wanted.ignore)
    engines = Engines(choice, given, wanted.today or dt.date.today())
    options = readers.ReadOptions({**given.columns, **wanted.columns}, wanted.stdin_format, given.limits)
    for found in readers.discover(wanted.paths):
        if isinstance(found, Problem) or found.path is None or found.format not in FIXABLE:
            continue
        edits: list[Edit] = []
        for plan in readers.read_input(found, options):
            if isinstance(plan, Plan):
                edits += edits_of(engines.of(plan.path).check(plan))
        if not edits:
            continue
        data = read_bytes(found.path, found.shown, given.limits.table_bytes)
        legacy = readers.FORMATS[found.format].legacy
        text = text_of(data, found.shown, given.limits, legacy, one_line=True)
        yield _Changed(found.path, found.shown, encoding_of(data, found.shown, legacy), text, fixed(text, edits, found.format))


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
