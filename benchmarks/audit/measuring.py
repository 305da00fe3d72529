"""Runs one audit as a user would and measures it: time, memory of the largest processes, and where the time goes."""

import os
import shutil
import subprocess
import threading
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.audit.caseload import write_caseload
from benchmarks.audit.kills import command


class Measured(NamedTuple):
    """Seconds of the whole command, by the clock and of processors; the most memory, in MB, of the process that asks and of the
    largest worker (0: not known). On a machine with other things to do, only the processors' seconds tell."""

    seconds: float
    processor: float
    asker: float
    worker: float


def measure(export: Path, out: Path, jobs: int) -> Measured:
    """Audit `export` into `out`, anew."""
    shutil.rmtree(out, ignore_errors=True)
    began, before = time.perf_counter(), os.times()
    process = subprocess.Popen(command(export, out, resume=False, jobs=jobs))
    watch = _Memory(process.pid)
    watch.start()
    code = process.wait()
    seconds = time.perf_counter() - began
    watch.ended = True
    watch.join()
    if code:
        raise SystemExit(f"the audit ended with {code}")
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Measured(seconds, processor, watch.asker, watch.worker)


class _Memory(threading.Thread):
    """Looks every so often how much memory a process and its children have held at most (Linux; elsewhere it stays at 0)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid, self.ended, self.asker, self.worker = pid, False, 0.0, 0.0

    def run(self) -> None:
        while not self.ended:
            self.asker = max(self.asker, _held(self._pid))
            children = Path(f"/proc/{self._pid}/task/{self._pid}/children")
            try:
                pids = children.read_text(encoding="ascii").split()
            except OSError:
                pids = []
            self.worker = max([self.worker, *(_held(int(pid)) for pid in pids)])
            time.sleep(0.05)


def _held(pid: int) -> float:
    """Return the most memory that a process has held, in MB."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def parted(export: Path, seed: int, plans: int = 1_500) -> dict[str, float]:
    """Return the shares of processor time that reading, analysing and writing take of an audit in one process."""
    from collections.abc import Iterator  # noqa: PLC0415
    from typing import Any  # noqa: PLC0415

    from benchmarks.speed.inside import new_engine  # noqa: PLC0415
    from send_outcomes import readers  # noqa: PLC0415
    from send_outcomes.audit import Layout  # noqa: PLC0415
    from send_outcomes.audit.groups import Groups  # noqa: PLC0415
    from send_outcomes.audit.judging import Auditor, Batch  # noqa: PLC0415
    from send_outcomes.audit.parts import Parts  # noqa: PLC0415
    from send_outcomes.model import Plan  # noqa: PLC0415

    with export.open("w", encoding="utf-8", newline="") as file:
        write_caseload(file, plans, seed)
    engine, groups = new_engine(), Groups()
    layout = Layout(groups.names, tuple(framework.id for framework in engine.frameworks))
    spent = {"reading": 0.0, "analysing": 0.0, "rows, totals and fingerprints": 0.0, "writing": 0.0}
    now = time.process_time()

    def lap(name: str) -> None:
        nonlocal now
        before, now = now, time.process_time()
        spent[name] += now - before

    class Timed:
        rulebook = engine.rulebook

        def check(self, plan: Plan) -> Any:
            lap("rows, totals and fingerprints")
            report = engine.check(plan)
            lap("analysing")
            return report

    def batches() -> Iterator[list[Any]]:
        found = list(readers.read([export]))
        for first in range(0, len(found), 125):
            yield found[first : first + 125]

    auditor = Auditor(lambda path: Timed(), layout, groups)  # type: ignore[arg-type, return-value]
    parts = Parts(export.with_suffix(".parts"), layout, {})
    engine.check(next(iter(readers.read([export]))))  # type: ignore[arg-type]
    now = time.process_time()
    for batch in batches():
        lap("reading")
        done: Batch = auditor.batch(batch)
        lap("rows, totals and fingerprints")
        parts.add(done)
        parts.settle()
        lap("writing")
    parts.close()
    whole = sum(spent.values())
    return {name: seconds / whole for name, seconds in spent.items()}
