"""Resolves a deadline that was found to a date. Pure: knows no clock, only the plan's date.

A time is read generously, as the latest day that its words allow: "by July 2027" is 31 July 2027, "by Year 8" the end
of Year 8 (31 July), "by the autumn term" its last day. So nobody is told too early that a deadline has passed.
"""

import calendar
import datetime as dt
from collections.abc import Callable, Mapping

from send_outcomes.language.reading import Found
from send_outcomes.language.times.school_year import (
    easter,
    half_term_end,
    on_day,
    phase_end,
    plus_months,
    school_year_of,
    stage_year,
    year_end,
    year_group_of,
)
from send_outcomes.language.times.time_words import time_words
from send_outcomes.model import Child

Fields = Mapping[str, str]


def resolve(found: Found, plan_date: dt.date, child: Child, review_due: dt.date | None = None) -> dt.date | None:
    """Return the last day of a found deadline, or None where its words and the plan don't tell.

    `review_due` is the day of the next annual review where the plan gives it; else twelve months after its date.
    """
    resolver = _RESOLVERS.get(found.kind)
    if resolver is None:
        return None
    if found.kind == "review" and review_due is not None and found.fields.get("review") == "annual":
        return review_due
    try:
        return resolver(found.fields, plan_date, child)
    except (ValueError, OverflowError):  # 31 June, the year 10000: no such day
        return None


def stage_span(found: Found) -> tuple[int, int] | None:
    """Return the youngest and oldest year group of the stage that a deadline names, or None where it names none."""
    if found.kind not in ("stage", "leaving") or found.fields.get("stage") == "school":
        return None
    youngest, oldest = found.fields.get("youngest"), found.fields.get("oldest")
    return None if youngest is None or oldest is None else (int(youngest), int(oldest))


def _date(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    month, number = int(told["month"]), told.get("number")
    if "day" not in told and number is not None:
        return _month(told, plan_date, child)
    return _year_for(told, lambda year: dt.date(year, month, int(told["day"])), month, plan_date, child)


def _month(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    """Resolve a month to its last day; "July 16" is a year where that lies ahead, and else a day."""
    month, number = int(told["month"]), told.get("number")
    if number is not None and "year" in told:
        return dt.date(int(told["year"]), month, int(number))
    if number is not None:
        as_year = _in_month(2000 + int(number), month, told)
        if plan_date <= as_year or int(number) >= 20:
            return as_year
        return _next(lambda year: dt.date(year, month, int(number)), plan_date)
    return _year_for(told, lambda year: _in_month(year, month, told), month, plan_date, child)


def _in_month(year: int, month: int, told: Fields) -> dt.date:
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, {"start": 7, "middle": 15}.get(told.get("edge", "end"), last))


def _year_for(told: Fields, day: Callable[[int], dt.date], month: int, plan_date: dt.date, child: Child) -> dt.date | None:
    """Choose the year of a day: as told, of the year group told, or the next one after the plan's date."""
    if "year" in told:
        return day(int(told["year"]))
    begins = _begins(told, plan_date, child)
    if begins is not None:
        return day(begins + (month < 9))
    if "in_year" in told:
        return None
    if told.get("which") in ("next year", "this year"):
        return day(plan_date.year + (told["which"] == "next year"))
    return _next(day, plan_date)


def _next(day: Callable[[int], dt.date], plan_date: dt.date) -> dt.date:
    this = day(plan_date.year)
    return this if this >= plan_date else day(plan_date.year + 1)


def _begins(told: Fields, plan_date: dt.date, child: Child) -> int | None:
    """Return the calendar year in which the academic year told begins: "2026/27", "of Year 6"."""
    if "school_year" in told:
        return int(told["school_year"])
    return stage_year(child, plan_date, int(told["in_year"])) if "in_year" in told else None


def _year(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    edge = told.get("edge", "end")
    if told.get("span") == "calendar":
        if "year" in told:
            return {"start": dt.date(int(told["year"]), 1, 31), "middle": dt.date(int(told["year"]), 7, 31)}.get(
                edge, dt.date(int(told["year"]), 12, 31))  # fmt: skip
        return dt.date(plan_date.year + (told.get("which") == "next"), 12, 31)
    begins = _begins(told, plan_date, child)
    if begins is None:
        begins = int(told["year"]) - 1 if "year" in told else _current_year(plan_date) + (told.get("which") == "next")
    return _edge_of_years(begins, begins, edge)


def _edge_of_years(first: int, last: int, edge: str) -> dt.date:
    if edge == "start":
        return dt.date(first, 9, 30)
    return on_day(first + 1, time_words().calendar["middle"]) if edge == "middle" and first == last else year_end(last)


def _current_year(plan_date: dt.date) -> int:
    """Return when "this" school year began; in August, the one about to begin is meant."""
    return school_year_of(plan_date) + (plan_date > year_end(school_year_of(plan_date)))


def _term(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    """Resolve a term or half-term to its last day (to its first weeks, where its start is named)."""
    half, term = told.get("half"), told.get("term")
    if half == "" or term == "":
        begun = told.get("edge") == "start"
        end = _coming_end(plan_date, 1 if half == "" else 2, told.get("which") == "next" and not begun)
        return end + dt.timedelta(28) if begun else end
    place = int(half) if half else {"autumn": 2, "spring": 4, "summer": 6}[term or "summer"]
    if told.get("edge") == "start" and half is None:
        place -= 1
    begins = _begins(told, plan_date, child)
    if begins is None and "in_year" in told:
        return None
    if begins is None and "year" in told:
        begins = int(told["year"]) - (place > 2)
    if begins is not None:
        return half_term_end(begins, place)
    this = school_year_of(plan_date)
    return next(day for day in (half_term_end(this + n, place) for n in range(3)) if day >= plan_date)


def _coming_end(plan_date: dt.date, step: int, following: bool) -> dt.date:
    """Return the end of the present half-term (`step` 1) or term (2), or of the one after it."""
    this = school_year_of(plan_date)
    ends = [half_term_end(this + n, half) for n in range(3) for half in range(step, 7, step)]
    return [day for day in ends if day >= plan_date][1 if following else 0]


def _holiday(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    name, dates = told["holiday"], time_words().calendar
    if name not in dates and not name.startswith("easter"):
        return None  # “by Ramadan”
    over = "-end" if told.get("edge") == "end" and f"{name}-end" in dates else ""

    def day(year: int) -> dt.date:
        if name == "easter":
            return easter(year)
        if name == "easter-holidays":
            return half_term_end(year - 1, 4) + dt.timedelta(17 if told.get("edge") == "end" else 0)
        return on_day(year + (name == "christmas-holidays" and bool(over)), dates[name + over])

    return _year_for(told, day, day(2001).month, plan_date, child)


def _stage(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    """Resolve a stage to the end of its oldest year; to September of its youngest where its start is named."""
    first = stage_year(child, plan_date, int(told["youngest"]))
    last = stage_year(child, plan_date, int(told["oldest"]))
    return None if first is None or last is None else _edge_of_years(first, last, told.get("edge", "end"))


def _phase(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    return phase_end(child, plan_date, later=int(told.get("which") == "next" and told.get("edge") != "start"))


def _leaving(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    """Resolve leaving a stage or starting the next. School is left after Year 11 at the earliest, then 13, then 14."""
    if told["step"] == "start":
        if told["stage"] in ("work", "phase", "college", "university", "post-19") or "youngest" not in told:
            return None
        first = stage_year(child, plan_date, int(told["youngest"]))
        return None if first is None else dt.date(first, 9, 30)
    if told["stage"] == "phase":
        return phase_end(child, plan_date)
    oldest = told.get("oldest")
    if told["stage"] == "school":
        now = year_group_of(child, plan_date)
        oldest = None if now is None else str(11 if now <= 11 else 13 if now <= 13 else 14)
    if oldest is None or told["stage"] in ("college", "university", "post-19"):
        return None
    last = stage_year(child, plan_date, int(oldest))
    return None if last is None else year_end(last)


def _age(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    """Resolve an age to the birthday; without a birth date, to the last day on which it can fall."""
    if "age" not in told:
        return (
            _next(lambda year: plus_months(_of(child.born), 12 * (year - _of(child.born).year)), plan_date)
            if child.born
            else None
        )
    years = int(told["age"])
    if child.born is not None:
        return plus_months(child.born, 12 * years)
    if child.age is not None:
        return plus_months(plan_date, 12 * (years - child.age))
    begins = stage_year(child, plan_date, years - 5)
    return None if begins is None else dt.date(begins + 1, 8, 31)


def _of(born: dt.date | None) -> dt.date:
    assert born is not None
    return born


def _within(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    number = int(told["number"])
    if "months" in told:
        return plus_months(plan_date, number * int(told["months"]))
    if "days" in told:
        return plan_date + dt.timedelta(number * int(told["days"]))
    step = 1 if "halfterms" in told else 2
    this, day = school_year_of(plan_date), plan_date
    ends = [half_term_end(this + n, half) for n in range(min(number, 60) + 2) for half in range(step, 7, step)]
    ahead = [end for end in ends if end >= day + dt.timedelta(28 if step == 2 else 14)]  # a term nearly over is no term
    return ahead[min(number, len(ahead)) - 1]


def _review(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    months = int(told["every"])
    return plus_months(plan_date, months) if months else None


def _event(told: Fields, plan_date: dt.date, child: Child) -> dt.date | None:
    begins = stage_year(child, plan_date, int(told["year"])) if told.get("year") and len(told["year"]) < 3 else None
    return None if begins is None else year_end(begins)


_RESOLVERS: dict[str, Callable[[Fields, dt.date, Child], dt.date | None]] = {
    "date": _date, "month": _month, "year": _year, "term": _term, "holiday": _holiday, "stage": _stage, "phase": _phase,
    "leaving": _leaving, "age": _age, "within": _within, "review": _review, "event": _event,
}  # fmt: skip
