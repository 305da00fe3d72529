"""The main clause of an outcome: who it is about, its head verb, what that verb takes, where the side clauses begin.

A shallow reading without a tagger. It knows the shapes that Section E is written in: “By …, I will …”, “Tom will be able
to …”, “To be able to …”, “For Tom to …”, “put hand up”, “Joining a club”, “Improved attendance”.
"""

from enum import StrEnum
from typing import NamedTuple

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.finite_verbs import copula, finite_verb
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.noun_to_verb import named_to, used_to
from send_outcomes.language.sentences.openings import after_leading
from send_outcomes.language.sentences.subjects import (
    cleft,
    describes_noun,
    find_modal,
    inverted_subject,
    past_aside,
    subject_before,
)
from send_outcomes.language.sentences.verb_chain import Chain, follow_chain
from send_outcomes.language.sentences.verbs_or_nouns import (
    gerund_is_act,
    is_capital,
    is_name_like,
    is_plural,
    noun_reading,
    opens_openly,
    third_person,
    unknown_verb,
)

_DESCRIBED = 3  # words in which “who” follows: “Adults who …”, “the people who …”


class Form(StrEnum):
    """The shape of a main clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    BARE = "bare"
    GERUND = "gerund"
    NOUN = "noun"


class Clause(NamedTuple):
    """The main clause as word indexes: subject `[subject_first, subject_last)`, head verb phrase `[head, head_last)`,
    its object up to `object_last`, the sentence up to `last`. `lemma` is the head's base form, "" in a noun phrase.

    `through` are the words that led to the head ("able", "learn", "skills", "goal"), `passive` is true where the head is
    done to the subject, `modal` is -1 where there is none.
    """

    form: Form
    first: int
    last: int
    subject_first: int
    subject_last: int
    modal: int
    head: int
    head_last: int
    lemma: str
    object_last: int
    through: frozenset[str]
    passive: bool


def read_clause(reading: Reading, first: int, last: int) -> Clause:
    """Return the main clause of the sentence from word `first` up to, not with, `last`."""
    words, known = reading.words, lexicon()
    start = after_leading(reading, first, last, known)
    if start >= last:
        start = first
    if words[start] == "that" and start + 2 < last and _somebody_follows(reading, start + 1, known):
        start += 1  # “that she gets into college”, “That the adults around Mo use …”: what is hoped
    if words[start] == "not" and start + 2 < last and words[start + 1] == "to":
        start += 1
    if words[start] == "no" and start + 2 < last and words[start + 1] == "longer":
        start += 2  # “No longer hits others”
    word = words[start]
    nxt = words[start + 1] if start + 1 < last else ""
    if word == "to" and nxt and nxt not in ("the", "my", "his", "her", "their", "a", "an"):
        return _clause(reading, Form.INFINITIVE, first, last, (start, start), -1, follow_chain(reading, start + 1, last, known))
    able = start + (word in ("the", "an") and nxt == "ability")
    if words[able] in ("able", "ability") and words[able + 1 : able + 2] == ["to"] and able + 2 < last:
        return _clause(reading, Form.BARE, first, last, (start, start), -1, follow_chain(reading, able + 2, last, known))
    if word == "use" and nxt == "of" and (to := used_to(words, start, last, known)) is not None:
        return _clause(reading, Form.BARE, first, last, (start, start), -1, follow_chain(reading, to + 1, last, known))
    if (who := cleft(words, start, last)) is not None:
        return _clause(reading, Form.FINITE, first, last, who, start + 1, follow_chain(reading, who[1] + 1, last, known))
    if word == "for" and "to" in words[start + 1 : min(start + 9, last)]:
        to = words.index("to", start + 1)
        return _clause(reading, Form.INFINITIVE, first, last, (start + 1, to), -1, follow_chain(reading, to + 1, last, known))
    lemma = known.forms.get(word)
    to_whom = nxt in ("us", "me", "you", "them", "people")  # “show us what they have done”
    asks = nxt in known.words["asking"] or (to_whom and words[start + 2 : start + 3] in (["what"], ["how"], ["where"], ["who"]))
    asked = lemma is not None and asks and word not in known.words["service"]
    if asked and lemma is not None and (word in (lemma, third_person(lemma)) or word.endswith("ing")):
        form = Form.BARE if word == lemma else Form.GERUND if word.endswith("ing") else Form.FINITE
        return _clause(reading, form, first, last, (start, start), -1, follow_chain(reading, start, last, known))
    if (inverted := inverted_subject(words, start, last, known)) is not None:
        return _clause(reading, Form.FINITE, first, last, inverted, start, follow_chain(reading, inverted[1], last, known))
    modal = find_modal(reading, start, last, known)
    if modal is not None and words[modal - 1] in known.words["ands"] and _opens_finite(words, start, known):
        modal = None  # “Knows her address and can …”: the first of two verbs
    if modal is not None and describes_noun(reading, start, modal, last, known):
        modal = None  # “somewhere I can go”
    described = modal is not None and words[modal] == "will" and words[modal - 1] != "who"
    described = described and "who" in words[start + 1 : start + _DESCRIBED]
    if modal is not None and (described or finite_verb(reading, start, last, known, before=modal) is None):
        subject = (start, modal) if described else subject_before(reading, start, modal, known)
        aside = past_aside(words, modal + 1, last) if words[modal + 1 : modal + 2] == [","] else None
        chain = follow_chain(reading, aside or modal + 1, last, known)  # “I will, by July 2027, cook …”
        return _clause(reading, Form.FINITE, first, last, subject, modal, chain)
    return _without_modal(reading, first, start, last, known)


def _without_modal(reading: Reading, first: int, start: int, last: int, known: Lexicon) -> Clause:
    words = reading.words
    verb = start
    while verb < last - 1 and (words[verb] in known.words["openly"] or opens_openly(words, verb, known)):
        verb += 1
    word = words[verb]
    lemma = known.forms.get(word)
    finite = finite_verb(reading, start, last, known)
    to = named_to(reading, start, last, known) if finite is None and not _opens_finite(words, verb, known) else None
    if to is not None:
        return _clause(reading, Form.FINITE, first, last, (start, to), to, follow_chain(reading, to + 1, last, known))
    if finite is None:
        finite = copula(words, start, last, known)
    if finite is not None and finite > start:
        return _clause(
            reading, Form.FINITE, first, last, (start, finite), finite - 1, follow_chain(reading, finite, last, known)
        )
    if lemma is not None and not is_name_like(reading, verb, known):
        if word.endswith("ing"):
            if gerund_is_act(words, verb, last, known):
                return _clause(reading, Form.GERUND, first, last, (start, start), -1, follow_chain(reading, verb, last, known))
        elif word in (lemma, "be", "have"):
            longs = word not in known.words["longing"] or words[verb + 1 : verb + 2] in (
                ["to"],
                ["for"],
            )  # “Long cane training”
            hyphened = words[verb + 1 : verb + 2] == ["-"] and reading.ends[verb] == reading.starts[verb + 1]  # “Check-ins”
            if longs and not hyphened and not noun_reading(words, verb, last, known):
                return _clause(reading, Form.BARE, first, last, (start, start), -1, follow_chain(reading, verb, last, known))
        elif not _are_things(words, verb) and (word == third_person(lemma) or word in known.words["finite"]):
            return _clause(reading, Form.FINITE, first, last, (start, start), -1, follow_chain(reading, verb, last, known))
    elif verb + 1 < last and (unknown := unknown_verb(reading, verb, words[verb + 1])) is not None:
        form = Form.BARE if unknown == word else Form.FINITE
        return _clause(reading, form, first, last, (start, start), -1, Chain(verb, verb + 1, unknown, frozenset(), False))
    empty = Chain(start, start, "", frozenset(), False)
    return _clause(reading, Form.NOUN, first, last, (start, start), -1, empty)


def _opens_finite(words: list[str], verb: int, known: Lexicon) -> bool:
    """Tell “Knows her address”, a sentence without its subject, from “Movement breaks”."""
    word, lemma = words[verb], known.forms.get(words[verb])
    if lemma is None or word != third_person(lemma) or word == lemma or _are_things(words, verb):
        return False
    owned = not known.words["behind_own_acts"].isdisjoint(words[verb + 1 : verb + 2])
    return owned or not is_plural(words, verb, known)


def _are_things(words: list[str], verb: int) -> bool:
    """Tell “Exercises to be done”, “Notes from each lesson to be given”, “hands-on” from “exercises every day”."""
    done = words[verb + 1 : verb + 3] == ["to", "be"] or (
        words[verb + 1 : verb + 2] == ["from"] and "to be " in " ".join(words[verb + 2 : verb + 7])
    )
    nouns = lexicon().words["also_nouns"]  # “Visits from employers”, “Visits to colleges”
    whose = (words[verb + 1 : verb + 2] == ["from"] and words[verb] in nouns) or " ".join(words[verb : verb + 2]) in nouns
    return done or whose or words[verb + 1 : verb + 2] in (["of"], ["-"])


def _clause(reading: Reading, form: Form, first: int, last: int, subject: tuple[int, int], modal: int, chain: Chain) -> Clause:
    stops = lexicon().words["stops"]
    words = reading.words
    object_last = min(chain.last, last)
    while object_last < last and words[object_last] not in stops:
        object_last += 1
    return Clause(
        form,
        first,
        last,
        subject[0],
        subject[1],
        modal,
        chain.head,
        chain.last,
        chain.lemma,
        object_last,
        chain.through,
        chain.passive,
    )


def _somebody_follows(reading: Reading, i: int, known: Lexicon) -> bool:
    """Tell “that she …”, “That the adults …”, “That Mo …” from “That is all”."""
    return reading.words[i] in known.words["subjects"] | known.words["opening_subjects"] or is_capital(reading, i)
