"""What lint and map share: rules and frameworks made ready, inputs read and checked one by one, the report written."""

import datetime as dt
import gc
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from send_outcomes import readers
from send_outcomes.cli import notices
from send_outcomes.cli.exits import exit_code
from send_outcomes.cli.progress import progress
from send_outcomes.documents import NothingInside, Problem, UnreadableInput
from send_outcomes.engine import Engine
from send_outcomes.findings import Severity
from send_outcomes.frameworks import find
from send_outcomes.model import Plan
from send_outcomes.plan_report import Summary
from send_outcomes.reports import Options, Run, begin
from send_outcomes.reports.output import opened
from send_outcomes.rulebook import assemble, load_profile

if TYPE_CHECKING:
    from send_outcomes.cli.commenting import Commenting


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asked for, in the words of the options."""

    paths: tuple[str, ...]
    profile: str
    frameworks: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    today: dt.date | None = None
    format: str = "text"
    output: Path | None = None
    redact: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    stdin_format: str | None = None
    fail_on: Severity | None = None
    annotate: Path | None = None
    in_place: bool = False
    group: bool = False


def run(wanted: Wanted, formats: Mapping[str, str]) -> int:
    """Check everything wanted, report on it in one of `formats`, return the exit code. Raises SettingsProblem."""
    gc.disable()  # what is built here stays: the collector would only walk it, again and again
    profile = load_profile(wanted.profile)
    book = assemble(profile, wanted.select, wanted.ignore)
    engine = Engine(book, [find(name) for name in wanted.frameworks or profile.frameworks], wanted.today or dt.date.today())
    gc.freeze()
    gc.enable()
    summary = Summary()
    errors: list[Problem] = []
    skipped: Counter[str] = Counter()
    commenting = _commenting(wanted)
    run_ = Run.of(profile.id, book.rules, engine.frameworks)
    with opened(wanted.output) as output:
        options = Options(wanted.redact, width=output.width, colour=output.colour, unicode=output.unicode)
        report = begin(wanted.format, output.stream, run_, options, formats)
        for item in _items(wanted, skipped):
            if isinstance(item, Problem):
                errors.append(item)
                notices.complain(item)
                continue
            checked = engine.check(item)
            summary.add(checked)
            report.plan(checked)
            if commenting:
                commenting.reports.append(checked)
        report.end(summary, errors)
    if commenting:
        commenting.finish(run_)
    passed_over = readers.skipped_notice(skipped)
    if passed_over:
        notices.notice(passed_over)
    if not summary.outcomes and not errors:
        notices.say("send-outcomes: no outcome found in what was given")
    failed = wanted.fail_on is not None and summary.worst >= wanted.fail_on.weight
    unreadable = len(errors) if summary.outcomes else sum(not isinstance(e, NothingInside) for e in errors)
    return exit_code(summary.outcomes, unreadable, failed)


def _commenting(wanted: Wanted) -> "Commenting | None":
    if wanted.annotate is None and not wanted.in_place:
        return None
    from send_outcomes.cli.commenting import Commenting  # noqa: PLC0415 -- heavy, and rarely wanted

    return Commenting.of(wanted.paths, wanted.annotate, wanted.in_place, wanted.group)


def _items(wanted: Wanted, skipped: Counter[str]) -> Iterator[Plan | UnreadableInput]:
    options = readers.ReadOptions(columns=wanted.columns, stdin_format=wanted.stdin_format)
    return progress(readers.read(wanted.paths, options, skipped), wanted.paths)
