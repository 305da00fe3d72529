"""Worker processes: they are handed plans, or inputs to read for themselves, and hand back small batches, in the order of asking.

Started by spawn, as they must be on Windows. A worker ends when its parent does, however that ended.
"""

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from send_outcomes.audit.judging import Auditor, Batch, Item
from send_outcomes.documents import NothingInside

_AHEAD = 3  # tasks waiting for each worker: enough to keep it busy, few enough to keep memory flat


class Source(Protocol):
    """One input: `path` is None for standard input, `shown` is the path as the user gave it."""

    @property
    def path(self) -> Path | None: ...  # noqa: D102
    @property
    def shown(self) -> str: ...  # noqa: D102


class Setup(Protocol):
    """What a process needs for its work; goes to workers by pickle."""

    def auditor(self) -> Auditor:
        """Build what judges plans."""

    def read(self, source: Any) -> Iterator[Item]:
        """Yield the plans of an input, and what is wrong with it."""

    def alone(self, source: Any) -> bool:
        """Tell whether an input is small enough for a worker to read it by itself."""

    @property
    def skipped(self) -> Counter[str]:
        """What `read` has passed over inside inputs, by kind."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some work: plans that were read already (`items`), or inputs to be read (`sources`), and what the asker wants to know after."""

    about: Any
    items: Sequence[Item] = ()
    sources: Sequence[Source] = ()


_mine: list["_Work"] = []  # of this process


class _Work:
    """A process's own auditor and reader."""

    def __init__(self, setup: Setup) -> None:
        self._setup, self._auditor = setup, setup.auditor()

    def do(self, items: Sequence[Item], sources: Sequence[Source]) -> Batch:
        before = Counter(self._setup.skipped)
        batch = self._auditor.batch(self._items(sources) if sources else items)
        if sources:
            batch.skipped = self._setup.skipped - before
        return batch

    def _items(self, sources: Sequence[Source]) -> Iterator[Item]:
        for source in sources:
            yield from read_whole(self._setup, source)


def read_whole(setup: Setup, source: Source) -> Iterator[Item]:
    """Yield what is in an input; where that is nothing at all, the problem that it is."""
    empty = True
    for item in setup.read(source):
        empty = False
        yield item
    if empty:
        yield NothingInside("no outcome found here", source.shown)


def done(tasks: Iterable[Task], setup: Setup, jobs: int) -> Generator[tuple[Task, Batch], None, None]:
    """Yield each task with its batch, in order. `jobs` of 1 does all in this process.

    No more than a few tasks are taken ahead of what is done. Raises what a worker raised, and BrokenExecutor where one was killed.
    """
    if jobs == 1:
        work = _Work(setup)
        for task in tasks:
            batch = work.do(task.items, task.sources)
            batch.skipped.clear()  # the setup that counted them is the asker's own
            yield task, batch
        return
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_start, initargs=(setup,))
    waiting: deque[tuple[Task, Future[Batch]]] = deque()
    try:
        for _ in range(jobs):  # they start while the first input is being read
            pool.submit(_do, (), ())
        for task in tasks:
            waiting.append((task, pool.submit(_do, task.items, task.sources)))
            while len(waiting) > jobs * _AHEAD or (waiting and waiting[0][1].done()):
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    except BaseException:
        _stop(pool)
        raise
    pool.shutdown()


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers at once: what they have not handed back is done again when the audit goes on."""
    workers = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(5)


def _start(setup: Setup) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it
    parent: Callable[[], Any] = multiprocessing.parent_process
    threading.Thread(target=_leave_with, args=(parent(),), daemon=True).start()
    _mine[:] = [_Work(setup)]


def _leave_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _do(items: Sequence[Item], sources: Sequence[Source]) -> Batch:
    return _mine[0].do(items, sources)
