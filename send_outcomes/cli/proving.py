"""Tests rule packs for `rules test`; validates packs, profiles and frameworks."""

from collections.abc import Callable, Sequence
from pathlib import Path

from send_outcomes.cli import exits, notices
from send_outcomes.cli.showing import page
from send_outcomes.documents import Problem, SettingsProblem
from send_outcomes.frameworks import problems_of, read_document
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.trial_lines import trial_lines
from send_outcomes.reports.why_lines import why_lines
from send_outcomes.rulebook import find_pack, load_pack, shipped_packs
from send_outcomes.trial import faults, look_into, try_pack


def packs_tried(names: list[str], why: bool = False) -> int:
    """Try every rule of the packs on its examples; return the exit code. `why` shows what was found, word by word.

    Raises SettingsProblem.
    """
    sheet = page()
    rules = examples = failures = 0
    for name in names or list(shipped_packs()):
        pack = load_pack(find_pack(name), valid=name in shipped_packs())
        more = trial_lines(sheet, pack.path if name not in shipped_packs() else Path(pack.path).name, try_pack(pack))
        if why:
            why_lines(sheet, look_into(pack))
        rules, examples, failures = rules + more[0], examples + more[1], failures + more[2]
    said = so_many(failures, "failure") if failures else "all as they should be"
    sheet.line()
    sheet.line((f"{rules} rules, {examples} examples: {said}.", "bold red" if failures else "bold green"))
    return exits.FINDINGS if failures else exits.CLEAN


def packs_validated(paths: list[Path]) -> int:
    """Say everything wrong with packs or profiles; return the exit code."""
    return _validated(paths, faults)


def frameworks_validated(paths: list[Path]) -> int:
    """Say everything wrong with frameworks; return the exit code."""
    return _validated(paths, lambda path: problems_of(read_document(path)))


def _validated(paths: list[Path], faults_of: Callable[[Path], Sequence[Problem]]) -> int:
    """Say what is wrong with each file; return the exit code: 2 where one could not be read, and the others were checked."""
    sheet, wrong, unread = page(), 0, 0
    for path in paths:
        try:
            problems = faults_of(path)
        except SettingsProblem as problem:
            problems, unread = [problem], unread + 1
        for found in problems:
            notices.complain(found)
        wrong += len(problems)
        if not problems:
            sheet.line(f"{path}: valid")
    if unread:
        return exits.NOT_STARTED
    return exits.FINDINGS if wrong else exits.CLEAN
