"""The labelled cases: files of JSON lines, gathered in cases/sets.yaml. Knows no checker and no figure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from send_outcomes.documents import load_one

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled outcome. A label is None where two careful readers could differ: it is left out of every figure.

    `statements` holds by framework id the statements that a reader would accept, best first; empty where none fits.
    A `trap` is worded so as to mislead a checker.
    """

    id: str
    text: str
    labels: Mapping[str, bool | None]
    statements: Mapping[str, tuple[str, ...]]
    area: str | None
    kind: str
    trap: bool = False


@dataclass(frozen=True, slots=True)
class FirstSight:
    """What the checker said of a set before anybody learnt from it: a file that `--record` wrote, and which rules said it."""

    path: Path
    rules: str


@dataclass(frozen=True, slots=True)
class CaseSet:
    """Cases that came about together. `unseen`: no rule was changed after looking at them. `raters` judged each case."""

    name: str
    standing: Literal["learnt", "unseen"]
    raters: int
    cases: tuple[Case, ...]
    first_sight: FirstSight | None = None


def load_sets(folder: Path = FOLDER, only: Sequence[str] = ()) -> tuple[CaseSet, ...]:
    """Return the sets that sets.yaml names and whose file is there; `only` names those wanted.

    Raises ValueError where an id stands twice or a wanted set is not there.
    """
    path = folder / "sets.yaml"
    listed: Mapping[str, Mapping[str, Any]] = load_one(path.read_text(encoding="utf-8"), str(path)).value
    there = {name: entry for name, entry in listed.items() if (folder / entry["file"]).is_file()}
    if unknown := set(only) - there.keys():
        raise ValueError(f"no set {', '.join(sorted(unknown))}: there are {', '.join(there)}")
    sets = tuple(_case_set(name, entry, folder) for name, entry in there.items() if not only or name in only)
    seen: set[str] = set()
    for case in (case for one in sets for case in one.cases):
        if case.id in seen:
            raise ValueError(f"the id {case.id} stands twice; give one of the two cases another")
        seen.add(case.id)
    return sets


def _case_set(name: str, entry: Mapping[str, Any], folder: Path) -> CaseSet:
    cases = load_cases(folder / entry["file"], entry.get("traps"))
    seen = entry.get("first_sight")
    first_sight = FirstSight(folder / seen["file"], seen["rules"]) if seen else None
    return CaseSet(name, entry["standing"], entry["raters"], cases, first_sight)


def load_cases(path: Path, traps: str | None = None) -> tuple[Case, ...]:
    """Return the cases of one file, in order; those whose ids begin with `traps` are traps."""
    with path.open(encoding="utf-8") as lines:
        return tuple(_case(json.loads(line), traps) for line in lines if line.strip())


def _case(entry: Mapping[str, Any], traps: str | None) -> Case:
    trap = traps is not None and entry["id"].startswith(traps)
    theme = entry.get("theme")
    themes = dict.fromkeys([theme, *entry.get("themes_ok", ())]) if theme else {}
    statements = {
        "nottingham": tuple(themes),
        "stockport-2024": tuple(entry.get("stockport") or ()),
        "shropshire-2025": tuple(entry.get("shropshire") or ()),
    }
    return Case(entry["id"], entry["text"], entry["labels"], statements, entry.get("area"), entry["kind"], trap)
