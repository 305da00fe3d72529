"""`summary.json` → the figures that a Board reads first: shares, the points a score comes from, distributions. Plain values."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from send_outcomes.findings import Feature
from send_outcomes.rulebook import BANDS, Bands

GOOD_OR_BETTER = BANDS[:2]
Tally = Mapping[str, Any]


class FeatureFigures(NamedTuple):
    """One key feature over some outcomes: verdicts, and the points they earn of those possible, by the feature's weight."""

    feature: Feature
    met: int
    partly: int
    not_met: int
    cannot_tell: int
    weight: float
    points: float
    possible: float

    @property
    def judged(self) -> int:
        """How many outcomes could be judged."""
        return self.met + self.partly + self.not_met

    @property
    def share(self) -> float | None:
        """The share of those judged that meet it, in percent; None where none was judged."""
        return 100 * self.met / self.judged if self.judged else None


def feature_figures(tally: Tally, bands: Bands) -> tuple[FeatureFigures, ...]:
    """Return each key feature's figures, in their order."""
    found = []
    for feature in Feature:
        counts = tally["verdicts"][feature.value]
        met, partly, missed = counts["met"], counts["partly"], counts["not_met"]
        weight = bands.weight(feature.value)
        points, possible = weight * (met + bands.partly * partly), weight * (met + partly + missed)
        found.append(FeatureFigures(feature, met, partly, missed, counts["cannot_tell"], weight, points, possible))
    return tuple(found)


def good_or_better(tally: Tally) -> float | None:
    """Return the share of plans in the two upper bands, in percent of those that have one; None where none has."""
    banded = sum(tally["bands"].get(band, 0) for band in BANDS)
    return 100 * sum(tally["bands"].get(band, 0) for band in GOOD_OR_BETTER) / banded if banded else None


def binned(counts: Mapping[str, int], width: int, most: int) -> list[tuple[str, int]]:
    """Return counts by whole number as steps of `width`, from 0 or the least up to the greatest, all above `most` in one."""
    numbers = {int(key): count for key, count in counts.items()}
    if not numbers:
        return []
    first, last = min(numbers) // width, min(max(numbers), most) // width
    steps = dict.fromkeys(range(first, last + 1), 0)
    for number, count in numbers.items():
        steps[min(number, most) // width] += count
    open_ended = max(numbers) >= (last + 1) * width
    return [(f"{step * width}{'+' if open_ended and step == last else ''}", count) for step, count in steps.items()]


def median(counts: Mapping[str, int]) -> int | None:
    """Return the middle value of counts by whole number; None where there are none."""
    left = (sum(counts.values()) + 1) // 2
    for number in sorted(counts, key=int):
        left -= counts[number]
        if left <= 0:
            return int(number)
    return None
