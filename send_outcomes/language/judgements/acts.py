"""Whether an outcome names one act or skill that can be seen: the head verb decides, with its object and setting.

Finds "vague-verb" (a head that names nothing to be seen) and "no-act" (no act of the child's at all). A vague head is
rescued by a concrete amount right behind it (“increase my attendance to 95%”), a thin one needs an object of its own.
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon, lexicon

_RESCUE = frozenset({"count", "accuracy", "duration", "frequency", "qualification", "instrument", "event"})
_THIN = frozenset({"use", "follow", "do", "make", "attend", "join in", "take part", "participate", "manage", "show", "demonstrate", "complete", "work", "contribute", "apply", "respond", "listen", "take", "play", "recognise", "identify", "choose", "try", "move", "act"})
_COMPARED = frozenset({"better", "more", "well", "appropriately", "effectively", "properly", "suitably", "confidently", "successfully", "positively", "less", "with", "confidence", "greater", "increased", "a", "in", "way", "an", "appropriate", "and", "the", "positive", "suitable", "socially", "emotionally", "most"})
_MORE = frozenset({"more", "wider", "greater", "better", "increased", "improved", "less", "fewer", "longer", "bigger", "broader", "higher", "larger", "growing", "developing"})
_DREAM = frozenset({"dream", "wish", "aspiration", "ambition", "hope"})
_TIES = frozenset({"friends", "friendships", "friendship", "relationships", "relationship", "progress", "improvements", "improvement"})
_IN_THE_MIND = frozenset({"understand", "know", "be aware", "appreciate", "feel", "become aware", "have an understanding", "have a good understanding", "comprehend", "enjoy", "grasp"})
_MENTAL = frozenset({"awareness", "understanding", "confidence", "knowledge", "appreciation", "sense"})
_BELONG = frozenset({"member", "dry", "continent", "toilet", "enrolled", "employed", "registered", "weaned"})


def find_acts(reading: Reading) -> None:
    """Add "vague-verb" or "no-act" where the outcome names nothing that could be seen."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None:
        return
    found = reading.found
    if "provision" in found or "task" in found or "mixed-provision" in found:
        reading.add("no-act", clause.first, clause.first + 1, "provision")
        return
    measured = {m.kind for m in found.get("measure", ())} & _RESCUE
    if clause.form is Form.NOUN or not clause.lemma:
        if not measured:
            reading.add("no-act", clause.first, _phrase_end(reading, clause), "nothing done")
        return
    kind = _vagueness(reading, clause, lexicon())
    if kind is None and "aspiration" in found and _DREAM & set(reading.words[clause.subject_first : clause.subject_last]):
        kind = "state"
    if kind is not None and not (measured and _can_be_rescued(reading, clause)):
        reading.add("vague-verb", clause.head, clause.head_last, "hope" if "aspiration" in found else kind)


def _can_be_rescued(reading: Reading, clause: Clause) -> bool:
    """An amount makes “increase” concrete; nobody sees twenty words being understood, or awareness being had."""
    if clause.lemma in _IN_THE_MIND:
        return clause.lemma == "know" and any(m.kind in ("instrument", "accuracy") for m in reading.found["measure"])
    return not (clause.lemma in ("have", "show", "gain", "develop") and _MENTAL & set(reading.words[clause.head_last : clause.head_last + 5]))


def _phrase_end(reading: Reading, clause: Clause) -> int:
    return max(min(clause.object_last, clause.last), clause.first + 1)


def _vagueness(reading: Reading, clause: Clause, known: Lexicon) -> str | None:
    """Return why the head names nothing that can be seen; None where it does."""
    lemma, words = clause.lemma, reading.words
    if lemma in known.verbs["vague"]:
        return "vague"
    behind = words[clause.head_last : clause.last]
    if lemma in ("stay", "remain") and behind[:1] and behind[0] in ("on", "in", "at", "with") and behind[1:2] not in (["task"], ["control"], ["track"]):
        return None
    if lemma in known.verbs["state"]:
        return None if _BELONG & set(behind[:4]) else "state"
    if lemma in ("stay", "remain") or clause.passive and reading.facts.get("subject") in ("name", "pronoun", "child", "none", "first") and lemma not in ("understand",):
        return "state"
    if _MORE & set(behind[:2]) and (behind[0] in _MORE or behind[0] in ("a", "an", "the", "my", "his", "her", "their")):
        return "vague"
    content = _content(words[clause.head_last : clause.object_last], known) or _content(behind, known)
    if _only_degree(behind) or not behind and clause.form in (Form.BARE, Form.GERUND):
        return "vague"
    if lemma in ("make", "form", "build", "keep", "maintain", "get", "hold") and _TIES & set(behind[:6]):
        return "vague"
    if lemma in ("make", "get") and "better" in behind[:5]:
        return "vague"
    if lemma in _THIN and content and all(word in known.nouns["generic"] for word in content):
        return "vague"
    return None


def _content(behind: list[str], known: Lexicon) -> list[str]:
    """Return the words of the object that carry meaning, up to the purpose or a full stop."""
    kept = []
    for word in behind:
        if word in ("so", "because", ".", ";", "when", "if") or (word == "to" and kept):
            break
        if word.isalpha() and word not in _COMPARED and word not in known.words["stops"] and not word.endswith("ly") and word not in ("of", "my", "his", "her", "their", "all", "out", "up", "off", "full", "range", "wider", "different"):
            kept.append(word)
    return kept


def _only_degree(behind: list[str]) -> bool:
    """Tell “listen and behave better”, “speak more confidently”: nothing behind the verb but a degree."""
    words = [word for word in behind if word.isalpha()]
    return 0 < len(words) <= 5 and words[-1] in ("better", "appropriately", "confidently", "effectively", "properly", "confidence", "more", "successfully", "socially") and all(
        word in _COMPARED or word.endswith("ly") for word in words
    )
