"""A rule's examples as things to show: where the marks stand; a whole plan as rows, each item with what is said of it.

Knows no page: the terminal and the documentation lay the same rows out each in its own way.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from send_outcomes.findings import Span
from send_outcomes.model import Plan
from send_outcomes.reports.plan_values import plan_head, plan_lists
from send_outcomes.rulebook import Example
from send_outcomes.trial import whole_plan_of

_WHOLE = "plan"
_USUAL = ("B", "F")  # the section of most needs and most provision goes without saying

Mark = tuple[str, str]  # an item's id, and the words in it ("" for the item as such)


@dataclass(frozen=True, slots=True)
class ExampleItem:
    """One aspiration, need, outcome or provision. `details` are its other fields, by name, as words.

    `marked` says that the rule marks the item as such; `spans` are the words that it marks in the text.
    """

    id: str
    text: str
    details: Mapping[str, str]
    marked: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ExamplePlan:
    """A whole plan. `details` are what it says beside its items; `marked`: the rule marks the plan as such.

    `previous` is the plan's last edition; `elsewhere` holds texts that other plans hold, each with that plan's id.
    """

    items: tuple[ExampleItem, ...]
    details: Mapping[str, str]
    marked: bool = False
    previous: "ExamplePlan | None" = None
    elsewhere: Mapping[str, str] = field(default_factory=dict)


def example_plan(example: Example) -> ExamplePlan:
    """Return the rows of an example that is a whole plan. Raises ValueError where it is none."""
    plan, around = whole_plan_of(example)
    marks = [(item, words) for item, _, words in (mark.partition(": ") for mark in example.marks or ())]
    return ExamplePlan(
        items=tuple(_items(plan, marks)),
        details=_details(plan_head(plan)),
        marked=(_WHOLE, "") in marks,
        previous=ExamplePlan(tuple(_items(around.previous, ())), _details(plan_head(around.previous)))
        if around.previous
        else None,
        elsewhere=example.around.get("elsewhere", {}),
    )


def spans_of(text: str, marks: Iterable[str]) -> list[Span]:
    """Return where an example's marks stand in its text, one after the other; gaps are left out."""
    at, spans = 0, []
    for mark in filter(None, marks):
        start = text.find(mark, at)
        if start >= 0:
            at = start + len(mark)
            spans.append(Span(start, at))
    return spans


def _items(plan: Plan, marks: Sequence[Mark]) -> Iterator[ExampleItem]:
    for entries in plan_lists(plan).values():
        for entry in entries:
            id_ = str(entry["id"])
            here = [words for item, words in marks if item == id_]
            text = entry["text"]
            spans = spans_of(text, sorted(here, key=text.find))  # a whole plan's marks stand in any order
            yield ExampleItem(id_, text, _details(entry), "" in here, tuple(spans))


def _details(said: Mapping[str, Any]) -> dict[str, str]:
    return {
        key.replace("_", " "): worded(value)
        for key, value in said.items()
        if key not in ("id", "text", "plan") and not (key == "section" and value in _USUAL)
    }


def worded(value: object) -> str:
    """Return a value of a plan file as a person would read it."""
    if isinstance(value, Mapping):
        return ", ".join(f"{str(key).replace('_', ' ')} {worded(part)}" for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(worded(part) for part in value)
    return str(value)
