"""The main clause of an outcome: who it is about, its head verb, what that verb takes, where the side clauses begin.

A shallow reading without a tagger. It knows the shapes that Section E is written in: “By …, I will …”, “Tom will be able
to …”, “To be able to …”, “For Tom to …”, “put hand up”, “Joining a club”, “Improved attendance”.
"""

from dataclasses import dataclass
from enum import StrEnum

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.furniture import after_label
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.verb_chain import Chain, follow_chain


class Form(StrEnum):
    """The shape of a main clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    BARE = "bare"
    GERUND = "gerund"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Clause:
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


_SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
_LONGEST_SUBJECT = 14


def find_clause(reading: Reading) -> None:
    """Note the main clause in facts["clause"]; None where the text has no word."""
    first, last = reading.facts.get("core", (0, len(reading.words)))
    reading.facts["clause"] = None
    chosen: Clause | None = None
    preface: Clause | None = None
    while first < last:
        end = _sentence_end(reading, first, last)
        first = after_label(reading, first, end)
        if first < end and any(word[:1].isalnum() for word in reading.words[first:end]):
            clause = read_clause(reading, first, end)
            if _is_preface(reading, clause):
                preface = preface or clause
            elif chosen is None or (chosen.form is Form.NOUN and clause.modal >= 0):
                chosen = clause
                if clause.form is not Form.NOUN:
                    break
        first = max(end, first) + (1 if end < last and reading.words[end] in _SENTENCE_ENDS else 0)
    reading.facts["clause"] = chosen or preface


def _is_preface(reading: Reading, clause: Clause) -> bool:
    """Tell what only leads up to the outcome: the child's words in quotation marks, the present level, a date alone."""
    words = reading.words
    sentence = words[clause.first : clause.last]
    says = clause.form is Form.FINITE and clause.lemma in ("say", "tell") and not known_modal(words, clause)
    if says or lexicon().words["present"] & set(sentence):
        return True
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    return any(f.start <= start and end <= f.end + 1 for f in reading.found.get("deadline", ()))


def known_modal(words: list[str], clause: Clause) -> bool:
    """Tell whether a modal leads to the head (“will say”), so that it is no report of what was said (“says”)."""
    return clause.modal >= 0 and words[clause.modal] in lexicon().words["modals"]


def read_clause(reading: Reading, first: int, last: int) -> Clause:
    """Return the main clause of the sentence from word `first` up to, not with, `last`."""
    words, known = reading.words, lexicon()
    start = _after_leading(reading, first, last, known)
    if start >= last:
        start = first
    word = words[start]
    nxt = words[start + 1] if start + 1 < last else ""
    if word == "to" and nxt and nxt not in ("the", "my", "his", "her", "their", "a", "an"):
        return _clause(reading, Form.INFINITIVE, first, last, (start, start), -1, follow_chain(reading, start + 1, last, known))
    if word == "for" and "to" in words[start + 1 : min(start + 9, last)]:
        to = words.index("to", start + 1)
        return _clause(reading, Form.INFINITIVE, first, last, (start + 1, to), -1, follow_chain(reading, to + 1, last, known))
    modal = _find_modal(reading, start, last, known)
    finite = _finite_verb(reading, start, last, known) if modal is not None else None
    if finite is not None and modal is not None and finite < modal:
        modal = None
    if modal is not None:
        subject = _subject_before(reading, start, modal, known)
        return _clause(reading, Form.FINITE, first, last, subject, modal, follow_chain(reading, modal + 1, last, known))
    return _without_modal(reading, first, start, last, known)


def _without_modal(reading: Reading, first: int, start: int, last: int, known: Lexicon) -> Clause:
    words = reading.words
    verb = start
    while verb < last - 1 and (words[verb] in ("not", "always", "also", "be") and words[verb] != "be"):
        verb += 1
    word = words[verb]
    lemma = known.forms.get(word)
    finite = _finite_verb(reading, start, last, known)
    opens_finite = lemma is not None and word == _third_person(lemma) and word != lemma and not _is_plural(words, start, start, known)
    to = _named_to(reading, start, last, known) if finite is None and not opens_finite else None
    if to is not None:
        return _clause(reading, Form.FINITE, first, last, (start, to), to, follow_chain(reading, to + 1, last, known))
    if finite is None:
        finite = _copula(words, start, last, known)
    if finite is not None and finite > start:
        return _clause(reading, Form.FINITE, first, last, (start, finite), finite - 1, follow_chain(reading, finite, last, known))
    if lemma is not None and not _is_name_like(reading, verb, known):
        if word.endswith("ing"):
            if _gerund_is_act(words, verb, last, known):
                return _clause(reading, Form.GERUND, first, last, (start, start), -1, follow_chain(reading, verb, last, known))
        elif word == lemma or word == "be" or word == "have":
            if not _noun_reading(words, verb, last, known):
                return _clause(reading, Form.BARE, first, last, (start, start), -1, follow_chain(reading, verb, last, known))
        elif word == _third_person(lemma) or word in known.words["finite"]:
            return _clause(reading, Form.FINITE, first, last, (start, start), -1, follow_chain(reading, verb, last, known))
    elif verb + 1 < last and (unknown := _unknown_verb(reading, verb, words[verb + 1])) is not None:
        form = Form.BARE if unknown == word else Form.FINITE
        return _clause(reading, form, first, last, (start, start), -1, Chain(verb, verb + 1, unknown, frozenset(), False))
    empty = Chain(start, start, "", frozenset(), False)
    return _clause(reading, Form.NOUN, first, last, (start, start), -1, empty)


def _unknown_verb(reading: Reading, i: int, nxt: str) -> str | None:
    """Return the base of a first word that no list knows but that its neighbour makes a verb: “Wheel herself”, “chips in”."""
    word, known = reading.words[i], lexicon().words
    if nxt in known["reflexives"] or nxt in known["possessives"] or (nxt in ("a", "an", "the") and word.isalpha()):
        return word[:-1] if word.endswith("s") else word
    if word.endswith("s") and not _is_capital(reading, i) and nxt in known["particles"]:
        return word[:-1]
    return None


def _clause(
    reading: Reading, form: Form, first: int, last: int, subject: tuple[int, int], modal: int, chain: Chain
) -> Clause:
    stops = lexicon().words["stops"]
    words = reading.words
    object_last = min(chain.last, last)
    while object_last < last and words[object_last] not in stops:
        object_last += 1
    return Clause(
        form, first, last, subject[0], subject[1], modal, chain.head, chain.last, chain.lemma, object_last, chain.through, chain.passive
    )


def _sentence_end(reading: Reading, first: int, last: int) -> int:
    """Return the index of the mark that ends the sentence, or of the next line's first word, or `last`."""
    words = reading.words
    for i in range(first, last):
        if i > first and i in reading.lines and words[i - 1] != ":" and words[i][:1] not in "-•*·o" and i - first > 1 and not _wraps(reading, i):
            return i
        if words[i] in _SENTENCE_ENDS:
            return i
    return last


def _wraps(reading: Reading, i: int) -> bool:
    """Tell whether a new line goes on with the sentence: it begins small."""
    return reading.text[reading.starts[i]].islower()


def _after_leading(reading: Reading, first: int, last: int, known: Lexicon) -> int:
    """Return the first word behind the time phrases and conditions that open the sentence."""
    words = reading.words
    ends = {found.start: found.end for found in reading.found.get("deadline", ())}
    start = first
    for _ in range(6):
        while start < last and words[start] in (",", "-", ":", "and", "then"):
            start += 1
        if start >= last:
            return first
        end = ends.get(reading.starts[start])
        if end is not None:
            while start < last and reading.starts[start] < end:
                start += 1
            continue
        if words[start] not in known.words["leading"] or (start + 1 < last and words[start + 1] == "-"):
            return start
        if words[start] == "for" and "to" in words[start + 1 : min(start + 9, last)]:
            return start
        behind = _after_marker(reading, start, last, known)
        if behind is None:
            return start
        start = behind
    return start


def _after_marker(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    """Return where the clause that a leading marker opens ends: at a comma, or where the subject of the next begins."""
    words = reading.words
    for j in range(start + 1, last):
        if words[j] == "," and j + 1 < last:
            return j + 1
        if words[j] in known.words["modals"] and j > start + 1:
            subject = _nearest_subject(reading, start + 1, j, known)
            if subject is not None:
                return subject
    return None


def _nearest_subject(reading: Reading, start: int, modal: int, known: Lexicon) -> int | None:
    """Return where the name, pronoun or “my …” right before a modal begins, if it does so behind `start`."""
    words = reading.words
    k = modal - 1
    while k > start and (words[k] in known.words["adverbs"] or words[k].endswith("ly")):
        k -= 1
    if words[k] in known.words["subjects"]:
        return k
    for j in range(k, max(start, k - 5), -1):
        if words[j] in ("my", "his", "her", "their", "our", "the", "all", "everyone"):
            return j
    if not (_is_capital(reading, k) or words[k] in known.words["child"] or words[k] in known.words["service"]):
        return None
    while k - 1 > start and (_is_capital(reading, k - 1) or words[k - 1] in ("young", "and")):
        k -= 1
    return k if k > start else None


def _find_modal(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    words, modals = reading.words, known.words["modals"]
    relative = False
    for j in range(start, min(last, start + _LONGEST_SUBJECT + 8)):
        word = words[j]
        if word in modals or (word in ("ca", "wo") and j + 1 < last and words[j + 1] == "n't"):
            if j > start or (word != "may" and words[j + 1 : j + 2] != ["will"]):
                return j
        elif word in ("who", "that", "which") and j > start:
            relative = True
        elif word in known.words["halts"] and j > start and not relative:
            return None
        elif word in (",", ":") and j > start and not relative and not _list_like(words, start, j):
            return None
    return None


def _list_like(words: list[str], start: int, comma: int) -> bool:
    return comma - start <= 4


def _subject_before(reading: Reading, start: int, modal: int, known: Lexicon) -> tuple[int, int]:
    """Return the subject that ends at a modal: the whole stretch from `start`, or the last name or pronoun in it."""
    words = reading.words
    last = modal
    while last > start and (words[last - 1] in known.words["adverbs"] or words[last - 1].endswith("ly")):
        last -= 1
    if last <= start:
        return start, modal
    k = last - 1
    if words[k] in known.words["subjects"]:
        return k, last
    if last - start <= 4 or words[start] in ("my", "our", "the", "his", "her", "their", "all", "everyone", "everybody", "a", "an"):
        return start, last
    while k > start and (_is_capital(reading, k - 1) or words[k - 1] in ("'s", "and", "the", "young", "my", "our")):
        k -= 1
    return k, last


def _finite_verb(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    """Return the finite verb behind a subject that can be told for one: a pronoun, a child noun, a name, “my …”."""
    words = reading.words
    word = words[start]
    if word in known.words["subjects"]:
        j = start + 1
        while j < last - 1 and (words[j] in ("also", "always", "often", "usually", "still", "do", "n't", "not", "now") or words[j].endswith("ly")):
            j += 1
        return j if j < last else None
    child = known.words["child"]
    here = start + (1 if word in ("the", "a", "my", "our", "his", "her", "their", "each", "every", "all") else 0)
    stop = min(last, start + 10)
    serving = words[here : here + 1] != [] and words[here] in known.words["service"] and "who" in words[here : here + 4]
    if here < last and (serving or words[here] in child or " ".join(words[here : here + 2]) in child or _is_name_like(reading, here, known) or here > start):
        for j in range(here + 1, stop):
            lemma = known.forms.get(words[j])
            if (words[j] in known.words["halts"] and words[j] not in ("who", "that", "which")) or words[j] in known.words["parts"]:
                return None
            if words[j] in known.words["finite"] and words[j] not in ("'s",):
                return j
            if words[j] in ("who", "that"):
                return _behind_relative(words, j, last, known)
            plural = _is_plural(words, here, j, known) and not (words[here] in child and j == here + 1 and j + 1 < last and words[j + 1] not in known.words["stops"])
            if lemma is not None and words[j] == _third_person(lemma) and lemma != words[j] and not plural:
                return j if j + 1 < last or words[here] not in child or words[here].endswith("person") else None
            if words[j] == "'s" and j + 1 < last and (words[j + 1].endswith("ing") and words[j + 2 : j + 3] not in (["age"], ["skills"], ["level"]) or words[j + 1] in ("able", "a")):
                return j
            if lemma is not None and words[j] == lemma and words[j - 1].endswith("s") and any(words[j - 1] in known.words[kind] for kind in ("child", "service", "family")):
                return j
            if lemma is None and j == here + 1 and words[here] in child and words[j].endswith("s") and j + 1 < last and not _is_plural(words, here, j, known):
                return j
    return None


def _named_to(reading: Reading, start: int, last: int, known: Lexicon) -> int | None:
    """Return the “to” of “EP to visit”, “Visual timetable to be used”: who or what, then what is to be done."""
    words = reading.words
    for j in range(start + 1, min(last - 1, start + 9)):
        if words[j] == "to":
            verb = words[j + 1]
            if words[j - 1] in known.words["lead_to"] or known.forms.get(words[j - 1], words[j - 1]) != words[j - 1] or not (verb == "be" or known.forms.get(verb) == verb):
                return None
            return j if not (known.forms.get(words[start]) == words[start] and not _is_capital(reading, start)) else None
        if words[j] in known.words["halts"] or words[j] in (":", ";") or words[j] in known.words["modals"]:
            return None
    return None


def _copula(words: list[str], start: int, last: int, known: Lexicon) -> int | None:
    """Return an “is” or “are” that makes a sentence of any subject: “Progress against this target is to be checked”."""
    for j in range(start + 1, min(last, start + 10)):
        if words[j] in ("is", "are", "has", "have") and words[j - 1] != "to":
            return j
        if words[j] in known.words["halts"] or words[j] in (",", ":", "(", "to"):
            return None
    return None


def _is_plural(words: list[str], here: int, j: int, known: Lexicon) -> bool:
    """Tell whether a word in -s is a plural noun and no verb: “Movement breaks”, “Speech sessions”."""
    return words[j] in known.words["plurals"] or any(words[j] in known.nouns[kind] for kind in ("service", "activity", "resource", "chance", "output"))


def _behind_relative(words: list[str], j: int, last: int, known: Lexicon) -> int | None:
    """Return the verb behind a clause that describes the subject: “Everyone who looks after me knows …”."""
    verbs = [k for k in range(j + 1, min(last, j + 14)) if known.forms.get(words[k]) is not None and not words[k].endswith("ing")]
    return verbs[1] if len(verbs) > 1 else None


def _gerund_is_act(words: list[str], i: int, last: int, known: Lexicon) -> bool:
    """Tell “Joining an evening class” from “Reading skills” and “horse riding”."""
    nxt = words[i + 1] if i + 1 < last else ""
    return nxt not in ("skills", "skill", "age", "ages", "group", "lessons", "programme", "support", "needs", "targets", "levels", "-")


def _noun_reading(words: list[str], i: int, last: int, known: Lexicon) -> bool:
    """Tell “Support from a TA”, “Use of a laptop”, “Access to mentoring” from “Use a laptop”."""
    nxt = words[i + 1] if i + 1 < last else ""
    if nxt in ("of", "will", "is", "are", "available") or (nxt in ("from", "for") and words[i] in known.words["also_nouns"]):
        return words[i] not in known.words["never_nouns"]
    if words[i] in known.words["adjectives"] and nxt and nxt not in known.words["determiners"]:
        return True
    if nxt == "to":
        return words[i] in ("access", "exposure", "support", "visit", "visits", "time", "help", "referral")
    if nxt in known.nouns["staff"] and words[i] not in known.words["to_people"]:
        return True
    if nxt == "with" and words[i] in ("support", "help"):
        return True
    return words[i] in known.words["also_nouns"] and any(nxt in known.nouns[kind] for kind in ("service", "activity", "resource", "staff", "chance"))


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    return verb + "s"


def _is_capital(reading: Reading, i: int) -> bool:
    return reading.text[reading.starts[i]].isupper()


def _is_name_like(reading: Reading, i: int, known: Lexicon) -> bool:
    """Tell whether a word looks like a name: a capital, and no word that the lexicon knows; or a child's initials."""
    word = reading.words[i]
    if not _is_capital(reading, i) or not word[:1].isalpha():
        return False
    if word in known.forms or word in known.words["leading"] or word in known.words["service"] or word in known.words["stops"] or word in known.words["modals"]:
        return False
    return not any(word in nouns for nouns in known.nouns.values()) and word not in known.words["adverbs"]
