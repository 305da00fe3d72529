"""Puts a file in place in one step: it is there whole, or as it was before. Knows nothing of what is in it."""

import contextlib
import os
import tempfile
from pathlib import Path

from send_outcomes.documents.problems import SettingsProblem


def replace_file(file: Path, data: bytes, like: Path, changed: float | None = None) -> None:
    """Write `data` to `file`, with the rights of `like`; `changed` is the time of change it is given (seconds since 1970).

    Raises SettingsProblem where that can't be done; nothing is left behind then.
    """
    made = None
    try:
        handle, made = tempfile.mkstemp(suffix=file.suffix, prefix=".send-outcomes-", dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        with contextlib.suppress(OSError):
            Path(made).chmod(like.stat().st_mode & 0o777 | 0o200)
        if changed is not None:
            os.utime(made, (changed, changed))
        Path(made).replace(file)
    except OSError as error:
        if made is not None:
            with contextlib.suppress(OSError):
                Path(made).unlink()
        why = error.strerror or "unknown reason"
        raise SettingsProblem(f"cannot be written: {why} (is it open in another program?)", str(file)) from None
