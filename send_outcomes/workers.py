"""Worker processes: they are handed work and hand back what came of it, in the order of asking. Know nothing of the work.

Started by spawn, as they must be on Windows. A worker ends when its parent does, however that ended.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

_AHEAD = 3  # tasks waiting for each worker: enough to keep it busy, few enough to keep memory flat

About = TypeVar("About")
Work = TypeVar("Work")
Result = TypeVar("Result")

_mine: list[Callable[[Any], Any]] = []  # of this process


def ordered(
    tasks: Iterable[tuple[About, Work]], begin: Callable[[], Callable[[Work], Result]], jobs: int
) -> Generator[tuple[About, Result], None, None]:
    """Yield what each task is about with what came of its work, in order. `jobs` of 1 does all in this process.

    `begin` makes what does the work, once in each process; it and the work go there by pickle. No more than a few tasks are taken
    ahead of what is done. Raises what a worker raised, and BrokenExecutor where one was killed.
    """
    if jobs == 1:
        do = begin()
        for about, work in tasks:
            yield about, do(work)
        return
    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_start, initargs=(begin,))
    waiting: deque[tuple[About, Future[Result]]] = deque()
    try:
        for _ in range(jobs):  # they start while the first input is being read
            with _interrupts_held():
                pool.submit(_nothing)
        for about, work in tasks:
            with _interrupts_held():
                waiting.append((about, pool.submit(_do, work)))
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


def cores(jobs: int) -> int:
    """Return how many processes are meant by `--jobs`: 0 is one a core."""
    return jobs or os.cpu_count() or 1


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: a worker that begins in it never hears of one, not even while it still imports."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the workers at once: nobody waits for what they have not handed back."""
    workers = list((getattr(pool, "_processes", None) or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in workers:
        worker.terminate()
    for worker in workers:
        worker.join(5)


def _start(begin: Callable[[], Callable[[Any], Any]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent answers it
    parent: Callable[[], Any] = multiprocessing.parent_process
    threading.Thread(target=_leave_with, args=(parent(),), daemon=True).start()
    _mine[:] = [begin()]


def _leave_with(parent: Any) -> None:
    parent.join()
    os._exit(1)


def _nothing() -> None:
    """Do nothing, in a worker."""


def _do(work: Any) -> Any:
    return _mine[0](work)
