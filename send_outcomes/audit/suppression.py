"""Totals → what may be shown of them: no group so small that it speaks of single children.

A group of fewer than LEAST plans is left out; where only one would be, the next smallest goes with it, as what is missing could
else be had by taking the others from the whole. (Of bare lists, which name no plan, outcomes are counted instead.)
"""

from dataclasses import asdict, dataclass
from typing import Any

from send_outcomes.audit.tallies import Tally
from send_outcomes.audit.totals import Totals

LEAST = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be shown of one group: its values, the largest first, and how many values and plans were left out."""

    values: dict[str, Tally]
    left_out: int
    plans_left_out: int


def shown(tallies: dict[str, Tally], least: int = LEAST) -> Shown:
    """Return the tallies that may be shown."""
    ordered = sorted(tallies.items(), key=lambda pair: (-pair[1].size, pair[0]))
    kept = [pair for pair in ordered if pair[1].size >= least]
    if len(ordered) - len(kept) == 1 and kept:
        kept.pop()
    out = ordered[len(kept) :]
    return Shown(dict(kept), len(out), sum(tally.plans for _, tally in out))


def reported(totals: Totals, least: int = LEAST) -> dict[str, Any]:
    """Return the totals as plain values for `summary.json`, small groups left out, verdicts by name."""
    record = totals.record()
    record["all"] = _tally(totals.all)
    record["plans"], record["outcomes"] = totals.plans, totals.outcomes
    record["rules"] = {code: asdict(count) for code, count in sorted(totals.rules.items())}
    for name in ("scores", "reading_ages", "lengths", "outcomes_a_plan", "findings_an_outcome"):
        record[name] = dict(sorted(record[name].items(), key=lambda pair: int(pair[0])))
    record["groups"] = {}
    for group, tallies in totals.groups.items():
        if set(tallies) == {""}:
            continue  # the export does not carry it
        seen = shown(tallies, least)
        record["groups"][group] = {
            "values": {value: _tally(tally) for value, tally in seen.values.items()},
            "left_out": {"values": seen.left_out, "plans": seen.plans_left_out, "because": f"fewer than {least} plans"},
        }
    return record


def _tally(tally: Tally) -> dict[str, Any]:
    score = tally.mean_score
    return {
        "plans": tally.plans,
        "outcomes": tally.outcomes,
        "score": None if score is None else round(score, 1),
        "bands": dict(sorted(tally.bands.items())),
        "verdicts": tally.by_feature(),
        "rules": dict(sorted(tally.rules.items())),
    }
