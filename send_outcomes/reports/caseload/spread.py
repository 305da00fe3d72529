"""How figures spread over what an export carries (team, school, …): a table for each, with what lies clearly off the whole marked."""

from collections.abc import Mapping
from statistics import NormalDist
from typing import Any, NamedTuple

from send_outcomes.audit.intervals import Z, wilson
from send_outcomes.reports.caseload.figures import FeatureFigures, feature_figures, good_or_better
from send_outcomes.rulebook import Bands

_FAR = 5.0  # percentage points off the whole, below which a difference is not worth a mark, however sure
_ERRORS = 0.05  # how often a mark may stand in a group by chance


class Cell(NamedTuple):
    """A share in percent, None where nothing was judged; `off` is 1 or -1 where it lies clearly above or below the whole."""

    share: float | None
    off: int


class SpreadRow(NamedTuple):
    """One value of a group: its size, mean score, share of plans good or better, and each key feature's share met."""

    value: str
    plans: int
    outcomes: int
    score: float | None
    good: float | None
    cells: tuple[Cell, ...]


class Spread(NamedTuple):
    """One group, the lowest score first, the whole beside it, and how many values of how many plans are too small to be shown."""

    group: str
    rows: tuple[SpreadRow, ...]
    whole: SpreadRow
    left_out: int
    plans_left_out: int


def spreads(totals: Mapping[str, Any], bands: Bands) -> tuple[Spread, ...]:
    """Return the groups of which some value may be shown.

    The more values a group has, the surer it must be that one is off: in 95 of 100 groups that differ by chance alone, none is marked.
    """
    whole = feature_figures(totals["all"], bands)
    found = []
    for group, seen in totals["groups"].items():
        z = NormalDist().inv_cdf(1 - _ERRORS / (2 * max(1, len(seen["values"]))))
        rows = [_row(value, tally, whole, bands, z) for value, tally in seen["values"].items()]
        rows.sort(key=lambda row: (row.score is None, row.score or 0.0, row.value))
        if rows:
            found.append(
                Spread(
                    group,
                    tuple(rows),
                    _row("The whole", totals["all"], whole, bands),
                    seen["left_out"]["values"],
                    seen["left_out"]["plans"],
                )
            )
    return tuple(found)


def _row(value: str, tally: Mapping[str, Any], whole: tuple[FeatureFigures, ...], bands: Bands, z: float = Z) -> SpreadRow:
    cells = tuple(_cell(one, all_, z) for one, all_ in zip(feature_figures(tally, bands), whole, strict=True))
    return SpreadRow(value, tally["plans"], tally["outcomes"], tally["score"], good_or_better(tally), cells)


def _cell(one: FeatureFigures, whole: FeatureFigures, z: float) -> Cell:
    if one.share is None or whole.share is None:
        return Cell(one.share, 0)
    low, high = (100 * limit for limit in wilson(one.met, one.judged, z))
    sure = low > whole.share or high < whole.share
    far = one.share - whole.share
    return Cell(one.share, (far > 0) - (far < 0) if sure and abs(far) >= _FAR else 0)
