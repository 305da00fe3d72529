"""Tells how far ahead a date lies for this child: short, medium or long term. Knows no text and no clock."""

import datetime as dt
from dataclasses import dataclass

from send_outcomes.language.reading import Found
from send_outcomes.language.times.school_year import phase_end, plus_months
from send_outcomes.model import Child, Horizon

_BEYOND = 99  # phases later: the last one, whoever the child is


@dataclass(frozen=True, slots=True)
class HorizonScheme:
    """What short, medium and long mean: up to a year, to the end of a phase, beyond (Islington; phases: the Code).

    `grace_days` lets "the end of next school year" in a plan of early July still be a year away. `longest_phase_months`
    is how far the end of a phase can lie off: a date beyond it is long whoever the child is. `boundary_days`: the
    start of the next phase, after the summer holidays, still counts as the end of this one.
    """

    short_months: int = 12
    grace_days: int = 31
    longest_phase_months: int = 60
    adult_months: int = 36
    boundary_days: int = 61


def horizon(by: dt.date | None, found: Found | None, plan_date: dt.date, child: Child,
            scheme: HorizonScheme | None = None) -> Horizon | None:  # fmt: skip
    """Return how far ahead a deadline lies, or None where it can't be told (no date, or the child's phase unknown).

    Short reaches to a year from the plan's date, medium to the end of the child's phase (of the next one, if the
    present one ends within that year), long beyond. "Adulthood" is told by its date like any other.
    """
    scheme = scheme or HorizonScheme()
    if by is None:
        return _relative_horizon(found, child, plan_date)
    a_year = plus_months(plan_date, scheme.short_months) + dt.timedelta(scheme.grace_days)
    if by <= a_year:
        return Horizon.SHORT
    if by > plus_months(plan_date, scheme.longest_phase_months) + dt.timedelta(scheme.grace_days):
        return Horizon.LONG
    phase = phase_end(child, plan_date)
    if phase is not None and phase <= a_year:
        phase = phase_end(child, plan_date, later=1)
    if phase is None:
        return None
    if phase == phase_end(child, plan_date, later=_BEYOND):
        phase = min(phase, plus_months(plan_date, scheme.adult_months))
    return Horizon.MEDIUM if by <= phase + dt.timedelta(scheme.boundary_days) else Horizon.LONG


def _relative_horizon(found: Found | None, child: Child, plan_date: dt.date) -> Horizon | None:
    """Tell what needs no date: the next key stage ends more than a year ahead, whoever the child is."""
    if (
        found is not None
        and found.kind == "phase"
        and found.fields.get("which") == "next"
        and found.fields.get("edge") == "end"
    ):
        return Horizon.MEDIUM
    return None
