"""Confidence intervals for shares and for their differences. Pure arithmetic; knows neither plans nor outcomes.

A share's limits are Wilson's (1927). A difference's limits are put together from them by Newcombe's square-and-add (1998, Statistics
in Medicine 17, 873 to 890; for pairs 2635 to 2650), with the correlation of the two shares where the same plans stand in both.
"""

from math import sqrt

Z = 1.959963984540054  # the normal distribution's, for 95 of 100


def wilson(part: float, whole: float, z: float = Z) -> tuple[float, float]:
    """Return the limits of `part / whole`, from 0 to 1. Both may be fractions, where outcomes count for less than one each.

    Raises ValueError where there is no whole, or the part is more than it.
    """
    if whole <= 0 or not 0 <= part <= whole * (1 + 1e-9):
        raise ValueError("a share needs a whole, and a part of it")
    share = min(1.0, part / whole)
    spread = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    middle, scale = share + z * z / (2 * whole), 1 + z * z / whole
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def newcombe(
    old: tuple[float, float], new: tuple[float, float], correlation: float = 0.0, z: float = Z
) -> tuple[float, float]:  # fmt: skip
    """Return the limits of the difference new − old, each given as part and whole; `correlation` is that of the two shares."""
    (p1, l1, u1), (p2, l2, u2) = _share(old, z), _share(new, z)
    low = (p2 - l2) ** 2 - 2 * correlation * (p2 - l2) * (u1 - p1) + (u1 - p1) ** 2
    high = (u2 - p2) ** 2 - 2 * correlation * (u2 - p2) * (p1 - l1) + (p1 - l1) ** 2
    difference = p2 - p1
    return difference - sqrt(max(0.0, low)), difference + sqrt(max(0.0, high))


def _share(given: tuple[float, float], z: float) -> tuple[float, float, float]:
    low, high = wilson(*given, z)
    return given[0] / given[1], low, high
