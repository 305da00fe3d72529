"""PATH… → the inputs to read: files, folders, globs (Windows shells leave them to us) and "-" for standard input.

In folders and globs, what is no plan is passed over and counted; links are not followed. Opens no file.
"""

import glob
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.documents.own_files import is_result
from send_outcomes.readers.ignore_file import SUFFIX
from send_outcomes.readers.registry import FORMATS, SAVE_AS, format_of, known_suffixes

# Files about a folder, not plans in it. Named on the command line, they are read.
ABOUT = frozenset(
    {"readme", "changelog", "license", "licence", "contributing", "notice", "authors", "security", "code_of_conduct"}
)
_MOST_DEPTH = 50
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read; `shown` is its path as the user gave it, `format` a name of `FORMATS`.

    `path` is None for standard input, whose format is None where it has to be guessed.
    """

    path: Path | None
    shown: str
    format: str | None


def discover(
    paths: Iterable[str | Path],
    skipped: Counter[str] | None = None,
    stdin_format: str | None = None,
    ours: Collection[Path] = (),
) -> Iterator[Input | UnreadableInput]:
    """Yield the inputs under `paths`, each once, in the order given and within folders by name.

    `skipped` is filled with what was passed over, by kind (".jpg", "hidden", "link", …). `ours` are left out unsaid.
    """
    skipped = Counter() if skipped is None else skipped
    seen: set[Path | None] = set()
    for given in paths:
        for found in _under(str(given), skipped, stdin_format):
            if isinstance(found, Input):
                real = real_path(found.path) if found.path else None
                if real in ours:
                    continue
                if real in seen:
                    skipped["given twice"] += 1
                    continue
                seen.add(real)
            yield found


def real_path(path: Path) -> Path:
    """Return where a path leads. Unlike `resolve()` it raises nothing, not even for links that lead in a circle."""
    return Path(os.path.realpath(path))


def skipped_notice(skipped: Counter[str]) -> str | None:
    """Return one line that says what was passed over (“skipped 4 files: 3 .jpg, 1 hidden”), None where nothing was.

    Sheets of workbooks are named, each with its file.
    """
    sheets = [kind for kind in skipped if kind.startswith("sheet ")]
    files = [(kind, count) for kind, count in skipped.items() if kind not in sheets]
    total = sum(count for _, count in files)
    said = []
    if total:
        often_first = sorted(files, key=lambda pair: (-pair[1], pair[0]))
        kinds = ", ".join(f"{count:,} {kind}" for kind, count in often_first)
        said.append(f"skipped {total:,} {'file' if total == 1 else 'files'}: {kinds}")
    if sheets:
        more = f" and {len(sheets) - _MOST_NAMED:,} more" if len(sheets) > _MOST_NAMED else ""
        said.append(f"skipped {', '.join(sheets[:_MOST_NAMED])}{more}")
    return "; ".join(said) or None


def _under(given: str, skipped: Counter[str], stdin_format: str | None) -> Iterator[Input | UnreadableInput]:
    if given == "-":
        yield Input(None, "-", stdin_format)
        return
    if not given:  # a script's variable that was never set: to take it for the whole folder would be a surprise
        yield UnreadableInput("a path is empty; give a file, a folder, or . for this folder")
        return
    path = Path(given)
    try:
        exists, folder = path.exists() or path.is_symlink(), path.is_dir()
    except (OSError, ValueError):
        yield UnreadableInput("is no path that can be opened", given[:200])
        return
    if folder:
        yield from _or_problem(_in_folder(path, skipped), given)
    elif not exists and glob.has_magic(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 -- takes absolute patterns too
        if not matches:
            yield UnreadableInput("no file matches", given)
            return
        yield from _or_problem(_in_glob([Path(match) for match in matches], skipped), given)
    elif not exists:
        yield UnreadableInput("no such file or folder; check the path", given)
    elif path.name.endswith(SUFFIX):  # what it belongs to is what is to be read: so say lists of changed files
        yield from _under(given.removesuffix(SUFFIX), skipped, stdin_format)
    elif name := format_of(path.suffix):
        yield Input(path, given, name)
    else:
        what = f"files ending in {path.suffix} are not read" if path.suffix else "a file without an ending is not read"
        instead = SAVE_AS.get(path.suffix.lower())
        yield UnreadableInput(f"{what}; {instead}" if instead else f"{what}; known: {known_suffixes()}", given)


def _or_problem(found: Iterator[Input | UnreadableInput], given: str) -> Iterator[Input | UnreadableInput]:
    """Yield what was found, or the problem that it was nothing."""
    empty = True
    for each in found:
        empty = False
        yield each
    if empty:
        yield NothingInside(f"no plan found here; files that can be read end in {known_suffixes()}", given)


def _in_glob(matches: Iterable[Path], skipped: Counter[str]) -> Iterator[Input | UnreadableInput]:
    for path in matches:
        if path.is_dir() and not path.is_symlink():
            yield from _in_folder(path, skipped)
        elif found := _file(path, skipped):
            yield found


def _in_folder(folder: Path, skipped: Counter[str], depth: int = 0) -> Iterator[Input | UnreadableInput]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        yield UnreadableInput("the folder may not be read", str(folder))
        return
    for path in inside:
        if path.is_dir() and not path.is_symlink():
            if path.name.startswith("."):
                skipped["hidden"] += 1
            elif depth >= _MOST_DEPTH:
                yield UnreadableInput(f"folders within folders, more than {_MOST_DEPTH} deep", str(path))
            else:
                yield from _in_folder(path, skipped, depth + 1)
        elif found := _file(path, skipped):
            yield found


def passed_over(name: str) -> str | None:
    """Return why a file of this name, found in a folder or an archive, is no plan; None where it may be one."""
    if name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#")):
        return "lock file of Office"
    if name.startswith("."):
        return "hidden"
    return "about the folder (README and the like)" if PurePath(name).stem.casefold() in ABOUT else None


def _file(path: Path, skipped: Counter[str]) -> Input | None:
    """Return a file found in a folder as an input, or count why it is passed over."""
    if path.name.endswith(SUFFIX):
        return None  # read with the file that it belongs to
    name = format_of(path.suffix)
    why = "link" if path.is_symlink() else passed_over(path.name)
    if why is None and (name is None or name not in FORMATS):
        why = path.suffix.lower() or "without an ending"
    if why is None and not path.is_file():
        why = "not a file"
    if why is None and is_result(path):
        why = "of an audit’s results"
    if why is None:
        return Input(path, str(path), name)
    skipped[why] += 1
    return None
