"""What is said on standard error: problems always, notices unless --quiet. Never a word of a plan."""

import sys
import traceback

from send_outcomes.documents import Problem
from send_outcomes.reports.safe import shown

quiet = False
debug = False


def say(text: str) -> None:
    """Write one line, safe for a terminal."""
    encoding = (getattr(sys.stderr, "encoding", None) or "utf-8").lower()
    print(shown(text, encoding.startswith("utf")), file=sys.stderr)


def complain(problem: Problem) -> None:
    """Say what a user has to mend, and where; with --debug, the fault behind it in full."""
    if debug and problem.__cause__ is not None:
        traceback.print_exception(problem.__cause__)
    say(f"send-outcomes: {problem}")


def notice(text: str) -> None:
    """Say something that nobody need act on."""
    if not quiet:
        say(f"send-outcomes: {text}")
