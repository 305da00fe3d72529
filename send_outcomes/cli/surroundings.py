"""What a run knows beside each plan: its last edition, and which other plans share its texts.

A few plans are read ahead, so that of two that share a text the first one too is told.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from send_outcomes import readers
from send_outcomes.checks import Surroundings
from send_outcomes.documents import Problem, UnreadableInput
from send_outcomes.editions import Editions
from send_outcomes.model import Plan
from send_outcomes.register import Register

_PLANS, _OUTCOMES = 64, 4_000  # read ahead at most


class Surrounded(NamedTuple):
    """A plan, or what could not be read, with what stands around it."""

    item: Plan | UnreadableInput
    around: Surroundings


def surrounded(items: Iterable[Plan | UnreadableInput], editions: Editions, register: Register | None) -> Iterator[Surrounded]:
    """Yield every item with its surroundings, in order. `register` is None where nobody asks for copied texts."""
    first = True
    for block, last in _blocks(items):
        alone = first and last and sum(isinstance(item, Plan) for item in block) == 1
        first = False
        around = [_around(item, editions, register, alone) for item in block]
        yield from map(Surrounded, block, around)


def last_plans(paths: tuple[str, ...], options: readers.ReadOptions) -> tuple[Editions, list[Problem]]:
    """Return the plans in files and folders given as last ones, and what could not be read."""
    plans: list[Plan] = []
    problems: list[Problem] = []
    for item in readers.read(paths, options):
        if isinstance(item, Plan):
            plans.append(item)
        else:
            problems.append(item)
    return Editions(plans), problems


def _told(ids: Mapping[str, str], text: str, name: str | None) -> str | None:
    """Return which other plan has said a text before, as it stood when that was asked."""
    return ids.get(text)


def settled(plan: Plan, around: Surroundings) -> Surroundings:
    """Return what stands around a plan as plain values, which can go to another process."""
    texts = (*(need.text for need in plan.needs), *(outcome.text for outcome in plan.outcomes))
    told = {text: around.elsewhere(text, plan.child.known_as) for text in texts}
    return replace(around, elsewhere=partial(_told, {text: id_ for text, id_ in told.items() if id_ is not None}))


def _around(item: Plan | UnreadableInput, editions: Editions, register: Register | None, alone: bool) -> Surroundings:
    if not isinstance(item, Plan):
        return Surroundings()
    previous = editions.before(item, alone) if editions else None
    return Surroundings(previous, register.enter(item)) if register else Surroundings(previous)


def _blocks(items: Iterable[Plan | UnreadableInput]) -> Iterator[tuple[list[Plan | UnreadableInput], bool]]:
    """Yield the items some at a time, and whether these are the last."""
    block: list[Plan | UnreadableInput] = []
    outcomes = 0
    for item in items:
        if len(block) >= _PLANS or outcomes >= _OUTCOMES:
            yield block, False
            block, outcomes = [], 0
        block.append(item)
        outcomes += len(item.outcomes) if isinstance(item, Plan) else 0
    if block:
        yield block, True
