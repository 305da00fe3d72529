"""A Word document → one plan, or a list where it has no sections. Says what was looked for where nothing is found."""

from dataclasses import replace

from send_outcomes.documents import NothingInside, UnreadableInput
from send_outcomes.model import Plan, PlanKind
from send_outcomes.readers.facts import cell_date
from send_outcomes.readers.options import ReadOptions
from send_outcomes.readers.plan_document import plan_name
from send_outcomes.readers.table_facts import child_of
from send_outcomes.readers.word_details import details_of
from send_outcomes.readers.word_draft import Gathering, ignores_in
from send_outcomes.readers.word_flow import LOOSE, State
from send_outcomes.readers.word_items import outcomes_among
from send_outcomes.readers.word_portions import Portion, Record
from send_outcomes.readers.word_tables import records_of
from send_outcomes.word import Document

_PLAN_PARTS = frozenset(
    {"need", "need_c", "need_d", "provision", "provision_g", "provision_h1", "provision_h2", "aspiration", "views"}
)
_MOST_OUTCOMES = 10_000
_NOTHING = (
    "no outcome found; looked for a heading or column “E”, “Section E” or “Outcomes”, and for a list of bullets"
    " (is the form still blank, or the text in a picture?)"
)


def plan_of(document: Document, path: str, options: ReadOptions) -> Plan:
    """Return the plan in a document. Raises `NothingInside` where it holds neither outcomes nor other parts of a plan."""
    state = State(named=options.columns)
    records = list(records_of(document.body, state))
    held = {portion.holds for record in records for portion in record.portions}
    if "outcome" not in held and not held & _PLAN_PARTS:
        records = _bullets(records)
    gathering = Gathering(plan_name(path), path, state.lettered, ignores_in(document.comments))
    most = min(options.limits.outcomes, _MOST_OUTCOMES)
    for record in records:
        gathering.add(record)
        if len(gathering.draft.outcomes) > most:
            raise UnreadableInput(f"more than {most:,} outcomes; split the document", path)
    details = details_of(document)
    draft = gathering.draft
    draft.child = child_of([details.get(one, "") for one in ("known_as", "born", "age", "year_group", "pronouns")])
    draft.date, draft.review_due = cell_date(details.get("plan_date", "")), cell_date(details.get("review_due", ""))
    plan = gathering.finished()
    if not (plan.outcomes or plan.needs or plan.provision):
        raise NothingInside(_NOTHING, path)
    whole = state.lettered or plan.needs or plan.provision or plan.aspirations or plan.views
    return plan if whole else replace(plan, kind=PlanKind.LIST)


def _bullets(records: list[Record]) -> list[Record]:
    """Return the bullets of a document without headings that are known, as outcomes, where it is mostly bullets."""
    loose = [portion for record in records for portion in record.portions if portion.holds == LOOSE]
    listed = [found for portion in loose for found in outcomes_among(portion.lines) if found.listed]
    if 2 * len(listed) < sum(len(portion.lines) for portion in loose):
        return []
    bullets = [
        replace(portion, holds="outcome", lines=tuple(line for line in portion.lines if line.indent >= 0)) for portion in loose
    ]
    return [Record((Portion(one.holds, one.lines, one.spot, one.term),)) for one in bullets]
