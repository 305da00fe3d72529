"""Who an outcome is about and who speaks in it: the child, a name, an adult who serves, a thing, nobody.

Finds "subject" (kinds: first, pronoun, name, child, service, family, ours, thing, second, none), "not-first-person"
(the subject, or a gap where there is none) and "mixed-person".
"""

from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.sentences.changed_sides import first_later, third_later
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon

_OTHERS = frozenset({"him", "her", "them"})
_HIS = frozenset({"his", "her", "their"})


def find_persons(reading: Reading) -> None:
    """Add "subject" and, where the child does not speak, "not-first-person" to the reading."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None:
        return
    first, last = clause.subject_first, clause.subject_last
    kind = subject_kind(reading, clause, lexicon())
    reading.facts["subject"] = kind
    reading.facts["actor"] = actor_kind(reading, clause, kind, lexicon())
    if last > first:
        reading.add("subject", first, last, kind)
    if kind == "first":
        third_later(reading, last)
    elif kind == "none":
        start = reading.starts[clause.first]
        reading.found.setdefault("not-first-person", []).append(Found(start, start, kind))
    else:
        reading.add("not-first-person", first, last, kind)
        first_later(reading, last, kind)


def subject_kind(reading: Reading, clause: Clause, known: Lexicon) -> str:
    """Return what the subject of a clause is: see the module's kinds."""
    words = reading.words
    first, last = clause.subject_first, clause.subject_last
    if last <= first:
        acts = clause.form is not Form.NOUN and (clause.form is not Form.FINITE or words[clause.first] in known.words["modals"])
        if acts and _speaks_of_self(reading, clause):
            return "first"
        return "none"
    if words[first + 1 : first + 2] == ["of"] and first + 2 < last and words[first + 2] in known.words["speaker"]:
        first += 2  # “two of my comics”, “all of my homework”
    word, subject = words[first], words[first:last]
    our_hope = word == "our" and subject[-1] in known.words["dreams"] | known.words["ours_hoped"]
    if our_hope or _family_speaks(words, clause, known) or _is_parents_wish(reading, words, first, clause, known):
        return "ours"
    if subject == ["we"] and _offers(words, clause, known):
        return "service"
    given = words[first:last] if word == "our" else words[clause.head_last : clause.object_last] if subject == ["we"] else []
    if given and given[-1] in known.words["ours_to_give"]:
        return "service"  # “our local offer”, “we have a skilled workforce”
    if word in known.words["speaker"] or ("i" in subject and "who" not in subject):
        return _of_somebody(subject, known) or "first"
    if word == "there":
        return "none"
    if word in known.words["second"]:
        return "second"
    if word in known.words["third"] and last - first == 1:
        return "pronoun"
    core = _until_relative(subject, known)
    head = core[-1]
    pair = " ".join(core[-2:])
    if head in known.words["child"] or pair in known.words["child"]:
        return "child"
    if head in known.words["family"] or (core[0] in known.words["family"] and "and" in core):
        return _with_family(reading, clause, core, known) or "family"
    if core[0] in known.words["titles"] and len(core) > 1:
        return "service"
    if _is_given_name(reading, first, last):
        return "name"
    aimed_at = head in known.words["labels"] and not clause.passive  # “Tom's target is to spell …”
    if _with_helper(reading, first, core, known):
        return "name"
    if (
        (head in known.words["service"] and not aimed_at)
        or pair in known.words["service"]
        or " ".join(subject[:3]) in known.words["service"]  # “objects of reference”
        or core[0] in known.words["everybody"]
        or _serves_too(subject, core, known)
    ):
        return "service"
    if _in_company(core, known):
        return "name"
    if core[0] in known.words["of_things"] or (
        len(core) > 1 and ("'s" in core or (head.islower() and not reading.text[reading.starts[last - 1]].isupper()))
    ):
        return "thing"
    return "name" if reading.text[reading.starts[first]].isupper() else "thing"


def _is_given_name(reading: Reading, first: int, last: int) -> bool:
    """Tell Elsa, a child, from “the elsa” and “ELSA”."""
    return last - first == 1 and reading.surface(first, last) == "Elsa"


def _in_company(core: list[str], known: Lexicon) -> bool:
    """Tell “Priya and her friends” from “attendance and punctuality”."""
    both = "and" in core[1:-2] and core[core.index("and") + 1] in known.words["possessives"]
    return both and core[-1] in known.words["companions"] and core[0] not in known.words["of_things"]


def _with_helper(reading: Reading, first: int, core: list[str], known: Lexicon) -> bool:
    """Tell “Gus and his TA”, who act together, from “School and their TA”."""
    helped = core[1:2] == ["and"] and core[2:3] != [] and core[2] in _HIS and core[-1] in known.nouns["staff"]
    return helped and core[0] not in known.words["service"] and reading.text[reading.starts[first]].isupper()


def _serves_too(subject: list[str], core: list[str], known: Lexicon) -> bool:
    """Tell “Sue (health visitor)” and “school and home” from “Sue (Year 5)”, “Sue and Tom”."""
    bracketed = len(subject) > 3 and subject[-1] == ")" and {subject[-2], " ".join(subject[-3:-1])} & known.words["service"]
    return bool(bracketed) or ("and" in core[1:] and core[core.index("and") - 1] in known.words["service"])


def _offers(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “We will listen to young people”, an authority's promise, from “We will put on a show”."""
    promised = clause.modal >= 0 and words[clause.modal] in known.words["modals"]
    behind = f" {' '.join(words[clause.modal : clause.last])} "
    return promised and any(f" {served} " in behind for served in known.words["served_by_us"])


def _of_somebody(subject: list[str], known: Lexicon) -> str | None:
    """Tell “my mentor will …”, where somebody else acts, from “my speech will …” and “my mum and I”."""
    core = _until_relative(subject, known)
    if core[0] not in known.words["possessives"] or "i" in core:
        return None
    if core[-1] in known.nouns["staff"] or " ".join(core[-2:]) in known.nouns["staff"]:
        return "service"
    return "family" if core[-1] in known.words["family"] else None


def _with_family(reading: Reading, clause: Clause, core: list[str], known: Lexicon) -> str | None:
    """Return what the child is called who acts together with others at home: “Jay and his brother”, “the pupil and her dad”."""
    if not _OTHERS.isdisjoint(reading.words[clause.subject_last : clause.head]):
        return None  # “Jay and his mum would like him to …”
    one = core[: core.index("and")] if "and" in core[1:] else []
    if one and one[-1] in known.words["child"]:
        return "child"
    named = (
        len(one) == 1 and one[0] not in known.words["family"] and reading.text[reading.starts[clause.subject_first]].isupper()
    )
    return "name" if named and one[0] not in known.words["service"] and one[0] not in known.words["possessives"] else None


def actor_kind(reading: Reading, clause: Clause, kind: str, known: Lexicon) -> str:
    """Return who acts: as the subject's kind, but “my plan” serves though the child speaks."""
    subject = reading.words[clause.subject_first : clause.subject_last]
    if kind != "first" or not subject or subject[0] not in ("my", "our"):
        return kind
    core = _until_relative(subject, known)
    if core[-1] == "work" or (core[-1] in known.words["labels"] and not clause.passive):
        return kind
    return "service" if core[-1] in known.words["service"] or " ".join(core[-2:]) in known.words["service"] else kind


def _until_relative(subject: list[str], known: Lexicon) -> list[str]:
    """Return the subject without a clause or phrase that describes it: “staff [who know me]”, “teacher [of the deaf]”."""
    for i, word in enumerate(subject):
        if i and word in known.words["describes"]:
            return subject[:i]
    return subject


def _family_speaks(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “As his foster carers we …”, “I (Mum) …”, “My daughter's speech …”: the “I” is not the child."""
    subject = words[clause.subject_first : clause.subject_last]
    if subject[0] in ("my", "our") and subject[1:2] and subject[1] in known.words["child"]:
        return True
    if {"i", "we", "us"}.isdisjoint(subject):
        return False
    if "as a family" in " ".join(subject):
        return True  # “for us as a family to …”
    opening = words[clause.first : clause.subject_first + 4]
    as_family = opening[:1] == ["as"] and any(word in known.words["family"] or word in ("carer", "carers") for word in opening)
    return as_family or (
        words[clause.subject_first + 1 : clause.subject_first + 2] == ["("]
        and words[clause.subject_first + 2] in known.words["family"]
    )


def _is_parents_wish(reading: Reading, words: list[str], first: int, clause: Clause, known: Lexicon) -> bool:
    """Tell “We would like our son to …”: the speakers are the parents."""
    subject = words[first : clause.subject_last]
    if "i" not in subject and "we" not in subject:
        return False
    behind = words[first : clause.subject_last + 9]
    if known.words["wishing"].isdisjoint(behind):
        return False
    text = " ".join(behind)
    named = any(
        reading.text[reading.starts[i]].isupper() and words[i + 1 : i + 2] == ["to"]
        for i in range(clause.subject_last, min(len(words), clause.subject_last + 6))
    )
    return (
        named
        or _for_things("we" in subject, behind, known)
        or any(_wants(behind, k, known) for k in range(len(behind) - 1))
        or any(wish in text for wish in known.words["ours"])
        or any(f" {p} to " in f"{text} " for p in ("him", "her", "them"))
        or any(f" {p} will" in text for p in ("he", "she", "they"))
    )


def _for_things(ours: bool, behind: list[str], known: Lexicon) -> bool:
    """Tell “We'd love mealtimes to be calmer” from “We want to put on a show”: parents wish how things should be."""
    wishes = [k for k, word in enumerate(behind) if word in known.words["wishing"]]
    if "our own" in " ".join(behind):
        return False  # “We want places of our own to meet in”
    return ours and bool(wishes) and behind[wishes[0] + 1 : wishes[0] + 2] != ["to"] and "to" in behind[wishes[0] + 2 :]


def _wants(words: list[str], k: int, known: Lexicon) -> bool:
    """Tell “I want him in school every day”, “we'd love her to …” from “I like him”."""
    wishes = words[k] in known.words["wishing"] and (words[k] != "like" or words[k - 1] in ("would", "'d"))
    if not wishes:
        return False
    acts = [word for word in words[k + 4 : k + 5] if word in known.forms]
    seen_to = (
        words[k + 1 : k + 3] in (["to", "see"], ["to", "get"], ["to", "have"]) and acts != []
    )  # “love to get her sleeping”
    return not _OTHERS.isdisjoint(words[k + 3 : k + 4] if seen_to else words[k + 1 : k + 2])


def _speaks_of_self(reading: Reading, clause: Clause) -> bool:
    """Tell “To raise my spelling age” from “To raise his spelling age”: no subject, but the child speaks."""
    if lexicon().words["of_self"].isdisjoint(reading.words):
        return False
    quoted = reading.found.get("quotation", ())
    for i in range(len(reading.words)):
        if reading.words[i] in lexicon().words["of_self"] and not any(q.start <= reading.starts[i] < q.end for q in quoted):
            return True
    return False
