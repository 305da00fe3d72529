"""The plots of one plan, or of totals over many: counts → SVG, with the words that say the same."""

from collections.abc import Mapping

from send_outcomes.findings import Feature, Verdict
from send_outcomes.reports.picture import FrameworkServed
from send_outcomes.reports.plots import Bar, Part, Segment, Stack, bars, stacks, wheel
from send_outcomes.reports.signs import UNICODE

WORDS = {Verdict.MET: "met", Verdict.PARTLY: "partly", Verdict.NOT_MET: "not met", Verdict.CANNOT_TELL: "can’t tell"}
_RINGS = 8  # more outcomes than these, and the wheel is filled against the statement that the most serve


def features_plot(verdicts: Mapping[Feature, Mapping[Verdict, int]], key: str) -> str:
    """Return the share of outcomes that meet each key feature, in part, or not."""
    parts = [Part(verdict.value.replace("_", "-"), UNICODE.verdicts[verdict], word) for verdict, word in WORDS.items()]
    rows = [Stack(feature.label, tuple(counts.get(v, 0) for v in WORDS)) for feature, counts in verdicts.items()]
    total = max((sum(row.counts) for row in rows), default=0)
    least = min(rows, key=lambda row: row.counts[0], default=None)
    said = f"Of {_outcomes(total)}, each bar shows how many meet a key feature, partly, or not."
    if least:
        said += f" Met least often: {least.label}, by {least.counts[0]}."
    return stacks(rows, parts, "Key features by outcome", said, key)


def served_plot(framework: FrameworkServed, outcomes: int, key: str) -> str:
    """Return how many outcomes serve each statement: a wheel for I statements, bars for themes."""
    counts = [(statement.label, len(statement.by)) for statement in framework.statements]
    said = "; ".join(f"{n}. {label}: {count}" for n, (label, count) in enumerate(counts, 1))
    description = f"How many of {_outcomes(outcomes)} serve each: {said}."
    if not framework.of_the_child:
        return bars([Bar(*pair) for pair in counts], outcomes, framework.title, description, key)
    full = min(outcomes, max(_RINGS, *(count for _, count in counts)))
    return wheel([Segment(*pair) for pair in counts], full, framework.title, description, key)


def _outcomes(count: int) -> str:
    return f"{count} outcome{'' if count == 1 else 's'}"
