"""What an outcome serves, in one line: its statements framework by framework, with the words that led there."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from send_outcomes.reports.signs import Signs

if TYPE_CHECKING:
    from send_outcomes.frameworks import Framework
    from send_outcomes.mapping import Served


def serving(mapping: Mapping[str, tuple["Served", ...]], frameworks: Mapping[str, "Framework"], signs: Signs) -> str:
    """Return the line, or that nothing was recognised: which is a fact about the words, not a fault of the outcome."""
    served = {framework: statements for framework, statements in mapping.items() if statements}
    if not served:
        return "no theme or statement recognised in its words"
    parts = [f"{name_of(key, frameworks)}: {'; '.join(_said(s) for s in served[key])}" for key in served]
    return f" {signs.dot} ".join(parts)


def words_of(served: "Served") -> list[str]:
    """Return the words that led to a statement, each once, in the order of the text."""
    return list(dict.fromkeys(" ".join(e.text.split()) for e in served.evidence if e.text.strip()))


def _said(served: "Served") -> str:
    words = words_of(served)
    return f"{served.label} ({', '.join(words)})" if words else served.label


def name_of(key: str, frameworks: Mapping[str, "Framework"]) -> str:
    """Return a framework's short name: its authority's, with the edition where the run has two of one authority."""
    framework = frameworks.get(key)
    if framework is None:
        return key
    alone = sum(other.authority == framework.authority for other in frameworks.values()) == 1
    return framework.authority if alone else f"{framework.authority} {framework.edition}"
