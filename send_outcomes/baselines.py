"""Baselines: the findings there were on a day, so that a run can tell the new from the old. Text in, values out.

An entry stands for one finding and serves once, so a second copy of an outcome doesn't hide behind the first. It matches
in its own file, wherever the outcome has moved to there; the entries of a file that is gone match in any other.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from send_outcomes.documents import SettingsProblem
from send_outcomes.findings import Finding
from send_outcomes.fingerprints import Fingerprint, fingerprints, is_unnamed

if TYPE_CHECKING:
    from send_outcomes.plan_report import PlanReport

VERSION = 1
_KEYS = ("path", "plan", "outcome", "rule", "text")


class Entry(NamedTuple):
    """One old finding: the file it stood in (as seen from the baseline's folder), and what it is known by."""

    path: str
    plan: str
    outcome: str
    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A report in which the old findings are marked; entries for the `known` and the `new` ones, none for what is set aside."""

    report: "PlanReport"
    known: tuple[Entry, ...]
    new: tuple[Entry, ...]


_Home = tuple[str, str]  # a path and a plan in it
_Words = tuple[str, str]  # a rule and a hash


class Comparison:
    """Matches the findings of a run, plan by plan, with the entries of a baseline; what matches is used up."""

    def __init__(self, entries: Iterable[Entry] = (), gone: Iterable[str] = ()) -> None:
        """Take the entries; `gone` are those of their paths that are no files any more."""
        self._outcomes: dict[tuple[_Home, _Words], Counter[str]] = defaultdict(Counter)
        self._gone: dict[_Words, list[_Home]] = defaultdict(list)
        paths = frozenset(gone)
        for entry in entries:
            home, words = (entry.path, entry.plan), (entry.rule, entry.text)
            self._outcomes[home, words][entry.outcome] += 1
            if entry.path in paths:
                self._gone[words].append(home)

    def compare(self, report: "PlanReport", path: str) -> Compared:
        """Return the report with the old findings marked. `path` is its file, as entries name it."""
        findings = list(report.all_findings())
        prints = list(fingerprints(report))
        counting = [i for i, finding in enumerate(findings) if finding.ignored is None]
        known: set[int] = set()
        for matches in (self._in_place, self._in_its_file, self._moved):  # what has not moved first: the copy is what is new
            known |= {i for i in counting if i not in known and matches(prints[i], path)}
        marked = iter([replace(f, known=True) if i in known else f for i, f in enumerate(findings)])
        entries = {i: Entry(path, p.plan, p.outcome, p.rule, p.text) for i in counting for p in (prints[i],)}
        old, new = (tuple(entries[i] for i in counting if (i in known) is wanted) for wanted in (True, False))
        return Compared(_with(report, marked), old, new)

    def left(self) -> list[Entry]:
        """Return the entries that nothing has matched: what is mended, or was not looked at."""
        return sorted(
            Entry(path, plan, outcome, rule, text)
            for ((path, plan), (rule, text)), outcomes in self._outcomes.items()
            for outcome in outcomes.elements()
        )

    def _in_place(self, wanted: Fingerprint, path: str) -> bool:
        return self._use((path, wanted.plan), wanted, wanted.outcome)

    def _in_its_file(self, wanted: Fingerprint, path: str) -> bool:
        return self._use((path, wanted.plan), wanted)

    def _moved(self, wanted: Fingerprint, path: str) -> bool:
        homes = self._gone.get((wanted.rule, wanted.text), ())
        return any(self._use(home, wanted) for home in homes if home[1] == wanted.plan or is_unnamed(home[1], home[0]))

    def _use(self, home: _Home, wanted: Fingerprint, outcome: str | None = None) -> bool:
        """Use up an entry of `home` on these words, of this outcome or of any; tell whether there was one."""
        outcomes = self._outcomes.get((home, (wanted.rule, wanted.text)))
        if not outcomes:
            return False
        chosen = next(iter(outcomes)) if outcome is None else outcome
        if chosen not in outcomes:
            return False
        outcomes[chosen] -= 1
        if not outcomes[chosen]:
            del outcomes[chosen]
        return True


def dumped(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline: JSON, sorted, an entry a line, so that its changes can be reviewed and merged."""
    lines = ",\n".join(json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(entries))
    return f'{{"baseline": {VERSION}, "findings": [\n{lines}\n]}}\n'


def loaded(text: str, path: str) -> list[Entry]:
    """Return the entries of a baseline. Raises SettingsProblem where it is none, or of a later version than is known."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise SettingsProblem("is no baseline: not JSON; write it anew with --write-baseline", path, line) from None
    if not isinstance(value, dict) or not isinstance(value.get("findings"), list) or "baseline" not in value:
        raise SettingsProblem("is no baseline: expected what --write-baseline writes", path)
    if value["baseline"] != VERSION:
        raise SettingsProblem(f"a baseline of another version; this program knows version {VERSION}: write it anew", path)
    return list(_entries(value["findings"], path))


def _entries(values: list[object], path: str) -> Iterator[Entry]:
    for number, value in enumerate(values, 1):
        if not isinstance(value, dict) or any(not isinstance(value.get(key), str) for key in _KEYS):
            raise SettingsProblem(f"is no baseline: entry {number} lacks one of {', '.join(_KEYS)}", path, number + 1)
        yield Entry(*(value[key] for key in _KEYS))


def _with(report: "PlanReport", findings: Iterator[Finding]) -> "PlanReport":
    """Return the report with these findings in the place of its own, which come in the same order."""
    on_plan = tuple(next(findings) for _ in report.findings)
    on_outcomes = tuple(replace(one, findings=tuple(next(findings) for _ in one.findings)) for one in report.outcomes)
    return replace(report, outcomes=on_outcomes, findings=on_plan)
