"""What an outcome serves, in one line: first with the words that led there, then the other frameworks' statements."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from send_outcomes.reports.signs import Signs

if TYPE_CHECKING:
    from send_outcomes.frameworks import Framework
    from send_outcomes.mapping import Served

_YEAR = re.compile(r"-[0-9]{4}\Z")


def serving(mapping: Mapping[str, tuple["Served", ...]], frameworks: Mapping[str, "Framework"], signs: Signs) -> str:
    """Return the line, or that nothing was recognised: which is a fact about the words, not a fault of the outcome."""
    served = {framework: statements for framework, statements in mapping.items() if statements}
    if not served:
        return "no theme or statement recognised in its words"
    first = next(iter(served))
    parts = []
    for key, statements in served.items():
        said = "; ".join(_with_words(statement) if key == first else statement.label for statement in statements)
        parts.append(f"{name_of(key, frameworks)}: {said}")
    return f" {signs.dot} ".join(parts)


def words_of(served: "Served") -> list[str]:
    """Return the words that led to a statement, each once, in the order of the text."""
    return list(dict.fromkeys(" ".join(e.text.split()) for e in served.evidence if e.text.strip()))


def _with_words(served: "Served") -> str:
    words = words_of(served)
    return f"{served.label} ({', '.join(words)})" if words else served.label


def name_of(key: str, frameworks: Mapping[str, "Framework"]) -> str:
    """Return a framework's short name, from its id; without the edition's year where the run has no other edition."""
    name = _YEAR.sub("", key)
    alone = sum(_YEAR.sub("", other) == name for other in frameworks) <= 1
    return (name if alone else key).replace("-", " ").capitalize()
