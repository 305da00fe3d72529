"""The options that mean the same in every command that has them."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from send_outcomes import DEFAULT_PROFILE
from send_outcomes.cli import completion


class FailOn(StrEnum):
    """The least severity that makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


def _day(given: str) -> dt.date:
    try:
        return dt.datetime.strptime(given, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter(f"“{given}” is no day; write it as 2026-09-01") from None


Paths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns like *.docx, or - for standard input.")
]
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="ID",
        help="Whose rules and frameworks: an id, or a .yaml file.",
        show_default=DEFAULT_PROFILE,
        autocompletion=completion.profile_ids,
    ),
]
Frameworks = Annotated[
    list[str],
    typer.Option(
        "--framework",
        metavar="ID",
        help="Map to this framework (id or .yaml file) instead of the profile's; repeatable.",
        autocompletion=completion.framework_ids,
    ),
]
Select = Annotated[
    list[str],
    typer.Option(
        "--select",
        metavar="RULES",
        help="Only these rules: N4, N401, first-person, or a key feature; by commas.",
        autocompletion=completion.rule_codes,
    ),
]
Ignore = Annotated[
    list[str],
    typer.Option(
        "--ignore", metavar="RULES", help="Not these rules; named as for --select.", autocompletion=completion.rule_codes
    ),
]
Today = Annotated[
    dt.date | None,
    typer.Option("--today", parser=_day, help="The day to judge on, for plans that have no date.", metavar="YYYY-MM-DD"),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write the report to this file.", metavar="FILE")]
Redact = Annotated[bool, typer.Option("--redact", help="Leave texts and names out of the report.")]
ShowText = Annotated[
    bool, typer.Option("--show-text", help="Show texts and names in github, sarif and junit too, which leave them out.")
]
BaselineFile = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Mark the findings that stand in this file as old: they count no more."),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option("--write-baseline", metavar="FILE", help="Write what is found into this file, to tell old from new later."),
]
Jobs = Annotated[int, typer.Option("--jobs", metavar="N", min=0, help="Processes to use; 0 for one a core.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Analyse everything anew.")]
Config = Annotated[
    str | None,
    typer.Option(
        "--config", metavar="FILE", help="Use this file of settings, not the nearest send-outcomes.toml; “none” for none."
    ),
]
Columns = Annotated[
    list[str],
    typer.Option(
        "--column", help="Where a table keeps something: outcome=NAME, plan=NAME, …; repeatable.", metavar="WHAT=NAME"
    ),
]
StdinFormat = Annotated[
    str | None,
    typer.Option("--stdin-format", metavar="FORMAT", help="What standard input is: yaml, json, csv, markdown, text."),
]


def words(given: list[str]) -> tuple[str, ...]:
    """Return what was given with commas, by repeating the option, or both."""
    return tuple(word.strip() for part in given for word in part.split(",") if word.strip())


def columns(given: list[str]) -> dict[str, str]:
    """Return `--column` as what → column. Raises typer.BadParameter where it is no WHAT=NAME."""
    pairs = [part.partition("=") for part in given]
    for what, equals, name in pairs:
        if not (what.strip() and equals and name.strip()):
            raise typer.BadParameter("write it as WHAT=NAME, like outcome=Comments", param_hint="--column")
    return {what.strip(): name.strip() for what, _, name in pairs}


def one_of(given: str, known: list[str], option: str) -> str:
    """Return `given` if it is known. Raises typer.BadParameter with what is."""
    if given not in known:
        raise typer.BadParameter(f"“{given}” is none of {', '.join(known)}", param_hint=option)
    return given
