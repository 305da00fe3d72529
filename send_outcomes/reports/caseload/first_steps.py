"""What a Board should do first, from the figures: a handful of steps, each with its count, where to look and why."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from send_outcomes.findings import Feature, Severity
from send_outcomes.reports.caseload.figures import FeatureFigures
from send_outcomes.reports.caseload.spread import Spread
from send_outcomes.rulebook.bands import INADEQUATE

_MOST_FEATURES = 3
_OF_A_PERSON = ("author",)  # groups that no step points at: a page for a Board names no colleague
_LEAST_SHARE = 0.01  # of outcomes: a rule that speaks less often is no work for a Board


class FirstStep(NamedTuple):
    """One thing to do: what, how much of it, and why or where to begin. `code` is the rule it rests on, or ""."""

    what: str
    how_much: str
    why: str
    code: str = ""
    name: str = ""


def first_steps(
    summary: Mapping[str, Any], figures: Sequence[FeatureFigures], spreads: Sequence[Spread]
) -> tuple[FirstStep, ...]:  # fmt: skip
    """Return the steps, the most pressing first."""
    totals = summary["totals"]
    return (*_unread(totals), *_lowest(totals), *_rules(summary, spreads), *_copied(summary["copied"]), *_proof(figures))


def _unread(totals: Mapping[str, Any]) -> Iterator[FirstStep]:
    if count := totals["errors"]:
        these = "input stands" if count == 1 else "inputs stand"
        yield FirstStep(
            "Have what could not be read sent again",
            f"{count:,} {these} outside every figure on this page",
            "errors.csv says of each what is wrong with it.",
        )


def _lowest(totals: Mapping[str, Any]) -> Iterator[FirstStep]:
    if count := totals["all"]["bands"].get(INADEQUATE, 0):
        yield FirstStep(
            "Read the plans in the lowest band yourselves",
            f"{count:,} of {totals['plans']:,} plans",
            "In report.xlsx, sheet “plans”, filter the column “band” for “inadequate”. A band is a place to look; a person decides.",
        )


def _rules(summary: Mapping[str, Any], spreads: Sequence[Spread]) -> Iterator[FirstStep]:
    """Yield, of the key features, the most frequent rule of each that speaks most often; errors before warnings."""
    totals, known = summary["totals"], summary["names"]["rules"]
    counted = totals["all"]["rules"]
    outcomes = max(1, totals["outcomes"])
    rules = [code for code in counted if code in known and known[code]["severity"] in (Severity.ERROR, Severity.WARNING)]
    rules.sort(key=lambda code: (-Severity(known[code]["severity"]).weight, -counted[code]))
    seen: set[str] = set()
    for code in rules:
        rule, count = known[code], counted[code]
        if rule["feature"] in seen or count < _LEAST_SHARE * outcomes or len(seen) == _MOST_FEATURES:
            continue
        seen.add(rule["feature"])
        said = rule["says"][0].upper() + rule["says"][1:]
        if said.lower() == rule["name"].replace("-", " "):  # its message has no clause that stands alone
            said = f"Make outcomes “{Feature(rule['feature']).label}”" if rule["feature"] in list(Feature) else f"Mend “{said}”"
        how_much = f"{count:,} of {totals['outcomes']:,} outcomes ({100 * count / outcomes:.0f}%)"
        yield FirstStep(said, how_much + _where(rule["feature"], spreads), rule["why"], code, rule["name"])


def _where(feature: str, spreads: Sequence[Spread]) -> str:
    """Name the values of the first group in which the feature is met clearly less often than on the whole."""
    place = [one.value for one in Feature].index(feature) if feature in list(Feature) else -1
    for spread in spreads if place >= 0 else ():
        if spread.group in _OF_A_PERSON:
            continue
        worst = sorted(
            (row for row in spread.rows if row.value and row.cells[place].off < 0), key=lambda row: row.cells[place].share or 0
        )
        if worst:
            said = "; ".join(f"{row.value} (met by {row.cells[place].share:.0f}%)" for row in worst[:3])
            return f". Begin by {spread.group.replace('_', ' ')}: {said}"
    return ""


def _copied(copied: Mapping[str, Any]) -> Iterator[FirstStep]:
    if copied["clusters"]:
        largest = copied["clusters"][0]
        yield FirstStep(
            "Ask why the same text stands in several plans",
            f"{copied['outcomes']:,} outcomes in {copied['plans']:,} plans; the largest cluster has {largest['outcomes']:,}",
            "An outcome written for one child seldom fits another word for word. copies.csv lists them all.",
        )


def _proof(figures: Sequence[FeatureFigures]) -> Iterator[FirstStep]:
    if any(one.judged for one in figures):
        yield FirstStep(
            "Let two auditors check a sample before you act on the figures",
            "thirty outcomes or more, drawn at random: “audit … --sample 30 --seed 1”",
            "“audit agree” then shows, key feature by key feature, how far the auditors and the tool see the same.",
        )
