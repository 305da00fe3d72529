"""Which sentence of an outcome holds it: past the child's words in quotation marks, the present level, a date or an age alone.

Each sentence is read by `clauses`.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form, read_clause
from send_outcomes.language.sentences.furniture import after_label
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.language.sentences.openings import SENTENCE_ENDS, sentence_end
from send_outcomes.language.sentences.present_level import (
    acts_now,
    has_modal,
    is_present,
    is_so,
    is_timed,
    is_wish,
    only_aims,
    tells_of_now,
)

_WHAT = frozenset({"what", "how", "where", "why"})


def find_clause(reading: Reading) -> None:
    """Note the main clause in facts["clause"]; None where the text has no word."""
    first, last = reading.facts.get("core", (0, len(reading.words)))
    first = _labelled(reading.words, first, last)
    reading.facts["clause"] = None
    chosen: Clause | None = None
    preface: Clause | None = None
    begins = first  # where the sentence begins with its label
    while first < last:
        end = sentence_end(reading, first, last)
        first = after_label(reading, first, end)
        label = reading.words[begins:first]
        illustrates = not lexicon().words["illustrating"].isdisjoint(label)  # “For example: …”
        if first < end and not illustrates and any(word[:1].isalnum() for word in reading.words[first:end]):
            clause = read_clause(reading, first, end)
            if _leads_up(reading.words, first, end, label) or _is_preface(reading, clause):
                preface = preface or clause
            elif chosen is None or _takes_over(reading, clause, chosen):
                chosen = clause
                if _is_told(reading, clause):
                    break
        begins = first = max(end, first) + (1 if end < last and reading.words[end] in SENTENCE_ENDS else 0)
    reading.facts["clause"] = chosen or preface


def _leads_up(words: list[str], first: int, end: int, label: list[str]) -> bool:
    """Tell by its label or as a question what leads up to the outcome: “Aspiration: …”, “What will success look like? …”"""
    asks = words[first] in _WHAT and words[end : end + 1] == ["?"] and end + 1 < len(words)
    return asks or not lexicon().words["labels_before_outcome"].isdisjoint(label) or {"long", "aim"}.issubset(label)


def _is_told(reading: Reading, clause: Clause) -> bool:
    """Tell whether a sentence is the outcome, whatever follows: no heading, no present level, no wish, no vague aim alone."""
    told = clause.form is not Form.NOUN and reading.words[clause.modal] != "can" and not is_wish(clause)
    return told and not (tells_of_now(reading, clause) or is_so(reading, clause) or only_aims(reading, clause))


def _takes_over(reading: Reading, clause: Clause, chosen: Clause) -> bool:
    if reading.words[clause.first] in _WHAT:
        return False  # “What will help: …”
    return _can_now(reading, clause, chosen) or _follows_title(reading, clause, chosen) or _goes_beyond(reading, clause, chosen)


def _labelled(words: list[str], first: int, last: int) -> int:
    """Return where the outcome is called one behind something else: “Zac can count to 5. Target: …”; else `first`."""
    labels = lexicon().words["outcome_labels"]
    if ":" not in words[first:last] or not labels.isdisjoint(words[:first]):
        return first
    for i in range(first + 1, last - 1):
        if words[i + 1] == ":" and words[i] in labels and words[i - 1] in SENTENCE_ENDS:
            return i
    return first


def _is_preface(reading: Reading, clause: Clause) -> bool:
    """Tell what only leads up to the outcome: the child's words in quotation marks, the present level, a date alone."""
    words = reading.words
    sentence = words[clause.first : clause.last]
    reports = clause.lemma in ("say", "tell") and words[clause.head - 1] != "to"  # not “I want him to tell me …”
    says = clause.form is Form.FINITE and reports and not has_modal(words, clause)
    now = is_present(words, clause) and not lexicon().words["present"].isdisjoint(sentence)  # not “… to 20 words (currently 5)”
    if says or now or _tells_age(words, clause):
        return True
    start, end = reading.starts[clause.first], reading.ends[clause.last - 1]
    if any(f.start <= start and end <= f.end + 1 for f in reading.found.get("deadline", ())):
        return True
    return any(f.start <= start < f.end and _names_who(reading.text[f.end : end]) for f in reading.found.get("quotation", ()))


def _tells_age(words: list[str], clause: Clause) -> bool:
    """Tell “Rhys is 15.”, “Rhys turns 16 in May.” from “Rhys is 10 minutes early”."""
    behind = words[clause.head_last : clause.head_last + 2]
    told = clause.lemma in ("be", "turn") and not has_modal(words, clause) and behind[:1] != [] and behind[0].isdecimal()
    return told and (len(behind) == 1 or behind[1] in ("in", "on", "next", "this", ".", "years", "and", ","))


def _names_who(behind: str) -> bool:
    """Tell “(Dylan)”, “he says”, which say whose words were quoted, from a sentence that goes on."""
    behind = behind.strip(" ,.-–—")
    said = behind.split()
    return (behind.startswith("(") and behind.endswith(")")) or (len(said) in (2, 3) and said[-1] in ("says", "said"))


def _can_now(reading: Reading, clause: Clause, chosen: Clause) -> bool:
    """Tell “He can do this at home. He will do it at school by July.”: what somebody can do, then what he will."""
    words, who = reading.words, clause.subject_first
    able = chosen.modal >= 0 and words[chosen.modal] == "can" and not is_timed(reading, chosen)
    will = clause.modal >= 0 and words[clause.modal] == "will" and clause.subject_last > who
    anybody = words[chosen.subject_last - 1] in lexicon().words["child"]  # “Young person can …” may be the outcome
    return able and will and not anybody and words[who] not in lexicon().words["pointers"]


def _follows_title(reading: Reading, clause: Clause, chosen: Clause) -> bool:
    """Tell the sentence behind a heading, “Communication. Tom will …”, from a remark: “Access to CAMHS. This will help him.”"""
    words, lists = reading.words, lexicon().words
    if chosen.form is not Form.NOUN or clause.modal < 0 or clause.subject_last <= clause.subject_first:
        return chosen.form is Form.NOUN and clause.modal >= 0
    return words[clause.subject_first] not in lists["pointers"] and words[clause.subject_last - 1] not in lists["service"]


def _goes_beyond(reading: Reading, clause: Clause, chosen: Clause) -> bool:
    """Tell “He will move on to …” behind the present level, somebody and a modal, from “The games should involve peers”.

    Behind a wish, and behind what may be the outcome itself, it also needs its own end: “I want to be a chef. By July 2027 I will …”.
    """
    words, lists = reading.words, lexicon().words
    present = is_so(reading, chosen) and chosen.lemma != "have" and not tells_of_now(reading, chosen)
    befalls = words[chosen.head] in lists["befalls"]
    dreams = is_wish(chosen) and not lexicon().is_verb(clause.lemma, "act")  # “I want to be a vet. I will need help.”
    needs_end = dreams or (present and not befalls and acts_now(words, chosen)) or only_aims(reading, chosen)
    if needs_end and not is_timed(reading, clause):
        return False
    stands = is_so(reading, chosen) and not acts_now(words, chosen)  # “He is in Year 4.”
    if clause.form is not Form.FINITE and (stands or tells_of_now(reading, chosen)):
        return True  # “He finds this hard. Access to …”
    if clause.form in (Form.BARE, Form.INFINITIVE) and is_wish(chosen):
        return True  # “He wants to have a job. Walk to the post box and back …”
    wishes = is_wish(clause) and is_so(reading, chosen)
    aims = wishes or (clause.modal >= 0 and words[clause.modal] in ("will", "should", "to"))
    if not aims or clause.form is not Form.FINITE or clause.subject_last <= clause.subject_first:
        return False
    who, head = words[clause.subject_first], words[clause.subject_last - 1]
    helps = is_wish(chosen) and (head in lists["service"] or head in lexicon().nouns["staff"])
    if who in lists["pointers"] or helps:
        return False  # “This will help him when he moves to college.”, “I want to cook. My support worker will help me.”
    if only_aims(reading, chosen):
        return who in lists["subjects"] or who == words[chosen.subject_first]  # not “By July Miss Khan will check.”
    if who in lists["articles"]:
        return any(head in lists[kind] for kind in ("child", "service", "family"))
    return who in ("i", "he", "she", "they", "we") or reading.text[reading.starts[clause.subject_first]].isupper()
