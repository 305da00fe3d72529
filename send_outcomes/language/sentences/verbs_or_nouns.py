"""Words that may be verb or noun, name or verb: “Support from a TA”, “Use a laptop”, “Movement breaks”, “Wheel herself”.

Decided by the neighbours; knows no clause.
"""

from functools import cache

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon

_AS_TOLD = (
    ["as", "advised"],
    ["as", "needed"],
    ["as", "required"],
    ["as", "agreed"],
    ["as", "appropriate"],
    ["as", "directed"],
)
_SKILLS = 6  # words of a row of skills at most
_IRREGULAR = {"be": "is", "have": "has"}


@cache
def third_person(verb: str) -> str:
    """Return the form that goes with “he” or “she”."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def is_capital(reading: Reading, i: int) -> bool:
    """Tell whether word `i` begins with a capital letter."""
    return reading.text[reading.starts[i]].isupper()


def is_name_like(reading: Reading, i: int, known: Lexicon) -> bool:
    """Tell whether a word looks like a name: a capital, and no word that the lexicon knows; or a child's initials."""
    word = reading.words[i]
    if not is_capital(reading, i) or not word[:1].isalpha():
        return False
    if (
        word in known.forms
        or word in known.words["leading"]
        or word in known.words["service"]
        or word in known.words["stops"]
        or word in known.words["modals"]
    ):
        return False
    return word not in known.any_noun and word not in known.words["adverbs"]


def is_plural(words: list[str], j: int, known: Lexicon) -> bool:
    """Tell whether a word in -s is a plural noun and no verb: “Movement breaks”, “Speech sessions”."""
    return words[j] in known.words["plurals"] or (words[j] in known.given and words[j] not in known.words["never_plurals"])


def gerund_is_act(words: list[str], i: int, last: int, known: Lexicon) -> bool:
    """Tell “Joining an evening class” from “Reading skills” and “horse riding”."""
    nxt = words[i + 1] if i + 1 < last else ""
    skills = words[i] in known.words["skills_in_ing"] and nxt in ("and", ",", "&", "/")  # “spelling and handwriting”
    if skills and last - i <= _SKILLS and known.words["determiners"].isdisjoint(words[i + 1 : last]):
        return False
    return nxt not in known.words["behind_nouns_in_ing"]


def noun_reading(words: list[str], i: int, last: int, known: Lexicon) -> bool:
    """Tell “Support from a TA”, “Use of a laptop”, “Access to mentoring” from “Use a laptop”."""
    nxt = words[i + 1] if i + 1 < last else ""
    lasting = nxt == "for" and i + 2 < last and (words[i + 2].isdigit() or words[i + 2] in known.numbers)
    named = nxt in ("from", "for") and words[i] in known.words["also_nouns"] and not lasting  # “Work for ten minutes”
    if nxt in known.words["behind_nouns"] or named:
        return words[i] not in known.words["never_nouns"]
    pair = f"{words[i]} {nxt}"
    if pair in known.nouns["activity"] or pair in known.words["also_nouns"]:
        return True  # “Circle time”, “Place at a nursery”
    if words[i] == "use":
        return nxt == "of"
    if nxt == "who" and words[i] in known.words["service"]:
        return True  # “Staff who understand autism”
    if words[i] in known.words["adjectives"] and nxt and nxt not in known.words["determiners"]:
        return True
    if nxt == "to":
        return words[i] in known.words["nouns_before_to"]
    if words[i] in known.words["service"] and nxt in known.words["served"]:
        return True  # “Staff trained in …”
    if nxt in known.nouns["staff"] and words[i] not in known.words["to_people"]:
        return True
    if words[i] in ("support", "help") and (nxt in known.words["around"] or words[i + 1 : i + 3] in _AS_TOLD):
        return True  # “Support throughout the day”, “HI support as advised”
    return words[i] in known.words["also_nouns"] and any(
        nxt in known.nouns[kind] for kind in ("service", "activity", "resource", "staff", "chance")
    )


def unknown_verb(reading: Reading, i: int, nxt: str) -> str | None:
    """Return the base of a first word that no list knows but that its neighbour makes a verb: “Wheel herself”, “chips in”."""
    word, known = reading.words[i], lexicon().words
    if word in known["before_articles"]:
        return None  # “Half an hour with a mentor”
    if nxt in known["reflexives"] or nxt in known["possessives"] or (nxt in ("a", "an", "the") and word.isalpha()):
        return word[:-1] if word.endswith("s") else word
    if word in lexicon().given:
        return None
    if word.endswith("s") and not is_capital(reading, i) and nxt in known["particles"]:
        return word[:-1]
    return None


def opens_openly(words: list[str], i: int, known: Lexicon) -> bool:
    """Tell the “verbally” of “verbally start a game” from “daily reading”: an adverb before the base of a verb."""
    return (
        is_adverb(words[i], known)
        and known.forms.get(words[i + 1]) == words[i + 1]
        and words[i + 1] not in known.words["also_nouns"]
    )


def is_adverb(word: str, known: Lexicon) -> bool:
    """Tell an adverb from “family”, “weekly”: by its ending."""
    return word.endswith("ly") and word not in known.words["not_adverbs"] and word not in known.words["how_much"]
