"""How files that this program has written itself are known: reports are no plans, and must not take the place of one."""

from pathlib import Path
from typing import Any

PROGRAM = "send-outcomes"
NO_PLAN = "is a report by this program, not a plan"

REPORT_COLUMNS = (
    "path", "plan", "item", "kind", "place", "line", "column", "code", "rule", "feature", "severity", "confidence",
    "state", "message", "words", "suggestion", "because", "text",
)  # fmt: skip

TABLES = ("plans", "outcomes", "findings", "errors")  # of an audit
SUMMARY = "summary.json"
RESULTS = frozenset(
    {SUMMARY, "copies.csv", "report.html", "report.xlsx", "moderation.xlsx"}
    | {f"{table}.{ending}" for table in TABLES for ending in ("csv", "parquet")}
)
_ALWAYS_THERE = (SUMMARY, *(f"{table}.csv" for table in TABLES))


def is_result(path: Path) -> bool:
    """Tell whether a file is one of an audit's results: by its name, and by what stands beside it."""
    return path.name in RESULTS and all((path.parent / name).is_file() for name in _ALWAYS_THERE)


def is_report(value: Any) -> bool:
    """Tell whether the value of a JSON document is a report: it names the tool that made it."""
    tool = value.get("tool") if isinstance(value, dict) else None
    return isinstance(tool, dict) and tool.get("name") == PROGRAM
