"""`send-outcomes audit`: check many plans, write tables and totals into a folder."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from send_outcomes.cli import options as o

_RUN = "run"
_MORE = (
    "Of finished audits: “audit sample FOLDER” draws a sheet for two auditors, “audit agree SHEET” says how far they and the "
    "tool agree, “audit compare OLD NEW” what has improved. Each has a --help of its own."
)


class PathsOrCommand(TyperGroup):
    """Takes what is none of its commands for paths: `audit FOLDER` is `audit run FOLDER`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the command's name before paths and options."""
        given: list[str] = super().parse_args(ctx, args if args and args[0] in self.commands else [_RUN, *args])
        return given


app = typer.Typer(cls=PathsOrCommand, rich_markup_mode=None, help="Check many plans, write tables and totals into a folder.")

Number = Annotated[
    int | None, typer.Option("--sample", metavar="N", min=1, help="Draw N outcomes into moderation.xlsx, for two auditors.")
]
Seed = Annotated[int, typer.Option("--seed", metavar="S", help="Draws another sample; the same seed, the same sample.")]
Per = Annotated[str, typer.Option("--per", metavar="GROUP", help="Draw N outcomes for each team, school, … (any group).")]
Finished = Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of a finished audit.")]


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


class CompareFormat(StrEnum):
    """How a comparison is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


@app.command(_RUN, hidden=True, epilog=_MORE)
def run_(
    paths: o.Paths,
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where to write tables and totals; made if need be.")],
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the audit that was interrupted in FOLDER.")] = False,
    show_text: Annotated[bool, typer.Option("--show-text", help="Write texts too, and an example for each rule.")] = False,
    by: Annotated[
        list[str], typer.Option("--by", metavar="COLUMN", help="Divide figures by this column of the export too; repeatable.")
    ] = [],  # noqa: B006 -- typer reads it, nobody changes it
    sample: Number = None,
    seed: Seed = 1,
    per: Per = "",
    profile: o.ProfileName = None,
    framework: o.Frameworks = [],  # noqa: B006
    select: o.Select = [],  # noqa: B006
    ignore: o.Ignore = [],  # noqa: B006
    today: o.Today = None,
    fail_on: Annotated[
        o.FailOn | None, typer.Option("--fail-on", help="Leave with exit code 1 from this severity on.", show_default="error")
    ] = None,
    column: o.Columns = [],  # noqa: B006
    stdin_format: o.StdinFormat = None,
    config: o.Config = None,
    jobs: o.Jobs = 0,
    no_cache: o.NoCache = False,
) -> None:
    """Check many plans, write tables and totals into a folder."""
    from send_outcomes.audit.sampling import Sampling  # noqa: PLC0415
    from send_outcomes.cli.auditing import run  # noqa: PLC0415 -- heavy
    from send_outcomes.cli.wanted import AuditWanted  # noqa: PLC0415

    if per and not sample:
        raise typer.BadParameter("goes with --sample N", param_hint="--per")
    wanted = AuditWanted(
        paths=tuple(paths),
        out=out,
        resume=resume,
        show_text=show_text,
        by=tuple(by),
        sampling=Sampling(sample, seed, per) if sample else None,
        profile=profile,
        frameworks=tuple(framework),
        select=o.words(select),
        ignore=o.words(ignore),
        today=today,
        fail_on=fail_on.value if fail_on else None,
        columns=o.columns(column),
        stdin_format=stdin_format,
        config=config,
        jobs=jobs,
        cached=not no_cache,
    )
    raise typer.Exit(run(wanted))


@app.command("sample")
def sample_(
    folder: Finished,
    sample: Annotated[int, typer.Option("--sample", metavar="N", min=1, help="How many outcomes to draw.")] = 30,
    seed: Seed = 1,
    per: Per = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write it.", show_default="FOLDER/moderation.xlsx"),
    ] = None,
) -> None:
    """Draw a sample from a finished audit into a sheet for two auditors."""
    from send_outcomes.audit.sampling import Sampling  # noqa: PLC0415
    from send_outcomes.cli import moderating  # noqa: PLC0415

    raise typer.Exit(moderating.sample(folder, Sampling(sample, seed, per), output))


@app.command("agree")
def agree_(
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="moderation.xlsx, filled in by one auditor or two.")],
    format_: Annotated[Format, typer.Option("--format", help="text for people, json for programs")] = Format.TEXT,
    output: o.Output = None,
) -> None:
    """Say how far two auditors and the tool agree, feature by feature, and where they differ."""
    from send_outcomes.cli import moderating  # noqa: PLC0415

    raise typer.Exit(moderating.agree(sheet, format_ is Format.JSON, output))


@app.command("compare")
def compare_(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The folder of an earlier audit.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The folder of a later audit.")],
    format_: Annotated[
        CompareFormat, typer.Option("--format", help="text for people, json for programs, html for a Board")
    ] = CompareFormat.TEXT,
    output: o.Output = None,
) -> None:
    """Say what has improved and what has worsened from one audit to another, and how sure that is."""
    from send_outcomes.cli import comparing  # noqa: PLC0415

    raise typer.Exit(comparing.compare(old, new, format_.value, output))
