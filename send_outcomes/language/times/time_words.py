"""The words of `rules/vocabulary/time.yaml`, in the shape in which they are looked up. Knows no grammar."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from send_outcomes.documents import SettingsProblem, load_one, rules_folder


class Meaning(NamedTuple):
    """What a name stands for: a kind of time, and the fields by which the calendar resolves it."""

    kind: str
    fields: Mapping[str, str]


class Point(NamedTuple):
    """A time in the words up to, not including, `last`. `firm`: it can't be a doer, a place or a name."""

    last: int
    kind: str
    fields: dict[str, str]
    firm: bool


@dataclass(slots=True)
class Names:
    """Names of several words, kept as a tree so that looking one up costs no more than its length."""

    then: dict[str, "Names"] = field(default_factory=dict)
    meaning: Any = None

    def add(self, name: str, meaning: object) -> None:
        """Add a name; a hyphen between letters counts as a space."""
        node = self
        for word in _split(name):
            node = node.then.setdefault(word, Names())
        node.meaning = meaning

    def longest(self, words: Sequence[str], first: int) -> tuple[Any, int] | None:
        """Return the meaning of the longest name that begins at word `first`, and the word after it."""
        found: tuple[Any, int] | None = None
        node: Names | None = self
        count = len(words)
        while node is not None:
            if node.meaning is not None:
                found = node.meaning, first
            if first < count and words[first] == "-" and node is not self:
                first += 1
            if first >= count:
                break
            node = node.then.get(words[first])
            first += 1
        return found


def _split(name: str) -> Iterator[str]:
    for word in name.lower().replace("'s", " 's").replace("s' ", "s ' ").split():
        left, hyphen, right = word.partition("-")
        if hyphen and left.isalpha() and right.isalpha():
            yield from (left, right)
        elif word.endswith("s'") and len(word) > 2:
            yield from (word[:-1], "'")
        else:
            yield word


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Everything the finding of times looks words up in."""

    lists: Mapping[str, frozenset[str]]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    months: Mapping[str, int]
    units: Names
    edges: Names
    names: Names
    vague: Names
    calendar: Mapping[str, Any]
    phases: tuple[tuple[int, int], ...]
    openers: frozenset[str]  # the words with which a point in time can begin, behind its determiners

    def number(self, word: str) -> int | None:
        """Return the number that a word or a run of digits stands for."""
        return int(word) if word.isdecimal() and len(word) < 5 else self.numbers.get(word)

    def ordinal(self, word: str) -> int | None:
        """Return 9 for "9th" or "ninth"."""
        digits, ending = word[:-2], word[-2:]
        if ending in ("st", "nd", "rd", "th") and digits.isdecimal() and len(digits) < 4:
            return int(digits)
        return self.ordinals.get(word)

    def ordinal_at(self, words: Sequence[str], at: int) -> tuple[int, int] | None:
        """Return the ordinal at word `at` and the word after it; "twenty-first" is three words."""
        tens = self.numbers.get(words[at], 0)
        if tens in (20, 30):
            unit = at + 2 if words[at + 1 : at + 2] == ["-"] else at + 1
            ones = self.ordinals.get(words[unit], 10) if unit < len(words) else 10
            return (tens + ones, unit + 1) if ones < 10 else None
        value = self.ordinal(words[at])
        return None if value is None else (value, at + 1)


_LISTS = (
    "weekdays", "before_time", "this_words", "next_words", "after_edge", "hedges", "dates_follow", "also_names", "occasions",
    "day_units", "short_units", "leave_verbs", "start_verbs", "go_verbs", "between_verb_and_stage", "go_only_to",
    "compound_after", "doers_before", "leads_to_time", "looking_back", "about_later", "at_issue", "arithmetic",
    "counted_before", "deadline_labels", "time_of_day", "frequency_words", "frequency_after", "frequency_units",
    "a_units", "times_words", "once_words", "plural_days", "joiners", "adjectival", "length_markers",
    "length_middles", "length_inside", "being_verbs", "being_hedges", "again", "day_parts", "not_age_after",
    "stretch_before", "stretch_inside", "counted_from", "ahead_inside", "moved_up", "moving_on", "started_at", "ready_for", "over", "others",
    "told_then", "plan_words", "everyday_starts", "everyday_events", "times_inside", "no_round_end", "no_occasions",
)  # fmt: skip


@cache
def time_words() -> TimeWords:
    """Load the vocabulary of time. Raises `SettingsProblem` where the file is no YAML or lacks a part."""
    path = rules_folder() / "vocabulary" / "time.yaml"
    data: dict[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    try:
        lists = {name: frozenset(str(word) for word in data[name]) for name in _LISTS}
        months = {str(name): int(number) for number, names in data["months"].items() for name in names}
        edges = _named((name, edge) for edge, names in data["edges"].items() for name in names)
        names = _named(_points(data))
        return TimeWords(
            lists=lists,
            numbers=data["numbers"],
            ordinals=data["ordinals"],
            months=months,
            units=_units(data["long_units"]),
            edges=edges,
            names=names,
            vague=_vague(data["vague"]),
            calendar=data["calendar"],
            phases=tuple((young, old) for young, old in data["phases"]),
            openers=lists["weekdays"].union(data["ordinals"], ("twenty", "thirty"), months, edges.then, names.then),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SettingsProblem(
            f"the vocabulary of time lacks something or holds it in another shape: {error}", str(path)
        ) from None


def _named(pairs: Iterable[tuple[str, Any]]) -> Names:
    tree = Names()
    for name, meaning in pairs:
        tree.add(str(name), meaning)
    return tree


def _units(rows: Iterable[Mapping[str, Any]]) -> Names:
    return _named((name, next((k, v) for k, v in row.items() if k != "names")) for row in rows for name in row["names"])


def _vague(rows: Iterable[Mapping[str, Any]]) -> Names:
    return _named((phrase, row) for row in rows for phrase in row["phrases"])


def _points(data: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    """Yield every name that stands for a point or a stretch of school life."""
    for group, kind in (("events", "event"), ("stages", "stage"), ("reviews", "review"), ("terms", "term"),
                        ("half_terms", "term"), ("holidays", "holiday")):  # fmt: skip
        yield from _rows(data[group], kind)
    yield from ((name, Meaning("begin", {"stage": _begun(name, data)})) for name in data["begin_also"])
    yield from ((name, Meaning("phase", {"stage": "phase"})) for name in data["this_phase_names"])
    yield from _numbered(data)
    for group, kind in (("years", "year"), ("bare_terms", "term")):
        yield from _rows(data[group], kind)


def _rows(rows: Iterable[Mapping[str, Any]], kind: str) -> Iterator[tuple[str, Meaning]]:
    for row in rows:
        meaning = Meaning(kind, {key: _text(value) for key, value in row.items() if key != "names"})
        yield from ((name, meaning) for name in row["names"])


def _numbered(data: Mapping[str, Any]) -> Iterator[tuple[str, Meaning]]:
    words = {
        number: [str(number), *(w for w, n in data["numbers"].items() if n == number and len(w) > 2)] for number in range(1, 15)
    }
    for number in range(1, 15):
        one = Meaning("stage", {"stage": "year", "youngest": str(number), "oldest": str(number)})
        for prefix in data["year_names"]:
            yield from ((f"{prefix}{glue}{word}", one) for word in words[number] for glue in (" ", "", "-"))
        both = Meaning("stage", {"stage": "year", "youngest": str(number), "oldest": str(number + 1)})
        for prefix in data["years_names"]:
            yield from ((f"{prefix}{glue}{number}/{number + 1}", both) for glue in (" ", ""))
            yield f"{prefix} {number}", one
    for stage, (young, old) in data["key_stages"].items():
        one = Meaning("stage", {"stage": f"key-stage-{stage}", "youngest": str(young), "oldest": str(old)})
        for prefix in data["key_stage_names"]:
            for word in words[int(stage)]:
                yield from (
                    (f"{part}{prefix}{glue}{word}", one) for glue in (" ", "", "-") for part in ("", "upper ", "lower ")
                )
    for number in range(1, 7):
        for prefix in data["numbered_term_names"]:
            for word in (*words[number], *(w for w, n in data["ordinals"].items() if n == number)):
                yield f"{prefix} {word}", Meaning("term", {"half": str(number)})
                yield f"{prefix}{word}", Meaning("term", {"half": str(number)})


def _begun(name: str, data: Mapping[str, Any]) -> str:
    if name in data["adulthood"]:
        return "adulthood"
    return "work" if name in data["work_words"] else name


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
