"""What stands between a command and the user: every error becomes one line on standard error and an exit code.

No traceback without --debug, and no message of an unforeseen error ever: it may hold words of a plan.
"""

import contextlib
import errno
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup

from send_outcomes.cli import completion, exits, notices
from send_outcomes.documents import Problem, UnreadableInput
from send_outcomes.spared import where

_ANYWHERE = ("--debug", "--quiet")


class Guarded(TyperGroup):
    """The command group; takes --debug and --quiet in any place, and answers for every failure."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and leave with its exit code."""
        if completion.ASKED in os.environ:
            completion.ready()
        _open_what_is_closed()
        given = list(sys.argv[1:] if args is None else args)
        ours = given[: given.index("--")] if "--" in given else given
        flags = [flag for flag in _ANYWHERE if flag in ours]
        given = [*flags, *(word for word in ours if word not in flags), *given[len(ours) :]]
        notices.quiet, notices.debug = "--quiet" in flags, "--debug" in flags
        run = partial(super().main, given, prog_name or "send-outcomes", complete_var, False, **extra)
        if not standalone_mode:
            return run()
        sys.exit(_guarded(run, "--debug" in flags))


def _guarded(run: Callable[[], Any], debug: bool) -> int:
    try:
        code = run()
        if not sys.stdout.closed:  # the language server closes it when its editor says goodbye
            sys.stdout.flush()
        return code if isinstance(code, int) else exits.CLEAN
    except SystemExit as leaving:  # 1 is how typer and rich answer a closed pipe
        return _reader_gone() if leaving.code == 1 else int(leaving.code or 0)
    except (Exception, KeyboardInterrupt) as error:
        if debug:
            traceback.print_exc()
        return _answer(error)


def _answer(error: BaseException) -> int:
    code = exits.NOT_STARTED
    match error:
        case KeyboardInterrupt() | typer.Abort():
            code = exits.INTERRUPTED
        case Problem():
            notices.complain(error)
            code = exits.UNREADABLE if isinstance(error, UnreadableInput) else code
        case OSError() if error.errno in (errno.EPIPE, errno.EINVAL):  # Windows calls a closed pipe an invalid argument
            code = _reader_gone()
        case OSError():  # a full disk
            where = f"{error.filename}: " if isinstance(error.filename, str) else ""
            notices.say(f"send-outcomes: {where}{error.strerror or 'the system refused'}")
        case _:
            _say(error)
    return code


def _say(error: BaseException) -> None:
    """Say what went wrong; for an unforeseen error only where in the program, never its message."""
    formatted = getattr(error, "format_message", None)
    if formatted is not None and formatted().startswith("Usage:"):  # a command without arguments: its help
        print(formatted())
        return
    if formatted is not None:  # a wrong argument
        command = getattr(getattr(error, "ctx", None), "command_path", "send-outcomes")
        said = " ".join(formatted().split()).replace("Value error, ", "")  # how typer's own checks begin
        notices.say(f"send-outcomes: {said} (see: {command} --help)")
        return
    notices.say(f"send-outcomes: a fault in the program ({where(error)}); --debug shows more, please report it")


def _open_what_is_closed() -> None:
    """Put nothing in the place of a standard stream that whoever started us has closed; Python leaves None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 -- for as long as we run


def _reader_gone() -> int:
    """Keep Python from complaining about the closed pipe once more on its way out."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exits.READER_GONE
