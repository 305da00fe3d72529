"""What a provision must say: what, how much, how often, by whom, with what skills, reviewed when.

After Nottingham's last tip: “Set out exactly what is going to happen, who is going to do it, what skills, qualifications or
[t]raining they need, how often it will [be] made available, and when it will be reviewed”.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, StrEnum
from typing import Literal, NamedTuple

from send_outcomes.language.provision.how_much import how_much, sizes
from send_outcomes.language.provision.how_often import how_often
from send_outcomes.language.provision.kinds import given, speaks_for_all
from send_outcomes.language.provision.part_words import part_words
from send_outcomes.language.provision.people import people, skills
from send_outcomes.language.provision.reviewing import reviewers, reviews
from send_outcomes.language.provision.telling import Span, Telling, telling
from send_outcomes.language.provision.vague_words import Vague, vague_words
from send_outcomes.language.provision.what import what
from send_outcomes.language.reading import Reading
from send_outcomes.model import Provision


class ProvisionPart(StrEnum):
    """The parts of a provision that can be put into practice and checked."""

    WHAT = "what"
    HOW_MUCH = "how_much"
    HOW_OFTEN = "how_often"
    WHO = "who"
    SKILLS = "skills"
    REVIEW = "review"

    @property
    def label(self) -> str:
        """The part's name for people."""
        return "reviewed" if self is ProvisionPart.REVIEW else self.value.replace("_", " ")


class PartFound(NamedTuple):
    """The words that name a part: characters `start` up to `end` of the text; both 0 where a field of the plan says it."""

    words: str
    start: int = 0
    end: int = 0


class NotNeeded(Enum):
    """Stands for a part that does not apply: nobody sits on a seat near the front “twice a week”."""

    NOT_NEEDED = "not needed"


NOT_NEEDED: Literal[NotNeeded.NOT_NEEDED] = NotNeeded.NOT_NEEDED
Part = PartFound | Literal[NotNeeded.NOT_NEEDED] | None
Parts = Mapping[ProvisionPart, Part]


# Which other field may name a part too: “a qualified teacher” under who, “2 hours per week” under how often.
_BESIDE = {
    ProvisionPart.SKILLS: ProvisionPart.WHO,
    ProvisionPart.HOW_MUCH: ProvisionPart.HOW_OFTEN,
    ProvisionPart.HOW_OFTEN: ProvisionPart.HOW_MUCH,
}


class VagueWords(NamedTuple):
    """A vague phrase and its kind (“regular”); a place in the text, or both 0 where a field of the plan says it."""

    kind: str
    words: str
    start: int = 0
    end: int = 0


class ProvisionTold(NamedTuple):
    """What a provision says: its kind (service, equipment, …), its parts, its vague words; `for_all`: when all is reviewed."""

    kind: str
    parts: Parts
    vague: tuple[VagueWords, ...]
    for_all: bool = False


class _Text(NamedTuple):
    """One text of a provision: where it names each part, what kind of provision it lays on, its vague words."""

    told: Telling
    named: Mapping[ProvisionPart, list[Span]]
    kind: str
    vague: tuple[Vague, ...]
    by_family: bool

    @property
    def says_nobody(self) -> bool:
        """Whether the text is one of the words that name nobody (“the setting”)."""
        return " ".join(self.told.words) in part_words().sets["nobody"]


def tell_all(provision: Sequence[Provision], read: Callable[[str], Reading]) -> list[ProvisionTold]:
    """Return what each provision of a plan says. `read` returns the Reading of a text.

    A sentence that all provision is reviewed at a certain time counts for each of its section.
    """
    told = [_told(one, read) for one in provision]
    shared = {one.section: said.parts[ProvisionPart.REVIEW] for one, said in zip(provision, told, strict=True) if said.for_all}
    if not shared:
        return told
    return [
        said._replace(parts={**said.parts, ProvisionPart.REVIEW: PartFound(review.words)})
        if said.parts[ProvisionPart.REVIEW] is None and isinstance(review := shared.get(one.section), PartFound)
        else said
        for one, said in zip(provision, told, strict=True)
    ]


def _told(provision: Provision, read: Callable[[str], Reading]) -> ProvisionTold:
    text = _read(read(provision.text))
    columns = {
        ProvisionPart.HOW_MUCH: provision.how_long,
        ProvisionPart.HOW_OFTEN: provision.how_often,
        ProvisionPart.WHO: provision.who,
        ProvisionPart.SKILLS: provision.skills,
        ProvisionPart.REVIEW: provision.review,
    }
    fields = {part: _read(read(words)) for part, words in columns.items() if words}
    needed = part_words().kinds[text.kind]
    asked = {ProvisionPart(v.part) for v in text.vague if v.part} if text.kind not in ("service", "note") else set()
    if any(v.kind in ("access", "opportunity") for v in text.vague) and asked:
        needed, asked = part_words().kinds["service"], set()
    if text.by_family or ("who" in needed and (who := fields.get(ProvisionPart.WHO)) and who.by_family):
        needed = tuple(part for part in needed if part != ProvisionPart.SKILLS)
    parts: dict[ProvisionPart, Part] = {}
    for part in ProvisionPart:
        found = _found(part, text, fields, columns)
        parts[part] = found or (None if part.value in needed or part in asked else NOT_NEEDED)
    vague = [_vague(text, v, in_text=True) for v in text.vague]
    vague += [_vague(field, v, in_text=False) for field in fields.values() for v in field.vague]
    return ProvisionTold(text.kind, parts, tuple(vague), speaks_for_all(text.told) and bool(text.named[ProvisionPart.REVIEW]))


def _read(reading: Reading) -> _Text:
    told = telling(reading)
    helpers = people(told)
    only_review = reviewers(told, helpers)
    helpers = [person for person in helpers if person not in only_review]
    often, much = how_often(told), how_much(told)
    review = reviews(told, often, much)
    provided = given(told, helpers, often)
    named_what = what(told, provided, helpers)
    named = {
        ProvisionPart.WHAT: [named_what] if named_what else [],
        ProvisionPart.HOW_MUCH: [m for m in much if not any(r.first <= m.first < r.last for r in review)],
        ProvisionPart.HOW_OFTEN: [o for o in often if not any(o.first < r.last and r.first < o.last for r in review)],
        ProvisionPart.WHO: [Span(p.first, p.last) for p in helpers],
        ProvisionPart.SKILLS: skills(told, helpers),
        ProvisionPart.REVIEW: review,
    }
    places = {**{part.value: spans for part, spans in named.items()}, "size": sizes(told)}
    by_family = bool(helpers) and all(person.kind == "family" for person in helpers)
    return _Text(told, named, provided.kind, tuple(vague_words(told, places, provided.kind)), by_family)


def _found(
    part: ProvisionPart, text: _Text, fields: Mapping[ProvisionPart, _Text], columns: Mapping[ProvisionPart, str | None]
) -> PartFound | None:
    """Return the words that name a part: its own field, else the text, else the field beside it (“2 hours per week”)."""
    own, words = fields.get(part), columns.get(part)
    if own and words and (own.named[part] or not (own.vague or own.says_nobody)):
        return PartFound(words)
    for span in text.named[part][:1]:
        start, end = text.told.reading.starts[span.first], text.told.reading.ends[span.last - 1]
        return PartFound(text.told.reading.text[start:end], start, end)
    beside = fields.get(_BESIDE[part]) if part in _BESIDE else None
    if beside is None or not beside.named[part]:
        return None
    return PartFound(beside.told.reading.surface(*beside.named[part][0]))


def _vague(text: _Text, vague: Vague, in_text: bool) -> VagueWords:
    reading = text.told.reading
    words = reading.surface(vague.first, vague.last)
    if not in_text:
        return VagueWords(vague.kind, words)
    return VagueWords(vague.kind, words, reading.starts[vague.first], reading.ends[vague.last - 1])
