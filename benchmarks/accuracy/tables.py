"""What was said → rows of figures: by set, by area of need, by kind of source, and the false findings. Knows no layout."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from benchmarks.accuracy import metrics
from benchmarks.accuracy.metrics import Figures, Mapped
from benchmarks.accuracy.run import LABELS, MAPPINGS, Said, pairs, statements

FEW = 15  # figures on fewer cases than this say little
FEWEST = 3  # a label counts in a group where at least so many cases have the property, and so many have not


class SetTable(NamedTuple):
    """The figures of some cases, by label and by mapping; labels without a settled case are left out."""

    labels: dict[str, Figures]
    mappings: dict[str, Mapped]


class Group(NamedTuple):
    """Cases that share an area of need or a kind of source: mean macro F1 of the labels that can be told, and the weakest."""

    name: str
    n: int
    mean: float
    weakest: str
    weakest_f1: float

    @property
    def few(self) -> bool:
        """Whether the cases are too few for the figure to mean much."""
        return self.n < FEW


class Faults(NamedTuple):
    """Errors and warnings on outcomes with nothing to remark on: on first person (N4), on the term (N7), and all others."""

    outcomes: int
    first_person: int
    term: int
    others: int
    by_rule: dict[str, int]

    @property
    def each(self) -> float:
        """False findings an outcome, those of N4 and N7 not counted."""
        return self.others / self.outcomes if self.outcomes else 0.0


def table(said: Sequence[Said]) -> SetTable:
    """Return all figures of some cases."""
    by_label = {label: found for label in LABELS if (found := metrics.figures(pairs(said, label))) is not None}
    by_mapping = {name: found for name in MAPPINGS if (found := metrics.mapped(statements(said, name))) is not None}
    return SetTable(by_label, by_mapping)


def groups(said: Iterable[Said], named: Callable[[Said], str | None]) -> list[Group]:
    """Return a row for each group that `named` makes, the largest first; none where no label can be told in it."""
    members: dict[str, list[Said]] = {}
    for one in said:
        members.setdefault(named(one) or "not given", []).append(one)
    rows = []
    for name, group in members.items():
        found = {label: f for label, f in table(group).labels.items() if FEWEST <= f.present <= f.n - FEWEST}
        if not found:
            continue
        weakest = min(found, key=lambda label: found[label].macro_f1)
        rows.append(Group(name, len(group), metrics.mean_macro_f1(found.values()) or 0.0, weakest, found[weakest].macro_f1))
    return sorted(rows, key=lambda row: (-row.n, row.name))


def false_findings(said: Iterable[Said]) -> Faults:
    """Count errors and warnings on the cases that all labels call good."""
    good = [one for one in said if metrics.is_good(one.case.labels)]
    codes = Counter(code for one in good for code in one.faults)
    first_person = sum(n for code, n in codes.items() if code.startswith("N4"))
    term = sum(n for code, n in codes.items() if code.startswith("N7"))
    others = sum(codes.values()) - first_person - term
    return Faults(len(good), first_person, term, others, dict(codes.most_common()))
