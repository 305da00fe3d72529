"""Where the settings stand: in the folder a command is run from, or the nearest one above it that has them."""

from pathlib import Path

OWN = "send-outcomes.toml"
SHARED = "pyproject.toml"
_TABLE = "[tool.send-outcomes"


def find_configuration(start: Path) -> Path | None:
    """Return the nearest file of settings at or above the folder `start`, None where there is none.

    In one folder a `send-outcomes.toml` goes before a `pyproject.toml`, which counts only where it speaks of this tool.
    """
    for folder in (start, *start.parents):
        if (folder / OWN).is_file():
            return folder / OWN
        if _speaks_of_us(folder / SHARED):
            return folder / SHARED
    return None


def _speaks_of_us(path: Path) -> bool:
    try:
        return _TABLE in path.read_text(encoding="utf-8").replace(" ", "").replace('"', "")
    except (OSError, UnicodeDecodeError):
        return False
