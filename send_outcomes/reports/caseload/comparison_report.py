"""A comparison of two audits as text, and as a page that stands alone."""

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from send_outcomes import __version__
from send_outcomes.reports.caseload.comparison_view import CHANCE, DIRECTIONS, METHOD, ComparisonView, written
from send_outcomes.reports.html.environment import style, template
from send_outcomes.reports.plots import style as plot_style
from send_outcomes.reports.safe import shown


def comparison_lines(view: ComparisonView) -> Iterator[str]:
    """Yield the lines of the text."""
    comparison = view.comparison
    for name, side in (("old", view.old), ("new", view.new)):
        totals = side["totals"]
        yield f"{name}: {totals['plans']:,} plans, {totals['outcomes']:,} outcomes, judged on {side['today']} by {shown(side['profile'])}"
    yield f"plans in both: {comparison.in_both:,} (pairs); only old: {comparison.only_old:,}; only new: {comparison.only_new:,}"
    if comparison.in_both:
        yield f"of those in both: {view.risen:,} in a higher band, {view.stayed:,} in the same, {view.sunk:,} in a lower one"
    for what in view.unlike:
        yield f"! not alike: {what}; a difference may come from that"
    for direction, title in DIRECTIONS.items():
        found = view.of(direction)
        yield ""
        yield f"{title} ({len(found)})"
        for line in found:
            old, new, difference, limits = written(line.change)
            yield f"  {shown(line.label):<40} {old:>6} → {new:>6}  {difference:>6} ({limits})"
    yield ""
    yield from textwrap.wrap(f"{METHOD} {CHANCE} A person decides.", 80)


def comparison_page(view: ComparisonView) -> Iterator[str]:
    """Yield the page, part by part."""
    values: Mapping[str, Any] = {
        "style": style("page") + style("caseload"),
        "plot_style": Markup(plot_style()),
        "version": __version__,
        "view": view,
        "directions": DIRECTIONS,
        "method": f"{METHOD} {CHANCE}",
        "written": written,
    }
    return template("caseload_comparison").generate(**values)
