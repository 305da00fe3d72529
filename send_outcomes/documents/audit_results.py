"""By which names the results of an audit are known: they are no plans, and must not take the place of one."""

from pathlib import Path

_TABLES = ("plans", "outcomes", "findings", "errors")

RESULTS = frozenset(
    {"summary.json", "copies.csv", "report.html", "report.xlsx", "moderation.xlsx"}
    | {f"{table}.{ending}" for table in _TABLES for ending in ("csv", "parquet")}
)
_ALWAYS_THERE = ("summary.json", *(f"{table}.csv" for table in _TABLES))


def is_result(path: Path) -> bool:
    """Tell whether a file is one of an audit's results: by its name, and by what stands beside it."""
    return path.name in RESULTS and all((path.parent / name).is_file() for name in _ALWAYS_THERE)
