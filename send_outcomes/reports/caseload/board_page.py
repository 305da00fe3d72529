"""`report.html`: an audit told to a SEND Board, on one page that stands alone. Written from what `summary.json` holds."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from send_outcomes import __version__
from send_outcomes.audit.finishing import Finished
from send_outcomes.reports.caseload.board_view import board_view
from send_outcomes.reports.html.environment import style, template
from send_outcomes.reports.plots import style as plot_style

REPORT = "report.html"


def write_board_page(finished: Finished) -> None:
    """Write `report.html` into the folder. Raises OSError."""
    write_page(finished.folder / REPORT, "caseload", view=board_view(finished.summary))


def write_page(path: Path, name: str, **values: Any) -> None:
    """Write a page about a caseload from its template. Raises OSError."""
    given: Mapping[str, Any] = {
        "style": style("page") + style("caseload"),
        "plot_style": Markup(plot_style()),
        "version": __version__,
    }
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
        for part in template(name).generate(**given, **values):
            file.write(part)
