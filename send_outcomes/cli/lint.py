"""`send-outcomes lint`: check outcomes against Nottingham's key features."""

from pathlib import Path
from typing import Annotated

import typer

from send_outcomes.cli import options as o
from send_outcomes.cli.automatic import AUTO


def lint(
    paths: o.Paths,
    profile: o.ProfileName = None,
    framework: o.Frameworks = [],  # noqa: B006 -- typer reads it, nobody changes it
    select: o.Select = [],  # noqa: B006
    ignore: o.Ignore = [],  # noqa: B006
    today: o.Today = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="How to report: text, html (a page to read or print), json, jsonl, markdown, csv, github, sarif, junit; "
            "or auto, by the ending of --output.",
            show_default="auto",
        ),
    ] = None,
    output: o.Output = None,
    redact: o.Redact = False,
    show_text: o.ShowText = False,
    fail_on: Annotated[
        o.FailOn | None, typer.Option("--fail-on", help="Leave with exit code 1 from this severity on.", show_default="error")
    ] = None,
    baseline: o.BaselineFile = None,
    write_baseline: o.WriteBaseline = None,
    annotate: Annotated[
        Path | None,
        typer.Option(
            "--annotate",
            metavar="FILE",
            help="Write the findings as comments into this copy of the draft, which is one Word document (.docx).",
        ),
    ] = None,
    group: Annotated[bool, typer.Option("--group", help="With --annotate: one comment an outcome, not one a finding.")] = False,
    in_place: Annotated[bool, typer.Option("--in-place", help="Write the comments into the draft itself, not a copy.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write the safe fixes into the files (YAML, JSON, Markdown, text, CSV), then check.")
    ] = False,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Offer another wording of each outcome, with blanks where a fact is missing.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would change, and change nothing.")] = False,
    previous: Annotated[
        list[str],
        typer.Option(
            "--previous",
            metavar="PATH",
            help="The last plan, or a folder of last plans: what was kept, moved on, dropped; repeatable.",
        ),
    ] = [],  # noqa: B006
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings by rule instead of showing them; as text or json.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")] = False,
    explain_timing: Annotated[
        bool,
        typer.Option("--explain-timing", help="Say at the end, on standard error, what took how long: each stage, each rule."),
    ] = False,
    column: o.Columns = [],  # noqa: B006
    stdin_format: o.StdinFormat = None,
    config: o.Config = None,
    jobs: o.Jobs = 1,
    no_cache: o.NoCache = False,
) -> None:
    """Check outcomes: first person, clear, SMART, not provision. Exit codes: 0 clean, 1 findings, 2 could not start,
    3 no outcome found, 4 something could not be read."""
    if group and annotate is None and not in_place:
        raise typer.BadParameter("goes with --annotate or --in-place", param_hint="--group")
    if watch and ("-" in paths or fix or diff or in_place or annotate or write_baseline):
        raise typer.BadParameter("goes with files and folders, and with nothing that writes into them", param_hint="--watch")
    if redact and diff:
        raise typer.BadParameter("shows texts, so it can't go with --redact", param_hint="--diff")
    other_reports = (format_, statistics, suggest, previous, baseline, write_baseline, annotate, in_place)
    if diff and (explain_timing or any(other_reports)):
        raise typer.BadParameter(
            "shows what --fix would change and nothing else, so it goes with no other report", param_hint="--diff"
        )
    from send_outcomes.cli.running import run  # noqa: PLC0415 -- heavy
    from send_outcomes.cli.wanted import CheckWanted  # noqa: PLC0415
    from send_outcomes.reports import FORMATS, STATISTICS_FORMATS  # noqa: PLC0415

    formats = STATISTICS_FORMATS if statistics else FORMATS
    wanted = CheckWanted(
        paths=tuple(paths),
        profile=profile,
        frameworks=tuple(framework),
        select=o.words(select),
        ignore=o.words(ignore),
        today=today,
        format=format_ and o.one_of(format_, [*formats, AUTO], "--format"),
        output=output,
        redact=redact,
        show_text=show_text,
        baseline=baseline,
        write_baseline=write_baseline,
        columns=o.columns(column),
        stdin_format=stdin_format,
        annotate=annotate,
        in_place=in_place,
        group=group,
        previous=tuple(previous),
        fail_on=fail_on.value if fail_on else None,
        config=config,
        jobs=1 if explain_timing else jobs,
        cached=not (no_cache or explain_timing),
        timed=explain_timing,
        suggest=suggest,
    )
    if fix or diff:
        from send_outcomes.cli.fixing import fix_files, show_changes  # noqa: PLC0415

        if diff:
            raise typer.Exit(show_changes(wanted))
        fix_files(wanted)
    if watch:
        from send_outcomes.cli.watching import watch_and_run  # noqa: PLC0415

        raise typer.Exit(watch_and_run(wanted, formats))
    raise typer.Exit(run(wanted, formats))
