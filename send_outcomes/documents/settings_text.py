"""The text of a file that people write for this tool: a pack, profile, framework, vocabulary or file of settings."""

from pathlib import Path

from send_outcomes.documents.problems import SettingsProblem

_MOST_BYTES = 5_000_000


def settings_text(path: Path) -> str:
    """Return the text of such a file. Raises SettingsProblem where it can't be read, is no UTF-8 or far too large."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise SettingsProblem(f"larger than {_MOST_BYTES // 1_000_000} MB; such a file is a few pages of text", str(path))
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise SettingsProblem("no such file", str(path)) from None
    except UnicodeDecodeError:
        raise SettingsProblem("not UTF-8 text; save it as UTF-8", str(path)) from None
    except OSError as error:
        raise SettingsProblem(f"cannot be read: {error.strerror or 'unknown reason'}", str(path)) from None
