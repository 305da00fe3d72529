"""Tests and validates rule packs for `rules test` and `rules validate`."""

from pathlib import Path

from send_outcomes.cli import exits, notices
from send_outcomes.cli.showing import page
from send_outcomes.documents import SettingsProblem
from send_outcomes.reports.trial_lines import trial_lines
from send_outcomes.rulebook import load_pack, shipped_packs
from send_outcomes.trial import faults, try_pack


def packs_tried(names: list[str]) -> int:
    """Try every rule of the packs on its examples; return the exit code. Raises SettingsProblem."""
    sheet = page()
    rules = examples = failures = 0
    for name in names or list(shipped_packs()):
        pack = load_pack(shipped_packs()[name], valid=True) if name in shipped_packs() else load_pack(_file(name))
        more = trial_lines(sheet, pack.path if name not in shipped_packs() else Path(pack.path).name, try_pack(pack))
        rules, examples, failures = rules + more[0], examples + more[1], failures + more[2]
    said = f"{failures} failure{'' if failures == 1 else 's'}" if failures else "all as they should be"
    sheet.line()
    sheet.line((f"{rules} rules, {examples} examples: {said}.", "bold red" if failures else "bold green"))
    return exits.FINDINGS if failures else exits.CLEAN


def packs_validated(paths: list[Path]) -> int:
    """Say everything wrong with packs or profiles; return the exit code. Raises SettingsProblem for a missing file."""
    sheet, wrong = page(), 0
    for path in paths:
        problems = faults(path)
        for problem in problems:
            notices.complain(problem)
        wrong += len(problems)
        if not problems:
            sheet.line(f"{path}: valid")
    return exits.FINDINGS if wrong else exits.CLEAN


def _file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise SettingsProblem(f"no pack “{name[:60]}”: use one of {', '.join(shipped_packs())}, or a .yaml file")
    return path
