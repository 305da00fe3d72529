"""Plan files in YAML and JSON → Plans. There may be several documents in a file; each stands for itself."""

from collections.abc import Iterator

from send_outcomes.documents import Document, UnreadableInput, load
from send_outcomes.model import Plan
from send_outcomes.readers.marked_json import load_json
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.plan_document import plans_of
from send_outcomes.readers.plan_places import Places
from send_outcomes.readers.stretch import lines_of


def read_yaml(text: str, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of a YAML text and what is wrong with it. Raises `UnreadableInput` where it can't go on."""
    return _read(load(text, path), text, path, options)


def read_json(text: str, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the plans of a JSON text, or of JSON Lines. Raises `UnreadableInput` where it can't go on."""
    return _read(load_json(text, path), text, path, options)


def _read(documents: Iterator[Document], text: str, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    lines = [line.text for line in lines_of(text)]
    count = 0
    for serial, document in enumerate(documents, 1):
        for plan in plans_of(document, Places(document, lines), serial):
            if isinstance(plan, Plan):
                count += len(plan.outcomes)
                if count > options.limits.outcomes:
                    raise UnreadableInput(f"more than {options.limits.outcomes:,} outcomes; split the file", path)
            yield plan
