"""Runs an audit: inputs → tasks for the workers → results on disk, batch by batch; then the end of it (`finishing`)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import NamedTuple, Protocol

from send_outcomes.audit.going_on import Begun, key_of, stamp_of
from send_outcomes.audit.journal import Entry, Ledger
from send_outcomes.audit.judging import Batch, Item
from send_outcomes.audit.parts import Parts
from send_outcomes.audit.rows import Layout
from send_outcomes.audit.working import Setup, Source, Task, done, read_whole
from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan

BATCH = 1_500  # outcomes: a third of a second's work, and results of half a megabyte
_FILES, _BYTES = 16, 1_000_000  # of small files, for one task
_SETTLE = 1.0  # seconds; so much work is lost at most


class Watch(Protocol):
    """Whoever wants to see how far it got."""

    def seen(self, batch: Batch, share: float | None) -> None:
        """Take note of a batch, and of the share of all input (0 to 1) that is done with it; None where it can't be told."""


class _About(NamedTuple):
    """What a task is from: the inputs (hash → stamp), items of a streamed one so far, whether it ends there, bytes done by then."""

    inputs: dict[str, str]
    items: int
    whole: bool
    bytes: float


@dataclass(slots=True)
class Outcome:
    """How a run went: what the exit code needs."""

    plans: int = 0
    outcomes: int = 0
    worst: int = 0
    unreadable: int = 0
    skipped: Counter[str] = field(default_factory=Counter)

    def add(self, what: Batch | Entry) -> None:
        """Add a batch, or one from before."""
        self.plans += what.plans
        self.outcomes += what.outcomes
        self.worst = max(self.worst, what.worst)
        self.unreadable += what.unreadable


def run(
    sources: Sequence[Source],
    problems: Sequence[UnreadableInput],
    setup: Setup,
    begun: Begun,
    layout: Layout,
    jobs: int,
    watch: Watch,
) -> Outcome:
    """Do what is not done yet of an audit, and write it down. `problems` are inputs that could not even be found.

    Raises OSError where a result can't be written, and whatever a worker raises.
    """
    outcome = Outcome()
    for entry in begun.journal.entries:
        outcome.add(entry)
    total = float(sum(map(_size, sources))) or 1.0
    parts = Parts(begun.results, layout, begun.journal.ends)
    ledger = Ledger(begun.folder, begun.journal)
    pending: list[Entry] = []
    settled = monotonic()

    def settle() -> None:
        parts.settle()
        ledger.write(pending)
        begun.journal.entries += pending
        pending.clear()

    try:
        with closing(done(_tasks(sources, problems, setup, begun), setup, jobs)) as results:
            for task, batch in results:
                about: _About = task.about
                ends = parts.add(batch)
                pending.append(
                    Entry(
                        about.inputs, about.items, about.whole, batch.plans, batch.outcomes, batch.worst, batch.unreadable, ends
                    )
                )
                outcome.add(batch)
                outcome.skipped += batch.skipped
                if monotonic() - settled > _SETTLE:
                    settle()
                    settled = monotonic()
                watch.seen(batch, min(about.bytes / total, 1.0) if about.bytes else None)
        settle()
    except KeyboardInterrupt:
        settle()
        raise
    finally:
        parts.close()
        ledger.close()
    outcome.skipped += setup.skipped
    return outcome


def _tasks(
    sources: Sequence[Source], problems: Sequence[UnreadableInput], setup: Setup, begun: Begun
) -> Iterator[Task]:  # fmt: skip
    """Yield what is to be done: small files together, for a worker to read; others read here, their plans handed out."""
    handled = 0.0
    together: list[Source] = []
    size = 0
    for source in sources:
        key, own = key_of(source), _size(source)
        if key in begun.finished:
            handled += own
            continue
        if setup.alone(source):
            together.append(source)
            size += own
            if len(together) >= _FILES or size >= _BYTES:
                handled += size
                yield _together(together, handled)
                together, size = [], 0
            continue
        yield from _streamed(source, setup, begun.items.get(key, 0), handled, own)
        handled += own
    if together:
        yield _together(together, handled + size)
    if problems:
        yield Task(_About({}, 0, True, handled), problems)


def _together(sources: Sequence[Source], handled: float) -> Task:
    inputs = {key_of(source): stamp_of(source) for source in sources}
    return Task(_About(inputs, 0, True, handled), sources=tuple(sources))


def _streamed(source: Source, setup: Setup, skip: int, handled: float, size: int) -> Iterator[Task]:
    """Yield the plans of one input in batches, but for the first `skip` items, which are done."""
    inputs = {key_of(source): stamp_of(source)}
    lines = _lines(source)
    items: list[Item] = []
    taken, outcomes, last = skip, 0, 0
    for item in islice(read_whole(setup, source), skip, None):
        if outcomes >= BATCH:
            far = handled + size * min(last / lines, 1.0) if lines > 1 else 0.0
            yield Task(_About(inputs, taken, False, far), tuple(items))
            items, outcomes = [], 0
        items.append(item)
        taken += 1
        if isinstance(item, Plan):
            outcomes += len(item.outcomes)
            last = (item.outcomes and item.outcomes[-1].place.line) or last
    yield Task(_About(inputs, taken, True, handled + size), tuple(items))


def _size(source: Source) -> int:
    with suppress(OSError):
        return source.path.stat().st_size if source.path else 0
    return 0


def _lines(source: Source) -> int:
    """Count the lines of a file that streams, to know how far reading it has got; 0 where it can't be told."""
    if source.path is None:
        return 0
    count = 0
    with suppress(OSError), Path(source.path).open("rb") as file:
        while chunk := file.read(1 << 20):
            count += chunk.count(b"\n")
    return count
