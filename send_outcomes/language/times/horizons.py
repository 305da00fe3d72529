"""Tells how far ahead a date lies for this child: short, medium or long term. Knows no text and no clock."""

import datetime as dt
from dataclasses import dataclass

from send_outcomes.language.reading import Found
from send_outcomes.language.times.school_year import phase_end, plus_months, school_year_of, year_end
from send_outcomes.model import Child, Horizon

_LAST_AGE = 25
_BEYOND = 99  # phases later: the last one, whoever the child is


@dataclass(frozen=True, slots=True)
class HorizonScheme:
    """What short, medium and long mean: up to a year, to the end of a phase, beyond (Islington; phases: the Code).

    Sources differ, so a profile may say it otherwise: `medium_months` puts the end of medium so many months ahead, whatever
    the phase; where `has_medium` is false there are two terms, and all that isn't short is long (Dorset).
    `grace_days` lets "the end of next school year" in a plan of early July still be a year away. `longest_phase_months`
    is how far the end of a phase can lie off: a date beyond it is long whoever the child is. `boundary_days`: the
    start of the next phase, after the summer holidays, still counts as the end of this one.
    """

    short_months: int = 12
    medium_months: int | None = None
    has_medium: bool = True
    grace_days: int = 31
    longest_phase_months: int = 60
    adult_months: int = 36
    boundary_days: int = 61

    @property
    def terms(self) -> tuple[Horizon, ...]:
        """The terms that there are."""
        return tuple(term for term in Horizon if self.has_medium or term is not Horizon.MEDIUM)


def horizon(by: dt.date | None, found: Found | None, plan_date: dt.date, child: Child,
            scheme: HorizonScheme | None = None) -> Horizon | None:  # fmt: skip
    """Return how far ahead a deadline lies, or None where it can't be told (no date, or the child's phase unknown).

    Short reaches to a year from the plan's date, medium to the end of the child's phase (of the next one, if the
    present one ends within that year), long beyond. "Adulthood" is told by its date like any other.
    """
    scheme = scheme or HorizonScheme()
    if by is None:
        return _relative_horizon(found, scheme)
    a_year = plus_months(plan_date, scheme.short_months) + dt.timedelta(scheme.grace_days)
    if by <= a_year:
        return Horizon.SHORT
    if not scheme.has_medium:
        return Horizon.LONG
    if scheme.medium_months is not None:
        reach = plus_months(plan_date, scheme.medium_months) + dt.timedelta(scheme.grace_days)
        return Horizon.MEDIUM if by <= reach else Horizon.LONG
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


def _relative_horizon(found: Found | None, scheme: HorizonScheme) -> Horizon | None:
    """Tell what needs no date: the next key stage ends more than a year ahead, whoever the child is."""
    if (
        found is not None
        and scheme.has_medium
        and scheme.medium_months is None
        and found.kind == "phase"
        and found.fields.get("which") == "next"
        and found.fields.get("edge") == "end"
    ):
        return Horizon.MEDIUM
    return None


def terms_ahead(child: Child, plan_date: dt.date, scheme: HorizonScheme) -> tuple[Horizon, ...]:
    """Return the terms that a plan can still reach: it ends with the academic year in which the young person turns 25."""
    if child.born is None:
        return scheme.terms
    last = year_end(school_year_of(child.born) + _LAST_AGE)
    furthest = horizon(last, None, plan_date, child, scheme)
    return scheme.terms if furthest not in scheme.terms else scheme.terms[: scheme.terms.index(furthest) + 1]
