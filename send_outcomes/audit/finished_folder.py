"""Reads what a finished audit left in its folder: the summary, for those who draw samples and compare."""

import json
from pathlib import Path
from typing import Any

from send_outcomes.documents import SettingsProblem
from send_outcomes.documents.own_files import SUMMARY

_VERSION = 1
_MOST_BYTES = 500_000_000
_UNFINISHED = ".unfinished"


def summary_in(folder: Path) -> dict[str, Any]:
    """Return the summary of a finished audit. Raises SettingsProblem where the folder holds none."""
    path = folder / SUMMARY
    if not path.is_file():
        if (folder / _UNFINISHED).is_dir():
            raise SettingsProblem("holds an audit that was interrupted: finish it first, with --resume", str(folder))
        raise SettingsProblem("holds no finished audit: send-outcomes audit PATH… --out FOLDER makes one", str(folder))
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise ValueError
        summary = json.loads(path.read_text(encoding="utf-8"))
        if summary["version"] != _VERSION or not {"totals", "bands", "names", "copied"} <= summary.keys():
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise SettingsProblem("can't be read as the summary of an audit by this version; audit anew", str(path)) from None
    found: dict[str, Any] = summary
    return found
