"""A fault in the program while one plan is judged costs that plan, never the run: it is told of like an input that can't be read.

What it says holds no text: the kind of fault, and where in the program it arose.
"""

import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import TypeVar

from send_outcomes.documents import Problem, UnreadableInput
from send_outcomes.model import Plan

_Result = TypeVar("_Result")


def spared(judge: Callable[[], _Result], plan: Plan) -> _Result | UnreadableInput:
    """Return what judging a plan comes to, or the problem that kept it from being judged.

    Raises Problem, OSError and MemoryError as they come: those are no faults of this program.
    """
    try:
        return judge()
    except (Problem, OSError, MemoryError):
        raise
    except Exception as fault:  # whatever it is, the other plans are still to be judged
        row = next((outcome.place.line or outcome.place.row for outcome in plan.outcomes), None)
        said = f"this plan was left out: a fault in the program ({where(fault)}); please report it"
        problem = UnreadableInput(said, plan.path, row)
        problem.__cause__ = fault
        return problem


def where(fault: BaseException) -> str:
    """Return the kind of a fault and where it arose: “IndexError at joined.py:130”."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f"{PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(fault).__name__} at {place}"
