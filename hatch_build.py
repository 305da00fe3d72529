"""Parses our YAML files when the package is built, so that no start need do it (`send_outcomes/documents/parsed.py`)."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Writes `send_outcomes/parsed.tsv`; in a checkout it stays there, and is none of git's business."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the file before the wheel is put together."""
        top = Path(self.root)
        sys.path.insert(0, self.root)
        from send_outcomes.documents.parsed import FILE, dumped  # noqa: PLC0415 -- it stands beside this file

        FILE.write_text(dumped([top / "rules", top / "frameworks"]), encoding="utf-8", newline="\n")
        build_data["artifacts"].append(f"/{FILE.relative_to(top).as_posix()}")
