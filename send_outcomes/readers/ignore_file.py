"""FILE.ignore.yaml, beside a FILE that can't or shan't hold notes of its own: what is set aside in its plans."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from send_outcomes.documents import UnreadableInput, load_one, schema, validate
from send_outcomes.model import Aspiration, Ignore, Need, Outcome, Place, Plan, Provision
from send_outcomes.readers.ignores import ignore_of
from send_outcomes.readers.intake import read_bytes, text_of
from send_outcomes.readers.options import Limits

SUFFIX = ".ignore.yaml"
Item = TypeVar("Item", Aspiration, Need, Outcome, Provision)


@dataclass(frozen=True, slots=True)
class Entry:
    """One ignore, and what it is for: an item by its id, its text's beginning or both (else the plan), in one plan or any."""

    ignore: Ignore
    item: str | None
    text: str | None
    plan: str | None

    def is_for(self, plan: str, id_: str, text: str) -> bool:
        """Tell whether it is for this item of this plan."""
        return (
            self.in_plan(plan) and not self.is_whole and self.item in (None, id_) and _plain(text).startswith(self.text or "")
        )

    def in_plan(self, plan: str) -> bool:
        """Tell whether it is for something in this plan."""
        return self.plan in (None, plan)

    @property
    def is_whole(self) -> bool:
        """Whether it is for a plan as a whole."""
        return self.item is None and self.text is None


def with_ignore_file(
    found: Iterator[Plan | UnreadableInput], path: Path, shown: str, limits: Limits
) -> Iterator[Plan | UnreadableInput]:  # fmt: skip
    """Yield what was found in the file at `path`, with what the file beside it sets aside, and what is wrong with that one."""
    beside = path.with_name(path.name + SUFFIX)
    if not beside.is_file():
        yield from found
        return
    entries: list[Entry] = []
    try:
        entries = _entries(beside, shown + SUFFIX, limits)
    except UnreadableInput as problem:
        yield problem
    used: set[Entry] = set()
    last: Plan | None = None
    for one in found:
        if isinstance(one, Plan):
            if last is not None:
                yield last
            last = _applied(one, entries, used)
        else:
            yield one
    if last is not None:
        left = tuple(entry.ignore for entry in entries if entry not in used)
        yield replace(last, astray=last.astray + left)


def _entries(path: Path, shown: str, limits: Limits) -> list[Entry]:
    document = load_one(text_of(read_bytes(path, shown, limits.file_bytes), shown, limits, legacy=False), shown)
    for problem in validate(document, schema("ignore")):
        raise problem
    made = []
    for i, given in enumerate(document.value["ignore"] or ()):
        line, column = document.at("ignore", i)
        place = Place(shown, f"line {line}", line, column)
        ignore = ignore_of(given["rule"], given.get("because") or "", place)
        made.append(Entry(ignore, _said(given, "item"), _plain(given.get("text") or "") or None, _said(given, "plan")))
    return made


def _applied(plan: Plan, entries: Sequence[Entry], used: set[Entry]) -> Plan:
    entries = [entry for entry in entries if entry.in_plan(plan.id)]
    whole = [entry for entry in entries if entry.is_whole]
    used.update(whole)

    def with_ignores(items: Iterable[Item]) -> tuple[Item, ...]:
        return tuple(
            _with(item, [entry for entry in entries if entry.is_for(plan.id, item.id, item.text)], used) for item in items
        )

    return replace(
        plan,
        ignores=plan.ignores + tuple(entry.ignore for entry in whole),
        outcomes=with_ignores(plan.outcomes),
        aspirations=with_ignores(plan.aspirations),
        needs=with_ignores(plan.needs),
        provision=with_ignores(plan.provision),
    )


def _with(item: Item, entries: Sequence[Entry], used: set[Entry]) -> Item:
    used.update(entries)
    return replace(item, ignores=item.ignores + tuple(entry.ignore for entry in entries)) if entries else item


def _said(given: dict[str, Any], key: str) -> str | None:
    return None if given.get(key) is None else str(given[key]).strip()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
