"""Where a commented copy goes: never over its draft unasked, never over what a person has changed, never half written."""

import contextlib
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from send_outcomes.annotate.threads import AUTHOR
from send_outcomes.documents import Problem, SettingsProblem
from send_outcomes.documents.replacing import replace_file
from send_outcomes.word.markup import children, value
from send_outcomes.word.opening import DEFAULTS
from send_outcomes.word.package import open_package

_SUFFIX = ".docx"
_SLACK = 4.0  # seconds; a memory stick keeps times to two
_WHOLE = "comments go into one Word document (.docx); give one file, not {}"


@dataclass(frozen=True, slots=True)
class Target:
    """The draft to be read and the file to be written, which is the draft itself where that was asked for."""

    draft: Path
    file: Path

    def write(self, data: bytes, when: dt.datetime) -> None:
        """Put `data` in place in one step, under a time of change by which the next run knows that nobody has changed it since.

        Raises SettingsProblem where that can't be done; nothing is left behind then.
        """
        replace_file(self.file, data, self.draft, when.timestamp())


def target_of(paths: tuple[str, ...], file: Path | None, in_place: bool) -> Target:
    """Return what to read and where to write, before anything is checked.

    `file` None with `in_place` means the draft itself. Raises SettingsProblem where the input is no single .docx, or where
    writing would lose something: the draft, or a file that is not ours or that a person has changed.
    """
    draft = _draft(paths)
    target = draft if file is None else file
    if target.suffix.lower() != _SUFFIX:
        raise SettingsProblem("comments are written into a Word document; give a name that ends in .docx", str(target))
    if _same(draft, target):
        if not in_place:
            raise SettingsProblem(
                "that is the draft itself; give another name, or say --in-place to write into it", str(target)
            )
        return Target(draft, draft.resolve())
    if in_place:
        raise SettingsProblem("--in-place writes into the draft itself; leave it out, or leave out the other name", str(target))
    if target.is_dir():
        raise SettingsProblem("is a folder; give the name of a file", str(target))
    if not target.parent.is_dir():
        raise SettingsProblem("cannot be written: no such folder", str(target))
    if target.exists() and not _untouched(target):
        raise SettingsProblem(
            "is there already, and is not ours or has been changed since; give another name, or check it with --in-place",
            str(target),
        )
    return Target(draft, target.resolve() if target.exists() else target)


def _draft(paths: tuple[str, ...]) -> Path:
    if len(paths) != 1:
        raise SettingsProblem(_WHOLE.format(f"{len(paths)}" if paths else "none"))
    if paths[0] == "-":
        raise SettingsProblem(_WHOLE.format("standard input"))
    draft = Path(paths[0])
    if draft.is_dir():
        raise SettingsProblem(_WHOLE.format("a folder"), paths[0])
    if draft.suffix.lower() != _SUFFIX:
        raise SettingsProblem(_WHOLE.format(f"a {draft.suffix} file" if draft.suffix else "another kind of file"), paths[0])
    return draft


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()


def _untouched(file: Path) -> bool:
    """Tell whether a file is as we wrote it: Word and whoever else saves it change its time to another than our comments'."""
    try:
        changed = file.stat().st_mtime
        package = open_package(file.read_bytes(), str(file), DEFAULTS)
        comments = package.tree(package.parts()["comments"])
    except (OSError, Problem):
        return False
    dates = [value(one, "date") or "" for one in children(comments, "comment") if value(one, "author") == AUTHOR]
    with contextlib.suppress(ValueError):
        return any(abs(dt.datetime.fromisoformat(date).timestamp() - changed) <= _SLACK for date in dates)
    return False
