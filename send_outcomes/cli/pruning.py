"""`baseline prune`: looks at everything again, keeps of a baseline what is still found, and says what went."""

from collections import Counter
from pathlib import Path

from send_outcomes.cli import exits, notices
from send_outcomes.cli.baselining import Baselining, write_baseline
from send_outcomes.cli.running import Wanted, engines_for, items
from send_outcomes.configuration import configuration_for
from send_outcomes.documents import NothingInside, Problem


def pruned(wanted: Wanted, file: Path, dry_run: bool) -> int:
    """Prune the baseline in `file`, return the exit code. Raises SettingsProblem."""
    given = configuration_for(Path.cwd(), wanted.config)
    engines = engines_for(wanted, given)
    baselining = Baselining(file, None, keep=True)
    unreadable = 0
    for item in items(wanted, given, Counter()):
        if isinstance(item, Problem):
            notices.complain(item)
            unreadable += not isinstance(item, NothingInside)
        else:
            baselining.compare(engines.of(item.path).check(item))
    if unreadable:
        notices.say(f"send-outcomes: {file} is left as it is: what could not be read may still have its findings")
        return exits.UNREADABLE
    in_force = {rule.code for rule in engines.rules()}
    left = baselining.left()
    kept = [*baselining.known, *(entry for entry in left if entry.rule not in in_force)]
    if not dry_run:
        write_baseline(file, kept)
    verb = "would be taken out" if dry_run else "taken out"
    notices.say(f"send-outcomes: {len(baselining.entries) - len(kept):,} of {len(baselining.entries):,} {verb} of {file}")
    return exits.CLEAN
