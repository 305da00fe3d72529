"""Checks plans, one after the other or in worker processes where there are enough of them; the reports come in order either way."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from typing import NamedTuple

from send_outcomes.checks import Surroundings
from send_outcomes.cli.surroundings import settled
from send_outcomes.configuration import Choice, Configuration, Engines
from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.plan_report import PlanReport
from send_outcomes.spared import spared
from send_outcomes.workers import cores, ordered

_WORTH_IT = 8_000  # outcomes to check: fewer are done before a worker would be up
_TOGETHER = 300  # outcomes that go to a worker at once


class Question(NamedTuple):
    """A plan to be checked in its surroundings; `known` is its report where that is known from before."""

    plan: Plan
    around: Surroundings
    known: PlanReport | None = None


_Some = tuple[list[Question], list[tuple[Plan, Surroundings]]]  # what was asked; of that, what has to be checked
_Answer = PlanReport | UnreadableInput
_Checker = Callable[[Sequence[tuple[Plan, Surroundings]]], list[_Answer]]


class Answering:
    """Answers questions with reports."""

    def __init__(self, choice: Choice, given: Configuration, today: dt.date, engines: Engines, jobs: int) -> None:
        """Take what workers build their engines from, this process's own `engines`, and how many processes are wanted."""
        self._begin, self._engines, self._jobs = partial(_worker, choice, given, today), engines, cores(jobs)

    def answers(self, questions: Iterator[Question]) -> Iterator[tuple[Question, _Answer]]:
        """Yield each question with its report, or with the problem that kept the plan from being judged, in order. Raises SettingsProblem."""
        if self._jobs == 1:
            for question in questions:
                yield question, question.known or _judged(self._engines, question.plan, question.around)
            return
        ahead: list[Question] = []
        left = _WORTH_IT
        for question in questions:
            ahead.append(question)
            left -= 0 if question.known else len(question.plan.outcomes)
            if left <= 0:
                break
        begin: Callable[[], _Checker] = self._begin
        jobs = self._jobs
        if left > 0:  # that was all, and it is little
            begin, jobs = partial(_checker, self._engines), 1
        with closing(ordered(_in_parts(chain(ahead, questions)), begin, jobs)) as results:
            for asked, reports in results:
                new = iter(reports)
                for question in asked:
                    yield question, question.known or next(new)


def _in_parts(questions: Iterable[Question]) -> Iterator[_Some]:
    asked: list[Question] = []
    checks: list[tuple[Plan, Surroundings]] = []
    outcomes = 0
    for question in questions:
        asked.append(question)
        if question.known is None:
            checks.append((question.plan, settled(question.plan, question.around)))
            outcomes += len(question.plan.outcomes)
        if outcomes >= _TOGETHER:
            yield asked, checks
            asked, checks, outcomes = [], [], 0
    if asked:
        yield asked, checks


def _worker(choice: Choice, given: Configuration, today: dt.date) -> _Checker:
    engines = Engines(choice, given, today)
    engines.build()
    return _checker(engines)


def _checker(engines: Engines) -> _Checker:
    return lambda checks: [_judged(engines, plan, around) for plan, around in checks]


def _judged(engines: Engines, plan: Plan, around: Surroundings) -> _Answer:
    return spared(lambda: engines.of(plan.path).check(plan, around), plan)
