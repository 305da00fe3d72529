"""Word documents (.docx, .docm) → Plans. The way in for the registry; what the layouts are is the business of the `word_…` modules."""

from collections.abc import Iterator

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers.options import ReadOptions


def read_word(data: bytes, path: str, options: ReadOptions) -> Iterator[Plan | UnreadableInput]:
    """Yield the plan, or list of outcomes, of a Word document. Raises `UnreadableInput` with what to do; never opens a link."""
    # lxml takes as long to load as all else here; who reads no Word document need not wait for it.
    from send_outcomes.readers.word_plan import plan_of  # noqa: PLC0415
    from send_outcomes.word import open_document  # noqa: PLC0415

    yield plan_of(open_document(data, path), path, options)
