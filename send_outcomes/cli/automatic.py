"""`--format auto`: by the ending of the file that is written, by GitHub's word that it is there, else text.

Text itself knows a terminal from a pipe, where it has no colour and eighty columns.
"""

from collections.abc import Mapping
from pathlib import Path

AUTO = "auto"
_BY_ENDING = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown", ".markdown": "markdown", ".csv": "csv",
    ".sarif": "sarif", ".xml": "junit",
}  # fmt: skip


def automatic(output: Path | None, environment: Mapping[str, str]) -> str:
    """Return the format that fits. `environment` are the process's variables; GitHub sets GITHUB_ACTIONS to “true”."""
    if output is not None:
        return _BY_ENDING.get(output.suffix.lower(), "text")
    return "github" if environment.get("GITHUB_ACTIONS", "").lower() == "true" else "text"
