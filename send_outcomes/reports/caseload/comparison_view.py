"""What two audits say side by side, as plain values: for the page, for text and for JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from send_outcomes.audit.comparing import GOOD_OR_BETTER, SCORE, Change, Comparison, Direction
from send_outcomes.findings import Feature
from send_outcomes.reports.records import TOOL
from send_outcomes.rulebook import BANDS

VERSION = 1
METHOD = (
    "Limits are 95% confidence limits: of shares by Wilson’s method, of differences between them by Newcombe’s square-and-add. Outcomes of "
    "one plan are alike, so they count for less than one each (design effect, taken from how plans vary). Plans that stand in both audits "
    "are treated as pairs. Of the mean score, limits by the normal distribution."
)
CHANCE = "Of twenty figures that have not changed, one can be expected to look as if it had."
_SAID = {
    "tool": "the version of the tool",
    "profile": "the profile",
    "bands": "how verdicts are weighed into bands",
    "names": "the rules in force or their severities",
}


class ChangeLine(NamedTuple):
    """One change, and how it is called."""

    label: str
    change: Change


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Two audits: their summaries, the changes by direction, and what is not alike in how they were made."""

    old: Mapping[str, Any]
    new: Mapping[str, Any]
    comparison: Comparison
    lines: tuple[ChangeLine, ...]
    unlike: tuple[str, ...]

    def of(self, direction: str) -> tuple[ChangeLine, ...]:
        """Return the lines of one direction, the largest difference first; a score counts in hundredths."""
        found = [line for line in self.lines if line.change.direction == direction]
        return tuple(sorted(found, key=lambda line: -abs(line.change.difference / (100 if line.change.of == "score" else 1))))

    @property
    def stayed(self) -> int:
        """How many plans in both kept their band."""
        return sum(count for (was, is_), count in self.comparison.moved.items() if was == is_)

    @property
    def risen(self) -> int:
        """How many plans in both stand in a higher band now."""
        return sum(count for (was, is_), count in self.comparison.moved.items() if BANDS.index(is_) < BANDS.index(was))

    @property
    def sunk(self) -> int:
        """How many plans in both stand in a lower band now."""
        return sum(count for (was, is_), count in self.comparison.moved.items() if BANDS.index(is_) > BANDS.index(was))


def comparison_view(comparison: Comparison, old: Mapping[str, Any], new: Mapping[str, Any]) -> ComparisonView:
    """Return the view; `old` and `new` are the audits' summaries."""
    rules = {**old["names"]["rules"], **new["names"]["rules"]}
    lines = tuple(ChangeLine(_label(change, rules), change) for change in comparison.changes)
    return ComparisonView(old, new, comparison, lines, tuple(_unlike(old, new)))


def comparison_record(view: ComparisonView) -> dict[str, Any]:
    """Return plain values for JSON. Shares and their differences from −1 to 1, scores from 0 to 100."""
    comparison = view.comparison
    return {
        "version": VERSION,
        "tool": TOOL,
        "method": METHOD,
        "unlike": list(view.unlike),
        "old": _side(view.old),
        "new": _side(view.new),
        "plans": {
            "in_both": comparison.in_both,
            "only_old": comparison.only_old,
            "only_new": comparison.only_new,
            "higher_band": view.risen,
            "same_band": view.stayed,
            "lower_band": view.sunk,
            "moved": [{"from": was, "to": is_, "plans": count} for (was, is_), count in sorted(comparison.moved.items())],
            "fallen": [{"plan": plan, "old": old, "new": new} for plan, old, new in comparison.fallen],
        },
        "changes": [_change(line) for line in view.lines],
    }


def _side(summary: Mapping[str, Any]) -> dict[str, Any]:
    totals = summary["totals"]
    return {"profile": summary["profile"], "today": summary["today"], "plans": totals["plans"], "outcomes": totals["outcomes"]}


def _change(line: ChangeLine) -> dict[str, Any]:
    change = line.change
    return {
        "kind": change.kind,
        "key": change.key,
        "label": line.label,
        "of": change.of,
        "old": {"value": round(change.old, 5), "part": change.old_part, "n": change.old_n},
        "new": {"value": round(change.new, 5), "part": change.new_part, "n": change.new_n},
        "difference": round(change.difference, 5),
        "low": round(change.low, 5),
        "high": round(change.high, 5),
        "direction": change.direction.value,
    }


def _label(change: Change, rules: Mapping[str, Any]) -> str:
    match change.kind:
        case "feature":
            return f"outcomes that are “{Feature(change.key).label}”"
        case "rule":
            name = rules.get(change.key, {}).get("name", "")
            return f"{change.of} with {change.key} {name}".rstrip()
        case _:
            return {SCORE: "mean score of plans", GOOD_OR_BETTER: "plans good or outstanding"}[change.key]


def _unlike(old: Mapping[str, Any], new: Mapping[str, Any]) -> Sequence[str]:
    """Return what differs in how the two audits were made, beside the day: then a difference may not be the plans'."""
    found = [_SAID[key] for key in ("tool", "profile", "bands") if old[key] != new[key]]
    severities = [{code: rule["severity"] for code, rule in side["names"]["rules"].items()} for side in (old, new)]
    return [*found, *([_SAID["names"]] if severities[0] != severities[1] else [])]


def written(change: Change) -> tuple[str, str, str, str]:
    """Return old, new, difference and limits as people read them: percent and points of percent, or points of a score."""
    if change.of == "score":
        low, high = f"{change.low:+.1f}", f"{change.high:+.1f}"
        return f"{change.old:.1f}", f"{change.new:.1f}", f"{change.difference:+.1f}", f"{low} to {high}"
    low, high = f"{100 * change.low:+.1f}", f"{100 * change.high:+.1f}"
    return f"{100 * change.old:.1f}%", f"{100 * change.new:.1f}%", f"{100 * change.difference:+.1f}", f"{low} to {high}"


DIRECTIONS = {
    Direction.IMPROVED: "What improved",
    Direction.WORSENED: "What worsened",
    Direction.UNCLEAR: "No clear difference",
}
