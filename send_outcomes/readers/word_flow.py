"""Paragraphs in reading order → portions, and these → records: headings open what stands below them. Knows no tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from send_outcomes.model import Horizon
from send_outcomes.readers.items import PARAGRAPH
from send_outcomes.readers.markers import identified
from send_outcomes.readers.vocabulary import words
from send_outcomes.readers.word_headings import Opening, opening_of
from send_outcomes.readers.word_portions import Line, Portion, Record, Spot, lines_of
from send_outcomes.readers.word_words import word_words
from send_outcomes.word import Paragraph

LOOSE = "loose"
# What is said of an outcome beside it: a part of its record, and no part of the plan of its own.
BESIDE = frozenset({"by_when", "who", "how_often", "baseline", "term", "agencies", "theme", "outcome_id", "ignore"})


@dataclass(slots=True)
class State:
    """What has been opened so far. `holds` is “loose” above all headings; `within` is what a column or label holds.

    `area_fresh` until something stands below the area of need; `area_above` where a section began right below it, so
    that the area holds for the sections that follow too. `home` is the part that the last heading opened,
    to which an area of need returns after labels such as “Strengths”. `serials` counts the paragraphs of each section.
    `named`: columns named by the user; `carried`, shared by all, counts the paragraphs read again under merged cells.
    """

    holds: str = LOOSE
    section: str | None = None
    term: Horizon | None = None
    area: str | None = None
    label: str = ""
    row: int | None = None
    level: int | None = None
    area_fresh: bool = False
    area_above: bool = False
    lettered: bool = False
    tabled: bool = False
    home: tuple[str, str | None] = (LOOSE, None)
    home_level: int | None = None
    serials: dict[str | None, int] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    carried: list[int] = field(default_factory=lambda: [0])

    def spot(self) -> Spot:
        """Return where what is read now stands."""
        return Spot(self.section, self.label, self.row, self.area)

    def counted(self) -> int:
        """Count one more paragraph of the section and return its number."""
        self.area_fresh = False
        self.serials[self.section] = self.serials.get(self.section, 0) + 1
        return self.serials[self.section]

    def open(self, found: Opening) -> None:
        """Take in a heading."""
        meaning = found.meaning
        if found.area is not None and (meaning is None or meaning.holds == "group"):
            self.area, self.term = found.area, None
            if meaning is not None or self.area_above:
                self.holds, self.section, self.level = (LOOSE if not self.lettered else "other"), None, found.level
            elif not self.tabled:
                self.holds, self.section = self.home
            self.area_fresh, self.area_above = True, False
        elif meaning is None:
            # A heading that says nothing known ends a part only where it stands as high.
            if found.level is not None and self.level is not None and found.level <= self.level:
                self.level, self.term = found.level, None
                below = self.home_level is not None and found.level > self.home_level
                self.holds, self.section = self.home if below else ("other", None)
        elif meaning.holds == "term":
            self.term = meaning.term
            if self.holds in (LOOSE, "other"):
                self.holds, self.section = "outcome", "E"
        else:
            if found.rest is None and meaning.section is not None:
                self.area_above = self.area_above or (self.area_fresh and self.area is not None)
                if not self.area_above and meaning.section != self.home[1] and (meaning.lettered or not self.tabled):
                    self.area = None
            self.area = found.area or self.area
            self.holds, self.term = meaning.holds, meaning.term
            self.level = found.level if found.level is not None else self.level
            if meaning.holds not in BESIDE:
                self.section = meaning.section
                if found.rest is None and meaning.holds != "other":
                    self.home, self.home_level = (meaning.holds, meaning.section), found.level
        self.lettered = self.lettered or (meaning is not None and meaning.lettered)


def joined(portions: Sequence[Portion], linked: bool) -> Iterator[Record]:
    """Yield portions as records: a new one begins where what came before comes again, not at once."""
    here: list[Portion] = []
    for portion in portions:
        if any(one.holds == portion.holds for one in here) and here[-1].holds != portion.holds:
            yield Record(tuple(here), linked)
            here = []
        here.append(portion)
    if here:
        yield Record(tuple(here), linked)


def portions_of(paragraphs: Sequence[Paragraph], state: State) -> Iterator[Portion]:
    """Yield what paragraphs hold, heading by heading; opens headings in `state`."""
    held: list[Line] = []
    begun = replace(state)
    aside: _Aside | None = None
    for line in lines_of(paragraphs):
        found = opening_of(line, inside=aside is not None or state.holds not in (LOOSE, "other"))
        if found is None and state.holds != "outcome" and _starts_outcome(line, state):
            found = opening_of(replace(line, text=line.text.cut(0, 7)), inside=True)
            found = None if found is None else replace(found, rest=line.text)
        if found is None:
            if aside is not None and aside.ends_before(line):
                if held:
                    yield _portion(held, begun)
                    held = []
                state.holds, state.section, state.term = aside.before
                begun, aside = replace(state), None
            elif aside is not None:
                aside.met(line)
            held.append(replace(line, serial=state.counted()))
            continue
        if held:
            yield _portion(held, begun)
            held = []
        aside = _aside(found, state, aside)
        state.open(found)
        begun = replace(state)
        if found.rest is not None:
            held.append(replace(line, text=found.rest, serial=state.counted()))
    if held:
        yield _portion(held, begun)
    if aside is not None and aside.short and aside.lines:
        state.holds, state.section, state.term = aside.before


def _starts_outcome(line: Line, state: State) -> bool:
    """Tell “Outcome 2: I will …” below “Provision:”: it opens the outcomes again."""
    return (
        state.holds != LOOSE
        and line.indent == PARAGRAPH
        and line.text.text[:7].casefold() == "outcome"
        and identified(line.text)[0] is not None
    )


@dataclass(slots=True)
class _Aside:
    """A label within a part (“Steps:”, “By when: July”): what was open before it, and how far it has been followed."""

    before: tuple[str, str | None, Horizon | None]
    short: bool
    lines: int = 0
    listed: bool = False

    def met(self, line: Line) -> None:
        self.lines += 1
        self.listed = self.listed or line.indent != PARAGRAPH

    def ends_before(self, line: Line) -> bool:
        """Tell whether a paragraph goes on with the part: after one line of a short label, after the bullets of another."""
        if line.indent != PARAGRAPH:
            return False
        if self.short:
            return self.lines > 0
        return self.listed and bool(word_words().outcome_words.intersection(words(line.text.text).split()))


def _aside(found: Opening, state: State, aside: _Aside | None) -> _Aside | None:
    """Return the label that a heading is within the part that is open; None where it opens a part of its own."""
    meaning = found.meaning
    if meaning is None:
        return aside if found.level is None else None
    if (
        found.level is not None
        or meaning.lettered
        or found.area is not None
        or not (meaning.holds == "other" or meaning.holds in BESIDE)
    ):
        return None
    before = aside.before if aside is not None else (state.holds, state.section, state.term)
    if before[0] in (LOOSE, "other"):
        return None
    inline = found.rest is not None
    return _Aside(before, short=inline or meaning.holds in BESIDE, lines=int(inline))


def _portion(lines: list[Line], state: State) -> Portion:
    return Portion(state.holds, tuple(lines), state.spot(), state.term)
