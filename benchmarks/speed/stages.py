"""Time an outcome, stage by stage, in one process: tokeniser, whole checker, reading, rules, mapping, and their parts.

Times are seconds for one outcome. Stages are timed in turn on different texts, round after round, and the best round counts:
a busy machine then slows all of them alike, and nothing that remembers a text gains by it.
"""

import gc
from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from benchmarks.speed.inside import Parts, plans

ROUNDS = 3


def rounds(texts: Sequence[str], number: int = ROUNDS) -> list[Sequence[str]]:
    """Return the texts in so many parts of one size."""
    size = len(texts) // number
    return [texts[i * size : (i + 1) * size] for i in range(number)]


def stage_times(parts: Parts, texts: Sequence[str]) -> dict[str, float]:
    """Return the time of each stage: tokeniser, lint and map, reading, rules, mapping."""
    import spacy  # noqa: PLC0415

    nlp: Any = spacy.blank("en")
    best: dict[str, float] = {}
    for part in rounds(texts):
        best = _better(best, "tokeniser", _timed(lambda part=part: _exhaust(nlp.pipe(part)), len(part)))
        made = list(plans(part))
        best = _better(
            best, "lint and map", _timed(lambda made=made: [parts.engine.check(plan) and None for plan in made], len(part))
        )
    for part in rounds(texts):
        best = _better(
            best, "reading", _timed(lambda part=part: [parts.engine.read(text) and None for text in part], len(part))
        )
        cases = parts.cases(part)
        best = _better(best, "rules", _timed(lambda cases=cases: _run_rules(parts, cases), len(part)))
        read = [case.reading for case in cases]
        best = _better(best, "mapping", _timed(lambda read=read: [parts.mapper.map(r) and None for r in read], len(part)))
    return best


def component_times(parts: Parts, texts: Sequence[str]) -> dict[str, float]:
    """Return the time of each component of the language layer, the tokens and phrases first."""
    best: dict[str, float] = {}
    for part in rounds(texts):
        start = perf_counter()
        read = [parts.plain.read(text) for text in part]
        best = _better(best, "tokens and phrases", (perf_counter() - start) / len(part))
        for component in parts.components:
            best = _better(best, component.__name__, _timed(lambda c=component, r=read: [c(one) for one in r], len(part)))
    return best


def rule_times(parts: Parts, texts: Sequence[str]) -> dict[str, float]:
    """Return the time of each rule's check, by code, over the same cases."""
    cases = parts.cases(texts)
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        for rule, check in parts.checks:
            name = f"{rule.code} {rule.name}"
            best = _better(best, name, _timed(lambda c=check: [_exhaust(c(case)) for case in cases], len(cases)))
    return best


def proselint_time(texts: Sequence[str]) -> float | None:
    """Return proselint's time for one outcome, given twelve at a time; None where it is not installed."""
    try:
        from proselint.checks import __register__  # noqa: PLC0415
        from proselint.registry import CheckRegistry  # noqa: PLC0415
        from proselint.tools import LintFile  # noqa: PLC0415
    except ImportError:
        return None
    CheckRegistry().register_many(__register__)
    drafts = ["\n\n".join(outcome.text for outcome in plan.outcomes) for plan in plans(texts)]
    LintFile("draft", drafts[0]).lint()  # its patterns are made ready on first use
    return min(_timed(lambda: [LintFile("draft", draft).lint() and None for draft in drafts], len(texts)) for _ in range(2))


def _run_rules(parts: Parts, cases: Sequence[Any]) -> None:
    for case in cases:
        for _, check in parts.checks:
            _exhaust(check(case))


def _exhaust(found: Any) -> None:
    for _ in found:
        pass


def _timed(run: Callable[[], object], number: int) -> float:
    gc.collect()
    start = perf_counter()
    run()
    return (perf_counter() - start) / number


def _better(best: dict[str, float], name: str, time: float) -> dict[str, float]:
    return best | {name: min(time, best.get(name, time))}
