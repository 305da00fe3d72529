"""A sheet's values → texts as a person sees them in the sheet. Knows nothing of columns or plans."""

import datetime as dt
from typing import Any


def shown(value: Any) -> str:
    """Return a cell's text: dates as 2027-07-31, whole numbers without “.0”, yes and no for true and false."""
    match value:
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
        case dt.datetime():
            midnight = not (value.hour or value.minute or value.second)
            return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return "" if value is None else str(value)


def column_letters(index: int) -> str:
    """Return the letters of a column counted from 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
