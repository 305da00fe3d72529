"""Tries rules on their own examples, through the engine that lint uses: a rule's examples are its tests.

Knows no console.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from send_outcomes.checks import KINDS, Surroundings
from send_outcomes.documents import Document, Problem, SettingsProblem, schema, validate
from send_outcomes.engine import Engine
from send_outcomes.findings import Finding
from send_outcomes.frameworks import find
from send_outcomes.language import Phrasebook, Reading
from send_outcomes.model import Child, Horizon, Outcome, Place, Plan
from send_outcomes.plan_report import PlanReport
from send_outcomes.readers.plan_document import plans_of
from send_outcomes.readers.plan_places import Places
from send_outcomes.rulebook import Example, Pack, Profile, Rule, Rulebook, load_pack
from send_outcomes.rulebook.packs import problems_in, read_pack_file, read_settings
from send_outcomes.rulebook.profiles import read_profile_file

FEWEST = 2
TRIAL_DAY = dt.date(2026, 9, 1)  # examples mean the same on any day
_OF_CHILD = frozenset(field.name for field in fields(Child))
_OF_OUTCOME = frozenset({"term", "by", "by_when", "agencies", "needs", "aspirations", "baseline", "themes"})
_OF_PLAN = frozenset({"date", "review_due", "views"})


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, and on which line of the pack (from 1)."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Trial:
    """How one rule did on its examples."""

    rule: Rule
    good: int
    bad: int
    failures: tuple[Failure, ...]


def try_pack(pack: Pack) -> Iterator[Trial]:
    """Yield a Trial for each rule of a pack, in the pack's order and with its own severities.

    Raises SettingsProblem where a rule's settings make no check, or name a framework that there is not.
    """
    engine = _engine(pack)
    for rule in pack.rules:
        yield _trial(engine, rule)


@dataclass(frozen=True, slots=True)
class Tried:
    """One example, with what reading found in it (None where it is a whole plan) and what its rule found."""

    rule: Rule
    example: Example
    reading: Reading | None
    findings: tuple[Finding, ...]


def look_into(pack: Pack) -> Iterator[Tried]:
    """Yield every example of a pack with what was found in it, for whoever wonders why. Raises as `try_pack` does."""
    engine = _engine(pack)
    for rule in pack.rules:
        for example in rule.examples:
            try:
                plan, around = _plan_and_around(example)
            except ValueError:
                continue
            findings = tuple(f for f in engine.check(plan, around).all_findings() if f.code == rule.code)
            yield Tried(rule, example, engine.read(example.text) if example.plan is None else None, findings)


def _engine(pack: Pack) -> Engine:
    named = dict.fromkeys(rule.settings["framework"] for rule in pack.rules if "framework" in rule.settings)
    book = Rulebook(Profile(pack.id, pack.title, (pack.id,), ()), pack.rules)
    return Engine(book, [find(name) for name in named], TRIAL_DAY)


def _plan_and_around(example: Example) -> tuple[Plan, Surroundings]:
    return (plan_of(example), Surroundings()) if example.plan is None else whole_plan_of(example)


def _trial(engine: Engine, rule: Rule) -> Trial:
    good = [example for example in rule.examples if example.marks is None]
    bad = [example for example in rule.examples if example.marks is not None]
    failures = [
        Failure(rule.line, f"{len(examples)} {kind} example{'' if len(examples) == 1 else 's'}; a rule needs {FEWEST}")
        for kind, examples in (("good", good), ("bad", bad))
        if len(examples) < FEWEST
    ]
    for example in rule.examples:
        message = _wrong(engine, rule, example)
        if message:
            failures.append(Failure(example.line, message))
    return Trial(rule, len(good), len(bad), tuple(failures))


def _wrong(engine: Engine, rule: Rule, example: Example) -> str:
    """Return what is wrong with what the rule found in an example, or ""."""
    try:
        plan, around = _plan_and_around(example)
    except ValueError as error:
        return f"given: {error}"
    report = engine.check(plan, around)
    if example.plan is not None:
        return _wrong_in_plan(report, rule, example)
    found = [f for f in report.all_findings() if f.code == rule.code]
    said = ", ".join(_said(finding) for finding in found) or "nothing"
    if example.marks is None:
        return f"a good example, but {said} was found in “{example.text}”" if found else ""
    if not example.marks:
        gap = any(finding.start == finding.end for finding in found)
        return "" if gap else f"expected a gap, found {said} in “{example.text}”"
    if tuple(finding.match for finding in found) == example.marks:
        return ""
    return f"expected {_quoted(example.marks)}, found {said} in “{example.text}”"


def _wrong_in_plan(report: PlanReport, rule: Rule, example: Example) -> str:
    """Return what is wrong where the example is a whole plan: its marks name items, in any order."""
    found = [_item(f, None) for f in report.findings if f.code == rule.code]
    found += [_item(f, outcome.outcome.id) for outcome in report.outcomes for f in outcome.findings if f.code == rule.code]
    if sorted(found) == sorted(example.marks or ()):
        return ""
    wanted = _quoted(example.marks or ()) or "nothing"
    return f"expected {wanted}, found {_quoted(found) or 'nothing'} in the plan"


def _item(finding: Finding, outcome: str | None) -> str:
    """Name what a finding is on, as a mark does: “N2”, “plan”, “P1: regular”."""
    item = outcome or (finding.about.id if finding.about else "plan")
    return f"{item}: {finding.match}" if finding.match else item


def _said(finding: Finding) -> str:
    return f"“{finding.match}”" if finding.end > finding.start else "a gap"


def _quoted(marks: Iterable[str]) -> str:
    return ", ".join(f"“{mark}”" if mark else "a gap" for mark in marks)


def plan_of(example: Example) -> Plan:
    """Return a plan of one outcome that says what the example gives.

    Raises ValueError for a field that no outcome, child or plan has, or a value that is none for it.
    """
    given = dict(example.given)
    child = {**given.pop("child", {}), **{key: given.pop(key) for key in list(given) if key in _OF_CHILD}}
    unknown = [key for key in (*given, *child) if key not in _OF_OUTCOME | _OF_PLAN | _OF_CHILD]
    if unknown:
        raise ValueError(f"“{unknown[0]}” is no field of an outcome, a child or a plan")
    place = Place(path="example", line=example.line)
    outcome = Outcome("O1", example.text, place, **_values(given, _OF_OUTCOME))
    return Plan("example", "example", (outcome,), child=Child(**_values(child, _OF_CHILD)), **_values(given, _OF_PLAN))


def whole_plan_of(example: Example) -> tuple[Plan, Surroundings]:
    """Return the plan that an example gives whole, and what stands around it. Raises ValueError where it is no plan."""
    elsewhere: Mapping[str, str] = example.around.get("elsewhere", {})
    previous = example.around.get("previous")
    around = Surroundings(
        previous=_read_plan(previous, example.line) if previous else None, elsewhere=lambda text, name: elsewhere.get(text)
    )
    return _read_plan(example.plan, example.line), around


def _read_plan(value: Any, line: int) -> Plan:
    document = Document(value, "example", {(): (line, 1)})
    read = next(plans_of(document, Places(document, [])), None)
    if isinstance(read, Plan):
        return read
    raise ValueError(f"no plan: {read.message}" if read else "no plan")


def _values(given: Mapping[str, Any], wanted: frozenset[str]) -> dict[str, Any]:
    return {key: _MAKE[key](value) if key in _MAKE else value for key, value in given.items() if key in wanted}


def _date(value: object) -> dt.date:
    return dt.date.fromisoformat(str(value))


_MAKE: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("by", "born", "date", "review_due"), _date),
    **dict.fromkeys(("agencies", "needs", "aspirations", "themes"), tuple),
    "term": Horizon,
}


def faults(path: Path) -> list[Problem]:
    """Return everything wrong with a pack or profile: its form, its names, and settings that make no check.

    Raises SettingsProblem where the file can't be read at all.
    """
    value = read_settings(path).value
    if isinstance(value, dict) and "profile" in value:
        return validate(read_profile_file(path), schema("profile"), SettingsProblem)
    document = read_pack_file(path)
    found: list[Problem] = list(problems_in(document))
    if found:
        return found
    for rule in load_pack(path, valid=True).rules:
        try:
            KINDS[rule.check].prepare(rule.settings, Phrasebook(), rule.code)
        except SettingsProblem as problem:
            found.append(SettingsProblem(f"{rule.code}: {problem.message}", str(path), rule.line))
    return found
