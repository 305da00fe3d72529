"""Reads a large workbook and a large CSV, by the library alone and as plans; prints time and peak memory as ratios.

    python -m benchmarks.reading [--workbook-rows 100000] [--csv-rows 1000000] [--folder DIR]

Every reading has a process of its own, so that its peak is its own. Peak memory needs the `resource` module (not Windows).
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.reading.tables import write_csv, write_workbook

_MEASURED = """
import sys, time
from pathlib import Path
path = Path(sys.argv[1])
{prepare}
begun = time.perf_counter()
count = 0
{act}
spent = time.perf_counter() - begun
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
except ImportError:
    peak = float("nan")
print(count, spent, peak)
"""
_PLANS = _MEASURED.format(
    prepare="from send_outcomes.readers import read\nfrom send_outcomes.readers.vocabulary import vocabulary\nvocabulary()",
    act="for plan in read([path]):\n    count += len(plan.outcomes)",
)
_CSV = _MEASURED.format(
    prepare="import csv",
    act="with path.open(encoding='utf-8', newline='') as file:\n    for row in csv.reader(file):\n        count += 1",
)
_CALAMINE = _MEASURED.format(
    prepare="from python_calamine import CalamineWorkbook",
    act="for row in CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).iter_rows():\n    count += 1",
)


class Measured(NamedTuple):
    """What one process did: rows or outcomes, seconds, peak memory in MB."""

    count: int
    seconds: float
    peak: float


def measured(code: str, path: Path) -> Measured:
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    count, seconds, peak = done.stdout.split()
    return Measured(int(count), float(seconds), float(peak))


def compared(name: str, path: Path, alone: str) -> None:
    size = path.stat().st_size / 1e6
    library, ours = measured(alone, path), measured(_PLANS, path)
    print(f"{name}: {size:,.0f} MB, {ours.count:,} outcomes")
    print(f"  the library alone  {library.seconds:6.1f} s  {library.peak:6.0f} MB")
    print(f"  read as plans      {ours.seconds:6.1f} s  {ours.peak:6.0f} MB")
    print(f"  ratio              {ours.seconds / library.seconds:6.1f}    {ours.peak / library.peak:6.1f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading")
    parser.add_argument("--workbook-rows", type=int, default=100_000)
    parser.add_argument("--csv-rows", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where to keep the files; else they are thrown away")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.folder or Path(folder)
        workbook, table = home / "export.xlsx", home / "export.csv"
        write_workbook(workbook, given.workbook_rows)
        compared("workbook", workbook, _CALAMINE)
        write_csv(table, given.csv_rows)
        compared("CSV", table, _CSV)


if __name__ == "__main__":
    main()
