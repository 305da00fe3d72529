"""Compares two finished audits for the command line."""

import json
from pathlib import Path

from send_outcomes.audit.caseload_counts import CaseloadCounts, caseload_counts
from send_outcomes.audit.comparing import compare as compare_counts
from send_outcomes.audit.finished_folder import summary_in
from send_outcomes.cli import exits
from send_outcomes.cli.overwriting import keep_apart
from send_outcomes.documents import SettingsProblem
from send_outcomes.documents.own_files import RESULTS
from send_outcomes.reports.caseload.comparison_report import comparison_lines, comparison_page
from send_outcomes.reports.caseload.comparison_view import comparison_record, comparison_view
from send_outcomes.reports.output import opened
from send_outcomes.reports.safe import escaped_json, shown


def compare(old: Path, new: Path, format_: str, output: Path | None) -> int:
    """Write what has changed; return the exit code. Raises SettingsProblem where a folder holds no finished audit."""
    keep_apart(output, [folder / name for folder in (old, new) for name in RESULTS])
    summaries = summary_in(old), summary_in(new)
    view = comparison_view(compare_counts(_counts(old), _counts(new)), *summaries)
    with opened(output) as out:
        if format_ == "json":
            text = json.dumps(comparison_record(view), indent=2, ensure_ascii=not out.unicode)
            out.stream.write(escaped_json(text) + "\n")
        elif format_ == "html":
            for part in comparison_page(view):
                out.stream.write(part if out.unicode else part.encode("ascii", "xmlcharrefreplace").decode())
        else:
            for line in comparison_lines(view):
                out.stream.write(shown(line, out.unicode) + "\n")
    return exits.CLEAN if view.lines else exits.NOTHING_FOUND


def _counts(folder: Path) -> CaseloadCounts:
    try:
        return caseload_counts(folder)
    except OSError as error:
        raise SettingsProblem(f"a table can't be read: {error.strerror or 'unknown reason'}", str(folder)) from None
    except (KeyError, ValueError):
        raise SettingsProblem("plans.csv or findings.csv is not as the audit wrote it; audit anew", str(folder)) from None
