"""Whether an outcome names one act or skill that can be seen: the head verb decides, with its object and setting.

Finds "vague-verb" (a head that names nothing to be seen) and "no-act" (no act of the child's at all). A vague head is
rescued by a concrete amount right behind it (“increase my attendance to 95%”), a thin one needs an object of its own.
"""

from itertools import takewhile

from send_outcomes.language.judgements.empty_objects import says_nothing
from send_outcomes.language.judgements.nouns import part_of_team
from send_outcomes.language.judgements.passives import done_by_child
from send_outcomes.language.reading import Found, Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon
from send_outcomes.language.sentences.side_clauses import without_purpose
from send_outcomes.language.sentences.verbs_or_nouns import is_capital

_RESCUE = frozenset({"count", "accuracy", "duration", "frequency", "qualification", "instrument", "event"})
_OTHERS = frozenset({"provision", "task", "mixed-provision"})
# Vague heads, and the lists of objects that make them plain.
_PLAIN_WITH = {
    "access": "places_to_enter",
    "control": "controlled",
    "develop": "photographs",
    "engage": "engaged",
    "get on": "boarded",
    "learn": "learnt_by_doing",
    "look after": "looked_after",
    "process": "processed",
    "raise": "raised",
    "sustain": "sustained",
}


def find_acts(reading: Reading) -> None:
    """Add "vague-verb" or "no-act" where the outcome names nothing that could be seen."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None:
        return
    clause = without_purpose(reading, clause)
    found, known = reading.found, lexicon()
    if not _OTHERS.isdisjoint(found):
        start = reading.starts[clause.first]
        found.setdefault("no-act", []).append(Found(start, start, "mixed" if "mixed-provision" in found else "provision"))
        return
    measured = {m.kind for m in found.get("measure", ())} & _RESCUE
    if clause.form is Form.NOUN or not clause.lemma:
        if not measured & {"accuracy", "qualification", "event", "steps"}:
            reading.add("no-act", clause.first, max(min(clause.object_last, clause.last), clause.first + 1), "nothing done")
        return
    kind = _vagueness(reading, clause, known)
    if "aspiration" in found and kind is None:
        # “Wants to be able to stay for the whole of Brownies” names the act.
        able = "able" in reading.words[clause.subject_last : clause.head]
        # What parents wish to see done is an act all the same.
        ours = reading.facts.get("subject") == "ours" or _wished_for_child(reading, clause, known)
        if able or ours or _is_step(reading, clause, measured, known):
            found["hoped-for-act"] = found.pop("aspiration")
        else:
            kind = "state"
    if kind is not None and not (measured and _can_be_rescued(reading, clause, known)):
        reading.add("vague-verb", clause.head, clause.head_last, "hope" if "aspiration" in found else kind)


def _wished_for_child(reading: Reading, clause: Clause, known: Lexicon) -> bool:
    """Tell “Mum would like him to get dressed” from “Parents would like to ask for a budget”."""
    if reading.facts.get("subject") != "family":
        return False
    between = range(clause.subject_last, clause.head)
    lists = known.words
    return any(
        reading.words[i] in lists["others_as_object"] or reading.words[i] in lists["third"] or is_capital(reading, i)
        for i in between
    )


def _is_step(reading: Reading, clause: Clause, measured: frozenset[str] | set[str], known: Lexicon) -> bool:
    """Tell “By May I want to pass my theory test”, a step though it is wished for, from a dream or a wish for some day."""
    found = reading.found
    dreamt = known.words["dreams"] & set(reading.words[clause.subject_first : clause.subject_last])
    return not dreamt and "vague-deadline" not in found and bool(measured or "deadline" in found)


def _can_be_rescued(reading: Reading, clause: Clause, known: Lexicon) -> bool:
    """An amount makes “increase” concrete; nobody sees twenty words being understood, or awareness being had."""
    lists = known.words
    if clause.lemma in lists["in_the_mind"] and not clause.passive:  # “my words will be understood nine times out of ten”
        return clause.lemma == "know" and any(m.kind in ("instrument", "accuracy") for m in reading.found["measure"])
    behind = reading.words[clause.head_last : clause.head_last + 5]
    if clause.lemma == "make" and "progress" in reading.words[clause.head_last : clause.head_last + 7] and "from" not in behind:
        return False  # but “make progress from stage 3 to stage 5”
    if clause.lemma in lists["changing"] and not any(
        _says_how_far(reading, m, lists["how_far"]) for m in reading.found["measure"]
    ):
        return False
    return not (clause.lemma in lists["mental_verbs"] and lists["mental"] & set(behind))


def _says_how_far(reading: Reading, measure: Found, how_far: frozenset[str]) -> bool:
    """Tell “to 95%”, “by ten words” from “his four answers”; a time, a certificate or a test says it by itself."""
    if measure.kind not in ("count", "frequency"):
        return True
    at = reading.starts.index(measure.start)
    return at > 0 and reading.words[at - 1] in how_far


def _vagueness(reading: Reading, clause: Clause, known: Lexicon) -> str | None:
    """Return why the head names nothing that can be seen ("vague", "state"); None where it does."""
    lemma, lists = clause.lemma, known.words
    behind = reading.words[clause.head_last : clause.last]
    if lemma == "build" and behind and (behind[0] in ("a", "an") or behind[0] in known.numbers):
        return "vague" if not lists["grown"].isdisjoint(behind[:5]) else None  # “build a brick wall”
    if is_plain(reading, clause, known) or (lemma in lists["shown_by"] and _by_doing(behind, known)):
        return None
    if lemma in known.verbs["vague"] and lemma != "meet":
        if spelt_out(reading.words, clause, known):
            return None
        return None if lemma in lists["in_the_mind"] and _and_acts(reading.words, clause, known) else "vague"
    if lemma in ("stay", "remain"):
        somewhere = behind[:1] and behind[0] in lists["stays_at"] and behind[1:2] and behind[1] not in lists["stay_in"]
        return None if somewhere or not lists["stays"].isdisjoint(behind[:1]) else "state"
    if lemma == "meet":  # “meet my social worker”, “meet expectations”
        somebody = any(word in lists["family"] or word in known.nouns["staff"] or word == "friends" for word in behind[:4])
        return None if somebody else "vague"
    if (
        clause.passive
        and lemma not in lists["honours"]
        and lemma != "understand"
        and reading.facts.get("subject") in ("name", "pronoun", "child", "none", "first")
    ):
        return "state"
    if lemma in known.verbs["state"]:
        if spelt_out(reading.words, clause, known):
            return None
        belongs = lists["belong"] & set(behind[:4]) and lists["loosely"].isdisjoint(behind[:4])
        punctual = ["on", "time"] in (behind[:2], behind[1:3])
        return (
            None if belongs or punctual or part_of_team(behind, known) or _has_done(reading.words, clause, known) else "state"
        )
    if not behind:
        if "learn" in clause.through:
            return None  # “learning to drive”
        return "vague" if clause.form in (Form.BARE, Form.GERUND) or lemma in lists["thin"] else None
    return "vague" if says_nothing(reading.words, clause, behind, known) else None


def is_plain(reading: Reading, clause: Clause, known: Lexicon) -> bool:
    """Tell where the object, “by heart” or who takes it in makes an act of what else would be vague or a state."""
    lemma, lists, behind = clause.lemma, known.words, reading.words[clause.head_last : clause.last]
    if lemma in _PLAIN_WITH and not lists[_PLAIN_WITH[lemma]].isdisjoint(behind[: clause.object_last - clause.head_last]):
        return True  # “access the art room”, “develop three photos”
    if lemma in lists["knowing"] and "by heart" in " ".join(behind):
        return True  # what is known by heart can be heard
    if lemma in lists["taken_in"] and _is_understood(reading, clause, behind, known):
        return True
    return clause.passive and (_taken_in(behind, lemma, known) or done_by_child(reading, clause, known))


def _by_doing(behind: list[str], known: Lexicon) -> bool:
    """Tell “show interest by turning towards it”: how it is shown can be seen."""
    return any(
        behind[i] == "by" and behind[i + 1].endswith("ing") and known.is_verb(known.forms.get(behind[i + 1], ""), "act")
        for i in range(len(behind) - 1)
    )


def spelt_out(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “manage their own lunch: opening tubs”, “feel safe: he will come in by himself”: what a head comes to, behind a colon."""
    if ":" not in words[clause.head_last : clause.last - 1]:
        return False
    at = words.index(":", clause.head_last) + 1
    told = words[at] in known.words["subjects"] and words[at + 1 : at + 2] == ["will"] and at + 2 < clause.last
    at += 2 if told else 0
    act, _ = known.phrase_at(words, at)
    return (
        (told or words[at].endswith("ing"))
        and not known.is_verb(act, "vague")
        and (known.is_verb(act, "act") or known.is_verb(act, "event"))
    )


def _taken_in(behind: list[str], lemma: str, known: Lexicon) -> bool:
    """Tell “my speech will be understood by people who don't know me”: by whom says what can be seen; “by others” doesn't."""
    by_whom = takewhile(lambda word: word == "who" or word not in known.words["stops"], behind[1:5])
    said = [word for word in by_whom if word not in known.words["anybody"]]
    return lemma in known.words["taken_in"] and behind[:1] == ["by"] and said[:1] not in ([], ["."], [","])


def _is_understood(reading: Reading, clause: Clause, behind: list[str], known: Lexicon) -> bool:
    """Tell “grandparents can understand what he says”: the same, said of those who take it in."""
    who = reading.words[clause.subject_last - 1] if clause.subject_last > clause.subject_first else ""
    others = reading.facts.get("subject") in ("family", "service") or who in known.words["family"]
    return (
        others and who not in known.words["anybody"] and behind[:1] == ["what"] and not known.words["saying"].isdisjoint(behind)
    )


def _and_acts(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “understand and follow an instruction”: knowing and doing one thing, and the doing can be seen."""
    at = clause.head_last
    if words[at : at + 1] != ["and"] or at + 2 >= clause.last:
        return False
    lemma, count = known.phrase_at(words, at + 1)
    seen = (lemma in known.verbs["act"] or lemma in known.verbs["event"]) and lemma not in known.verbs["vague"]
    behind = at + 1 + count
    return seen and not says_nothing(words, clause._replace(lemma=lemma, head_last=behind), words[behind : clause.last], known)


def _is_done(word: str, known: Lexicon) -> bool:
    return word == "cut" or (word.endswith(("ed", "en")) and known.forms.get(word, word) != word)


def _has_done(words: list[str], clause: Clause, known: Lexicon) -> bool:
    """Tell “have my hair washed”, “have bag packed the night before”: something is done, and that can be seen."""
    if clause.lemma != "have":
        return False
    return any(
        _is_done(words[i], known)
        and words[i] not in known.words["adjectival"]
        and words[i] not in known.words["called_for"]
        and words[i - 1] not in known.words["determiners"]
        and words[i - 1] not in known.words["finite"]  # “have a voice and am listened to”
        for i in range(clause.head_last + 1, clause.object_last)
    )
