"""What others will provide or do, told from what changes for the child: who acts and who receives.

Finds "provision" (kinds: service, activity, output, resource, chance), "task", "mixed-provision" and "aspiration". The four
kinds are Bradford's and Islington's; conditions (“using my visual timetable”) are no provision (guide to the labels).
"""

from send_outcomes.language.judgements.noun_provision import noun_phrase, regular, tells_change
from send_outcomes.language.judgements.nouns import kind_at, kind_within, served_by
from send_outcomes.language.judgements.passives import done_by_child, done_for
from send_outcomes.language.judgements.receiving import Given, and_receives, object_end, receives
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.side_clauses import without_purpose

_NO_NEED = frozenset({"not", "n't", "never"})
_TOLD = frozenset({"that", "fewer", "less", "more", "better"})  # begin what somebody reports of the child
_AT_MOST = frozenset({"fewer", "less", "only"})
_CHILD = frozenset({"i", "me", "my", "he", "him", "his", "she", "her", "they", "them", "their"})


def find_provision(reading: Reading) -> None:
    """Add what the main clause provides, sets as a task, or merely hopes for."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None:
        return
    known = lexicon()
    given = _judge(reading, clause, reading.facts.get("actor", "none"), known)
    if given is not None:
        mixed = given.name == "provision" and _brings_change(reading.words, given.last, clause.last, known)
        reading.add("mixed-provision" if mixed else given.name, given.first, max(given.last, given.first + 1), given.kind)
    elif _is_hope(reading, clause, known):
        start = clause.subject_first if clause.subject_last > clause.subject_first else clause.head
        reading.add("aspiration", start, max(clause.head, clause.subject_last, start + 1))


def _judge(reading: Reading, clause: Clause, actor: str, known: Lexicon) -> Given | None:
    """Return what the clause provides or sets as a task; None where it does neither."""
    if clause.form is Form.NOUN:
        clause = without_purpose(reading, clause)
        words, first = reading.words, clause.first
        if words[1:2] == [":"] and words[0] in known.words["labels_of_provision"] and first == 2:
            return Given("provision", "resource", first, max(first + 1, clause.object_last))
        if tells_change(reading.words, clause, known):
            return None
        return noun_phrase(reading.words, clause, known) or regular(reading, clause, known)
    if reading.words[clause.subject_first : clause.subject_last] == ["there"]:
        return _there_is(reading.words, clause, known)
    arranges = clause.lemma in known.words["arrangers"] and clause.modal >= 0 and reading.words[clause.modal] == "to"
    if clause.passive and done_by_child(reading, clause, known):
        return None
    at_home = actor == "family" or not known.words["carers"].isdisjoint(
        reading.words[clause.subject_last - 1 : clause.subject_last]
    )
    if at_home and "able" in reading.words[clause.subject_last : clause.head]:
        return None  # “his parents will feel able to take him out”: what they gain
    can = clause.modal >= 0 and reading.words[clause.modal] == "can" and clause.lemma in known.words["family_life"]
    if at_home and can and not kind_within(reading.words, clause.head_last, min(clause.head_last + 4, clause.last), known):
        return None  # “Mum can go back to work”
    if at_home and clause.lemma in known.words["family_states"] and not _is_given(reading.words, clause, known):
        return None
    if actor == "family" and "hope" in clause.through:
        return receives(reading, clause, known)  # “Mum would like him to have treatment”
    if actor in ("service", "family") or (arranges and actor == "name"):
        return _others_act(reading.words, clause, actor, known)
    if clause.passive:
        return done_for(reading, clause, actor, known)
    if clause.form is Form.GERUND and served_by(reading.words, clause.head_last, clause.last, known):
        return Given("provision", "service", clause.head, object_end(clause))  # “Modelling of language by adults”
    asked = clause.form is Form.BARE and clause.lemma in known.words["asked_of_adults"]
    if asked and reading.words[clause.head_last : clause.head_last + 1] == ["me"]:
        return Given("task", "service", clause.head, clause.head_last + 1)  # “Give me information in pictures”
    if actor == "none" and clause.form is not Form.FINITE:
        adults = _adults_act(reading, clause, known)
        if adults is not None:
            return adults
    return (
        _is_there(reading.words, clause, known)
        or _is_for_use(reading.words, clause, known)
        or _makes_possible(reading.words, clause, known)
        or _others_for_child(reading.words, clause)
        or receives(reading, clause, known)
        or and_receives(reading, clause, known)
    )


def _is_given(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “my parents will have respite”, “someone to talk to” from “have less stress”."""
    behind = words[clause.head_last : clause.last]
    return (
        bool(kind_within(words, clause.head_last, max(clause.object_last, clause.head_last), known))
        or not known.words["chances"].isdisjoint(behind)
        or ("to" in behind and "listened" not in behind)
    )


def _makes_possible(words: list[str], clause: Clause, known: Lexicon) -> Given | None:
    """“A direct payment will let me pay …”: the subject is given, and what it is for follows."""
    if clause.lemma not in known.words["enabling"] or clause.subject_last <= clause.subject_first or clause.passive:
        return None
    if words[clause.head_last : clause.head_last + 1] not in (["me"], ["him"], ["her"], ["them"]):
        return None
    kind = kind_at(words, clause.subject_last - 1, clause.subject_first, known)
    return Given("provision", kind, clause.subject_first, clause.subject_last) if kind else None


def _is_there(words: list[str], clause: Clause, known: Lexicon) -> Given | None:
    """“Visual supports will be in place”: a thing that somebody has to put there."""
    if clause.lemma != "be" or clause.subject_last <= clause.subject_first:
        return None
    if not known.words["there"] & set(words[clause.head_last : clause.head_last + 2]):
        return None
    kind = kind_at(words, clause.subject_last - 1, clause.subject_first, known)
    return Given("provision", kind, clause.subject_first, clause.subject_last) if kind else None


def _is_for_use(words: list[str], clause: Clause, known: Lexicon) -> Given | None:
    """“A pass to leave class early”, “a key person to greet her”: a thing or a helper, and what it is for."""
    if clause.modal < 0 or words[clause.modal] != "to" or clause.subject_last <= clause.subject_first:
        return None
    if clause.lemma in known.words["changing"]:
        return None  # “pincer grip to improve”
    first, last = clause.subject_first, clause.subject_last
    if "for" in words[first + 1 : last]:
        last = words.index("for", first + 1)  # “A quiet room for Lil to work in”
    acts = known.forms.get(words[first], words[first]) != words[first]
    kind = None if acts else kind_at(words, last - 1, first, known)
    return Given("provision", kind, first, last) if kind else None


def _others_for_child(words: list[str], clause: Clause) -> Given | None:
    """“They'll put a club on for him”: “they” who do something for him or her are other people."""
    if words[clause.subject_first : clause.subject_last] != ["they"]:
        return None
    for i in range(clause.head_last, clause.last):
        if words[i] == "him" or (words[i] == "her" and words[i - 1] in ("for", "with", "to") and i + 1 >= clause.last):
            return Given("provision", "service", clause.head, i + 1)
    return None


def _there_is(words: list[str], clause: Clause, known: Lexicon) -> Given | None:
    """“There will be someone I can talk to”: laid on by others, unless it counts what there is less or more of."""
    behind = words[clause.head_last : clause.last]
    counted = known.words["fewer_or_more"] & set(behind[:3])
    if not behind or behind[0] in ("no", "fewer", "less") or counted:
        return None
    return Given("provision", "service", clause.subject_first, object_end(clause))


def _others_act(words: list[str], clause: Clause, actor: str, known: Lexicon) -> Given | None:
    """A sentence about staff or family: a service or a task, unless they only understand the child or things grow better."""
    behind = words[clause.head_last : clause.head_last + 3]
    sees_act = (
        clause.lemma in ("see", "notice")
        and behind[1:2] != []
        and (
            behind[1] == "'s"
            or (clause.lemma == "notice" and behind[0] == "that")
            or (known.forms.get(behind[1]) == behind[1] and behind[0] != "the")
        )
    )  # “will see Tom use …”, “will see Kit's hand up”, “will notice that …”
    tells = (
        clause.lemma in known.words["reporting"] and behind[:1] != [] and behind[0] in _TOLD
    )  # “Parents report that he is sleeping better”
    before = words[clause.subject_last : clause.head + 2]
    no_more = "longer" in before or ("need" in before and not _NO_NEED.isdisjoint(before))  # “won't need to remind me”
    bound = words[max(clause.first, clause.subject_first - 4) : clause.subject_last]
    at_most = not _AT_MOST.isdisjoint(bound) or bound[:2] == ["no", "more"]  # “no more than one adult will be needed”
    no_more = no_more or (clause.lemma == "need" and at_most)
    whole = words[clause.head_last : clause.last]
    handed = "from" in whole and not _CHILD.isdisjoint(words[clause.head_last + whole.index("from") + 1 :][:1])
    if "hope" in clause.through or known.is_verb(clause.lemma, "hope") or sees_act or tells or no_more or handed:
        return None
    if clause.lemma == "understand" and not (_CHILD.isdisjoint(behind) and known.words["saying"].isdisjoint(whole)):
        return None
    if clause.lemma in known.words["taken_in"] and not known.words["said_or_written"].isdisjoint(behind):
        return None  # “his teacher can read his handwriting”
    things = words[clause.subject_first] in known.words["no_doers"]
    if things and not clause.passive and clause.lemma in known.words["fare"]:
        return None
    task = actor == "family" or (not clause.passive and not known.is_verb(clause.lemma, "staff"))
    return Given("task" if task else "provision", "service", clause.subject_first, max(clause.head_last, clause.subject_last))


def _adults_act(reading: Reading, clause: Clause, known: Lexicon) -> Given | None:
    """“To provide …”, “Ensure that …”, “To support Tom to …”, “Refer to CAMHS”: an adult's act without its subject."""
    words, lemma = reading.words, clause.lemma
    behind = words[clause.head_last : clause.last]
    if lemma == "consider" and kind_within(behind, 0, min(len(behind), 5), known):
        return Given("task", "service", clause.head, object_end(clause))
    if {"able", "skills"} & clause.through or (lemma == "train" and behind[:1] == ["as"]):
        return None  # “Training as a lifeguard”
    worn = lemma == "keep" and not {"on", "in"}.isdisjoint(behind[1:4])  # “keep splints on for four hours”
    goes_on = clause.form is not Form.GERUND and lemma in known.words["goes_on_giving"] and not worn
    if goes_on and kind_within(behind, 0, min(len(behind), 5), known) == "service":
        return Given("provision", "service", clause.head, object_end(clause))  # “Continue with the current support”
    if clause.form is Form.BARE and _draws_up(behind, known):
        return Given("provision", "output", clause.head, object_end(clause))
    if not known.is_verb(lemma, "staff"):
        return None
    if lemma in known.words["adults_only"]:
        return Given("task" if lemma in known.words["tasks"] else "provision", "service", clause.head, object_end(clause))
    itself = not known.words["reflexives"].isdisjoint(behind[:1])  # “introduce himself to a new class”
    if lemma in known.words["give_provision"] and not itself and kind_within(behind, 0, min(len(behind), 5), known):
        return Given("provision", "service", clause.head, object_end(clause))
    if clause.form is Form.BARE and _acts_on_child(behind, known):
        return Given("provision", "service", clause.head, clause.head_last + 1)  # “Praise her when she tries”
    if behind and not {"to", "with"}.isdisjoint(behind[:5]) and _is_child(reading, clause.head_last, known):
        return Given("provision", "service", clause.head, object_end(clause))
    return None


def _acts_on_child(behind: list[str], known: Lexicon) -> bool:
    """Tell “Praise her when …”, “Model the sentence back to him” from “Help her mum”: him or her, and no noun behind."""
    for i, word in enumerate(behind):
        if word in ("him", "them") or (word == "her" and (i + 1 == len(behind) or behind[i + 1] in known.words["stops"])):
            return i == 0 or behind[i - 1] in ("to", "for", "on")
    return False


def _draws_up(behind: list[str], known: Lexicon) -> bool:
    """Tell “Develop a behaviour support plan” from “write my own plan for the week”: a paper that adults keep."""
    if not known.words["possessives"].isdisjoint(behind[:2]):
        return False
    return any(" ".join(behind[i : i + n]) in known.nouns["output"] for n in (2, 3) for i in range(min(len(behind) - 1, 4)))


def _is_child(reading: Reading, i: int, known: Lexicon) -> bool:
    word, behind = reading.words[i], reading.words[i + 1 : i + 2]
    if word == "her" and not known.words["family"].isdisjoint(behind):
        return False  # “Help her mum to cook”
    return word in ("him", "her", "them") or word in known.words["child"] or reading.text[reading.starts[i]].isupper()


def _brings_change(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell whether a provision also names what the child will do: “… group, demonstrating …”, “… so that I can …”."""
    for i in range(first, last - 1):
        if words[i] in known.words["results"] and words[i - 1] in (",", "and"):
            return True
        if words[i] == "so" and {"can", "will", "able"} & set(words[i + 1 : i + 5]):
            return True
    return False


def _is_hope(reading: Reading, clause: Clause, known: Lexicon) -> bool:
    """Tell “wants to”, “would like to”, “her dream is”, and what parents wish for."""
    if "hope" in clause.through or known.is_verb(clause.lemma, "hope") or reading.facts.get("subject") == "ours":
        return True
    subject = reading.words[clause.subject_first : clause.subject_last]
    return len(subject) > 1 and not known.words["dreams"].isdisjoint(subject)  # “Hope will …” is a name
