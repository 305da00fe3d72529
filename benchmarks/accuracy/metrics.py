"""The figures: precision, recall, F1, macro F1, Cohen's kappa, first statement mapped, false findings.

Plain sums over what was labelled and what was said; knows no file and no checker.
"""

import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

Pair = tuple[bool, bool]  # labelled, said

GOOD = {
    "time_bound": True, "measurable": True, "specific": True,
    "is_provision": False, "has_acronym": False, "has_jargon": False, "compound": False,
}  # fmt: skip
"""What a case must be labelled for a remark on it to be false. Not first person: many good outcomes are written about a child."""


class Figures(NamedTuple):
    """One label over some cases. `present` counts the cases that have the property; all others run from 0 to 1 (kappa from -1)."""

    n: int
    present: int
    precision: float
    recall: float
    f1: float
    macro_f1: float
    kappa: float


class Mapped(NamedTuple):
    """How often, of `n` cases that serve a statement, the first one named is the best (`exact`) or acceptable (`fair`)."""

    n: int
    exact: float
    fair: float


def figures(pairs: Collection[Pair]) -> Figures | None:
    """Return the figures of one label, None without a case. What can't be divided counts as 1: nothing was there to miss."""
    if not pairs:
        return None
    hits = sum(labelled and said for labelled, said in pairs)
    alarms = sum(said and not labelled for labelled, said in pairs)
    misses = sum(labelled and not said for labelled, said in pairs)
    n = len(pairs)
    rest = n - hits - alarms - misses
    agreed = (hits + rest) / n
    chance = ((hits + alarms) * (hits + misses) + (rest + alarms) * (rest + misses)) / n**2
    return Figures(
        n,
        hits + misses,
        _share(hits, hits + alarms),
        _share(hits, hits + misses),
        _f1(hits, alarms, misses),
        (_f1(hits, alarms, misses) + _f1(rest, misses, alarms)) / 2,
        (agreed - chance) / (1 - chance) if chance < 1 else 1.0,
    )


def mapped(pairs: Collection[tuple[Sequence[str], str | None]]) -> Mapped | None:
    """Return how often the first statement said is right, of (acceptable statements, best first; first one said)."""
    judged = [(wanted, said) for wanted, said in pairs if wanted]
    if not judged:
        return None
    exact = sum(said == wanted[0] for wanted, said in judged) / len(judged)
    return Mapped(len(judged), exact, sum(said in wanted for wanted, said in judged) / len(judged))


def is_good(labels: Mapping[str, bool | None]) -> bool:
    """Tell whether every label that GOOD names is as it should be."""
    return all(labels.get(label) is wanted for label, wanted in GOOD.items())


def mean_macro_f1(rows: Iterable[Figures | None]) -> float | None:
    """Return the mean macro F1 of the labels that were judged at all."""
    judged = [row.macro_f1 for row in rows if row is not None]
    return sum(judged) / len(judged) if judged else None


def interval(pairs: Sequence[Pair], rounds: int = 500, seed: int = 7) -> tuple[float, float]:
    """Return the range in which 95 of 100 macro F1 figures would lie, were such cases drawn again (bootstrap)."""
    draw = random.Random(seed)
    scores = sorted(f.macro_f1 for _ in range(rounds) if (f := figures(draw.choices(pairs, k=len(pairs)))) is not None)
    return scores[round(rounds * 0.025)], scores[round(rounds * 0.975) - 1]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(hits: int, alarms: int, misses: int) -> float:
    whole = 2 * hits + alarms + misses
    return 2 * hits / whole if whole else 1.0
