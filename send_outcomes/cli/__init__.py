"""The command line: one module a command, each thin: parse and delegate. What is heavy is imported inside a command."""

from send_outcomes.cli.root import app

__all__ = ["app"]
