"""`send-outcomes explain`: one rule in full, by its code or name; the same as `rules show`."""

from send_outcomes.cli.rules import show as explain

__all__ = ["explain"]
