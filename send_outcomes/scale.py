"""The heart of an audit for other engines: Arrow batches of an export's rows in, Arrow batches of results out. Pure.

Spark's `mapInArrow`, Dask or Ray run it over as many machines as they have; docs/scale.md shows how.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from send_outcomes.audit import Layout, columns
from send_outcomes.audit.groups import Groups
from send_outcomes.audit.judging import Auditor
from send_outcomes.audit.parquet import schema
from send_outcomes.engine import Engine
from send_outcomes.frameworks import find
from send_outcomes.model import Plan
from send_outcomes.readers.arrow_rows import plans_in
from send_outcomes.rulebook import assemble, load_profile

_PLANS = 100  # for one batch of results
_REMEMBERED = 4_000


@dataclass(frozen=True)
class Wanted:
    """What to judge by, and what to give back. `today` stands in for the date of plans that have none; `columns` as `--column`.

    `table` is plans, outcomes or findings.
    """

    today: dt.date
    table: str = "outcomes"
    profile: str = "nottingham"
    by: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    show_text: bool = False
    path: str = ""


def results_schema(wanted: Wanted) -> Any:
    """Return the Arrow schema of the results. Needs pyarrow; raises SettingsProblem for an unknown profile."""
    return schema(wanted.table, _layout(wanted))


def audited(batches: Iterable[Any], wanted: Wanted) -> Iterator[Any]:
    """Yield the results for record batches of an export's rows. All rows of a plan must be among them, in the plan's order.

    Raises SettingsProblem, and UnreadableInput where no column holds outcomes.
    """
    auditor, layout = _auditor(wanted), _layout(wanted)
    found = (one for one in plans_in(batches, wanted.path, wanted.columns) if isinstance(one, Plan))
    while plans := list(islice(found, _PLANS)):
        rows = [row for plan in plans for row in _rows(auditor, plan, wanted.table)]
        if rows:
            yield _batch(rows, wanted.table, layout)


def _rows(auditor: Auditor, plan: Plan, table: str) -> Sequence[Any]:
    rows = auditor.rows(plan)
    return {"plans": (rows.plan,), "outcomes": rows.outcomes, "findings": rows.findings}[table]


def _batch(rows: Sequence[Any], table: str, layout: Layout) -> Any:
    import pyarrow as pa  # noqa: PLC0415 -- an extra

    wanted = schema(table, layout)
    made = []
    for place, column in enumerate(columns(table, layout)):
        values = [column.of(row) for row in rows]
        if column.kind in ("text", "word"):
            values = ["" if value is None else str(value) for value in values]
        elif column.kind == "yes":
            values = [bool(value) for value in values]
        elif column.kind == "date":
            values = [dt.date.fromisoformat(str(value)) if value else None for value in values]
        made.append(pa.array(values, wanted.field(place).type))
    return pa.record_batch(made, schema=wanted)


@lru_cache(maxsize=4)
def _engine(profile: str, today: dt.date) -> Engine:
    """Return the engine of this process: built once, however many partitions come by."""
    chosen = load_profile(profile)
    frameworks = [find(name) for name in chosen.frameworks]
    return Engine(assemble(chosen), frameworks, today, evidence=False, remember=_REMEMBERED)


def _auditor(wanted: Wanted) -> Auditor:
    engine = _engine(wanted.profile, wanted.today)
    return Auditor(lambda path: engine, _layout(wanted), Groups(wanted.by))


def _layout(wanted: Wanted) -> Layout:
    return Layout(Groups(wanted.by).names, load_profile(wanted.profile).frameworks, wanted.show_text)
