"""Which of the settings for some paths hold for one file: patterns as in a .gitignore, the later one winning."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePath

from send_outcomes.configuration.settings import Configuration, PathRule


def rules_for(given: Configuration, path: PurePath) -> Iterator[tuple[int, PathRule]]:
    """Yield those settings, with their number in the file, that hold for `path`, which is from the current folder."""
    if not given.paths or given.folder is None:
        return
    here = _from_folder(Path(path), Path(given.folder))
    for number, rule in enumerate(given.paths):
        if here is not None and _spec(rule.match).match_file(here):
            yield number, rule


def _from_folder(path: Path, folder: Path) -> str | None:
    """Return the path as seen from the folder of the settings; None for one that stands outside it."""
    try:
        return path.resolve().relative_to(folder).as_posix()
    except (ValueError, OSError):
        return None


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]):  # type: ignore[no-untyped-def]  # noqa: ANN202 -- pathspec is imported when asked for
    from pathspec import GitIgnoreSpec  # noqa: PLC0415

    return GitIgnoreSpec.from_lines(patterns)
