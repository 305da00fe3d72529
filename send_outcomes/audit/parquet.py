"""The tables once more as Parquet, with types, where the extra `arrow` is installed. Streams from the CSV files."""

from importlib.util import find_spec
from typing import Any

from send_outcomes.audit.finishing import Finished
from send_outcomes.audit.rows import Layout
from send_outcomes.audit.tables import columns
from send_outcomes.documents.own_files import TABLES


def write_parquet(finished: Finished) -> None:
    """Write `plans.parquet` and the like beside the CSV files; without pyarrow, nothing. Raises OSError."""
    if find_spec("pyarrow") is None:
        return
    from pyarrow import csv as arrow_csv  # noqa: PLC0415 -- an extra
    from pyarrow import parquet  # noqa: PLC0415

    for table in TABLES:
        wanted = schema(table, finished.layout)
        read = arrow_csv.ReadOptions(column_names=wanted.names, skip_rows=1)
        types = {name: _raw(wanted.field(name).type) for name in wanted.names}
        convert = arrow_csv.ConvertOptions(column_types=types, strings_can_be_null=False, null_values=[""])
        parse = arrow_csv.ParseOptions(newlines_in_values=True)
        source = finished.folder / f"{table}.csv"
        with parquet.ParquetWriter(finished.folder / f"{table}.parquet", wanted) as writer:
            for batch in arrow_csv.open_csv(source, read, parse, convert) if _has_rows(source) else ():
                writer.write_batch(typed(batch, table, finished.layout, wanted))


def schema(table: str, layout: Layout) -> Any:
    """Return the Arrow schema of a table."""
    import pyarrow as pa  # noqa: PLC0415

    types = {
        "text": pa.string(),
        "word": pa.string(),
        "count": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "yes": pa.bool_(),
    }
    return pa.schema([(column.name, types[column.kind]) for column in columns(table, layout)])


def typed(batch: Any, table: str, layout: Layout, wanted: Any) -> Any:
    """Return a batch of CSV cells with guards taken away and types given."""
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import compute  # noqa: PLC0415

    made = []
    for place, column in enumerate(columns(table, layout)):
        cells = batch.column(place)
        if column.kind == "text":
            cells = compute.replace_substring_regex(cells, "^'", "")
        elif column.kind == "yes":
            cells = compute.equal(cells, "yes")
        made.append(cells.cast(wanted.field(place).type))
    return pa.record_batch(made, schema=wanted)


def _raw(kind: Any) -> Any:
    import pyarrow as pa  # noqa: PLC0415

    return pa.string() if pa.types.is_boolean(kind) else kind


def _has_rows(path: Any) -> bool:
    with path.open("rb") as file:
        file.readline()
        return bool(file.readline())
