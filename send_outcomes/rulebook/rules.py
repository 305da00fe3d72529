"""What a rule is: data from a pack, with its reason, its source and the examples that test it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from send_outcomes.findings import Confidence, Severity


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from: a document of `rules/sources.yaml`, and the passage in it."""

    document: str
    passage: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text that a rule must pass over (`marks` is None) or mark, on exactly these words (none for a gap).

    `given` holds what else the plan says: fields of the outcome, of the child, the plan's date. Where an example is a whole
    `plan` (as in a plan file, with what stands `around` it), a mark names the item (“N2”, or “plan”), or the item and the
    words (“P1: regular”).
    """

    text: str
    marks: tuple[str, ...] | None
    given: Mapping[str, Any] = field(default_factory=dict)
    plan: Mapping[str, Any] | None = None
    around: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One named check with a code. `settings` are the check kind's own; `needs` names what it can't judge without.

    `texts` says which parts of a plan a rule for single texts looks at, `sections` (of needs and provision) narrows them.
    """

    code: str
    name: str
    feature: str
    severity: Severity
    confidence: Confidence
    check: str
    settings: Mapping[str, Any]
    message: str
    why: str
    source: Source
    examples: tuple[Example, ...] = ()
    needs: tuple[str, ...] = ()
    fix: str | None = None
    fix_kind: Literal["safe", "suggested"] = "suggested"
    texts: tuple[str, ...] = ("outcome",)
    sections: tuple[str, ...] = ()
    pack: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Pack:
    """One file of rules. `extends` is the pack that it began from, and stands in for."""

    id: str
    title: str
    rules: tuple[Rule, ...]
    path: str
    extends: str | None = None
