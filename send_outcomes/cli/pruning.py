"""`baseline prune`: looks again, keeps of a baseline what is still found or was not looked at, and says what went."""

from pathlib import Path

from send_outcomes.cli import exits, notices
from send_outcomes.cli.baselining import Baselining, write_baseline
from send_outcomes.cli.checking import Checking
from send_outcomes.cli.wanted import CheckWanted
from send_outcomes.configuration import configuration_for
from send_outcomes.documents import NothingInside


def pruned(wanted: CheckWanted, file: Path, dry_run: bool) -> int:
    """Prune the baseline in `file`, return the exit code. Raises SettingsProblem."""
    given = configuration_for(Path.cwd(), wanted.config)
    checking = Checking(wanted, given)
    baselining = Baselining(file, None, keep=True)
    for report in checking.reports():
        baselining.compare(report)
    emptied = [error.path for error in checking.errors if isinstance(error, NothingInside)]
    if any(not isinstance(error, NothingInside) for error in checking.errors):
        notices.say(f"send-outcomes: {file} is left as it is: what could not be read may still have its findings")
        return exits.UNREADABLE
    in_force = {rule.code for rule in checking.engines.rules()}
    left = baselining.left()
    unseen = baselining.not_looked_at(left, emptied)
    stay = set(unseen)
    kept = [*baselining.known, *(entry for entry in left if entry.rule not in in_force or entry in stay)]
    if not dry_run:
        write_baseline(file, kept)
    verb = "would be taken out" if dry_run else "taken out"
    stays = f"; {len(unseen):,} in files that were not looked at stay" if unseen else ""
    notices.say(
        f"send-outcomes: {len(baselining.entries) - len(kept):,} of {len(baselining.entries):,} {verb} of {file}{stays}"
    )
    return exits.CLEAN
