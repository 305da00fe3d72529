"""A plan file's documents (YAML or JSON, loaded and marked) → Plans, after the schema has been held to.

Knows the shapes a plan file may have; knows nothing of YAML or JSON as such.
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from send_outcomes.documents import Document, NothingInside, UnreadableInput, schema, validate
from send_outcomes.documents.own_files import NO_PLAN, is_report
from send_outcomes.model import Plan, PlanKind
from send_outcomes.readers.plan_links import check_links
from send_outcomes.readers.plan_parts import Keys, Source, aspirations_of, heads_of, needs_of, outcomes_of, provision_of
from send_outcomes.readers.plan_places import Places

_PARTS = ("aspirations", "needs", "outcomes", "provision")
_MOST_TOLD = 50


def plan_name(path: str) -> str:
    """Return the id of a plan or list whose file gives none: the file's name without its suffix."""
    return "stdin" if path == "-" else PurePath(path.replace("\\", "/")).stem or path


def plans_of(document: Document, places: Places, serial: int = 1) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of one document, or what is wrong with it. `serial` is the document's number in its file."""
    if is_report(document.value):
        yield NothingInside(NO_PLAN, document.path)
        return
    problems = list(_sentences_as_keys(document)) or _breaches(document, schema("plan"))
    if problems:
        yield from problems[:_MOST_TOLD]
        return
    name = plan_name(document.path) + ("" if serial == 1 else f"-{serial}")
    value = document.value
    if isinstance(value, dict):
        yield from _plan(document, (), name, places)
    elif any(isinstance(entry, dict) and "outcomes" in entry for entry in value):
        for i, entry in enumerate(value):
            if isinstance(entry, dict) and "outcomes" in entry:
                yield from _plan(document, (i,), f"{name}-{i + 1}", places)
            else:
                message = "expected a plan with its “outcomes”, as in the rest of this list"
                yield UnreadableInput(message, document.path, *document.at(i))
    elif value:
        yield from _list(document, name, places)


def front_matter_of(document: Document) -> tuple[dict[str, Any], list[UnreadableInput]]:
    """Return the Plan fields that a Markdown file's front matter gives, and what is wrong with it."""
    problems = _breaches(document, {"$ref": "#/$defs/front_matter", "$defs": schema("plan")["$defs"]})
    if problems:
        return {}, problems
    source = Source(document, Places(document, []))
    return heads_of(source, (), document.value), source.problems


def _list(document: Document, name: str, places: Places) -> Iterator[Plan | UnreadableInput]:
    source = Source(document, places)
    outcomes = outcomes_of(source, (), document.value, None)
    source.problems.extend(check_links(document, (), [("", document.value, outcomes)]))
    if source.problems:
        yield from source.problems
    else:
        yield Plan(name, document.path, tuple(outcomes), PlanKind.LIST)


def _plan(document: Document, keys: Keys, name: str, places: Places) -> Iterator[Plan | UnreadableInput]:
    value: dict[str, Any] = document.value[keys[0]] if keys else document.value
    source = Source(document, places)
    listed = {part: value.get(part) or [] for part in _PARTS}
    aspirations = aspirations_of(source, (*keys, "aspirations"), listed["aspirations"])
    needs = needs_of(source, (*keys, "needs"), listed["needs"])
    outcomes = outcomes_of(source, (*keys, "outcomes"), listed["outcomes"], "E")
    provision = provision_of(source, (*keys, "provision"), listed["provision"])
    heads = heads_of(source, keys, value)
    made: Mapping[str, list[Any]] = dict(zip(_PARTS, (aspirations, needs, outcomes, provision), strict=True))
    source.problems.extend(check_links(document, keys, [(part, listed[part], made[part]) for part in _PARTS]))
    if source.problems:
        yield from sorted(source.problems, key=lambda problem: (problem.line or 0, problem.column or 0))
        return
    yield Plan(
        name if value.get("plan") is None else str(value["plan"]).strip(),
        document.path,
        tuple(outcomes),
        aspirations=tuple(aspirations),
        needs=tuple(needs),
        provision=tuple(provision),
        **heads,
    )


def _breaches(document: Document, wanted: dict[str, Any]) -> list[UnreadableInput]:
    return [problem for problem in validate(document, wanted) if isinstance(problem, UnreadableInput)]


def _sentences_as_keys(document: Document) -> Iterator[UnreadableInput]:
    """Yield a problem for each text that its colon has made a key, before a message about the key could show it."""
    waiting: list[tuple[Keys, Any]] = [((), document.value)]
    while waiting:
        keys, value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(((*keys, i), one) for i, one in enumerate(value))
        elif isinstance(value, dict):
            for key, one in value.items():
                if " " in key.strip():
                    message = "a text with a colon is read as a key; put quotes around the text"
                    yield UnreadableInput(message, document.path, *document.at(*keys))
                waiting.append(((*keys, key), one))
