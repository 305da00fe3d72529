"""`summary.json` → what the Board's page shows, section by section. Reads only what has been through suppression; writes no markup."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from send_outcomes.findings import Feature, Severity, Verdict
from send_outcomes.reports.caseload.figures import FeatureFigures, binned, feature_figures, good_or_better, median
from send_outcomes.reports.caseload.first_steps import FirstStep, first_steps
from send_outcomes.reports.caseload.spread import Spread, spreads
from send_outcomes.rulebook import BANDS, Bands

_MOST_CLUSTERS = 20


class RuleLine(NamedTuple):
    """One rule that spoke: how often, and one text that it marked, cut into before, marked and after (None: not shown)."""

    code: str
    name: str
    severity: str
    feature: str
    why: str
    outcomes: int
    plans: int
    findings: int
    ignored: int
    example: tuple[str, str, str] | None


class FrameworkLine(NamedTuple):
    """One framework: its statements with how many outcomes serve each, in its own order; `unserved` serve none."""

    title: str
    of_the_child: bool
    statements: tuple[tuple[str, str, int], ...]
    unserved: int

    @property
    def counts(self) -> list[tuple[str, int]]:
        """Each statement's label and count."""
        return [(label, count) for label, _, count in self.statements]


class Distribution(NamedTuple):
    """A count by steps of a scale, and its middle value."""

    title: str
    unit: str
    steps: tuple[tuple[str, int], ...]
    middle: int | None


@dataclass(frozen=True, slots=True)
class BoardView:
    """The page's values; shares are in percent. `points` of `possible` are summed over all outcomes."""

    summary: Mapping[str, Any]
    totals: Mapping[str, Any]
    steps: tuple[FirstStep, ...]
    figures: tuple[FeatureFigures, ...]
    bands: tuple[tuple[str, int, float], ...]
    settings: Bands
    good: float | None
    points: float
    possible: float
    rules: tuple[RuleLine, ...]
    frameworks: tuple[FrameworkLine, ...]
    distributions: tuple[Distribution, ...]
    spreads: tuple[Spread, ...]
    clusters: tuple[Mapping[str, Any], ...]

    @property
    def band_bars(self) -> list[tuple[str, int]]:
        """Each band as people say it, and how many plans fall into it."""
        return [(band.replace("_", " "), count) for band, count, _ in self.bands]

    @property
    def verdicts(self) -> Mapping[Feature, Mapping[Verdict, int]]:
        """Each key feature's verdicts over all outcomes."""
        return {feature: self.totals["all"]["verdicts"][feature.value] for feature in Feature}


def board_view(summary: Mapping[str, Any]) -> BoardView:
    """Return what the page shows of a finished audit."""
    totals, settings = summary["totals"], Bands.of(summary["bands"])
    figures, spread = feature_figures(totals["all"], settings), spreads(totals, settings)
    floors = {**settings.floors, BANDS[-1]: 0}
    return BoardView(
        summary=summary,
        totals=totals,
        steps=first_steps(summary, figures, spread),
        figures=figures,
        bands=tuple((band, totals["all"]["bands"].get(band, 0), floors[band]) for band in BANDS),
        settings=settings,
        good=good_or_better(totals["all"]),
        points=sum(one.points for one in figures),
        possible=sum(one.possible for one in figures),
        rules=tuple(_rules(summary)),
        frameworks=tuple(_frameworks(summary)),
        distributions=tuple(one for one in _distributions(totals) if one.steps),
        spreads=spread,
        clusters=tuple(summary["copied"]["clusters"][:_MOST_CLUSTERS]),
    )


def _rules(summary: Mapping[str, Any]) -> list[RuleLine]:
    totals, known = summary["totals"], summary["names"]["rules"]
    found = []
    for code, count in totals["rules"].items():
        rule = known.get(code, {"name": code, "severity": Severity.INFO.value, "feature": "", "why": ""})
        example = totals["examples"].get(code)
        found.append(
            RuleLine(
                code, rule["name"], rule["severity"], rule["feature"], rule["why"], count["outcomes"], count["plans"],
                count["findings"], count["ignored"], _cut(example) if example else None,
            )
        )  # fmt: skip
    return sorted(found, key=lambda line: (-line.findings, line.code))


def _cut(example: Mapping[str, Any]) -> tuple[str, str, str]:
    text, start, end = example["text"], example["start"], example["end"]
    return text[:start], text[start:end], text[end:]


def _frameworks(summary: Mapping[str, Any]) -> list[FrameworkLine]:
    found = []
    for key, counts in summary["totals"]["themes"].items():
        known = summary["names"]["frameworks"].get(key, {"title": key, "of_the_child": False, "statements": {}})
        statements = {
            **known["statements"],
            **{one: {"label": one, "text": one} for one in counts if one and one not in known["statements"]},
        }
        lines = tuple((said["label"], said["text"], counts.get(one, 0)) for one, said in statements.items())
        found.append(FrameworkLine(known["title"], known["of_the_child"], lines, counts.get("", 0)))
    return sorted(found, key=lambda line: line.of_the_child)


def _distributions(totals: Mapping[str, Any]) -> list[Distribution]:
    wanted = (
        ("scores", 5, 100, "Scores of plans", "score in percent, steps of five"),
        ("reading_ages", 1, 24, "Reading age of outcomes", "years"),
        ("lengths", 5, 80, "Length of outcomes", "words, steps of five"),
        ("outcomes_a_plan", 1, 30, "Outcomes in a plan", "outcomes"),
        ("findings_an_outcome", 1, 12, "Errors and warnings on an outcome", "findings"),
    )
    return [
        Distribution(title, unit, tuple(binned(totals[name], width, most)), median(totals[name]))
        for name, width, most, title, unit in wanted
    ]
