"""What lint and map share: rules and frameworks made ready, inputs read and checked one by one, the report written."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from send_outcomes import readers
from send_outcomes.cli import notices
from send_outcomes.cli.baselining import Baselining
from send_outcomes.cli.exits import exit_code
from send_outcomes.cli.progress import progress
from send_outcomes.cli.surroundings import last_plans, surrounded
from send_outcomes.configuration import Choice, Configuration, Engines, configuration_for
from send_outcomes.documents import NothingInside, Problem, UnreadableInput
from send_outcomes.editions import Editions
from send_outcomes.findings import Severity
from send_outcomes.model import Plan, PlanKind
from send_outcomes.plan_report import Summary
from send_outcomes.register import Register
from send_outcomes.reports import Options, Run, begin
from send_outcomes.reports.output import opened

if TYPE_CHECKING:
    from send_outcomes.cli.commenting import Commenting


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for, in the words of the options."""

    paths: tuple[str, ...]
    profile: str | None = None
    frameworks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: dt.date | None = None
    format: str = "text"
    output: Path | None = None
    redact: bool = False
    show_text: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    stdin_format: str | None = None
    fail_on: str | None = None
    config: str | None = None
    suggest: bool = False
    annotate: Path | None = None
    in_place: bool = False
    group: bool = False
    previous: tuple[str, ...] = ()


def run(wanted: Wanted, formats: Mapping[str, str]) -> int:
    """Check everything wanted, report on it in one of `formats`, return the exit code. Raises SettingsProblem."""
    given = configuration_for(Path.cwd(), wanted.config)
    engines = engines_for(wanted, given)
    baselining = Baselining(wanted.baseline, wanted.write_baseline)
    fail_on = wanted.fail_on or given.fail_on or "error"
    summary = Summary()
    errors: list[Problem] = []
    skipped: Counter[str] = Counter()
    without_last = 0
    reading = _read_options(wanted, given)
    editions, unread = last_plans(wanted.previous, reading) if wanted.previous else (Editions(()), [])
    for problem in unread:
        errors.append(problem)
        notices.complain(problem)
    copies = Register() if any(rule.check == "copied" for rule in engines.rules()) else None
    commenting = _commenting(wanted)
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
        report = begin(wanted.format, output.stream, run_, options, formats)
        for item, around in surrounded(items(wanted, given, skipped), editions, copies):
            if isinstance(item, Problem):
                errors.append(item)
                notices.complain(item)
                continue
            checked = baselining.compare(engines.of(item.path).check(item, around))
            without_last += bool(editions) and item.kind is PlanKind.PLAN and around.previous is None
            summary.add(checked)
            report.plan(checked)
            if commenting:
                commenting.reports.append(checked)
        report.end(summary, errors)
    if commenting:
        commenting.finish(run_)
    baselining.finish()
    if without_last:
        notices.notice(f"{without_last} {'plan has' if without_last == 1 else 'plans have'} no last plan among those given")
    passed_over = readers.skipped_notice(skipped)
    if passed_over:
        notices.notice(passed_over)
    if not summary.outcomes and not errors:
        notices.say("send-outcomes: no outcome found in what was given")
    failed = wanted.write_baseline is None and fail_on != "never" and summary.worst >= Severity(fail_on).weight
    unreadable = len(errors) if summary.outcomes else sum(not isinstance(e, NothingInside) for e in errors)
    return exit_code(summary.outcomes, unreadable, failed)


def _commenting(wanted: Wanted) -> "Commenting | None":
    if wanted.annotate is None and not wanted.in_place:
        return None
    from send_outcomes.cli.commenting import Commenting  # noqa: PLC0415 -- heavy, and rarely wanted

    return Commenting.of(wanted.paths, wanted.annotate, wanted.in_place, wanted.group)


def engines_for(wanted: Wanted, given: Configuration) -> Engines:
    """Return the rules and frameworks made ready. Raises SettingsProblem."""
    choice = Choice(wanted.profile, wanted.frameworks, wanted.select, wanted.ignore, wanted.suggest)
    return Engines(choice, given, wanted.today or dt.date.today())


def items(wanted: Wanted, given: Configuration, skipped: Counter[str]) -> Iterator[Plan | UnreadableInput]:
    """Yield what is wanted, read one by one, and what could not be."""
    return progress(readers.read(wanted.paths, _read_options(wanted, given), skipped), wanted.paths)


def _read_options(wanted: Wanted, given: Configuration) -> readers.ReadOptions:
    columns = {**given.columns, **wanted.columns}
    ours = frozenset(path.resolve() for path in (wanted.baseline, wanted.write_baseline, wanted.output) if path)
    return readers.ReadOptions(columns=columns, stdin_format=wanted.stdin_format, limits=given.limits, ours=ours)
