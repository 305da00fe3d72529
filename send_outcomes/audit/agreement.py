"""How far two judges see the same: agreement and Cohen's kappa, by key feature. Pure; knows no file.

Kappa: Cohen (1960), “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20, 37 to 46: what two
agree on beyond what they would by chance, as a share of what they could. 1 is full agreement, 0 no more than chance.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from send_outcomes.findings import Feature, Verdict

TOOL = "tool"
Pair = tuple[Verdict, Verdict]


class Judged(NamedTuple):
    """One outcome of a sample: what it is called, and by judge the verdicts on its key features; what is left empty is not there."""

    plan: str
    outcome: str
    verdicts: Mapping[str, Mapping[Feature, Verdict]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two judges on `n` verdicts that both gave. `kappa` is None where it is not defined, and `because` says why.

    `told` counts those where neither said “cannot tell”, `told_agreed` those of them that are the same.
    """

    n: int
    agreed: int
    kappa: float | None
    because: str
    told: int
    told_agreed: int

    @property
    def share(self) -> float | None:
        """The share on which they agree, from 0 to 1; None where there is nothing to compare."""
        return self.agreed / self.n if self.n else None


class Between(NamedTuple):
    """What two judges agree on: over all key features together, and by each."""

    judges: tuple[str, str]
    all: Agreement
    features: Mapping[Feature, Agreement]


class Disagreement(NamedTuple):
    """One key feature of one outcome on which not all who judged it say the same."""

    plan: str
    outcome: str
    feature: Feature
    verdicts: Mapping[str, Verdict]


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Return how far pairs of verdicts on the same things agree."""
    n, agreed = len(pairs), sum(a == b for a, b in pairs)
    told = [pair for pair in pairs if Verdict.CANNOT_TELL not in pair]
    kappa, because = _kappa(pairs, agreed)
    return Agreement(n, agreed, kappa, because, len(told), sum(a == b for a, b in told))


def compared(sample: Sequence[Judged], judges: Sequence[str]) -> list[Between]:
    """Return the agreement of every two judges."""
    return [_between(sample, *two) for two in combinations(judges, 2)]


def disagreements(sample: Iterable[Judged], judges: Sequence[str]) -> list[Disagreement]:
    """Return every key feature of an outcome on which the judges do not all say the same, in the sample's order."""
    found = []
    for one in sample:
        for feature in Feature:
            said = {judge: one.verdicts[judge][feature] for judge in judges if feature in one.verdicts.get(judge, {})}
            if len(set(said.values())) > 1:
                found.append(Disagreement(one.plan, one.outcome, feature, said))
    return found


def _between(sample: Sequence[Judged], first: str, second: str) -> Between:
    pairs: dict[Feature, list[Pair]] = {feature: [] for feature in Feature}
    for one in sample:
        mine, theirs = one.verdicts.get(first, {}), one.verdicts.get(second, {})
        for feature in Feature:
            if feature in mine and feature in theirs:
                pairs[feature].append((mine[feature], theirs[feature]))
    every = [pair for of_feature in pairs.values() for pair in of_feature]
    return Between((first, second), agreement(every), {feature: agreement(given) for feature, given in pairs.items()})


def _kappa(pairs: Sequence[Pair], agreed: int) -> tuple[float | None, str]:
    n = len(pairs)
    if not n:
        return None, "nothing that both judged"
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[verdict] * second[verdict] for verdict in Verdict)  # in n²
    if chance == n * n:
        return None, f"both said “{next(iter(first)).value.replace('_', ' ')}” every time, so chance alone would agree"
    return (agreed * n - chance) / (n * n - chance), ""
