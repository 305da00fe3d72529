"""Rows of a table → Plans, streaming: rows of one plan are brought together, a table without plan ids is a list.

Up to `Limits.grouped_rows` outcomes are kept until the end, so a plan's rows may stand apart. In a larger table they
must follow each other: then only the plan being read is in memory.
"""

from collections.abc import Iterable, Iterator, Sequence

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan, PlanKind
from send_outcomes.readers.columns import Layout
from send_outcomes.readers.facts import cell_date
from send_outcomes.readers.options import Limits
from send_outcomes.readers.plan_document import plan_name
from send_outcomes.readers.table_draft import Draft
from send_outcomes.readers.table_facts import CHILD_FIELDS, child_of, value
from send_outcomes.readers.table_rows import AnyRow, Rows

_APART = (
    "rows of one plan stand apart, and the table is too long to bring them together; sort it by its plan column "
    "(plans were checked in the pieces in which they stand)"
)


def plans_from(
    rows: Iterable[AnyRow], maker: Rows, path: str, limits: Limits, list_name: str = ""
) -> Iterator[Plan | UnreadableInput]:  # fmt: skip
    """Yield the plans or lists of a table's rows below the header, and what is wrong with single rows.

    `list_name` is the id of a list, where it is not the file's name.
    """
    if "plan" in maker.layout.fields:
        found = _grouped(rows, maker, path, limits)
    else:
        found = _listed(rows, maker, path, limits, list_name or plan_name(path))
    for plan in found:
        if isinstance(plan, UnreadableInput) or plan.outcomes or plan.needs or plan.provision:
            yield plan


def _listed(
    rows: Iterable[AnyRow], maker: Rows, path: str, limits: Limits, list_name: str
) -> Iterator[Plan | UnreadableInput]:  # fmt: skip
    """One list; a new one where the child's own columns change (age, year group, …) or the list grows long."""
    draft: Draft | None = None
    facts: list[str] = []
    for row in rows:
        if not any(row.cells):
            continue
        given = _child(row.cells, maker.layout)
        if draft is None or given != facts or len(draft.outcomes) >= limits.list_outcomes:
            if draft:
                yield draft.finished()
            name = list_name if draft is None else f"{list_name}:{row.number}"
            draft, facts = _draft(name, row.cells, maker.layout, path, PlanKind.LIST), given
        yield from maker.add(row, draft)
    if draft:
        yield draft.finished()


def _grouped(rows: Iterable[AnyRow], maker: Rows, path: str, limits: Limits) -> Iterator[Plan | UnreadableInput]:
    drafts: dict[str, Draft] = {}
    gone: set[int] = set()
    kept, current, told = 0, "", False
    for row in rows:
        if not any(row.cells):
            continue
        id_ = _plan_id(row, maker.layout, current)
        draft = drafts.get(id_)
        if draft is None:
            if kept > limits.grouped_rows:
                yield from (one.finished() for one in drafts.values())
                gone.update(hash(one) for one in drafts)
                drafts.clear()
            if not told and hash(id_) in gone:
                told = True
                yield UnreadableInput(_APART, path, maker.cell(row, maker.layout.fields["plan"]).line)
            draft = drafts[id_] = _draft(id_, row.cells, maker.layout, path, PlanKind.PLAN)
        current = id_
        before = len(draft.outcomes)
        yield from maker.add(row, draft)
        kept += len(draft.outcomes) - before
    yield from (one.finished() for one in drafts.values())


def _plan_id(row: AnyRow, layout: Layout, current: str) -> str:
    """Return the plan a row belongs to. Under a merged cell the id is blank, and so is all else about the child."""
    id_ = value(row.cells, layout, "plan")
    if id_:
        return id_
    return current if current and not any(_child(row.cells, layout)) else f"row {row.number}"


def _child(cells: Sequence[str], layout: Layout) -> list[str]:
    return [value(cells, layout, field) for field in CHILD_FIELDS]


def _draft(id_: str, cells: Sequence[str], layout: Layout, path: str, kind: PlanKind) -> Draft:
    draft = Draft(id_, path, kind, child_of(_child(cells, layout)))
    draft.date = cell_date(value(cells, layout, "plan_date"))
    draft.review_due = cell_date(value(cells, layout, "review_due"))
    return draft
