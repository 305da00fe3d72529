"""Which noun an object or a noun phrase is about, and what kind of provision it names. Knows no verb and no subject."""

from send_outcomes.language.sentences.lexicon import PROVISION, Lexicon

_NOWHERE = -1
_TEAM_REACH = 9  # words from “part of” to “team”: “part of a wheelchair basketball team”


def object_head(words: list[str], first: int, last: int, known: Lexicon) -> int:
    """Return the head noun of the object that begins at `first`: “a weekly group of friends” → “friends”; -1 where none.

    It is the last word before a preposition, a comma, “who”, “to” …; behind “group of” what it is a group of.
    """
    stops, ends = known.words["stops"], known.words["object_ends"]
    while first < last and words[first] in ends:
        first += 1
    i = first
    while i < last and ((words[i] not in stops and words[i] not in ends) or (i > first and words[i - 1] == "-")):
        i += 1  # “hands-on help”: the “on” ends nothing
    if first < i < last - 1 and words[i] == "of" and words[i - 1] in known.words["collective"]:
        return object_head(words, i + 1, last, known)
    return i - 1 if i > first else _NOWHERE


def listed_head(words: list[str], first: int, last: int, known: Lexicon) -> int:
    """Return the head noun of a list of adjectives or nouns: “a bespoke, flexible and responsive curriculum”."""
    head = object_head(words, first, last, known)
    while _NOWHERE < head < last - 2 and words[head + 1] in ("and", ",", "or"):
        start = head + 2 if words[head + 2] not in ("and", "or") else head + 3
        if start >= last or known.forms.get(words[start], words[start]) != words[start]:
            break  # “a plan, written with …”
        if words[start + 1 : start + 2] == ["to"] and words[start] in known.words["lead_to"]:
            break  # “group work, subject to review”
        further = object_head(words, start, last, known)
        if further < 0:
            break
        head = further
    return head


def part_of_team(behind: list[str], known: Lexicon) -> bool:
    """Tell “(be) part of a gardening club”, “on the school council”, which one is or is not, from “part of the class”."""
    belongs = behind[:2] == ["part", "of"] or (behind[:1] == ["on"] and not known.words["determiners"].isdisjoint(behind[1:2]))
    return belongs and not known.words["teams"].isdisjoint(behind[:_TEAM_REACH])


def kind_at(words: list[str], i: int, first: int, known: Lexicon) -> str | None:
    """Return the kind of provision that word `i`, alone or with the word before it, names."""
    nouns = known.nouns
    pair = f"{words[i - 1]} {words[i]}" if i > first else words[i]
    if i > first + 1 and words[i - 1] == "-":
        pair = f"{words[i - 2]}-{words[i]}"
    if words[i] in known.given or pair in known.given:
        return next(kind for kind in PROVISION if words[i] in nouns[kind] or pair in nouns[kind])
    return "service" if words[i] in nouns["staff"] or pair in nouns["staff"] else None


def kind_within(words: list[str], first: int, last: int, known: Lexicon) -> str | None:
    """Return the kind nearest the end of the words from `first` up to `last`; None where they name no provision."""
    for i in range(last - 1, first - 1, -1):
        kind = kind_at(words, i, first, known)
        if kind is not None:
            return kind
    return None


def served_by(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell whether “by …” names someone who serves: “by a support worker”, not “by people who don't know me”.

    Who only tells how it went serves not: “as reported by his teacher”.
    """
    return any(
        words[i] == "by" and words[i - 2] != "as" and _serves(words[i + 1 : min(last, i + 5)], known)
        for i in range(first, last)
    )


def _serves(agent: list[str], known: Lexicon) -> bool:
    return "familiar" in agent or any(word in known.nouns["staff"] or word in known.words["family"] for word in agent)
