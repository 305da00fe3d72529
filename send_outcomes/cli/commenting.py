"""`lint --annotate`: the one place that brings draft, findings, clock and the commented copy together."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from send_outcomes.annotate import Target, annotated, target_of
from send_outcomes.cli import notices
from send_outcomes.documents import UnreadableInput
from send_outcomes.plan_report import PlanReport
from send_outcomes.readers.intake import read_bytes
from send_outcomes.readers.options import Limits
from send_outcomes.reports import Run
from send_outcomes.reports.plurals import so_many


def now() -> dt.datetime:
    """Return the time in UTC, whole seconds."""
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


@dataclass(slots=True)
class Commenting:
    """A commented copy that is wanted: the draft's bytes as they were before the check, and what the check finds."""

    target: Target
    data: bytes
    group: bool = False
    clock: Callable[[], dt.datetime] = now
    reports: list[PlanReport] = field(default_factory=list)

    @classmethod
    def of(cls, paths: tuple[str, ...], file: Path | None, in_place: bool, group: bool) -> "Commenting":
        """Make ready. Raises SettingsProblem where nothing can or may be written, UnreadableInput where there is no draft."""
        target = target_of(paths, file, in_place)
        return cls(target, _read(target), group)

    def finish(self, run: Run) -> None:
        """Write the copy and say so on standard error; nothing is written where no outcome was found.

        Raises SettingsProblem or UnreadableInput where that fails.
        """
        if not any(report.outcomes for report in self.reports):
            return
        draft = str(self.target.draft)
        if _read(self.target) != self.data:
            raise UnreadableInput("was changed while it was being checked, so no comments were written; run it again", draft)
        when = self.clock()
        made = annotated(self.data, draft, self.reports, run, when, self.group)
        self.target.write(made.data, when)
        others = f" and {so_many(made.items, 'other item')}" if made.items else ""
        on = f"{so_many(made.outcomes, 'outcome')}{others}"
        notices.notice(f"{so_many(made.comments, 'comment')} on {on} written to {self.target.file}")
        if made.unplaced:
            notices.say(
                f"send-outcomes: {so_many(made.unplaced, 'finding')} could not be placed in the document; see the report"
            )


def _read(target: Target) -> bytes:
    return read_bytes(target.draft, str(target.draft), Limits().file_bytes)
