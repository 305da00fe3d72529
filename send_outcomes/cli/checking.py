"""Reads what is wanted and checks it, plan by plan, each with what stands around it. Problems are told of and gathered."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from send_outcomes import readers
from send_outcomes.cli import notices
from send_outcomes.cli.answering import Answering, Question
from send_outcomes.cli.progress import progress
from send_outcomes.cli.remembering import Remembering
from send_outcomes.cli.surroundings import last_plans, surrounded
from send_outcomes.cli.timing import Timing
from send_outcomes.cli.wanted import CheckWanted
from send_outcomes.configuration import Choice, Configuration, Engines
from send_outcomes.documents import Problem
from send_outcomes.editions import Editions
from send_outcomes.model import PlanKind
from send_outcomes.plan_report import PlanReport
from send_outcomes.register import Register


class Checking:
    """One run over everything that is wanted. `errors` holds what could not be read, so far."""

    def __init__(self, wanted: CheckWanted, given: Configuration, timing: Timing | None = None) -> None:
        """Make the rules, the frameworks and the last plans ready; `timing` sees what takes how long. Raises SettingsProblem."""
        choice = Choice(wanted.profile, wanted.frameworks, wanted.select, wanted.ignore, wanted.suggest)
        today = wanted.today or dt.date.today()
        self._timing = timing
        self.engines = Engines(choice, given, today, watched=timing)
        self._memory = Remembering(self.engines, given, today, wanted.cached and not wanted.suggest)
        if not self._memory.is_proven:
            self.engines.build()  # now, so that a fault in a rule is told of before anything is reported
            self._memory.prove()
        self._answering = Answering(choice, given, today, self.engines, wanted.jobs)
        self.errors: list[Problem] = []
        self._paths, self._options = wanted.paths, _read_options(wanted, given)
        self._skipped: Counter[str] = Counter()
        self._editions = self._last_plans(wanted.previous)
        self._copies = Register() if any(rule.check == "copied" for rule in self.engines.rules()) else None
        self._without_last = 0

    def reports(self) -> Iterator[PlanReport]:
        """Yield the report on every plan and list, in order. Raises SettingsProblem where a path's own settings are wrong."""
        try:
            for question, report in self._answering.answers(self._questions()):
                if isinstance(report, Problem):
                    self._tell(report)
                    continue
                if question.known is None:
                    self._memory.keep(report, question.around)
                yield report
        finally:
            self._memory.close()

    def say_what_was_left(self) -> None:
        """Say, at the end, which plans had no last plan and what was passed over."""
        if self._without_last:
            plans = "plan has" if self._without_last == 1 else "plans have"
            notices.notice(f"{self._without_last} {plans} no last plan among those given")
        if passed_over := readers.skipped_notice(self._skipped):
            notices.notice(passed_over)

    def _questions(self) -> Iterator[Question]:
        """Yield every plan that can be read, with its report where that is known from before."""
        read = readers.read(self._paths, self._options, self._skipped)
        items = progress(self._timing.each("reading files", read) if self._timing else read, self._paths)
        for item, around in surrounded(items, self._editions, self._copies):
            if isinstance(item, Problem):
                self._tell(item)
                continue
            if self._editions and item.kind is PlanKind.PLAN and around.previous is None:
                self._without_last += 1
            yield Question(item, around, self._memory.find(item, around))

    def _last_plans(self, paths: tuple[str, ...]) -> Editions:
        if not paths:
            return Editions(())
        editions, unread = last_plans(paths, self._options)
        for problem in unread:
            self._tell(problem)
        return editions

    def _tell(self, problem: Problem) -> None:
        self.errors.append(problem)
        notices.complain(problem)


def _read_options(wanted: CheckWanted, given: Configuration) -> readers.ReadOptions:
    columns = {**given.columns, **wanted.columns}
    ours = frozenset(map(readers.real_path, filter(None, (wanted.baseline, wanted.write_baseline, wanted.output))))
    return readers.ReadOptions(columns=columns, stdin_format=wanted.stdin_format, limits=given.limits, ours=ours)
