"""A progress bar for an audit, on standard error: outcomes, rate, time left; none where nobody would see it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from send_outcomes.audit.going_on import Begun
from send_outcomes.audit.judging import Batch
from send_outcomes.audit.running import Watch
from send_outcomes.cli import notices

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class _Silent:
    """Watches nothing."""

    def seen(self, batch: Batch, share: float | None) -> None:
        """Take no note."""


class _Bar:
    """Shows how far it got. The share of input moves the bar; where it can't be told, the bar only counts."""

    def __init__(self, progress: "Progress", task: "TaskID", before: int) -> None:
        self._progress, self._task, self._outcomes, self._new = progress, task, before, 0
        self._first: tuple[float, int] | None = None  # when the workers were up, and what they had done by then

    def seen(self, batch: Batch, share: float | None) -> None:
        """Move the bar."""
        self._new += batch.outcomes
        now = monotonic()
        self._first = self._first or (now, self._new)
        began, by_then = self._first
        rate = (self._new - by_then) / (now - began) if now - began > 0.5 else 0.0
        said = f"{self._outcomes + self._new:,} outcomes" + (f", {rate:,.0f} a second" if rate else "")
        if share is None:
            self._progress.update(self._task, description=said)
        else:
            self._progress.update(self._task, description=said, completed=share, total=1.0)


@contextmanager
def watching(begun: Begun) -> Iterator[Watch]:
    """Give what `run` is to tell how far it got."""
    if notices.quiet or not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console  # noqa: PLC0415 -- only where there is something to show
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(elapsed_when_finished=True),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True, speed_estimate_period=20) as bar:
        before = sum(entry.outcomes for entry in begun.journal.entries)
        task = bar.add_task("starting the workers", total=None)
        yield _Bar(bar, task, before)
