"""What can be wrong with a file, said in one line: what, where (file, line, column), what to do.

No plan text belongs in a message: it may end in a log.
"""


class Problem(Exception):
    """Something a user has to mend. `line` and `column` count from 1 and may be unknown."""

    def __init__(self, message: str, path: str = "", line: int | None = None, column: int | None = None) -> None:
        """Note what is wrong and where."""
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        """Return "file:line:column: message", leaving out what is unknown."""
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part not in ("", None))
        return f"{where}: {self.message}" if where else self.message

    def __reduce__(self) -> tuple[type["Problem"], tuple[str, str, int | None, int | None]]:
        """Survive the way between processes."""
        return type(self), (self.message, self.path, self.line, self.column)


class UnreadableInput(Problem):
    """One input could not be read; the others still are (exit code 4)."""


class NothingInside(UnreadableInput):
    """One input holds no outcome at all: an empty file, a folder without plans. Alone, that is exit code 3."""


class SettingsProblem(Problem):
    """Arguments, configuration, a rule pack or a framework are wrong: nothing can start (exit code 2)."""
