"""Runs an audit for the command line: finds the inputs, says how it goes, and how to go on should it be interrupted."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from send_outcomes import __version__, readers
from send_outcomes.audit import Layout
from send_outcomes.audit.finishing import Closer, Finished, finish, put_in_place
from send_outcomes.audit.going_on import Begun, start, take_up, unfinished
from send_outcomes.audit.groups import Groups
from send_outcomes.audit.journal import digest
from send_outcomes.audit.judging import Auditor, Item
from send_outcomes.audit.parquet import write_parquet
from send_outcomes.audit.running import Outcome
from send_outcomes.audit.running import run as run_audit
from send_outcomes.cli import exits, notices
from send_outcomes.cli.audit_progress import watching
from send_outcomes.cli.exits import exit_code
from send_outcomes.cli.moderating import check_free, check_per, sample_of
from send_outcomes.cli.overwriting import keep_apart
from send_outcomes.cli.wanted import AuditWanted
from send_outcomes.configuration import Choice, Configuration, Engines, configuration_for
from send_outcomes.documents import SettingsProblem, UnreadableInput
from send_outcomes.documents.own_files import RESULTS
from send_outcomes.findings import Severity
from send_outcomes.readers.discovery import Input
from send_outcomes.reports.caseload.board_page import write_board_page
from send_outcomes.reports.caseload.moderation_sheet import MODERATION
from send_outcomes.reports.caseload.names import names
from send_outcomes.reports.caseload.workbook import write_workbook
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.records import TOOL
from send_outcomes.workers import cores

REMEMBERED = 4_000  # readings in each process: some 40 MB
_SMALL = 300_000  # bytes: below, a worker reads a file whatever it is
_ONE_PLAN = ("word", "pdf", "yaml", "markdown", "text")  # files that hold a plan or a list, not a caseload

# Who else writes into the folder, given the tables, totals and summary.
CLOSERS: list[Closer] = [write_workbook, write_parquet, write_board_page]  # the one that takes longest first


@dataclass
class Preparation:
    """What each process needs: which rules, which groups, how to read. Goes to workers by pickle, before anything heavy is built."""

    choice: Choice
    given: Configuration
    today: dt.date
    by: tuple[str, ...]
    show_text: bool
    remember: int
    options: readers.ReadOptions

    @cached_property
    def engines(self) -> Engines:
        """The engines of this process."""
        engines = Engines(self.choice, self.given, self.today, self.remember)
        engines.build()  # here, where a fault in a rule can still be told of, before any worker starts
        return engines

    @cached_property
    def layout(self) -> Layout:
        """What the rows have in common."""
        frameworks = dict.fromkeys(framework.id for framework in self.engines.frameworks())
        return Layout(Groups(self.by).names, tuple(frameworks), self.show_text)

    def __getstate__(self) -> dict[str, Any]:
        """Leave behind what each process builds for itself."""
        return {key: value for key, value in vars(self).items() if key not in ("engines", "layout")}

    def auditor(self) -> Auditor:
        """Build what judges plans."""
        return Auditor(self.engines.of, self.layout, Groups(self.by))

    def read(self, source: Input) -> Iterator[Item]:
        """Yield the plans of an input, and what is wrong with it."""
        return readers.read_input(source, self.options)

    def alone(self, source: Input) -> bool:
        """Tell whether a worker is to read this input by itself."""
        if source.path is None:
            return False
        try:
            return source.format in _ONE_PLAN or source.path.stat().st_size <= _SMALL
        except OSError:  # gone, or not to be read: reading it will say so
            return True

    @property
    def skipped(self) -> Counter[str]:
        """What readers have passed over inside inputs."""
        return self.options.skipped

    def fingerprint(self) -> str:
        """Return a hash of everything that the results hang on, but the day and the inputs."""
        rules, frameworks = list(self.engines.rules()), list(self.engines.frameworks())
        weights = self.engines.usual.book.profile
        words = [Path(one).read_bytes() for one in self.given.vocabularies]
        return digest(
            __version__,
            self.choice,
            self.given,
            self.by,
            self.show_text,
            self.options.columns,
            weights,
            rules,
            frameworks,
            words,
        )


def run(wanted: AuditWanted) -> int:
    """Audit everything wanted; return the exit code. Raises SettingsProblem."""
    given = configuration_for(Path.cwd(), wanted.config)
    with _told(wanted.out):
        journal = unfinished(wanted.out)
    if journal and not wanted.resume:
        raise SettingsProblem(
            "holds an audit that was interrupted: add --resume to go on with it, or remove its folder .unfinished to begin anew",
            str(wanted.out),
        )
    begun_on = dt.date.fromisoformat(journal.today) if journal else dt.date.today()
    today = wanted.today or begun_on
    skipped: Counter[str] = Counter()
    columns = {**given.columns, **wanted.columns}
    options = readers.ReadOptions(columns=columns, stdin_format=wanted.stdin_format, limits=given.limits)
    readers.check(options)
    setup = Preparation(
        choice=Choice(wanted.profile, wanted.frameworks, wanted.select, wanted.ignore, evidence=False),
        given=given,
        today=today,
        by=wanted.by,
        show_text=wanted.show_text and not given.redact,
        remember=REMEMBERED if wanted.cached else 0,
        options=options,
    )
    if wanted.sampling:
        check_per(wanted.sampling, setup.layout.groups, str(wanted.out))
        if not (journal and journal.ready):  # else it may be this audit's own, already in its place
            check_free(wanted.out / MODERATION)
    settings = digest(setup.fingerprint(), today)
    with _told(wanted.out):  # not before it is clear that the audit can begin
        wanted.out.mkdir(parents=True, exist_ok=True)
    found = list(readers.discover(wanted.paths, skipped, wanted.stdin_format))
    sources = [one for one in found if isinstance(one, Input)]
    problems = [one for one in found if isinstance(one, UnreadableInput)]
    for one in sources:
        if one.path and one.path.name in RESULTS:
            keep_apart(wanted.out / one.path.name, [one.path], "give --out another folder")
    if journal:
        begun = take_up(wanted.out, settings, journal, sources, setup.layout)
        _say_changed(begun)
    else:
        if wanted.resume:
            notices.notice(f"{wanted.out}: no interrupted audit here; beginning from the start")
        begun = start(wanted.out, settings, today.isoformat())
    with _to_go_on(wanted, begun):
        with watching(begun) as watch:
            outcome = run_audit(sources, problems, setup, begun, setup.layout, cores(wanted.jobs), watch)
        outcome.skipped += skipped
        return _end(wanted, setup, begun, outcome)


@contextmanager
def _told(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SettingsProblem(f"cannot be written: {error.strerror}", str(out)) from None


@contextmanager
def _to_go_on(wanted: AuditWanted, begun: Begun) -> Iterator[None]:
    """Say how to go on, should Ctrl-C or the system end the audit."""
    try:
        yield
    except KeyboardInterrupt:
        done = sum(entry.plans for entry in begun.journal.entries)
        notices.say(f"send-outcomes: interrupted; {done:,} plans are done. {_go_on(wanted)}")
        raise
    except BrokenExecutor:
        notices.say(f"send-outcomes: a worker process was ended from outside (out of memory?). {_go_on(wanted)}")
        raise SystemExit(exits.INTERRUPTED) from None


def _end(wanted: AuditWanted, setup: Preparation, begun: Begun, outcome: Outcome) -> int:
    bands = setup.engines.usual.book.profile.bands
    facts = {
        "tool": TOOL,
        "profile": setup.engines.profile,
        "today": setup.today.isoformat(),
        "bands": {"weights": dict(bands.weights), "partly": bands.partly, "from": dict(bands.floors)},
        "names": names(setup.engines.rules(), setup.engines.frameworks()),
    }
    if not begun.journal.ready:
        closers: list[Closer] = [*CLOSERS, partial(sample_of, wanted=wanted.sampling)] if wanted.sampling else CLOSERS
        finished = finish(begun, setup.layout, facts, closers, cores(wanted.jobs))
        _say_result(finished, [name for name in setup.by if name in setup.layout.groups])
    put_in_place(begun, wanted.out)
    if passed_over := readers.skipped_notice(outcome.skipped):
        notices.notice(passed_over)
    if outcome.unreadable:
        notices.notice(f"{outcome.unreadable:,} could not be read: see {wanted.out / 'errors.csv'}")
    notices.notice(f"results are in {wanted.out}")
    if not outcome.outcomes:
        notices.say("send-outcomes: no outcome found in what was given")
    fail_on = wanted.fail_on or setup.given.fail_on or "error"
    failed = fail_on != "never" and outcome.worst >= Severity(fail_on).weight
    return exit_code(outcome.outcomes, outcome.unreadable, failed)


def _say_changed(begun: Begun) -> None:
    for shown in begun.changed:
        notices.notice(f"{shown}: has changed since; done anew")


def _say_result(finished: Finished, by: Iterable[str]) -> None:
    totals = finished.totals
    for name in by:
        if name not in totals.too_many and not any(totals.groups.get(name, ())):
            notices.say(f"send-outcomes: --by {name}: no table has a column of that name with anything in it")
    bands = ", ".join(f"{count:,} {band.replace('_', ' ')}" for band, count in sorted(totals.all.bands.items()) if band)
    plans, outcomes = so_many(totals.plans, "plan"), so_many(totals.outcomes, "outcome")
    notices.notice(f"{plans}, {outcomes}: {bands or 'no bands'} (a person decides)")


def _go_on(wanted: AuditWanted) -> str:
    return f"What is done is kept in {wanted.out}: to go on, run the same command with --resume"
