"""Whether what stands behind a good verb tells anything: “use strategies”, “speak more confidently”, “show respect” do not.

Part of the judgement on acts; knows the main clause and word lists.
"""

from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon


def says_nothing(words: list[str], clause: Clause, behind: list[str], known: Lexicon) -> bool:
    """Tell whether what stands behind a good verb leaves it without an object, a setting or an amount."""
    lemma, lists = clause.lemma, known.words
    if behind[0] == '"':
        return False  # sign “more”
    if lists["more"] & set(behind[:2]) and (behind[0] in lists["more"] or behind[0] in lists["determiners"]):
        return True
    said = [word for word in behind if word.isalpha()]
    if _as_possible(behind, known) or (lemma in lists["readying"] and lists["readied_for"] & set(behind[:4])):
        return True
    if _only_degree(said, known) or _compared_at_end(said, known):
        return True
    if lemma in lists["tie_verbs"] and lists["ties"] & set(behind[:6]):
        return True
    if lemma in ("make", "get") and "better" in behind[:5]:
        return True
    if lemma in lists["abstract_verbs"] and lists["abstract"] & set(behind[:4]):
        return True
    if lemma not in lists["thin"]:
        return False
    content = _content(words[clause.head_last : clause.object_last], known) or _content(behind, known)
    generic = bool(content) and all(word in known.nouns["generic"] for word in content)
    return generic and not (lemma in lists["leading_on"] and _to_act(behind, known)) and not _out_of(behind, known)


def _out_of(behind: list[str], known: Lexicon) -> bool:
    """Tell “choose an activity from her board” from “choose activities from a range”: what it is taken from can be seen."""
    source = _content(behind[behind.index("from") + 1 :], known) if "from" in behind[:-1] else []
    return any(word not in known.nouns["generic"] for word in source)


def _to_act(behind: list[str], known: Lexicon) -> bool:
    """Tell “follow instructions to bake a cake” from “follow instructions to complete tasks”: what it comes to can be seen."""
    if "to" not in behind[:-2]:
        return False
    at = behind.index("to") + 1
    lemma, count = known.phrase_at(behind, at)
    seen = known.is_verb(lemma, "act") and not known.is_verb(lemma, "vague") and lemma not in known.words["thin"]
    content = _content(behind[at + count :], known)
    return seen and any(word not in known.nouns["generic"] for word in content)


def _content(behind: list[str], known: Lexicon) -> list[str]:
    """Return the words of the object that carry meaning, up to the purpose or a full stop."""
    lists = known.words
    kept: list[str] = []
    for word in behind:
        if word in ("so", "because", ".", ";", "when", "if") or (kept and (word == "to" or word in lists["subjects"])):
            break  # “things [I enjoy]”
        if (
            word.isalpha()
            and not (kept and known.is_verb(word, "vague"))  # “follow instructions and adapt to …”
            and not word.endswith("ly")
            and not any(word in lists[name] for name in ("degrees", "stops", "empty"))
        ):
            kept.append(word)
    return kept


def _only_degree(words: list[str], known: Lexicon) -> bool:
    """Tell “listen and behave better”, “speak more confidently”: nothing behind the verb but a degree."""
    lists = known.words
    return (
        0 < len(words) <= 5
        and words[-1] in lists["degree_ends"]
        and all(word in lists["degrees"] or word.endswith("ly") or word in known.verbs["vague"] for word in words)
    )


def _as_possible(behind: list[str], known: Lexicon) -> bool:
    """Tell “keep her as strong as possible”: a degree, and no more."""
    first = 1 if behind and behind[0] in known.words["others_as_object"] else 0
    return behind[first : first + 1] == ["as"] and "possible" in behind[first + 2 : first + 8]


def _compared_at_end(words: list[str], known: Lexicon) -> bool:
    """Tell “respond to instructions more quickly”: a change of degree that ends the sentence."""
    return (
        len(words) > 1
        and words[-2] in ("more", "less")
        and (words[-1].endswith("ly") or words[-1] in known.words["compared_ends"])
    )
