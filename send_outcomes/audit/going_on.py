"""Begins an audit, or takes an unfinished one up: what was written whole stays, inputs that have changed are done anew."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from send_outcomes.audit.journal import Entry, Journal, begin, digest, load
from send_outcomes.audit.parts import kept, whole
from send_outcomes.audit.rows import Layout
from send_outcomes.audit.working import Source
from send_outcomes.documents import SettingsProblem

UNFINISHED = ".unfinished"


@dataclass(slots=True)
class Begun:
    """An audit under way. `finished` are inputs done whole, `items` how far into others it got; `changed` is for the user."""

    folder: Path
    journal: Journal
    finished: set[str] = field(default_factory=set)
    items: dict[str, int] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)

    @property
    def results(self) -> Path:
        """The folder of the results, so far."""
        return self.folder / str(self.journal.generation)


def unfinished(out: Path) -> Journal | None:
    """Return the journal of the unfinished audit in a folder, None where there is none. Raises OSError."""
    return load(out / UNFINISHED)


def key_of(source: Source) -> str:
    """Return the hash that stands for an input in the journal."""
    return digest(source.path.resolve() if source.path else "-")


def stamp_of(source: Source) -> str:
    """Return a hash that changes when an input does; "" for standard input, and for what is not there."""
    try:
        state = source.path.stat() if source.path else None
    except OSError:
        state = None
    return digest(state.st_size, state.st_mtime_ns) if state else ""


def start(out: Path, settings: str, today: str) -> Begun:
    """Begin anew; an unfinished audit in the same folder is gone. Raises OSError."""
    folder = out / UNFINISHED
    shutil.rmtree(folder, ignore_errors=True)
    journal = Journal(settings, today)
    begin(folder, journal)
    return Begun(folder, journal)


def take_up(out: Path, settings: str, journal: Journal, sources: Sequence[Source], layout: Layout) -> Begun:
    """Go on with an unfinished audit. Raises OSError, and SettingsProblem where it was begun with other settings."""
    if journal.settings != settings:
        raise SettingsProblem(
            "the unfinished audit here was begun with other options, rules or another version; give the same, or leave out --resume to "
            "begin anew",
            str(out),
        )
    begun = Begun(out / UNFINISHED, journal)
    if journal.ready:
        return begun
    stamps = {key_of(source): stamp_of(source) for source in sources}
    _hold_to_disk(begun)
    keep = [_stands(entry, stamps) for entry in journal.entries]
    gone = {key for entry, stays in zip(journal.entries, keep, strict=True) if not stays for key in entry.inputs}
    keep = [stays and gone.isdisjoint(entry.inputs) for entry, stays in zip(journal.entries, keep, strict=True)]
    old = begun.results
    if not all(keep):
        changed = {
            key
            for entry in journal.entries
            for key, stamp in entry.inputs.items()
            if key in stamps and (stamps[key] != stamp or not stamp)
        }
        begun.changed = [source.shown for source in sources if key_of(source) in changed]
        journal.generation += 1
        journal.entries = kept(old, begun.results, layout, journal.entries, keep)
        begin(begun.folder, journal)
        shutil.rmtree(old, ignore_errors=True)
    for entry in journal.entries:
        if entry.whole:
            begun.finished.update(entry.inputs)
        else:
            begun.items.update(dict.fromkeys(entry.inputs, entry.items))
    return begun


def _hold_to_disk(begun: Begun) -> None:
    """Leave out entries whose results the disk has lost, and all after them."""
    entries = begun.journal.entries
    stand = len(entries)
    while stand and not whole(begun.results, entries[stand - 1]):
        stand -= 1
    if stand < len(entries):
        begun.journal.entries = entries[:stand]
        begin(begun.folder, begun.journal)


def _stands(entry: Entry, stamps: Mapping[str, str]) -> bool:
    """Tell whether what a batch came from is still given, and is what it was. What came from no input is done again."""
    return bool(entry.inputs) and all(stamp and stamps.get(key) == stamp for key, stamp in entry.inputs.items())
