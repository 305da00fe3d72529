"""`send-outcomes completion`: the lines by which a shell completes commands, options and ids at Tab. Writes into no file.

Typer's own --install-completion is left out: on PowerShell it lifts the user's execution policy.
"""

from enum import StrEnum
from typing import Annotated

import typer

ASKED = "_SEND_OUTCOMES_COMPLETE"  # the environment variable in which a shell asks what may come next


class Shell(StrEnum):
    """The shells that there are lines for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(shell: Annotated[Shell, typer.Argument(help="Which shell the lines are for.")]) -> None:
    """Print the lines that make your shell complete commands, options and ids."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # noqa: PLC0415 -- seldom wanted

    script = get_completion_script(prog_name="send-outcomes", complete_var=ASKED, shell=shell.value)
    # Typer would also say what Tab does in PowerShell everywhere; that is the user's to choose.
    typer.echo("\n".join(line for line in script.splitlines() if "PSReadLine" not in line))


def ready() -> None:
    """Let typer answer a shell that asks what may come next."""
    from typer.completion import completion_init  # type: ignore[attr-defined]  # noqa: PLC0415 -- wanted by a shell only

    completion_init()


def profile_ids() -> list[str]:
    """Return what may stand behind --profile."""
    from send_outcomes.documents.installed import installed  # noqa: PLC0415 -- heavy
    from send_outcomes.rulebook import shipped_profiles  # noqa: PLC0415

    return [*shipped_profiles(), *installed("rules/profiles")]


def framework_ids() -> list[str]:
    """Return what may stand behind --framework."""
    from send_outcomes.documents.installed import installed  # noqa: PLC0415
    from send_outcomes.frameworks import shipped_ids  # noqa: PLC0415

    return [*shipped_ids(), *installed("frameworks")]


def rule_codes() -> list[tuple[str, str]]:
    """Return what may stand behind explain, --select and --ignore, each with the rule's name."""
    from send_outcomes.rulebook import load_pack, shipped_packs  # noqa: PLC0415

    packs = [load_pack(path, valid=True) for path in shipped_packs().values()]
    return [(rule.code, rule.name) for pack in packs for rule in pack.rules]
