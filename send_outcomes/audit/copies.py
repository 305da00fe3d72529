"""Fingerprints → clusters of outcomes that stand in several plans, exactly or nearly (N203), in linear time.

Outcomes of one form are put together first. Forms that share a band of their sketches are compared, each with the first of its
bucket only, and joined where enough of their hashes agree. Sorting aside, every step looks at each outcome once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from send_outcomes.audit.prints import FIELDS, SIZE
from send_outcomes.likeness import BANDS, NEAR, ROWS


@dataclass(frozen=True, slots=True)
class Copies:
    """The clusters, the largest first.

    `cluster` holds for each outcome, in the order of `outcomes.csv`, the number of its cluster (from 1), or 0. `exact` tells of each
    outcome whether another plan has it word for word (names and numbers aside). `sizes` and `plans` count by cluster.
    """

    cluster: Any
    exact: Any
    sizes: list[int]
    plans: list[int]
    in_plans: int

    def members(self) -> Iterator[tuple[int, int, bool]]:
        """Yield the place in `outcomes.csv` (from 0) of each copied outcome, its cluster, and whether it is exact."""
        for place in self.cluster.nonzero()[0].tolist():
            yield place, int(self.cluster[place]), bool(self.exact[place])


def find_copies(path: Path) -> Copies:
    """Return the copies among the fingerprints in a file. Raises OSError.

    Takes some 60 bytes of memory an outcome, beside the file, which is looked into but not held.
    """
    import numpy as np  # noqa: PLC0415 -- spaCy brings it; --help need not

    number = path.stat().st_size // SIZE
    if not number:
        return Copies(np.zeros(0, np.int32), np.zeros(0, bool), [], [], 0)
    prints = np.memmap(path, np.dtype(FIELDS), "r", shape=(number,))
    forms, plans = np.array(prints["form"]), np.array(prints["plan"])
    kinds, first, kind = np.unique(forms, return_index=True, return_inverse=True)
    root = _joined(prints["sketch"][first], kinds != 0)
    cluster, exact = root[kind], _in_several(kind, plans, len(kinds))[kind] & (forms != 0)
    several = _in_several(cluster, plans, len(kinds))
    several[root[kinds == 0]] = False
    copied = several[cluster]
    _, numbers = np.unique(cluster[copied], return_inverse=True)
    order = np.argsort(-np.bincount(numbers), kind="stable") if len(numbers) else np.zeros(0, np.int64)
    rank = np.empty_like(order)
    rank[order] = np.arange(1, len(order) + 1)
    named = np.zeros(number, np.int32)
    named[copied] = rank[numbers]
    pairs = (
        np.unique(np.stack([named[copied], _numbered(plans[copied])]), axis=1) if copied.any() else np.zeros((2, 0), np.int64)
    )
    sizes, held = np.bincount(named[copied])[1:], np.bincount(pairs[0])[1:]
    return Copies(named, exact & copied, sizes.tolist(), held.tolist(), len(np.unique(plans[copied])))


def _joined(sketches: Any, real: Any) -> Any:
    """Return for each form the one that it is nearly the same as: itself, or the centre of a cluster.

    All of a cluster is like its centre; nothing is drawn in over others, or a caseload's outcomes would all hang together.
    """
    import numpy as np  # noqa: PLC0415

    centre = list(range(len(sketches)))
    held: set[int] = set()  # centres of others: they stay what they are
    for band in range(BANDS):
        rows = sketches[:, band * ROWS : (band + 1) * ROWS].astype(np.uint64)
        keys = rows[:, 0] << np.uint64(32) | rows[:, 1] << np.uint64(16) | rows[:, 2]
        order = np.argsort(keys, kind="stable")
        begins = np.concatenate([[True], keys[order][1:] != keys[order][:-1]])
        heads = order[np.maximum.accumulate(np.where(begins, np.arange(len(order)), 0))]
        one, other = order[~begins], heads[~begins]
        pairs = real[one] & real[other]
        one, other = one[pairs], other[pairs]
        near = _agreement(sketches, one, other) >= NEAR
        for a, b in zip(one[near].tolist(), other[near].tolist(), strict=True):
            if centre[a] == a and a not in held and centre[b] == b:
                centre[a] = b
                held.add(b)
    return np.array(centre, np.int64)


def _agreement(sketches: Any, one: Any, other: Any) -> Any:
    """Return for each pair the share of hashes that agree, some pairs at a time."""
    import numpy as np  # noqa: PLC0415

    found = np.empty(len(one))
    for start in range(0, len(one), 100_000):
        part = slice(start, start + 100_000)
        found[part] = (sketches[one[part]] == sketches[other[part]]).mean(axis=1)
    return found


def _in_several(of: Any, plans: Any, number: int) -> Any:
    """Return for each thing whether more than one plan has it; `of` names the thing of each outcome."""
    import numpy as np  # noqa: PLC0415

    least = np.full(number, np.iinfo(np.int64).max)
    most = np.full(number, np.iinfo(np.int64).min)
    np.minimum.at(least, of, plans)
    np.maximum.at(most, of, plans)
    return least < most


def _numbered(plans: Any) -> Any:
    import numpy as np  # noqa: PLC0415

    return np.unique(plans, return_inverse=True)[1]
