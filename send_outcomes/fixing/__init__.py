"""Safe fixes put into the files themselves: YAML, JSON, Markdown, text and CSV, every other byte as it was."""

from send_outcomes.fixing.applying import Fixed, fixed
from send_outcomes.fixing.edits import FIXABLE, Edit, edits_of

__all__ = ["FIXABLE", "Edit", "Fixed", "edits_of", "fixed"]
