"""The child's name, blanked where it may stand outside the texts: in references, paths and labels (“Laura Smith draft.docx”)."""

import re

BLANK = "…"
_PART = re.compile(r"[^\W\d_]{2,}")


class ChildName:
    """Looks for each part of the name, in whatever case."""

    def __init__(self, known_as: str | None) -> None:
        """Take the name apart; without one, nothing is blanked."""
        self._parts = _PART.findall(known_as or "")
        self._lower = [part.lower() for part in self._parts]

    def within(self, text: str) -> bool:
        """Tell whether some of the name's letters stand in `text`, at once; `out_of` looks whether they are the name."""
        lower = text.lower()
        return any(part in lower for part in self._lower)

    def out_of(self, text: str) -> str:
        """Return `text` with blanks for the name."""
        if not self.within(text):
            return text
        either = "|".join(map(re.escape, self._parts))
        return re.sub(rf"(?<![^\W\d_])(?:{either})(?![^\W\d_])", BLANK, text, flags=re.IGNORECASE)
