"""One process against two on the same texts. Workers start fresh (spawn), as they must on Windows, and return counts only."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from math import inf
from time import perf_counter
from typing import Any

from benchmarks.speed.grammar import outcomes
from benchmarks.speed.inside import new_engine, plans
from benchmarks.speed.stages import rounds
from send_outcomes.engine import Engine

BATCH = 240  # a share is to be cut in more pieces than there are workers
_here: dict[str, Engine] = {}


def one_and_two(texts: Sequence[str]) -> tuple[float, float]:
    """Return the seconds that one and two processes take for an outcome, their start not counted.

    Both pools stay up and take turns, share by share; the best turn of each counts, as a neighbour spoils a turn for either.
    """
    spawn = multiprocessing.get_context("spawn")
    pools: list[ProcessPoolExecutor] = []
    with ExitStack() as open_pools:
        for workers in (1, 2):
            start = {"initializer": _start, "initargs": (spawn.Barrier(workers),)}
            pools.append(open_pools.enter_context(ProcessPoolExecutor(workers, mp_context=spawn, **start)))
            list(pools[-1].map(_count, [[] for _ in range(workers)]))  # every worker is up
        best = [inf, inf]
        for share in rounds(texts):
            batches = [share[i : i + BATCH] for i in range(0, len(share), BATCH)]
            for which, pool in enumerate(pools):
                start_at = perf_counter()
                list(pool.map(_count, batches))
                best[which] = min(best[which], (perf_counter() - start_at) / len(share))
    return best[0], best[1]


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
