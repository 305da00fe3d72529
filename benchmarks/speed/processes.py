"""One process against two on the same texts. Workers start fresh (spawn), as they must on Windows, and return counts only."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from time import perf_counter
from typing import Any

from benchmarks.speed.grammar import outcomes
from benchmarks.speed.inside import new_engine, plans
from send_outcomes.engine import Engine

BATCH = 600
_here: dict[str, Engine] = {}


def one_and_two(texts: Sequence[str]) -> tuple[float, float]:
    """Return the seconds that one and two processes take for all texts, their start not counted."""
    batches = [texts[i : i + BATCH] for i in range(0, len(texts), BATCH)]
    spawn = multiprocessing.get_context("spawn")
    took = []
    for workers in (1, 2):
        ready = spawn.Barrier(workers)
        with ProcessPoolExecutor(workers, mp_context=spawn, initializer=_start, initargs=(ready,)) as pool:
            list(pool.map(_count, [[] for _ in range(workers)]))  # every worker is up
            start = perf_counter()
            list(pool.map(_count, batches))
            took.append(perf_counter() - start)
    return took[0], took[1]


def peak_megabytes() -> tuple[float, float] | None:
    """Return the most memory that this process and the largest of its children have held; None where the system can't tell."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows
        return None
    import sys  # noqa: PLC0415

    unit = 2**20 if sys.platform == "darwin" else 2**10
    here, children = (resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return here, children


def _start(ready: Any) -> None:
    _here["engine"] = new_engine()
    _count(outcomes(200, seed=99))
    ready.wait(120)


def _count(texts: Sequence[str]) -> int:
    return sum(len(report.findings) for plan in plans(texts) for report in _here["engine"].check(plan).outcomes)
