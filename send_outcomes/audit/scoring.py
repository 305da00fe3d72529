"""Verdicts → points, score and band, by the profile's weights. A score says where to look first; a person decides."""

from collections.abc import Mapping
from typing import NamedTuple

from send_outcomes.audit.rows import Verdicts
from send_outcomes.findings import Feature
from send_outcomes.rulebook import Bands


class Score(NamedTuple):
    """Points earned, of those possible; their share in percent, to a tenth, and its band; None and "" where nothing was judged."""

    points: float
    possible: float
    percent: float | None
    band: str


def score(verdicts: Mapping[Feature, Verdicts], bands: Bands) -> Score:
    """Return the score of one plan. Outcomes of which a feature could not be told count neither way."""
    points = possible = 0.0
    for feature, counts in verdicts.items():
        weight = bands.weight(feature.value)
        points += weight * (counts.met + bands.partly * counts.partly)
        possible += weight * counts.judged
    if not possible:
        return Score(0.0, 0.0, None, "")
    percent = round(100 * points / possible, 1)
    return Score(round(points, 2), round(possible, 2), percent, bands.band(percent))
