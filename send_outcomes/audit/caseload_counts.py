"""A finished audit's tables → counts by plan, in arrays, to be compared with another's. Plans are known by their references.

Outcomes of one plan are alike, so they are counted together: what varies by chance is plans. Outcomes of bare lists, which name no
plan, each stand alone, and can't be found again in another audit.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from send_outcomes.audit.tables import read_table
from send_outcomes.findings import Feature
from send_outcomes.model import PlanKind
from send_outcomes.rulebook.bands import BANDS

_JUDGED = ("met", "partly", "not_met")


@dataclass(slots=True)
class CaseloadCounts:
    """Counts of one audit. `plans` maps a reference to its place in the arrays.

    `met` and `judged` are features × plans, `spoke` maps a rule's code to outcomes by plan (or, in `on_plans`, to 0 or 1), `bands` to
    the place in BANDS, -1 for none. The `alone_` figures are sums over the outcomes of bare lists.
    """

    plans: dict[str, int]
    outcomes: Any
    met: Any
    judged: Any
    bands: Any
    scores: Any
    spoke: dict[str, Any] = field(default_factory=dict)
    on_plans: dict[str, Any] = field(default_factory=dict)
    alone: int = 0
    alone_met: dict[Feature, int] = field(default_factory=lambda: dict.fromkeys(Feature, 0))
    alone_judged: dict[Feature, int] = field(default_factory=lambda: dict.fromkeys(Feature, 0))
    alone_spoke: dict[str, int] = field(default_factory=dict)


def caseload_counts(folder: Path) -> CaseloadCounts:
    """Return the counts of a finished audit. Raises OSError; KeyError and ValueError where its tables are not what an audit writes."""
    import numpy as np  # noqa: PLC0415 -- --help need not

    places: dict[str, int] = {}
    lists: set[str] = set()
    for row in read_table(folder / "plans.csv"):
        if row["kind"] == PlanKind.LIST:
            lists.add(row["plan"])
        else:
            places.setdefault(row["plan"], len(places))
    lists -= places.keys()
    number, features = len(places), len(Feature)
    counts = CaseloadCounts(
        plans=places,
        outcomes=np.zeros(number, np.int32),
        met=np.zeros((features, number), np.int32),
        judged=np.zeros((features, number), np.int32),
        bands=np.full(number, -1, np.int8),
        scores=np.full(number, np.nan),
    )
    for row in read_table(folder / "plans.csv"):
        _add_plan(counts, row)
    _add_findings(counts, folder / "findings.csv", np)
    return counts


def _add_plan(counts: CaseloadCounts, row: dict[str, str]) -> None:
    place = counts.plans.get(row["plan"])
    if place is None:
        counts.alone += int(row["outcomes"])
    else:
        counts.outcomes[place] += int(row["outcomes"])
        counts.bands[place] = BANDS.index(row["band"]) if row["band"] else -1
        counts.scores[place] = float(row["score"]) if row["score"] else float("nan")
    for number, feature in enumerate(Feature):
        met = int(row[f"{feature.value}_met"])
        judged = sum(int(row[f"{feature.value}_{verdict}"]) for verdict in _JUDGED)
        if place is None:
            counts.alone_met[feature] += met
            counts.alone_judged[feature] += judged
        else:
            counts.met[number, place] += met
            counts.judged[number, place] += judged


def _add_findings(counts: CaseloadCounts, path: Path, np: Any) -> None:
    """Count, by rule and plan, the outcomes that it spoke on; those of one outcome follow each other in the table."""
    last, seen = ("", "", ""), set[str]()
    for row in read_table(path):
        if row["ignored"]:
            continue
        here = (row["path"], row["plan"], row["outcome"])
        if here != last:
            last, seen = here, set()
        code = row["code"]
        if code in seen:
            continue
        seen.add(code)
        place = counts.plans.get(row["plan"])
        if not row["outcome"]:
            if place is not None:
                _by_plan(counts.on_plans, code, len(counts.plans), np)[place] = 1
        elif place is None:
            counts.alone_spoke[code] = counts.alone_spoke.get(code, 0) + 1
        else:
            _by_plan(counts.spoke, code, len(counts.plans), np)[place] += 1


def _by_plan(kept: dict[str, Any], code: str, number: int, np: Any) -> Any:
    found = kept.get(code)
    if found is None:
        found = kept[code] = np.zeros(number, np.int32)
    return found
