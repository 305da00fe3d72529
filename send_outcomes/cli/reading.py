"""Reads what is wanted and hands it to the view: plans as they come, and a word on every input without outcomes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from send_outcomes import readers
from send_outcomes.cli import notices
from send_outcomes.cli.exits import exit_code
from send_outcomes.cli.overwriting import keep_apart
from send_outcomes.cli.progress import progress
from send_outcomes.cli.wanted import ReadWanted
from send_outcomes.configuration import configuration_for
from send_outcomes.documents import NothingInside, Problem, UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.columns import NoColumn
from send_outcomes.readers.seen import headings_seen, looked_for
from send_outcomes.reports import Options, ReadView, begin_reading
from send_outcomes.reports.output import opened


def run(wanted: ReadWanted) -> int:
    """Show everything wanted, return the exit code. Raises SettingsProblem."""
    keep_apart(wanted.output, (*wanted.paths, wanted.config))
    skipped: Counter[str] = Counter()
    given = configuration_for(Path.cwd(), wanted.config)
    ours = frozenset([readers.real_path(wanted.output)] if wanted.output else [])
    options = readers.ReadOptions({**given.columns, **wanted.columns}, wanted.stdin_format, given.limits, skipped, ours)
    readers.check(options)
    errors: list[Problem] = []
    outcomes = 0
    with opened(wanted.output) as output:
        shown = Options(wanted.redact or bool(given.redact), width=output.width, colour=output.colour, unicode=output.unicode)
        view = begin_reading(wanted.format, output.stream, shown)
        for item in progress(_items(wanted, options, view), wanted.paths):
            if isinstance(item, Plan):
                outcomes += len(item.outcomes)
                view.plan(item)
            else:
                errors.append(item)
                notices.complain(item)
        view.end(errors)
    passed_over = readers.skipped_notice(skipped)
    if passed_over:
        notices.notice(passed_over)
    if not outcomes and not errors:
        notices.say("send-outcomes: no outcome found in what was given")
    unreadable = len(errors) if outcomes else sum(not isinstance(error, NothingInside) for error in errors)
    return exit_code(outcomes, unreadable, failed=False)


def _items(wanted: ReadWanted, options: readers.ReadOptions, view: ReadView) -> Iterator[Plan | UnreadableInput]:
    """Yield plans and problems; tell the view of every input that was read and held no outcome."""
    for given in readers.discover(wanted.paths, options.skipped, wanted.stdin_format, options.ours):
        if isinstance(given, UnreadableInput):
            yield given
            continue
        outcomes = problems = 0
        for item in readers.read_input(given, options):
            outcomes += len(item.outcomes) if isinstance(item, Plan) else 0
            problems += isinstance(item, UnreadableInput) and not isinstance(item, NothingInside | NoColumn)
            yield item
        if not outcomes and not problems:
            view.nothing(given.shown, looked_for(given.format), headings_seen(given, options))
