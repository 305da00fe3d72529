"""`--watch`: checks again whenever something changes among what is wanted, until Ctrl-C. What has not changed comes from the cache."""

import sys
from collections.abc import Mapping
from pathlib import Path

from send_outcomes.cli import exits, notices
from send_outcomes.cli.running import run
from send_outcomes.cli.wanted import Wanted
from send_outcomes.documents import Problem, SettingsProblem
from send_outcomes.readers import FORMATS

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_SETTINGS = (".toml",)


def watch_and_run(wanted: Wanted, formats: Mapping[str, str]) -> int:
    """Run now and after every change; return the exit code of the last run. Raises SettingsProblem where watching can't begin."""
    try:
        from watchfiles import watch  # noqa: PLC0415 -- an extra
    except ImportError:
        raise SettingsProblem("--watch needs one more library: pip install “send-outcomes[watch]”") from None
    folders = _folders(wanted)
    ours = {path.resolve() for path in (wanted.output,) if path}
    code = _once(wanted, formats)
    notices.notice("watching for changes; Ctrl-C ends it")
    suffixes = (*(suffix for format_ in FORMATS.values() for suffix in format_.suffixes), *_SETTINGS)
    changes = watch(
        *folders,
        watch_filter=lambda _, path: path.lower().endswith(suffixes) and Path(path).resolve() not in ours,
        raise_interrupt=False,
    )
    for _ in changes:
        code = _once(wanted, formats)
    return code


def _once(wanted: Wanted, formats: Mapping[str, str]) -> int:
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


def _folders(wanted: Wanted) -> list[Path]:
    """Return what to watch: each folder, the folder of each file or pattern, and of the file of settings."""
    folders = {Path()} if wanted.config is None else {Path(wanted.config).parent}
    for given in wanted.paths:
        path = Path(given)
        while not path.is_dir():
            path = path.parent
        folders.add(path)
    return sorted(folders)
