"""Which format a report has. `auto`: by the ending of the file that is written, by GitHub's word that it is there, else text.

Text itself knows a terminal from a pipe, where it has no colour and eighty columns.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

AUTO = "auto"
_BY_ENDING = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown", ".markdown": "markdown", ".csv": "csv",
    ".sarif": "sarif", ".xml": "junit", ".html": "html", ".htm": "html",
}  # fmt: skip


def chosen(
    asked: str | None, settings: str | None, output: Path | None, environment: Mapping[str, str], formats: Collection[str]
) -> str:
    """Return which of `formats` to report in: as asked, else as the settings say, else as `automatic` does.

    What was not asked for and is none of them becomes text: `--statistics` has few formats.
    """
    name = asked or settings or AUTO
    if name == AUTO:
        name = automatic(output, environment)
    return name if asked == name or name in formats else "text"


def automatic(output: Path | None, environment: Mapping[str, str]) -> str:
    """Return the format that fits. `environment` are the process's variables; GitHub sets GITHUB_ACTIONS to “true”."""
    if output is not None:
        return _BY_ENDING.get(output.suffix.lower(), "text")
    return "github" if environment.get("GITHUB_ACTIONS", "").lower() == "true" else "text"
