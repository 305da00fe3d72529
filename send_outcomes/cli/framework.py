"""`send-outcomes framework …`: list, show, validate and compare frameworks. Parses and delegates; decides nothing."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from send_outcomes.cli import completion
from send_outcomes.documents import SettingsProblem

app = typer.Typer(no_args_is_help=True, help="The outcomes frameworks that come along, and your own.")


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="text for people, json for programs")]
IdArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="a shipped framework's id, or the path of your own file", autocompletion=completion.framework_ids
    ),
]


@app.command("list")
def list_frameworks(format_: FormatOption = Format.TEXT) -> None:
    """List the shipped frameworks."""
    from send_outcomes import frameworks  # noqa: PLC0415 -- --help need not pay
    from send_outcomes.cli import framework_pages as pages  # noqa: PLC0415

    with _said_in_one_line():
        shipped = frameworks.shipped()
        if format_ is Format.JSON:
            _print_json([pages.summary_record(framework) for framework in shipped])
        else:
            pages.print_list(shipped)


@app.command("show")
def show(
    id_: IdArgument,
    full: Annotated[bool, typer.Option("--full", help="also measures, questions, priorities and so on")] = False,
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show one framework: its statements, where they come from and the words they are known by."""
    from send_outcomes import frameworks  # noqa: PLC0415
    from send_outcomes.cli import framework_pages as pages  # noqa: PLC0415

    with _said_in_one_line():
        framework = frameworks.find(id_)
        if format_ is Format.JSON:
            _print_json(pages.framework_record(framework))
        else:
            pages.print_framework(framework, full)


@app.command("validate")
def validate(paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="framework files of your own")]) -> None:
    """Check framework files: their form, and the names they refer to."""
    from send_outcomes import frameworks  # noqa: PLC0415

    problems: list[SettingsProblem] = []
    for path in paths:
        try:
            document = frameworks.read_document(Path(path))
            problems += (found := frameworks.problems_of(document))
            if not found:
                typer.echo(f"{path}: ok, {len(document.value['statements'])} statements")
        except SettingsProblem as problem:
            problems.append(problem)
    for found_problem in problems:
        typer.echo(str(found_problem), err=True)
    if problems:
        raise typer.Exit(2)


@app.command("concepts")
def list_concepts(format_: FormatOption = Format.TEXT) -> None:
    """List the shared groups of words that a statement may name under `concepts`."""
    from send_outcomes.cli import framework_pages as pages  # noqa: PLC0415
    from send_outcomes.concepts import concepts  # noqa: PLC0415

    with _said_in_one_line():
        shared = concepts().values()
        if format_ is Format.JSON:
            _print_json([{"name": one.name, "about": one.about} for one in shared])
        else:
            pages.print_concepts(shared)


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of framework files, for editors."""
    from send_outcomes.documents import schema  # noqa: PLC0415

    _print_json(schema("framework"))


@app.command("compare")
def compare(
    first: Annotated[str, typer.Argument(metavar="A", help="the earlier framework: an id or a path")],
    second: Annotated[str, typer.Argument(metavar="B", help="the later one")],
    format_: FormatOption = Format.TEXT,
) -> None:
    """Show how the wording of two frameworks differs, statement by statement."""
    from send_outcomes import frameworks  # noqa: PLC0415
    from send_outcomes.cli import framework_pages as pages  # noqa: PLC0415
    from send_outcomes.mapping import wording  # noqa: PLC0415

    with _said_in_one_line():
        left, right = frameworks.find(first), frameworks.find(second)
        pairs = wording.compare(left, right)
        if format_ is Format.JSON:
            _print_json({"left": left.id, "right": right.id, "statements": [pages.pair_record(pair) for pair in pairs]})
        else:
            pages.print_comparison(left, right, pairs)


@contextmanager
def _said_in_one_line() -> Iterator[None]:
    try:
        yield
    except SettingsProblem as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from None


def _print_json(value: object) -> None:
    from send_outcomes.reports.safe import escaped_json  # noqa: PLC0415

    unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    typer.echo(escaped_json(json.dumps(value, ensure_ascii=not unicode, indent=2)))
