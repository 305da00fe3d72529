"""`--watch`: checks again whenever something changes among what is wanted, until Ctrl-C. What has not changed comes from the cache."""

import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path

from send_outcomes.cli import exits, notices
from send_outcomes.cli.running import run
from send_outcomes.cli.wanted import CheckWanted
from send_outcomes.configuration import configuration_for
from send_outcomes.documents import Problem, SettingsProblem
from send_outcomes.readers import FORMATS, real_path

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_SETTINGS = (".toml",)
_LOOK_UP = 200  # milliseconds, after which it looks whether Ctrl-C was pressed


def watch_and_run(wanted: CheckWanted, formats: Mapping[str, str]) -> int:
    """Run now and after every change; return the exit code of the last run. Raises SettingsProblem where watching can't begin."""
    try:
        from watchfiles import watch  # noqa: PLC0415 -- an extra
    except ImportError:
        raise SettingsProblem('--watch needs one more library: pip install "send-outcomes[watch]"') from None
    ours = {real_path(path) for path in (wanted.output,) if path}
    watched = _watched(wanted)
    suffixes = (*(suffix for format_ in FORMATS.values() for suffix in format_.suffixes), *_SETTINGS)
    changes = watch(
        *watched,
        watch_filter=lambda _, path: path.lower().endswith(suffixes) and real_path(Path(path)) not in ours,
        recursive=any(Path(path).is_dir() or "*" in path for path in wanted.paths),
        rust_timeout=_LOOK_UP,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    code = exits.INTERRUPTED
    with contextlib.suppress(KeyboardInterrupt):
        next(changes)  # from here on it sees what changes, while we check as well
        code = _once(wanted, formats)
        notices.notice("watching for changes; Ctrl-C ends it")
        for change in changes:
            code = _once(wanted, formats) if change else code
    return code


def _once(wanted: CheckWanted, formats: Mapping[str, str]) -> int:
    """Run once; what is wrong with rules or settings is told of and may be mended while we watch."""
    if wanted.output is None and sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    try:
        code = run(wanted, formats)
    except Problem as problem:
        notices.complain(problem)
        code = exits.NOT_STARTED
    sys.stdout.flush()
    return code


def _watched(wanted: CheckWanted) -> list[Path]:
    """Return the folders that the paths are or stand in, and those of the files of settings and rules in force."""
    given = configuration_for(Path.cwd(), wanted.config)
    settings = (given.path, given.profile, wanted.profile, *given.packs, *given.frameworks, *wanted.frameworks)
    return sorted({_folder(Path(path)) for path in (*wanted.paths, *(one for one in settings if one and Path(one).is_file()))})


def _folder(path: Path) -> Path:
    while not path.is_dir():
        path = path.parent
    return path
