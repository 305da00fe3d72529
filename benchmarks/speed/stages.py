"""Time an outcome in one process: the tokeniser, the whole checker, proselint, and each part of the checker.

Times are seconds for one outcome. All are taken round after round, on different texts each round, and the best round counts: a busy
machine slows all of them alike, and nothing that remembers a text gains by it. Whole runs are counted in processor time, so that a
neighbour costs little.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter, process_time
from typing import Any, NamedTuple

from benchmarks.speed.inside import Parts, plans

ROUNDS = 5
Times = dict[str, float]


class Shares(NamedTuple):
    """Where the time of an outcome goes: by stage, by component of the language layer, by rule."""

    stages: Times
    components: Times
    rules: Times


def rounds(texts: Sequence[str], number: int = ROUNDS) -> list[Sequence[str]]:
    """Return the texts in so many parts of one size; what is left over is left out."""
    size = max(1, len(texts) // number)
    return [texts[i * size : (i + 1) * size] for i in range(number) if texts[i * size : (i + 1) * size]]


def whole_times(parts: Parts, texts: Sequence[str]) -> Times:
    """Return the time of the tokeniser by itself, and of linting and mapping."""
    import spacy  # noqa: PLC0415

    nlp: Any = spacy.blank("en")
    best: Times = {}
    for part in rounds(texts):
        made = list(plans(part))
        _keep(best, "tokeniser", _timed(lambda part=part: exhaust(nlp.pipe(part))) / len(part))
        _keep(best, "lint and map", _timed(lambda made=made: exhaust(map(parts.engine.check, made))) / len(part))
    return best


def shares(parts: Parts, texts: Sequence[str]) -> Shares:
    """Return the time of every part by itself, outcome by outcome as the engine goes: what fits a processor's memory
    when one part runs on many texts no longer does when all take turns. Rules are too quick for that: theirs are of twelve at a time."""
    best = Shares({}, {}, {})
    for part in rounds(texts):
        for kept, new in zip(best, _one_round(parts, part), strict=True):
            for name, time in new.items():
                _keep(kept, name, time / len(part))
    best.stages["reading"] = sum(best.components.values())
    return best


def _one_round(parts: Parts, texts: Iterable[str]) -> Shares:
    """Return the time of every part, added up over some texts."""
    stages, by_component, by_rule = defaultdict(float), defaultdict(float), defaultdict(float)
    for plan in plans(texts):
        cases = []
        for outcome in plan.outcomes:
            start = perf_counter()
            reading = parts.plain.read(outcome.text)
            start = _lap(by_component, "tokens and phrases", start)
            for component in parts.components:
                component(reading)
                start = _lap(by_component, _name_of(component), start)
            cases.append(parts.case(plan, outcome, reading))
            start = _lap(stages, "end and term", start)
            for check in parts.asked(reading):
                exhaust(check(cases[-1]))
            start = _lap(stages, "rules", start)
            parts.mapper.map(reading)
            _lap(stages, "mapping", start)
        start = perf_counter()
        for rule, check in parts.checks:
            for case in cases:
                exhaust(check(case))
            start = _lap(by_rule, f"{rule.code} {rule.name}", start)
    return Shares(dict(stages), dict(by_component), dict(by_rule))


def proselint_time(texts: Sequence[str]) -> float | None:
    """Return proselint's time for one outcome, given twelve at a time; None where it is not installed."""
    try:
        from proselint.checks import __register__  # noqa: PLC0415
        from proselint.registry import CheckRegistry  # noqa: PLC0415
        from proselint.tools import LintFile  # noqa: PLC0415
    except ImportError:
        return None
    CheckRegistry().register_many(__register__)
    best: Times = {}
    for part in rounds(texts, 3):
        drafts = ["\n\n".join(outcome.text for outcome in plan.outcomes) for plan in plans(part)]
        LintFile("draft", drafts[0]).lint()  # its patterns are made ready on first use
        _keep(best, "proselint", _timed(lambda d=drafts: exhaust(LintFile("draft", draft).lint() for draft in d)) / len(part))
    return best["proselint"]


def exhaust(found: Iterable[object]) -> None:
    """Take all there is, and keep none of it."""
    for _ in found:
        pass


def _timed(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start


def _name_of(component: Any) -> str:
    """Return a component's name; compiled, one made inside a function has only its type's."""
    return getattr(component, "__name__", type(component).__name__)


def _lap(times: Times, name: str, start: float) -> float:
    """Add the time since `start` to a name; return the time now."""
    now = perf_counter()
    times[name] += now - start
    return now


def _keep(best: Times, name: str, time: float) -> None:
    best[name] = min(time, best.get(name, time))
