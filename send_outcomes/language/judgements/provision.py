"""What others will provide or do, told from what changes for the child: who acts and who receives.

Finds "provision" (kinds: service, activity, output, resource, chance), "task", "mixed-provision" and "aspiration". The four
kinds are Bradford's and Islington's; conditions (“using my visual timetable”) are no provision (guide to the labels).
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon

_KINDS = ("service", "activity", "resource", "chance", "output")
_RESULT = frozenset({"demonstrating", "showing", "achieving", "managing", "completing", "using"})
_NOT_SERVED = frozenset({"understood", "invited", "accepted", "heard", "liked", "known", "respected", "valued", "recognised", "chosen", "elected", "paid", "employed"})
_HOW_MUCH = frozenset({"hours", "hour", "hrs", "hr", "minutes", "mins", "weekly", "daily", "fortnightly", "termly", "monthly", "session", "sessions", "week", "month", "term", "times", "day", "twice", "once", "minute", "min", "every", "per", "each"})
_PASSIVE_ALWAYS = frozenset({"given", "provided", "offered", "supported", "encouraged", "taught", "assisted", "supervised", "monitored", "assessed", "referred", "allocated", "seen", "reviewed", "enabled", "exposed", "introduced", "helped", "prompted", "reminded", "trained", "mentored", "coached", "guided", "shown", "accompanied", "put"})
_LED = frozenset({"led", "run", "delivered", "supported", "facilitated", "supervised", "overseen", "provided", "taught"})
_JOINING = frozenset({"attend", "take part", "participate", "join in", "join", "be", "work", "engage", "do", "complete", "have", "go", "continue", "access", "use", "spend"})


def find_provision(reading: Reading) -> None:
    """Add what the main clause provides, sets as a task, or merely hopes for."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None:
        return
    known = lexicon()
    subject = reading.facts.get("actor", "none")
    judged = _judge(reading, clause, subject, known)
    if judged is None:
        if _is_hope(reading, clause, subject):
            reading.add("aspiration", *_head_span(clause))
        return
    name, kind, first, last = judged
    if name == "provision" and _brings_change(reading, clause, last):
        name = "mixed-provision"
    reading.add(name, first, max(last, first + 1), kind)


def _judge(reading: Reading, clause: Clause, subject: str, known: Lexicon) -> tuple[str, str, int, int] | None:
    """Return what the clause is (provision or task), its kind, and the words to mark; None where it is neither."""
    if clause.form is Form.NOUN:
        return _noun_phrase(reading, clause, known)
    if reading.words[clause.subject_first : clause.subject_last] == ["there"]:
        return _there_is(reading, clause, known)
    if subject in ("service", "family"):
        return _others_act(reading, clause, subject, known)
    if clause.passive:
        return _passive(reading, clause, subject, known)
    if clause.form in (Form.BARE, Form.INFINITIVE, Form.GERUND) and subject == "none":
        staff = _adult_act(reading, clause, known)
        if staff is not None:
            return staff
    return _receives(reading, clause, subject, known) or _and_receives(reading, clause)


def _there_is(reading: Reading, clause: Clause, known: Lexicon) -> tuple[str, str, int, int] | None:
    """“There will be someone I can talk to”: laid on by others, unless it counts what there is less or more of."""
    behind = reading.words[clause.head_last : clause.last]
    if not behind or behind[0] in ("no", "fewer", "less", "a") and {"reduction", "decrease", "increase", "incidents", "fewer"} & set(behind[:3]):
        return None
    return "provision", "service", clause.subject_first, _object_end(clause)


def _others_act(reading: Reading, clause: Clause, subject: str, known: Lexicon) -> tuple[str, str, int, int] | None:
    last = max(clause.head_last, clause.subject_last)
    if clause.lemma == "understand" and any(w in reading.words[clause.head_last : clause.head_last + 3] for w in ("me", "my", "him", "her", "his")):
        return None
    if clause.lemma in ("be", "stay", "improve", "become", "feel", "get better", "increase") and reading.words[clause.subject_first] in ("work", "plans", "school", "lessons") and not clause.passive:
        return None
    doing = known.is_verb(clause.lemma, "staff") or clause.passive
    kind = "service"
    name = "task" if subject == "family" or (not clause.passive and not doing) else "provision"
    return name, kind, clause.subject_first, last


def _passive(reading: Reading, clause: Clause, subject: str, known: Lexicon) -> tuple[str, str, int, int] | None:
    word = reading.words[clause.head]
    if word in _NOT_SERVED and word != "known":
        return None
    behind = reading.words[clause.head_last : clause.last]
    if "by" in behind[:8] and _served_by(behind[behind.index("by") + 1 :], known):
        return "provision", "service", clause.head, _object_end(clause)
    laid_out = reading.words[clause.subject_first : clause.subject_last]
    laid_out = [*laid_out[-1:], " ".join(laid_out[-2:]), *laid_out[:1]]
    if any(word in known.nouns[kind] for word in laid_out for kind in ("activity", "resource", "service", "output")):
        return "provision", "activity", clause.subject_first, clause.head_last
    if subject == "thing" and word not in ("provided", "given", "offered", "made", "put", "arranged", "monitored", "reviewed", "delivered", "checked", "used", "implemented", "allocated", "available", "funded", "assessed"):
        return None
    if word in _PASSIVE_ALWAYS or word in known.verbs["done_to"]:
        if word in ("included", "allowed", "treated", "dressed", "changed", "placed", "shown", "told", "set", "made", "put", "kept", "considered", "organised", "used", "shared", "reduced", "weighed", "measured", "agreed", "invited") and not {"by", "to", "with", "on", "in"} & set(behind[:3]):
            return None
        if word in ("organised", "considered", "treated", "included", "placed", "dressed", "changed") and subject in ("first", "name", "pronoun", "child", "none") and "by" not in behind[:4]:
            return None
        if word == "known" and "to" not in behind[:1]:
            return None
        return "provision", "service", clause.head, _object_end(clause)
    return None


def _served_by(agent: list[str], known: Lexicon) -> bool:
    """Tell “by a support worker”, “by my SENCo” from “by people who don't know me”."""
    return any(word in known.nouns["staff"] or word in known.words["family"] for word in agent[:4]) or "familiar" in agent[:3]


def _adult_act(reading: Reading, clause: Clause, known: Lexicon) -> tuple[str, str, int, int] | None:
    """“To provide …”, “Ensure that …”, “To support Tom to …”, “Refer to CAMHS”: an adult's act without its subject."""
    words = reading.words
    behind = words[clause.head_last : clause.last]
    if not known.is_verb(clause.lemma, "staff") or "able" in clause.through or "skills" in clause.through:
        return None
    if clause.lemma in ("provide", "ensure", "facilitate", "deliver", "refer", "commission", "signpost", "allocate", "liaise", "offer", "encourage", "enable", "monitor", "supervise", "assess", "review", "prescribe", "expose", "differentiate", "scaffold", "purchase", "fund", "arrange", "liaise", "promote", "pre-teach", "observe", "train", "implement", "put in place", "equip", "upskill"):
        return ("task" if clause.lemma in ("refer", "arrange", "liaise", "assess", "review", "train", "purchase", "monitor") else "provision"), "service", clause.head, _object_end(clause)
    if clause.lemma == "give" and any(word in nouns for word in behind[:5] for nouns in (known.nouns["service"], known.nouns["chance"], known.nouns["resource"])):
        return "provision", "service", clause.head, _object_end(clause)
    if behind and (behind[0] in ("him", "her", "them") or behind[0] in known.words["child"] or _name_at(reading, clause.head_last)) and "to" in behind[:5]:
        return "provision", "service", clause.head, _object_end(clause)
    return None


def _receives(reading: Reading, clause: Clause, subject: str, known: Lexicon) -> tuple[str, str, int, int] | None:
    """“I will have a laptop”, “will receive …”, “attends a weekly group run by …”, “I get chances to …”."""
    words, lemma = reading.words, clause.lemma
    first, last = clause.head_last, clause.last
    behind = words[first:last]
    if known.is_verb(lemma, "receive"):
        kind = _kind_of(words, first, min(last, first + 9), known)
        if lemma == "access":
            return None if kind not in ("service", "activity") or not (_laid_on(words, first, last, known) or kind == "service") else ("provision", kind, clause.head, _object_end(clause))
        return ("provision", kind or "service", clause.head, _object_end(clause)) if kind or lemma in ("require", "need", "benefit") else None
    if lemma == "work" and words[first : first + 1] == ["with"] and (words[first + 1 : first + 2] in (["miss"], ["mrs"], ["mr"], ["ms"]) or any(w in nouns for w in words[first + 1 : first + 4] for nouns in (known.nouns["staff"],))):
        return "provision", "service", clause.head, _object_end(clause)
    if lemma == "get" and words[first : first + 1] in (["picked"], ["taken"], ["collected"], ["dropped"], ["driven"], ["brought"]):
        return "provision", "service", clause.head, first + 1
    if lemma in ("have", "get", "own"):
        return _has(reading, clause, known)
    if lemma in _JOINING and (_laid_on(words, first, last, known) or _for_treatment(words, first, last, known)):
        if lemma == "be" and "part" not in behind[:3] and "in" not in behind[:2]:
            return None
        return "provision", "activity", clause.head, _object_end(clause)
    return None


def _and_receives(reading: Reading, clause: Clause) -> tuple[str, str, int, int] | None:
    """“He'll arrive before the others and be given a task”: the second half is done for the child."""
    words = reading.words
    for i in range(clause.head_last, clause.last - 2):
        if words[i] == "and" and words[i + 1] == "be" and words[i + 2] in ("given", "provided", "offered", "supported"):
            return "provision", "service", i + 1, i + 3
    return None


def _has(reading: Reading, clause: Clause, known: Lexicon) -> tuple[str, str, int, int] | None:
    """Judge “have” and “get” by the noun at the head of what is had."""
    words = reading.words
    first, last = clause.head_last, clause.object_last
    span = words[first:last]
    if words[first : first + 1] == ["to"]:
        return ("provision", "chance", clause.head, first + 1) if clause.lemma == "get" else None
    if "ready" in words[first : first + 7] or "dressed" in words[first : first + 3]:
        return None
    if words[first : first + 1] == ["somewhere"] or (words[first : first + 1] == ["someone"] and {"talk", "help", "trust", "helps"} & set(words[first : first + 6])):
        return "provision", "resource", clause.head, _object_end(clause)
    head = _object_head(words, first, clause.last, known)
    if head < 0:
        return None
    word, pair = words[head], " ".join(words[max(first, head - 1) : head + 1])
    nouns = known.nouns
    if "by" in words[first : clause.last] and _served_by(words[words.index("by", first) + 1 : clause.last], known):
        return "provision", "service", clause.head, _object_end(clause)
    if {"access", "opportunity", "opportunities", "chance", "chances", "choice", "choices"} & set(span):
        return "provision", "chance", clause.head, _object_end(clause)
    if (word in nouns["own"] or pair in nouns["own"]) and not _specifies_service(span, known):
        return None
    if word == "place" and (words[head + 1 : head + 2] == ["on"] or {"college", "university", "sixth"} & set(words[head + 1 : head + 4])):
        return None
    for kind in ("service", "staff", "activity", "resource", "output"):
        if word in nouns[kind] or pair in nouns[kind]:
            if kind in ("activity", "output") and clause.lemma == "get":
                return None
            return "provision", "service" if kind == "staff" else kind, clause.head, _object_end(clause)
    if _specifies_service(span, known):
        return "provision", "service", clause.head, _object_end(clause)
    return None


def _object_head(words: list[str], first: int, last: int, known: Lexicon) -> int:
    """Return the head noun of an object: the last word before a preposition, a comma, “who”, “to” …; -1 where none."""
    stops = known.words["stops"]
    i = first
    while i < last and (words[i] in ("to", "of") and i == first):
        return -1
    while i < last and words[i] not in stops and words[i] not in _OBJECT_ENDS:
        i += 1
    if first < i < last - 1 and words[i] == "of" and words[i - 1] in _COLLECTIVE:
        return _object_head(words, i + 1, last, known)
    return i - 1 if i > first else -1


def _specifies_service(span: list[str], known: Lexicon) -> bool:
    """Tell whether an amount of time or a service stands in the phrase: “10 hours of …”, “weekly … therapy”."""
    nouns = known.nouns
    return any(w in ("hours", "hour", "hrs", "hr", "sessions", "session") for w in span) and any(w in nouns["service"] or w in nouns["staff"] or w in nouns["activity"] for w in span)


def _laid_on(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell an activity laid on for the child (“a weekly 30 minute group run by …”) from life (“a local dance group”)."""
    span = words[first : min(last, first + 22)]
    nouns = known.nouns
    if not any(word in nouns["activity"] or word in nouns["service"] for word in span):
        return False
    for i, word in enumerate(span):
        if word in _LED and i + 1 < len(span) and (span[i + 1] in ("by", "play", "group", "small", "session", "sessions", "activity", "activities", "with") or span[i - 1] in ("-", "adult", "staff")):
            return True
    joined = " ".join(span)
    programmed = any(p in joined for p in ("small group", "social skills group", "nurture", "intervention", "motor group", "adult-led", "adult led", "therapy", "counselling", "mentoring", "1:1", "one to one", "elsa", "sensory circuits", "precision teaching", "programme of", "booster"))
    amount = any(w in ("minute", "minutes", "min", "mins", "hour", "hours") for w in span) and any(w in ("session", "sessions", "group", "programme", "lesson", "slot", "intervention") for w in span)
    return programmed or amount


def _for_treatment(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    span = words[first : min(last, first + 8)]
    return bool({"therapy", "physiotherapy", "counselling", "camhs", "hydrotherapy", "mentoring", "intervention", "interventions"} & set(span))


def _noun_phrase(reading: Reading, clause: Clause, known: Lexicon) -> tuple[str, str, int, int] | None:
    """A noun phrase is provision where its head is a service, a person who serves, an activity, a resource, a chance."""
    words = reading.words
    first, last = clause.first, clause.last
    while first < last and words[first] in ("a", "an", "the", "some", "more", "extra", "additional", "-", "any"):
        first += 1
    if first >= last:
        return None
    if words[first] in known.words["service"] and "who" in words[first + 1 : first + 4]:
        return "provision", "service", first, first + 1
    if words[first] in known.nouns["change"] and not _change_of_provision(words, first, last, known) and words[first] not in ("ongoing",):
        return None
    head = _object_head(words, first, last, known)
    while head + 2 < last and words[head + 1] in ("and", ",", "or") and words[head + 2] not in known.words["stops"]:
        further = _object_head(words, head + 2, last, known)
        if further < 0:
            break
        head = further
    amount = _amount_of_time(words, first, last, known)
    kind = _kind_of(words, first, last if amount else max(head + 1, first + 1), known)
    if kind is None and words[head : head + 1] and head + 1 < last and words[head + 1] in ("of", "for", "from", "to", "with"):
        kind = _kind_of(words, head + 1, min(last, head + 6), known) if words[head] in _CONTAINERS or amount else None
    if kind is None and amount:
        kind = "service"
    if kind is None:
        return None
    return "provision", kind, first, min(last, max(head + 1, first + 1, clause.object_last))


_OBJECT_ENDS = frozenset({"and", "or", "of", "from", "available", "is", "are", "will", "every", "each", "daily", "weekly", "once", "twice", "per", "ready", "regularly", "always"})
_COLLECTIVE = frozenset({"group", "circle", "network", "set", "range", "number", "variety", "team", "couple", "pair"})
_CONTAINERS = frozenset({"plenty", "lots", "range", "variety", "amount", "level", "number", "set", "block", "series", "hour", "hours", "minutes", "half", "week", "sessions", "weeks", "days", "day", "use", "time", "one"})


def _change_of_provision(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell “reduced group sizes” from “reduced anxiety”."""
    span = words[first + 1 : min(last, first + 4)]
    return any(word in known.nouns[kind] for word in span for kind in ("service", "staff", "activity", "resource")) and not any(
        word in known.nouns["change"] for word in span if word not in ("and", "the", "in", "of", "to", "a", "for", "with")
    )


def _amount_of_time(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    return any(w in _HOW_MUCH for w in words[first : min(last, first + 6)]) and any(
        w in known.nouns[kind] for w in words[first:last] for kind in ("service", "staff", "activity")
    )


def _kind_of(words: list[str], first: int, last: int, known: Lexicon) -> str | None:
    """Return the first kind that a word or pair between `first` and `last` names, looking from the head backwards."""
    nouns = known.nouns
    for i in range(last - 1, first - 1, -1):
        pair = " ".join(words[max(first, i - 1) : i + 1])
        for kind in _KINDS:
            if words[i] in nouns[kind] or pair in nouns[kind]:
                return kind
        if words[i] in nouns["staff"] or pair in nouns["staff"]:
            return "service"
    return None


def _brings_change(reading: Reading, clause: Clause, behind: int) -> bool:
    """Tell whether a provision also names what the child will do: “… group, demonstrating …”, “… so that I can …”."""
    words = reading.words
    for i in range(behind, clause.last - 1):
        if words[i] in _RESULT and words[i - 1] in (",", "and"):
            return True
        if words[i] == "so" and any(w in ("can", "will", "able") for w in words[i + 1 : i + 5]):
            return True
    return False


def _is_hope(reading: Reading, clause: Clause, subject: str) -> bool:
    if "hope" in clause.through or clause.lemma in ("want", "wish", "hope", "dream", "aspire") or subject == "ours":
        return True
    named = reading.words[clause.subject_first : clause.subject_last]
    return any(word in ("dream", "wish", "aspiration", "ambition", "hope") for word in named)


def _head_span(clause: Clause) -> tuple[int, int]:
    return (clause.subject_first, max(clause.head, clause.subject_last)) if clause.subject_last > clause.subject_first else (clause.head, clause.head_last)


def _object_end(clause: Clause) -> int:
    return max(clause.object_last, clause.head_last)


def _name_at(reading: Reading, i: int) -> bool:
    return i < len(reading.words) and reading.text[reading.starts[i]].isupper()
