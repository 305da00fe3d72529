"""The plots of one plan, or of totals over many: counts → SVG, with the words that say the same."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from send_outcomes.findings import Feature, Verdict
from send_outcomes.reports.picture import FrameworkServed
from send_outcomes.reports.plots import Bar, Part, Segment, SpanRow, Stack, Step, bars, columns, spans, stacks, wheel
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.signs import UNICODE

if TYPE_CHECKING:
    from send_outcomes.reports.caseload.comparison_view import ChangeLine

WORDS = {Verdict.MET: "met", Verdict.PARTLY: "partly", Verdict.NOT_MET: "not met", Verdict.CANNOT_TELL: "can’t tell"}
_RINGS = 8  # more outcomes than these, and the wheel is filled against the statement that the most serve


def features_plot(verdicts: Mapping[Feature, Mapping[Verdict, int]], key: str) -> str:
    """Return the share of outcomes that meet each key feature, in part, or not."""
    parts = [Part(verdict.value.replace("_", "-"), UNICODE.verdicts[verdict], word) for verdict, word in WORDS.items()]
    rows = [Stack(feature.label, tuple(counts.get(v, 0) for v in WORDS)) for feature, counts in verdicts.items()]
    total = max((sum(row.counts) for row in rows), default=0)
    judged = [row for row in rows if sum(row.counts[:3])]
    least = min(judged, key=lambda row: row.counts[0] / sum(row.counts[:3]), default=None)
    said = f"Of {so_many(total, 'outcome')}, each bar shows how many meet a key feature, partly, or not."
    if least:
        said += f" Met least often: {least.label}, by {least.counts[0]:,}."
    return stacks(rows, parts, "Key features by outcome", said, key)


def served_plot(framework: FrameworkServed, outcomes: int, key: str) -> str:
    """Return how many outcomes serve each statement: a wheel for I statements, bars for themes."""
    counts = [(statement.label, len(statement.by)) for statement in framework.statements]
    return statements_plot(framework.title, counts, framework.of_the_child, outcomes, key)


def statements_plot(title: str, counts: Sequence[tuple[str, int]], of_the_child: bool, outcomes: int, key: str) -> str:
    """Return how many outcomes serve each statement, given as label and count."""
    said = "; ".join(f"{n}. {label}: {count:,}" for n, (label, count) in enumerate(counts, 1))
    description = f"How many of {so_many(outcomes, 'outcome')} serve each: {said}."
    if not of_the_child:
        return bars([Bar(*pair) for pair in counts], outcomes, title, description, key)
    full = min(outcomes, max(_RINGS, *(count for _, count in counts)))
    return wheel([Segment(*pair) for pair in counts], full, title, description, key)


def bands_plot(bands: Sequence[tuple[str, int]], plans: int, key: str) -> str:
    """Return how many plans fall into each band, given by name."""
    said = "; ".join(f"{band}: {count:,}" for band, count in bands)
    return bars([Bar(*pair) for pair in bands], plans, "Plans by band", f"Of {plans:,} plans, {said}.", key)


def horizons_plot(horizons: Mapping[str, int], outcomes: int, key: str) -> str:
    """Return how many outcomes are for the short, medium and long term, or say none."""
    names = {"short": "short term", "medium": "medium term", "long": "long term", "": "no term that could be told"}
    rows = [Bar(name, horizons.get(horizon, 0)) for horizon, name in names.items()]
    said = "; ".join(f"{row.label}: {row.count:,}" for row in rows)
    return bars(rows, outcomes, "Horizons", f"Of {so_many(outcomes, 'outcome')}, {said}.", key)


def distribution_plot(title: str, unit: str, steps: Sequence[tuple[str, int]], middle: int | None, key: str) -> str:
    """Return how counts spread over a scale."""
    said = "" if middle is None else f" Half are at {middle} or below."
    highest = max(steps, key=lambda step: step[1], default=("", 0))
    description = f"{title} by {unit}: from {steps[0][0]} to {steps[-1][0]}, most often {highest[0]} ({highest[1]:,}).{said}"
    return columns([Step(*step) for step in steps], unit, title, description, key)


def changes_plot(lines: Sequence["ChangeLine"], direction: str, key: str) -> str:
    """Return differences between two audits with their limits, in points of a hundred."""
    colour = {"improved": "met", "worsened": "not-met"}.get(direction, "unclear")
    rows = []
    for line in lines:
        change = line.change
        scale = 1 if change.of == "score" else 100
        value, low, high = (scale * number for number in (change.difference, change.low, change.high))
        rows.append(SpanRow(line.label, value, low, high, f"{value:+.1f}", colour))
    said = "; ".join(f"{row.label}: {row.said}, limits {row.low:+.1f} to {row.high:+.1f}" for row in rows)
    return spans(rows, "fewer · points · more", f"What {direction}", f"{said}.", key)
