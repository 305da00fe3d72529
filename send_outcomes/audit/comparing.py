"""Two finished audits → what has changed between them, with 95% limits that mind plans which stand in both.

A share's weight is what its outcomes are worth: outcomes of one plan are alike, so the number behind Wilson's limits is divided by the
design effect (Kish 1965), taken from how plans vary, and never taken below 1. Plans that stand in both audits tie the two shares
together; their correlation, again taken from plans, goes into Newcombe's square-and-add. With all plans in both, that is his interval
for pairs; with none, that for independent shares.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Any

from send_outcomes.audit.caseload_counts import CaseloadCounts
from send_outcomes.audit.intervals import Z, newcombe
from send_outcomes.findings import Feature
from send_outcomes.rulebook.bands import BANDS

GOOD_OR_BETTER, SCORE = "good_or_better", "mean_score"


class Direction(StrEnum):
    """What a difference says: only one whose limits leave out 0 says anything."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure in both audits. `old`, `new`, `difference` and its limits are shares from 0 to 1, or scores from 0 to 100.

    `of` says what is counted: outcomes, plans or a score. `old_n` and `new_n` count them; parts are None for a score.
    """

    kind: str
    key: str
    of: str
    old: float
    new: float
    old_part: int | None
    new_part: int | None
    old_n: int
    new_n: int
    low: float
    high: float
    direction: Direction

    @property
    def difference(self) -> float:
        """New less old."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class Comparison:
    """All changes, and what became of the plans that stand in both: `moved` counts them by old and new band."""

    changes: tuple[Change, ...]
    in_both: int
    only_old: int
    only_new: int
    moved: Mapping[tuple[str, str], int]
    fallen: tuple[tuple[str, float, float], ...]


_MOST_FALLEN = 20


def compare(old: CaseloadCounts, new: CaseloadCounts) -> Comparison:
    """Return what has changed."""
    import numpy as np  # noqa: PLC0415 -- --help need not

    both = [(place, new.plans[plan]) for plan, place in old.plans.items() if plan in new.plans]
    pairs = np.array(both, np.int64).reshape(-1, 2)
    changes = [_scores(old, new, pairs, np), _bands(old, new, pairs)]
    for number, feature in enumerate(Feature):
        sides = [(c.met[number], c.judged[number], c.alone_met[feature], c.alone_judged[feature]) for c in (old, new)]
        changes.append(_change("feature", feature.value, "outcomes", sides[0], sides[1], pairs, better=1))
    for code in sorted({*old.spoke, *new.spoke, *old.alone_spoke, *new.alone_spoke}):
        sides = [(_of(c.spoke, code, c), c.outcomes, c.alone_spoke.get(code, 0), c.alone) for c in (old, new)]
        changes.append(_change("rule", code, "outcomes", sides[0], sides[1], pairs, better=-1))
    for code in sorted({*old.on_plans, *new.on_plans}):
        sides = [(_of(c.on_plans, code, c), c.outcomes * 0 + 1, 0, 0) for c in (old, new)]
        changes.append(_change("rule", code, "plans", sides[0], sides[1], pairs, better=-1))
    found = tuple(change for change in changes if change)
    moved, fallen = _moved(old, new, both)
    return Comparison(found, len(both), len(old.plans) - len(both), len(new.plans) - len(both), moved, fallen)


def _of(kept: Mapping[str, Any], code: str, counts: CaseloadCounts) -> Any:
    return kept[code] if code in kept else counts.outcomes * 0


def _bands(old: CaseloadCounts, new: CaseloadCounts, pairs: Any) -> Change | None:
    sides = [((counts.bands >= 0) & (counts.bands < 2), counts.bands >= 0, 0, 0) for counts in (old, new)]
    return _change("caseload", GOOD_OR_BETTER, "plans", sides[0], sides[1], pairs, better=1)


def _change(kind: str, key: str, of: str, old: Any, new: Any, pairs: Any, better: int) -> Change | None:
    """Return the change of a share; each side is its parts and wholes by plan, then the sums of what stands alone."""
    (part1, whole1, share1), (part2, whole2, share2) = _summed(*old), _summed(*new)
    if not whole1 or not whole2:
        return None
    v1, z1 = _variance(old, share1, whole1)
    v2, z2 = _variance(new, share2, whole2)
    tied = float((z1[pairs[:, 0]] * z2[pairs[:, 1]]).sum()) if len(pairs) else 0.0
    correlation = max(-1.0, min(1.0, tied / sqrt(v1 * v2))) if v1 > 0 and v2 > 0 else 0.0
    n1, n2 = _worth(v1, share1, whole1, old), _worth(v2, share2, whole2, new)
    low, high = newcombe((share1 * n1, n1), (share2 * n2, n2), correlation)
    return Change(kind, key, of, share1, share2, part1, part2, whole1, whole2, low, high, _direction(low, high, better))


def _summed(part: Any, whole: Any, alone_part: int, alone_whole: int) -> tuple[int, int, float]:
    parts, wholes = int(part.sum()) + alone_part, int(whole.sum()) + alone_whole
    return parts, wholes, parts / wholes if wholes else 0.0


def _variance(side: Any, share: float, wholes: int) -> tuple[float, Any]:
    """Return the variance of a share, taken from how plans vary, and each plan's pull on it."""
    part, whole, alone_part, alone_whole = side
    pulls = (part - share * whole) / wholes
    alone = alone_part * (1 - share) ** 2 + (alone_whole - alone_part) * share**2
    return float((pulls**2).sum()) + alone / wholes**2, pulls


def _worth(variance: float, share: float, wholes: int, side: Any) -> float:
    """Return how many independent outcomes the share's outcomes are worth: at most as many as there are.

    Where all or none have it nothing varies; then each plan counts once.
    """
    if 0 < share < 1 and variance > 0:
        return min(float(wholes), share * (1 - share) / variance)
    return float(int((side[1] > 0).sum()) + side[3])


def _scores(old: CaseloadCounts, new: CaseloadCounts, pairs: Any, np: Any) -> Change | None:
    """Return the change of the plans' mean score, with limits by the normal distribution."""
    means, pulls, variances, numbers = [], [], [], []
    for counts in (old, new):
        scored = ~np.isnan(counts.scores)
        number = int(scored.sum())
        if number < 2:
            return None
        mean = float(counts.scores[scored].mean())
        pull = np.where(scored, counts.scores - mean, 0.0) / number
        means.append(mean)
        pulls.append(pull)
        variances.append(float((pull**2).sum()))
        numbers.append(number)
    tied = float((pulls[0][pairs[:, 0]] * pulls[1][pairs[:, 1]]).sum()) if len(pairs) else 0.0
    spread = Z * sqrt(max(0.0, variances[0] + variances[1] - 2 * tied) * (1 + 1 / (min(numbers) - 1)))
    low, high = means[1] - means[0] - spread, means[1] - means[0] + spread
    return Change(
        "caseload", SCORE, "score", means[0], means[1], None, None, numbers[0], numbers[1], low, high, _direction(low, high, 1)
    )


def _direction(low: float, high: float, better: int) -> Direction:
    if low <= 0 <= high:
        return Direction.UNCLEAR
    return Direction.IMPROVED if (low > 0) == (better > 0) else Direction.WORSENED


def _moved(
    old: CaseloadCounts, new: CaseloadCounts, both: list[tuple[int, int]]
) -> tuple[dict[tuple[str, str], int], tuple[tuple[str, float, float], ...]]:  # fmt: skip
    """Count the plans in both by their bands, and name those whose score has fallen the furthest into a lower band."""
    names = list(old.plans)
    moved: dict[tuple[str, str], int] = {}
    fallen: list[tuple[str, float, float]] = []
    for before, after in both:
        was, is_ = int(old.bands[before]), int(new.bands[after])
        if was < 0 or is_ < 0:
            continue
        pair = (BANDS[was], BANDS[is_])
        moved[pair] = moved.get(pair, 0) + 1
        if is_ > was:
            fallen.append((names[before], float(old.scores[before]), float(new.scores[after])))
    fallen.sort(key=lambda row: (row[2] - row[1], row[0]))
    return moved, tuple(fallen[:_MOST_FALLEN])
