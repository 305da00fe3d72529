"""What people have set aside in vain, as findings: a reason is missing, or there is nothing there to set aside.

Pure, like the engine, which calls it last: only then is it known what an ignore was good for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from send_outcomes.checks.set_aside import Aside, AsideCheck
from send_outcomes.findings import About, Finding
from send_outcomes.model import Aspiration, Ignore, Need, Place, Plan, Provision
from send_outcomes.plan_report import PlanReport
from send_outcomes.remarks import remark
from send_outcomes.rulebook import Rule


class AsideRule(NamedTuple):
    """A rule that looks at what people have set aside."""

    rule: Rule
    check: AsideCheck


class Asides:
    """Holds those rules, and what every rule in force is called: what is set aside for another run is nobody's business."""

    def __init__(self, rules: Sequence[AsideRule], in_force: Iterable[Rule]) -> None:
        """Keep them."""
        self._rules = tuple(rules)
        self._names = frozenset(name for rule in in_force for name in (rule.code, rule.name))

    def added(self, report: PlanReport) -> PlanReport:
        """Return the report with a finding for each thing set aside in vain."""
        plan = report.plan
        if not self._rules or not _any(plan):
            return report
        used = {(f.ignored.rule, f.ignored.place) for f in report.all_findings() if f.ignored}
        outcomes = tuple(
            replace(one, findings=(*one.findings, *self._in_vain(one.outcome.ignores, used))) if one.outcome.ignores else one
            for one in report.outcomes
        )
        further = [*self._in_vain(plan.ignores, used), *self._in_vain(plan.astray, set())]
        for about, item in _items(plan):
            further += [replace(finding, about=about) for finding in self._in_vain(item.ignores, used)]
        return replace(report, outcomes=outcomes, findings=(*report.findings, *further))

    def _in_vain(self, ignores: Iterable[Ignore], used: set[tuple[str, Place | None]]) -> Iterator[Finding]:
        for one in ignores:
            aside = Aside(bool(one.because), (one.rule, one.place) in used)
            for rule, check in self._rules if one.rule in self._names else ():
                if check(aside):
                    yield replace(remark(rule, "", 0, 0, {"rule": one.rule}, None, ignores), at=one.place)


def _any(plan: Plan) -> bool:
    return bool(
        plan.ignores
        or plan.astray
        or any(one.ignores for one in plan.outcomes)
        or any(item.ignores for _, item in _items(plan))
    )


def _items(plan: Plan) -> Iterator[tuple[About, Aspiration | Need | Provision]]:
    yield from ((About("aspiration", one.id), one) for one in plan.aspirations)
    yield from ((About("need", one.id), one) for one in plan.needs)
    yield from ((About("provision", one.id), one) for one in plan.provision)
