"""How a profile weighs verdicts into the four bands of quality assurance. Knows no plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE = "outstanding", "good", "requires_improvement", "inadequate"
BANDS = (OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE)


@dataclass(frozen=True, slots=True)
class Bands:
    """What a key feature weighs (1 where not said), how much of it `partly` earns (0 to 1), and from which percent a band begins."""

    weights: Mapping[str, float] = field(default_factory=dict)
    partly: float = 0.5
    floors: Mapping[str, float] = field(default_factory=lambda: {OUTSTANDING: 90, GOOD: 75, REQUIRES_IMPROVEMENT: 50})

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> "Bands":
        """Return the bands of a profile's `bands:`; what it leaves out is as in any other profile."""
        usual = cls()
        return cls(value.get("weights", {}), value.get("partly", usual.partly), {**usual.floors, **value.get("from", {})})

    def weight(self, feature: str) -> float:
        """Return what a key feature weighs."""
        return self.weights.get(feature, 1)

    def band(self, score: float) -> str:
        """Return the band of a score, in percent."""
        return next((band for band in BANDS[:-1] if score >= self.floors[band]), INADEQUATE)
