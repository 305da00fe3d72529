"""A progress bar on standard error for more than a handful of files; none where nobody would see it."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from send_outcomes.cli import notices

_HANDFUL = 5


class FromFile(Protocol):
    """Whatever came out of a file and remembers which."""

    @property
    def path(self) -> str:
        """The file, as the user gave it."""


T = TypeVar("T", bound=FromFile)


def progress(items: Iterator[T], paths: Sequence[str]) -> Iterator[T]:
    """Yield `items`, showing how many files they have come from so far."""
    if notices.quiet or not sys.stderr.isatty() or not _many(paths):
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415 -- only where there is something to show
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} files"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task, last = bar.add_task("", total=None), ""
        for item in items:
            if item.path != last:
                bar.advance(task)
                last = item.path
            yield item


def _many(paths: Sequence[str]) -> bool:
    return len(paths) > _HANDFUL or any(Path(path).is_dir() or "*" in path for path in paths)
