"""Writes the file that `new` was asked for."""

import re
from pathlib import Path

from send_outcomes.cli import notices
from send_outcomes.documents import SettingsProblem, scaffold_text

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


def scaffold(kind: str, name: str, folder: Path) -> None:
    """Write `name`.yaml. Raises SettingsProblem where the name is no id, the file is there, or can't be written."""
    if not _ID.match(name):
        raise SettingsProblem(f"“{name[:60]}” is no id: use small letters and digits joined by hyphens, like our-area")
    path = folder / f"{name}.yaml"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(scaffold_text(kind).replace("NAME", name))
    except FileExistsError:
        raise SettingsProblem("is there already; give another name, or delete it first", str(path)) from None
    except OSError as error:
        raise SettingsProblem(f"cannot be written: {error.strerror or 'no such folder'}", str(path)) from None
    notices.notice(f"{path} written; its first lines say how to check and use it")
