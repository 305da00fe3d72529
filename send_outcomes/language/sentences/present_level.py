"""What may stand before an outcome: how things are, what befalls, what somebody wishes, a vague aim.

Each asks one sentence, read by `clauses`; which of several holds the outcome is for `main_clause` to say.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import lexicon


def tells_of_now(reading: Reading, clause: Clause) -> bool:
    """Tell “Mo is fed by tube at night.”, “Gabe finds break hard.”: no modal, no end, but what is done for him or is hard."""
    if not is_present(reading.words, clause) or is_timed(reading, clause):
        return False
    return clause.passive or not lexicon().words["tells_of_now"].isdisjoint(reading.words[clause.first : clause.last])


def is_present(words: list[str], clause: Clause) -> bool:
    """Tell “Tom reads …” from “Tom will read …”, “Tom to read …” and “Reads …”."""
    named = clause.form is Form.FINITE and clause.subject_last > clause.subject_first
    return named and not (has_modal(words, clause) or words[clause.modal] == "to")


def is_so(reading: Reading, clause: Clause) -> bool:
    """Tell “Arlo has low tone.”, “It is important to Jess that …”: how things are, without a modal and as yet without an end.

    What befalls has its day, and is no outcome: “Year 10 starts in September.”
    """
    if not is_present(reading.words, clause):
        return False
    befalls = not clause.passive and reading.words[clause.head] in lexicon().words["befalls"]
    return befalls or not is_timed(reading, clause)


def only_aims(reading: Reading, clause: Clause) -> bool:
    """Tell “Zac will be happier.”, a vague aim without an end, behind which may stand by what it is to be seen."""
    known = lexicon()
    vague = known.is_verb(clause.lemma, "vague") or known.is_verb(clause.lemma, "state")
    return vague and has_modal(reading.words, clause) and not clause.passive and not is_timed(reading, clause)


def is_wish(clause: Clause) -> bool:
    """Tell “I want to be a chef.”, behind which the outcome itself may stand."""
    return "hope" in clause.through or lexicon().is_verb(clause.lemma, "hope")


def acts_now(words: list[str], clause: Clause) -> bool:
    """Tell “Young person shows …”, which may be the outcome itself, from “Tom is in Year 4.”, “Leon has been late.”"""
    verb, known = words[clause.subject_last], lexicon()
    return verb.endswith("s") and not known.is_verb(known.forms.get(verb, ""), "state")


def is_timed(reading: Reading, clause: Clause) -> bool:
    """Tell whether a sentence names its own end."""
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    return any(start <= f.start < end for f in reading.found.get("deadline", ()))


def has_modal(words: list[str], clause: Clause) -> bool:
    """Tell whether a modal leads to the head (“will say”), so that it is no report of what was said (“says”)."""
    return clause.modal >= 0 and words[clause.modal] in lexicon().words["modals"]
