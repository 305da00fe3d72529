"""The heart under other engines: results equal to the local run's."""

import datetime as dt
import io
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.audit.caseload import write_caseload
from send_outcomes.audit import read_table

pa = pytest.importorskip("pyarrow")
from pyarrow import csv as arrow_csv  # noqa: E402
from pyarrow import parquet  # noqa: E402

from send_outcomes.scale import Wanted, audited, results_schema  # noqa: E402

TODAY = dt.date(2026, 9, 1)
EXAMPLE = Path(__file__).parents[2] / "examples" / "scale" / "spark_audit.py"
PLACE = ("path", "label", "line")  # a row of a batch does not know where in a file it stood


def cells(row):
    return {name: value for name, value in row.items() if name not in PLACE}


def as_written(table):
    """Return an Arrow table's rows as a CSV file has them."""
    for row in table.to_pylist():
        yield cells(
            {
                name: "" if value is None else ("yes" if value else "") if isinstance(value, bool) else str(value)
                for name, value in row.items()
            }
        )


@pytest.mark.parametrize("table", ["plans", "outcomes", "findings"])
@pytest.mark.parametrize("rows_a_batch", [7, 100_000])
def test_batches_give_what_the_local_run_gives(audit, export, caseload, table, rows_a_batch):
    _, folder = audit(export)
    export_rows = arrow_csv.read_csv(io.BytesIO(caseload[0].encode("utf-8")))
    wanted = Wanted(today=TODAY, table=table)
    results = list(audited(export_rows.to_batches(rows_a_batch), wanted))
    assert all(batch.schema == results_schema(wanted) for batch in results)
    assert list(as_written(pa.Table.from_batches(results))) == [cells(row) for row in read_table(folder / f"{table}.csv")]


@pytest.mark.skipif(find_spec("pyspark") is None or shutil.which("java") is None, reason="needs pyspark and Java")
def test_the_spark_example_gives_what_the_local_run_gives(audit, tmp_path):
    export = tmp_path / "export.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        write_caseload(file, 25, seed=8, outcomes=9)  # nine, as Spark sorts ids as texts
    _, folder = audit(export)
    here = {
        **os.environ,
        "PYSPARK_PYTHON": sys.executable,
        "PYTHONPATH": str(EXAMPLE.parents[2]),
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    command = [sys.executable, str(EXAMPLE), str(export), str(tmp_path / "results"), "--today", "2026-09-01"]
    subprocess.run(command, check=True, env=here, capture_output=True, timeout=300)
    rows = sorted(as_written(parquet.read_table(tmp_path / "results")), key=lambda row: (row["plan"], row["outcome"]))
    assert rows == [cells(row) for row in read_table(folder / "outcomes.csv")]
