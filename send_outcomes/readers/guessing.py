"""Which format a text from standard input is in, where nobody said."""

import re

from send_outcomes.documents import Problem
from send_outcomes.readers.csv_rows import open_rows

_YAML = re.compile(
    r"^(?:plan|outcomes|child|aspirations|needs|provision)[ \t]*:(?:[ \t]|$)|^[ \t]*-[ \t]+\{?[ \t]*(?:id|text)[ \t]*:", re.M
)
_MARKDOWN = re.compile(r"^ {0,3}#{1,6}[ \t]+\S|^[ \t]*[-*+][ \t]+\S|^```", re.M)
_HEAD = 20_000


def guessed(text: str) -> str:
    """Return the name of the format that the beginning of a text looks most like; "text" where it looks like none."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n")
    if head.startswith(("{", "[")) and not re.match(r"\[[ xX]?\]|\[[^\]\"{]*\]\(", head):
        return "json" if re.match(r"[\[{]\s*[\[{\"\]}]", head) else "yaml"
    if _YAML.search(head):
        return (
            "markdown"
            if head.startswith("---") and re.search(r"^---[ \t]*$.*^[-*+#]", head[3:], re.M | re.S) and not _outcomes_key(head)
            else "yaml"
        )
    if _table(head):
        return "csv"
    return "markdown" if _MARKDOWN.search(head) else "text"


def _outcomes_key(head: str) -> bool:
    return re.search(r"^outcomes[ \t]*:", head, re.M) is not None


def _table(head: str) -> bool:
    """Tell whether the text has a header that names outcomes beside other columns; a lone “Outcomes” is a heading."""
    try:
        opened = open_rows(iter(head.splitlines(keepends=True)), {}, "-")
    except Problem:
        return False
    if opened is None:
        return False
    layout = opened[0].layout
    return layout.known > 1 or (layout.width > 1 and bool(layout.rest))
