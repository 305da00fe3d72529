"""What lint and map share: everything wanted is checked, compared with a baseline, reported on, and counted."""

import os
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from send_outcomes.cli import notices
from send_outcomes.cli.automatic import chosen
from send_outcomes.cli.baselining import Baselining
from send_outcomes.cli.checking import Checking
from send_outcomes.cli.exits import exit_code
from send_outcomes.cli.overwriting import keep_apart
from send_outcomes.cli.timing import Timing
from send_outcomes.cli.wanted import CheckWanted
from send_outcomes.configuration import configuration_for
from send_outcomes.documents import NothingInside
from send_outcomes.findings import Severity
from send_outcomes.plan_report import Summary
from send_outcomes.reports import Options, Run, begin
from send_outcomes.reports.output import opened

if TYPE_CHECKING:
    from send_outcomes.cli.commenting import Commenting


def run(wanted: CheckWanted, formats: Mapping[str, str]) -> int:
    """Check everything wanted, report on it in one of `formats`, return the exit code. Raises SettingsProblem."""
    _keep_what_is_read(wanted)
    given = configuration_for(Path.cwd(), wanted.config)
    timing = Timing() if wanted.timed else None
    with timing.of("making rules and vocabularies ready") if timing else nullcontext():
        checking = Checking(wanted, given, timing)
    baselining = Baselining(wanted.baseline, wanted.write_baseline)
    fail_on = wanted.fail_on or given.fail_on or "error"
    format_ = chosen(wanted.format, given.format, wanted.output, os.environ, formats)
    summary = Summary()
    commenting = _commenting(wanted)
    engines = checking.engines
    run_ = Run.of(engines.profile, engines.rules(), engines.frameworks())
    with opened(wanted.output) as output:
        options = Options(
            wanted.redact or bool(given.redact),
            wanted.show_text,
            output.width,
            output.colour,
            output.unicode,
            fail_on=None if fail_on == "never" else Severity(fail_on),
            compared=wanted.baseline is not None,
        )
        report = begin(format_, output.stream, run_, options, formats)
        for checked in map(baselining.compare, checking.reports()):
            summary.add(checked)
            with timing.of("writing the report") if timing else nullcontext():
                report.plan(checked)
            if commenting:
                commenting.reports.append(checked)
        report.end(summary, checking.errors)
    if commenting:
        commenting.finish(run_)
    baselining.finish()
    checking.say_what_was_left()
    if timing:
        timing.say()
    if not summary.outcomes and not checking.errors:
        notices.say("send-outcomes: no outcome found in what was given")
    failed = wanted.write_baseline is None and fail_on != "never" and summary.worst >= Severity(fail_on).weight
    unreadable = sum(bool(summary.outcomes) or not isinstance(error, NothingInside) for error in checking.errors)
    return exit_code(summary.outcomes, unreadable, failed)


def _keep_what_is_read(wanted: CheckWanted) -> None:
    """Raise SettingsProblem where anything to be written would take the place of something read, or of something else written."""
    read = (*wanted.paths, *wanted.previous, wanted.profile, *wanted.frameworks, wanted.config)
    keep_apart(wanted.output, (*read, wanted.baseline, wanted.write_baseline, wanted.annotate))
    keep_apart(wanted.write_baseline, (*read, wanted.annotate))  # the baseline that is read may be brought up to date


def _commenting(wanted: CheckWanted) -> "Commenting | None":
    if wanted.annotate is None and not wanted.in_place:
        return None
    from send_outcomes.cli.commenting import Commenting  # noqa: PLC0415 -- heavy, and rarely wanted

    return Commenting.of(wanted.paths, wanted.annotate, wanted.in_place, wanted.group)
