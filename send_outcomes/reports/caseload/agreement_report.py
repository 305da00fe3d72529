"""How far auditors and tool agree, as text for people and as JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from send_outcomes.audit.agreement import Agreement, Between, Disagreement
from send_outcomes.reports.plurals import so_many
from send_outcomes.reports.safe import shown

_MOST_LISTED = 40


def agreement_record(between: Sequence[Between], differ: Sequence[Disagreement], outcomes: int) -> dict[str, Any]:
    """Return plain values for JSON; shares and kappa from 0 (or −1) to 1."""
    return {
        "version": 1,
        "outcomes": outcomes,
        "between": [
            {
                "judges": list(one.judges),
                "all": _record(one.all),
                "features": {feature.value: _record(found) for feature, found in one.features.items()},
            }
            for one in between
        ],
        "disagreements": [
            {
                "plan": one.plan,
                "outcome": one.outcome,
                "feature": one.feature.value,
                "verdicts": {judge: verdict.value for judge, verdict in one.verdicts.items()},
            }
            for one in differ
        ],
    }


def agreement_lines(between: Sequence[Between], differ: Sequence[Disagreement], outcomes: int) -> Iterator[str]:
    """Yield the lines of the text, 80 cells wide at most but for long references."""
    yield f"{outcomes} outcomes in the sample"
    for one in between:
        yield ""
        yield f"{one.judges[0].capitalize()} and {one.judges[1]}"
        if not one.all.n:
            yield "  nothing that both judged"
            continue
        yield "  key feature         n  agree  kappa  without “cannot tell”"
        for feature, found in one.features.items():
            yield _line(feature.label, found)
        yield _line("all together", one.all)
    undefined = sorted(
        {found.because for one in between for found in (one.all, *one.features.values()) if found.because and found.n}
    )
    if undefined:
        yield ""
        yield "  – kappa is not defined where " + "; or where ".join(undefined)
    if not any(one.all.n for one in between):
        return
    yield ""
    if not differ:
        yield "No disagreement."
        return
    yield so_many(len(differ), "disagreement")
    for each in differ[:_MOST_LISTED]:
        said = " · ".join(f"{judge}: {verdict.value.replace('_', ' ')}" for judge, verdict in each.verdicts.items())
        yield f"  {shown(each.plan)} {shown(each.outcome)} {each.feature.label}: {said}"
    if len(differ) > _MOST_LISTED:
        yield f"  and {len(differ) - _MOST_LISTED} more: --format json lists them all"


def _line(label: str, found: Agreement) -> str:
    share = "–" if found.share is None else f"{100 * found.share:.0f}%"
    kappa = "–" if found.kappa is None else f"{found.kappa:.2f}"
    told = f"{found.told_agreed} of {found.told}" if found.told else "–"
    return f"  {label:<17}{found.n:>4}  {share:>5}  {kappa:>5}  {told:>12}"


def _record(found: Agreement) -> dict[str, Any]:
    return {
        "n": found.n,
        "agreed": found.agreed,
        "agreement": None if found.share is None else round(found.share, 4),
        "kappa": None if found.kappa is None else round(found.kappa, 4),
        "kappa_undefined": found.because or None,
        "told": found.told,
        "told_agreed": found.told_agreed,
    }
