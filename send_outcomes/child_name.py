"""The child's name where it may stand outside a plan's texts, in ids and paths: what goes further than the plan has a blank."""

import re

BLANK = "…"


class ChildName:
    """The child's name, to be blanked where it may stand outside the texts: “Laura Smith draft.docx”."""

    def __init__(self, known_as: str | None) -> None:
        """Look for each part of the name, in whatever case."""
        parts = [re.escape(part) for part in re.findall(r"[^\W\d_]{2,}", known_as or "")]
        self._pattern = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(parts)})(?![^\W\d_])", re.IGNORECASE) if parts else None

    def out_of(self, text: str) -> str:
        """Return `text` with blanks for the name."""
        return self._pattern.sub(BLANK, text) if self._pattern else text
