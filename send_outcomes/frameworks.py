"""Frameworks: one authority's themes, outcomes and I statements of one edition, from YAML. Knows no outcome of a plan.

The shipped files are held to the schema by the tests, not at every start; a user's own file is held to it always.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from send_outcomes.concepts import Cue, concepts, parse_cues
from send_outcomes.documents import Document, SettingsProblem, frameworks_folder, load_one, schema, validate
from send_outcomes.documents.installed import installed
from send_outcomes.documents.settings_text import settings_text

_SUFFIXES = (".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a framework's words were taken from; `id` is its short name."""

    id: str
    title: str
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One verbatim passage, and what the source says beside it (number, group, priority, baseline, target, by, …)."""

    text: str
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Passages:
    """A list out of the source: principles, measures, survey questions, … `source` is the id of a Source."""

    id: str
    title: str
    source: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A theme, outcome or I statement.

    `text` is verbatim, `label` a short name (the text itself where the framework needs none). `same_as` holds
    counterparts as “framework/statement”; `concepts` and `cues` are what mapping knows the statement by.
    """

    id: str
    label: str
    text: str
    source: str
    same_as: tuple[str, ...]
    concepts: Mapping[str, float]
    cues: tuple[Cue, ...]
    passages: tuple[Passages, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """One authority's framework in one edition. `fallback`: the statement where no cue speaks for any, or None."""

    id: str
    title: str
    authority: str
    edition: str
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    passages: tuple[Passages, ...]
    note: str
    fallback: str | None
    path: str

    def statement(self, id_: str) -> Statement | None:
        """Return the statement of that id, or None."""
        return next((statement for statement in self.statements if statement.id == id_), None)


def shipped_ids() -> tuple[str, ...]:
    """Return the ids of the shipped frameworks, in order of name: their files' names without the ending."""
    return tuple(sorted(path.stem for path in frameworks_folder().glob("*.yaml")))


def shipped() -> tuple[Framework, ...]:
    """Return every shipped framework."""
    return tuple(_shipped(id_) for id_ in shipped_ids())


def find(id_or_path: str) -> Framework:
    """Return a shipped framework by its id, or a user's own by its path.

    Raises SettingsProblem where there is no such framework, or its file is wrong.
    """
    known = shipped_ids()
    if id_or_path in known:
        return _shipped(id_or_path)
    path = Path(id_or_path)
    if path.suffix.lower() in _SUFFIXES or path.exists():
        return load_framework(path)
    if id_or_path in installed("frameworks"):
        return load_framework(installed("frameworks")[id_or_path])
    near = difflib.get_close_matches(id_or_path, known, 1, 0.4)
    hint = f"did you mean “{near[0]}”? " if near else ""
    raise SettingsProblem(f"no framework “{id_or_path[:60]}”: {hint}known: {', '.join(known)}; or give a .yaml file")


def load_framework(path: Path) -> Framework:
    """Return the framework of a user's file. Raises SettingsProblem, the first that is wrong, with line and column."""
    document = read_document(path)
    problems = problems_of(document)
    if problems:
        raise problems[0]
    return _framework(document)


def read_document(path: Path) -> Document:
    """Return the file as YAML. Raises SettingsProblem where it can't be read or is no YAML."""
    return load_one(settings_text(path), str(path), SettingsProblem)


def problems_of(document: Document) -> list[SettingsProblem]:
    """Return all that is wrong with a framework file: first its form; where that holds, the names in it."""
    wrong = validate(document, schema("framework"), SettingsProblem)
    return [p for p in wrong if isinstance(p, SettingsProblem)] or list(_wrong_names(document))


def _wrong_names(document: Document) -> Iterator[SettingsProblem]:
    def problem(message: str, *keys: str | int) -> SettingsProblem:
        return SettingsProblem(message, document.path, *document.at(*keys))

    value = document.value
    ids = [entry["id"] for entry in value["statements"]]
    sources = [entry["id"] for entry in value["sources"]]
    for i, entry in enumerate(value["statements"]):
        place = ("statements", i)
        if entry["id"] in ids[:i]:
            yield problem(f"the statement id “{entry['id']}” stands here twice; keep one", *place, "id")
        for name in entry.get("concepts") or ():
            if name not in concepts():
                yield problem(f"no concept “{name}”; {_nearest(name, concepts())}", *place, "concepts", name)
        for j, other in enumerate(entry.get("same_as") or ()):
            if trouble := _wrong_counterpart(other, value["id"], ids):
                yield problem(trouble, *place, "same_as", j)
        for j, passages in enumerate(entry.get("passages") or ()):
            if passages.get("source", sources[0]) not in sources:
                yield problem("no such source above", *place, "passages", j, "source")
        if entry.get("source", sources[0]) not in sources:
            yield problem("no such source above", *place, "source")
    for j, passages in enumerate(value.get("passages") or ()):
        if passages.get("source", sources[0]) not in sources:
            yield problem("no such source above", "passages", j, "source")
    if (fallback := value.get("fallback")) and fallback not in ids:
        yield problem(f"no statement “{fallback}”; {_nearest(fallback, ids)}", "fallback")


def _wrong_counterpart(other: str, own: str, ids: list[str]) -> str:
    framework, _, statement = other.partition("/")
    if framework == own:
        return "" if statement in ids else f"no statement “{statement}”; {_nearest(statement, ids)}"
    if framework not in shipped_ids():
        return f"no shipped framework “{framework}”; {_nearest(framework, shipped_ids())}"
    known = [entry.id for entry in _shipped(framework).statements]
    return "" if statement in known else f"no statement “{statement}” in {framework}; {_nearest(statement, known)}"


def _nearest(name: str, known: Iterable[str]) -> str:
    known = list(known)
    near = difflib.get_close_matches(name, known, 1, 0.4)
    return f"did you mean “{near[0]}”?" if near else f"known here: {', '.join(known)}"


@cache
def _shipped(id_: str) -> Framework:
    return _framework(read_document(frameworks_folder() / f"{id_}.yaml"))


def _framework(document: Document) -> Framework:
    value = document.value
    sources = tuple(Source(s["id"], s["title"], s.get("publisher") or "") for s in value["sources"])
    first = sources[0].id
    return Framework(
        id=value["id"],
        title=value["title"],
        authority=value["authority"],
        edition=str(value.get("edition") or ""),
        sources=sources,
        statements=tuple(_statement(entry, first) for entry in value["statements"]),
        passages=_passages(value, first),
        note=value.get("note") or "",
        fallback=value.get("fallback"),
        path=document.path,
    )


def _statement(entry: dict[str, Any], first: str) -> Statement:
    weights = entry.get("concepts") or {}
    return Statement(
        id=entry["id"],
        label=entry.get("label") or entry["text"],
        text=entry["text"],
        source=entry.get("source") or first,
        same_as=tuple(entry.get("same_as") or ()),
        concepts={name: float(weight) for name, weight in weights.items()},
        cues=tuple(parse_cues(entry.get("cues") or "")),
        passages=_passages(entry, entry.get("source") or first),
    )


def _passages(entry: dict[str, Any], first: str) -> tuple[Passages, ...]:
    return tuple(
        Passages(part["id"], part["title"], part.get("source") or first, tuple(_item(item) for item in part["items"]))
        for part in entry.get("passages") or ()
    )


def _item(entry: str | dict[str, Any]) -> Item:
    if isinstance(entry, str):
        return Item(entry, {})
    return Item(entry["text"], {key: str(value) for key, value in entry.items() if key != "text"})
