"""`lint --fix` and `--diff`: safe fixes into the files, or shown as the lines they would change."""

import datetime as dt
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes import readers
from send_outcomes.cli import notices
from send_outcomes.cli.exits import exit_code
from send_outcomes.cli.overwriting import keep_apart
from send_outcomes.configuration import Choice, Configuration, Engines, configuration_for
from send_outcomes.documents import NothingInside, Problem, SettingsProblem
from send_outcomes.documents.replacing import replace_file
from send_outcomes.fixing import FIXABLE, Edit, Fixed, edits_of, fixed
from send_outcomes.model import Plan
from send_outcomes.readers.encoding import encoding_of
from send_outcomes.readers.intake import read_bytes, text_of
from send_outcomes.reports.output import opened
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.safe import shown

if TYPE_CHECKING:
    from send_outcomes.cli.wanted import CheckWanted


class _Changed(NamedTuple):
    path: Path
    shown: str
    codec: str
    before: str
    fixed: Fixed


def fix_files(wanted: "CheckWanted") -> None:
    """Put the safe fixes into every file that they can be put into, and say how many. Raises SettingsProblem."""
    count = files = left = 0
    for change in _Changes(wanted, configuration_for(Path.cwd(), wanted.config)):
        if change.fixed.done:
            mark = "\ufeff" if change.codec in ("utf-8-sig", "utf-16") else ""
            codec = "utf-8" if change.codec == "utf-8-sig" else change.codec
            data = ((mark if codec == "utf-8" else "") + change.fixed.text).encode(codec)
            replace_file(change.path.resolve(), data, change.path)
            files += 1
        count += len(change.fixed.done)
        left += len(change.fixed.left)
    done = f"{so_many(count, 'safe fix', 'safe fixes')} in {so_many(files, 'file')}"
    notices.notice(done if count else "nothing to fix")
    if left:
        to_you = so_many(left, "fix", "fixes")
        notices.say(f"send-outcomes: {to_you} left to you: the words are written with escapes or quotes there")


def show_changes(wanted: "CheckWanted") -> int:
    """Write what `--fix` would change, as a unified diff; return the exit code (1 where it would). Raises SettingsProblem."""
    keep_apart(wanted.output, wanted.paths)
    given = configuration_for(Path.cwd(), wanted.config)
    if given.redact:
        raise SettingsProblem("“redact” is set, and --diff shows texts", given.path, given.lines.get("redact"))
    changes = _Changes(wanted, given, every=True)
    any_ = False
    with opened(wanted.output) as output:
        for change in changes:
            before, after = change.before.splitlines(keepends=True), change.fixed.text.splitlines(keepends=True)
            for line in difflib.unified_diff(before, after, change.shown, f"{change.shown} (fixed)"):
                any_ = True
                output.stream.write(shown(line.rstrip("\r\n"), output.unicode) + "\n")
    for problem in changes.errors:
        notices.complain(problem)
    if not changes.outcomes and not changes.errors:
        notices.say("send-outcomes: no outcome found in what was given")
    unreadable = sum(bool(changes.outcomes) or not isinstance(error, NothingInside) for error in changes.errors)
    return exit_code(changes.outcomes, unreadable, any_)


class _Changes:
    """Yields every file that has a safe fix. `errors` and `outcomes` are what could not be read, and what was, so far.

    `every` reads what no fix can be put into as well, to tell of it; else that is left to the check that follows.
    """

    def __init__(self, wanted: "CheckWanted", given: Configuration, every: bool = False) -> None:
        choice = Choice(wanted.profile, wanted.frameworks, wanted.select, wanted.ignore)
        self._engines = Engines(choice, given, wanted.today or dt.date.today())
        self._options = readers.ReadOptions({**given.columns, **wanted.columns}, wanted.stdin_format, given.limits)
        readers.check(self._options)
        self._paths, self._every = wanted.paths, every
        self._ours = [readers.real_path(wanted.output)] if wanted.output else []
        self.errors: list[Problem] = []
        self.outcomes = 0

    def __iter__(self) -> Iterator[_Changed]:
        for found in readers.discover(self._paths, stdin_format=self._options.stdin_format, ours=self._ours):
            if isinstance(found, Problem):
                self.errors.append(found)
            elif (edits := self._edits(found)) and found.path is not None and found.format is not None:
                limits = self._options.limits
                data = read_bytes(found.path, found.shown, limits.table_bytes)
                legacy = readers.FORMATS[found.format].legacy
                text = text_of(data, found.shown, limits, legacy, one_line=True)
                codec = encoding_of(data, found.shown, legacy)
                yield _Changed(found.path, found.shown, codec, text, fixed(text, edits, found.format))

    def _edits(self, found: readers.Input) -> list[Edit]:
        """Return the safe fixes of one input; none where its format is none that they can be put into."""
        edits: list[Edit] = []
        fixable = found.path is not None and found.format in FIXABLE
        if not fixable and not self._every:
            return edits
        for plan in readers.read_input(found, self._options):
            if not isinstance(plan, Plan):
                self.errors.append(plan)
                continue
            self.outcomes += len(plan.outcomes)
            if fixable:
                edits += edits_of(self._engines.of(plan.path).check(plan))
        return edits
