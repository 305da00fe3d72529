"""Texts in Markdown as GitHub and GitLab show it: anyone's text stays text; tables; what folds away. Knows no report.

Nothing in a plan may become a link, a picture, markup, a mention of a person or a reference to an issue.
"""

import re
from collections.abc import Iterable, Sequence

from send_outcomes.reports.safe import shown

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$&#]|\A(?:[-+=]|\d{1,9}(?=[.)]))")
# What is looked for after markup has been read, where a backslash no longer helps: an empty comment parts it.
_LOOKED_FOR = re.compile(
    r"(?<=@)(?=\w)|(?<=#)(?=\d)|(?<=\bGH-)(?=\d)|(?<=\bwww)(?=\.)|(?<=:)(?=//|[a-z_+][\w+-]*:)|(?<=\bmailto)(?=:)",
    re.IGNORECASE,
)
_PART = "<!-- -->"


def escaped(text: str, unicode: bool = True) -> str:
    """Return a text as one line that shows as it is, in whatever place of a page."""
    return _LOOKED_FOR.sub(_PART, _MARKUP.sub(_backslashed, shown(text, unicode).strip()))


def _backslashed(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdecimal() else f"\\{found[0]}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> Iterable[str]:
    """Yield the lines of a table; cells are Markdown already. `right` are the columns of numbers."""
    numbers = frozenset(right)
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('--:' if i in numbers else '---' for i in range(len(head)))} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def folded(title: str, lines: Iterable[str]) -> Iterable[str]:
    """Yield lines under a title that opens them."""
    yield from ("<details>", f"<summary>{title}</summary>", "", *lines, "", "</details>")
