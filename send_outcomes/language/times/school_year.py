"""The school year of England: year groups, phases, terms, Easter. Knows dates and children, no text.

Year groups are numbers: Nursery -1, Reception 0, Year 1 to Year 14 and on. The academic year runs from 1 September to
31 August (domain: Reception 4 to 5, KS1 5 to 7, KS2 7 to 11, KS3 11 to 14, KS4 14 to 16, post-16 16 to 18, then to 25).
"""

import calendar
import datetime as dt
from functools import lru_cache

from send_outcomes.language.times.time_words import time_words
from send_outcomes.model import Child

_YOUNGEST, _OLDEST = -1, 20


@lru_cache(maxsize=1024)
def on_day(year: int, month_day: str) -> dt.date:
    """Return the day of a year told as "07-31"; 28 February stands for the 29th in any year."""
    month, day = (int(part) for part in month_day.split("-"))
    return dt.date(year, month, min(day, calendar.monthrange(year, month)[1]))


@lru_cache(maxsize=1024)
def plus_months(day: dt.date, months: int) -> dt.date:
    """Return the same day so many months on, or that month's last day; the last possible date where time runs out."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR or year < dt.MINYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def school_year_of(day: dt.date) -> int:
    """Return the calendar year in which the academic year that holds `day` began."""
    return day.year if day.month >= 9 else day.year - 1


def easter(year: int) -> dt.date:
    """Return Easter Sunday (Gregorian computus, Meeus/Jones/Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def year_end(school_year: int) -> dt.date:
    """Return the end of the academic year that began in `school_year`, as schools mean it: the end of July."""
    return on_day(school_year + 1, time_words().calendar["year_ends"])


def half_term_end(school_year: int, half: int) -> dt.date:
    """Return the last day of the half-term 1 to 6 of an academic year, as late as is usual."""
    told = time_words().calendar
    day: str = told["halves"][half - 1]
    if day == "spring":
        return min(easter(school_year + 1) - dt.timedelta(2), on_day(school_year + 1, told["spring_latest"]))
    return on_day(school_year + (half > 2), day)


def year_group_on(day: dt.date, born: dt.date) -> int:
    """Return the year group on `day` of a child born on `born` who is taught with others of the same age."""
    return school_year_of(day) - school_year_of(born) - 5


def age_on(day: dt.date, born: dt.date) -> int:
    """Return the age in whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def year_group_of(child: Child, day: dt.date) -> int | None:
    """Return a child's year group on the plan's day: from the birth date, else as stated, else from the age.

    A birth date outweighs a stated year group, which is often left over from the last draft. From an age alone the
    younger of two year groups is taken, so that nobody is told too early that a date has passed.
    """
    if child.born is not None:
        return year_group_on(day, child.born)
    if child.year_group is not None:
        return child.year_group
    return None if child.age is None else child.age - 5


def stage_year(child: Child, day: dt.date, group: int) -> int | None:
    """Return the calendar year in which the child's Year `group` begins, or None if nothing is known of the child.

    In August, schools are shut: a plan that then states a year group without a birth date means the year to come.
    """
    now = year_group_of(child, day)
    if now is None:
        return None
    ahead = 1 if day.month == 8 and child.born is None and child.year_group is not None else 0
    begins = school_year_of(day) + ahead + group - now
    return begins if dt.MINYEAR < begins < dt.MAXYEAR - 1 else None


def stage_of_year(group: int) -> tuple[int, int]:
    """Return the phase of education (youngest and oldest year group) to which a year group belongs."""
    phases = time_words().phases
    for young, old in phases:
        if group <= old:
            return young, old
    return phases[-1]


def phase_end(child: Child, day: dt.date, later: int = 0) -> dt.date | None:
    """Return the end of the phase the child is in on `day`, or of the `later`-th one after it; None where unknown."""
    now = year_group_of(child, day)
    if now is None:
        return None
    phases = time_words().phases
    place = phases.index(stage_of_year(max(now, _YOUNGEST))) + later
    begins = stage_year(child, day, min(phases[min(place, len(phases) - 1)][1], _OLDEST))
    return None if begins is None else year_end(begins)
