"""The blocks of the Markdown page, in the order of `BLOCKS`: each takes the gathered run and yields lines, none where it has nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from send_outcomes.findings import Severity, Verdict
from send_outcomes.reports.located import Located, state_of
from send_outcomes.reports.markdown import folded, table
from send_outcomes.reports.markdown_gathered import MOST_OUTCOMES, MOST_PLANS, Gathered
from send_outcomes.reports.mending import Step, not_counted
from send_outcomes.reports.plurals import so_many

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_LONGEST = 160
_MOST_NAMED = 8


def _headline(page: Gathered) -> Iterator[str]:
    totals: Counter[Severity] = sum((plan.counts for plan in page.plans), Counter())
    said = [so_many(totals[s], _WORDS[s]) for s in _SEVERITIES if totals[s]]
    yield f"### Outcomes: {', '.join(said) or 'nothing to mend'}"
    yield ""
    outcomes = sum(plan.outcomes for plan in page.plans)
    parts = [f"{so_many(outcomes, 'outcome')} in {so_many(len(page.plans), 'plan or list', 'plans and lists')}."]
    parts += [not_counted(page.summary)] if page.summary else []
    alone = page.plans[0] if len(page.plans) == 1 else None
    parts += [f"**{page.said(alone.mend.sentence)}**"] if alone and not alone.steps else []
    yield " ".join(part for part in parts if part)


def _mends(page: Gathered) -> Iterator[str]:
    """Yield the first things to mend in the one plan that there is, each with its reason."""
    steps = page.plans[0].steps if len(page.plans) == 1 else ()
    if steps:
        yield from ("**Mend first:**", "")
    for number, step in enumerate(steps, 1):
        yield f"{number}. **{page.said(step.what[:1].upper() + step.what[1:])}** ({page.said(f'{step.code} {step.name}, {step.where}')}{_which(page, step)})."
        yield f"   {page.said(step.why)}"


def _which(page: Gathered, step: Step) -> str:
    """Name what a step is on, where that is short."""
    return f": {', '.join(map(page.said, step.ids))}" if 0 < len(step.ids) <= _MOST_NAMED else ""


def _plans(page: Gathered) -> Iterable[str]:
    order = sorted(page.plans, key=lambda plan: tuple(-plan.counts[severity] for severity in _SEVERITIES))
    shown = [plan for plan in order if any(plan.counts.values())]
    if len(page.plans) < 2 or not shown:
        return
    rows = (
        (page.named(plan.path, plan.id), f"{plan.outcomes:,}",
         *(f"{plan.counts[severity]:,}" for severity in _SEVERITIES), plan.mend.code)
        for plan in shown[:MOST_PLANS]
    )  # fmt: skip
    yield from table(("Plan", "Outcomes", "Errors", "Warnings", "Remarks", "Mend first"), rows, range(1, 5))
    if len(shown) > MOST_PLANS:
        yield from ("", f"… and {len(shown) - MOST_PLANS:,} more.")


def _findings(page: Gathered) -> Iterable[str]:
    """Yield what is to be mended, item by item, those with the heaviest finding first."""
    if not page.open:
        return
    items: dict[tuple[str, str, str], list[Located]] = {}
    for one in page.open:
        items.setdefault((one.place.path, one.plan, one.item), []).append(one)
    rows = ((_where(page, found[0]), "<br>".join(_remark(page, one) for one in found)) for found in items.values())
    yield from table(("Where", "What"), rows)
    if page.beyond:
        yield from ("", f"… and {page.beyond:,} more, none heavier.")


def _outcomes(page: Gathered) -> Iterable[str]:
    several = len(page.plans) > 1
    shown = [one for one in page.outcomes if any(one.counts.values())] if several else page.outcomes
    if not shown or len(shown) > MOST_OUTCOMES:
        return
    rows = (
        (
            *((page.said(one.plan),) if several else ()),
            page.said(one.id),
            page.said(one.text, _LONGEST),
            " ".join(f"{page.signs.verdicts[verdict]} {feature.label}" for feature, verdict in one.amiss)
            or page.signs.verdicts[Verdict.MET],
        )
        for one in shown
    )
    head = (*(("Plan",) if several else ()), "Outcome", "Text", "Verdicts")
    lines = table(head, rows)
    yield from folded("The outcomes that these findings are on", lines) if several else lines


def _pictures(page: Gathered) -> Iterable[str]:
    """Yield the picture of each whole plan, folded where there are several inputs."""
    for name, lines in page.pictures:
        yield from folded(f"The picture of {name}", lines) if len(page.plans) > 1 else lines
    if page.undrawn:
        yield from ("", f"… and {page.undrawn:,} more plans, whose pictures have no room here: check them one by one.")


def _aside(page: Gathered) -> Iterable[str]:
    if not page.aside or page.summary is None:
        return
    rows = (
        (f"{one.finding.code} {one.finding.name}", _where(page, one), state_of(one.finding),
         page.said(one.finding.ignored.because, _LONGEST) if one.finding.ignored else "")
        for one in page.aside
    )  # fmt: skip
    lines = list(table(("Rule", "Where", "State", "Because"), rows))
    total = sum(page.summary.set_aside_by_rule.values()) + sum(page.summary.known_by_rule.values())
    if total > len(page.aside):
        lines += ["", f"… and {total - len(page.aside):,} more."]
    yield from folded(f"{total:,} not counted: set aside with a reason, or in the baseline", lines)


def _errors(page: Gathered) -> Iterable[str]:
    if page.errors:
        count = len({error.path for error in page.errors})  # of one input several things may be said
        yield f"**{count:,} could not be read, and {'stands' if count == 1 else 'stand'} outside this report:**"
        yield ""
        yield from (f"- {page.said(str(error), 2 * _LONGEST)}" for error in page.errors[:MOST_PLANS])


def _where(page: Gathered, one: Located) -> str:
    at = f":{one.region.line}" if one.region else f" {one.place.label}" if one.place.label else ""
    return " · ".join(part for part in (page.said(f"{one.place.path}{at}"), page.said(one.item)) if part)


def _remark(page: Gathered, one: Located) -> str:
    finding = one.finding
    message = page.said(finding.message, 2 * _LONGEST)
    return f"{page.signs.severities[finding.severity]} **{finding.code} {finding.name}** {message}"


_WORDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"}
BLOCKS: tuple[Callable[[Gathered], Iterable[str]], ...] = (
    _headline, _mends, _errors, _plans, _findings, _outcomes, _pictures, _aside,
)  # fmt: skip
