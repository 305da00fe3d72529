"""Draws samples for auditors, and says how far they and the tool agree."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from send_outcomes.audit.agreement import compared, disagreements
from send_outcomes.audit.finished_folder import summary_in
from send_outcomes.audit.finishing import Finished
from send_outcomes.audit.sampling import Sampling, draw
from send_outcomes.cli import exits, notices
from send_outcomes.cli.overwriting import keep_apart
from send_outcomes.documents import SettingsProblem, UnreadableInput
from send_outcomes.readers.options import Limits
from send_outcomes.readers.workbook import sheets_in
from send_outcomes.reports.caseload.agreement_report import agreement_lines, agreement_record
from send_outcomes.reports.caseload.moderation_sheet import JUDGES, MODERATION, read_moderation, write_moderation
from send_outcomes.reports.output import opened
from send_outcomes.reports.safe import escaped_json, shown


def sample_of(finished: Finished, wanted: Sampling) -> None:
    """Write a sample beside the tables of an audit. Raises OSError."""
    _write(finished.folder, finished.summary, wanted, finished.folder / MODERATION)


def sample(folder: Path, wanted: Sampling, to: Path | None) -> int:
    """Draw a sample from a finished audit; return the exit code. Raises SettingsProblem."""
    summary = summary_in(folder)
    check_per(wanted, tuple(summary["totals"]["groups"]), str(folder))
    to = to or folder / MODERATION
    check_free(to)
    drawn = _write(folder, summary, wanted, to)
    notices.notice(f"{drawn} outcomes drawn by seed {wanted.seed}: {to}")
    return exits.CLEAN if drawn else exits.NOTHING_FOUND


def check_free(sheet: Path) -> None:
    """Raise SettingsProblem where a moderation sheet is there already: nothing may write over what auditors have filled in."""
    if sheet.exists():
        raise SettingsProblem("is there already, and may hold auditors’ verdicts: move it, or write elsewhere", str(sheet))


def check_per(wanted: Sampling, groups: tuple[str, ...], where: str) -> None:
    """Raise SettingsProblem where the audit does not divide by what the sample is to be drawn from."""
    if wanted.per and wanted.per not in groups:
        known = ", ".join(groups) or "none"
        raise SettingsProblem(f"--per {wanted.per}: there is no such group; there are: {known} (--by COLUMN adds one)", where)


def agree(sheet: Path, as_json: bool, output: Path | None) -> int:
    """Say how far auditors and tool agree; return the exit code. Raises UnreadableInput, SettingsProblem."""
    keep_apart(output, [sheet])
    try:
        data = sheet.read_bytes()
    except OSError as error:
        raise UnreadableInput(f"cannot be read: {error.strerror or 'unknown reason'}", str(sheet)) from None
    judged, problems = read_moderation(sheets_in(data, str(sheet), Limits()), str(sheet))
    for problem in problems:
        notices.complain(problem)
    judges = tuple(JUDGES.values())
    between, differ = compared(judged, judges), disagreements(judged, judges)
    with opened(output) as out:
        if as_json:
            record: dict[str, Any] = agreement_record(between, differ, len(judged))
            out.stream.write(escaped_json(json.dumps(record, indent=2, ensure_ascii=not out.unicode)) + "\n")
        else:
            for line in agreement_lines(between, differ, len(judged)):
                out.stream.write(shown(line, out.unicode) + "\n")
    for judge in judges[:2]:
        if not any(one.verdicts[judge] for one in judged):
            notices.notice(f"{judge} has not filled in anything yet")
    if problems:
        return exits.UNREADABLE
    return exits.CLEAN if any(one.all.n for one in between) else exits.NOTHING_FOUND


def _write(folder: Path, summary: Mapping[str, Any], wanted: Sampling, to: Path) -> int:
    rows = draw(folder / "outcomes.csv", wanted)
    each = f" for each {wanted.per.replace('_', ' ')}" if wanted.per else ""
    about = (
        f"{len(rows)} outcomes: {wanted.number}{each}, drawn at random by the seed {wanted.seed} from {summary['totals']['outcomes']:,}. "
        f"The same seed draws the same ones. Rules: {summary['profile']}."
    )
    write_moderation(rows, to, about, summary["show_text"])
    return len(rows)
