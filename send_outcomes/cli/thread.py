"""`send-outcomes thread`: the golden thread of whole plans, drawn from aspirations to provision."""

from typing import Annotated

import typer

from send_outcomes.cli import options as o


def thread(
    paths: o.Paths,
    profile: o.ProfileName = None,
    today: o.Today = None,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help="How to draw it: text (a tree), svg, html or json.")
    ] = "text",
    output: o.Output = None,
    redact: o.Redact = False,
    column: o.Columns = [],  # noqa: B006 -- typer reads it, nobody changes it
    stdin_format: o.StdinFormat = None,
    config: o.Config = None,
    jobs: o.Jobs = 1,
    no_cache: o.NoCache = False,
) -> None:
    """Draw the golden thread of plans: aspirations, needs, outcomes, provision, and where it breaks."""
    from send_outcomes.cli.running import run  # noqa: PLC0415 -- heavy
    from send_outcomes.cli.wanted import CheckWanted  # noqa: PLC0415
    from send_outcomes.reports import THREAD_FORMATS  # noqa: PLC0415

    wanted = CheckWanted(
        paths=tuple(paths),
        profile=profile,
        today=today,
        format=o.one_of(format_, list(THREAD_FORMATS), "--format"),
        output=output,
        redact=redact,
        columns=o.columns(column),
        stdin_format=stdin_format,
        fail_on="never",
        config=config,
        jobs=jobs,
        cached=not no_cache,
    )
    raise typer.Exit(run(wanted, THREAD_FORMATS))
