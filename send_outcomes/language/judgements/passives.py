"""What is done to or for somebody: by whom, for whom. “Will be supported” against “will be spelt by Lola”.

Part of the provision judgement; knows the main clause and the noun lists, no rule.
"""

from send_outcomes.language.judgements.nouns import kind_at, kind_within, served_by
from send_outcomes.language.judgements.receiving import NO_MORE, Given, object_end
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import Lexicon

_CALLED_FOR = frozenset({"needed", "required"})
_FAR = 9
_BY_WAY_OF = 3
_INITIALS = 2


def done_by_child(reading: Reading, clause: Clause, known: Lexicon) -> bool:
    """Tell whether the child acts though the verb is passive: “kept by Leonie”, “taken without reminders”."""
    words = reading.words
    wanted = min([len(reading.text), *(f.start for f in reading.found.get("purpose", ()))])  # “… so that he can dress alone”
    if any(hit.first >= clause.head_last and reading.starts[hit.first] < wanted for hit in reading.hits.get("help level", ())):
        return words[clause.head] not in known.words["served"] or words[clause.head] == "taken"
    behind = words[clause.head_last : clause.head_last + _FAR]
    if behind and behind[0] in known.words["at_most"] and not known.words["reminders"].isdisjoint(behind):
        return True
    owned = any(
        word in known.words["possessives"] or word == "'s" for word in words[clause.subject_first : clause.subject_last]
    )
    if owned and words[clause.head] in known.words["done_with"] and clause.subject_last - clause.subject_first > 1:
        return True
    if "by" not in words[clause.head_last : clause.head_last + _FAR]:
        return False
    at = words.index("by", clause.head_last) + 1
    if at >= clause.last:
        return False
    agent = words[at]
    if agent in ("me", "him", "her", "them") or agent in known.words["reflexives"]:
        behind = words[at + 1 : at + 2]
        theirs = agent == "her" and behind != [] and behind[0] not in known.words["stops"] and behind[0].isalpha()
        return not theirs and (behind == [] or behind[0] not in known.forms)  # “spelt by her”, not “accepted by her peers”
    deadline = any(f.start <= reading.starts[at - 1] < f.end for f in reading.found.get("deadline", ()))
    others = agent in known.nouns["staff"] or agent in known.words["service"] or agent in known.words["family"]
    named = reading.text[reading.starts[at]].isupper() and reading.text[reading.starts[at] : reading.ends[at]][1:].islower()
    return named and not deadline and not others and agent not in known.words["titles"]


def done_for(reading: Reading, clause: Clause, actor: str, known: Lexicon) -> Given | None:
    """“Will be supported”, “is to be monitored”, “will be met by a familiar face”; not “will be understood”."""
    words, word, lists = reading.words, reading.words[clause.head], known.words
    behind = words[clause.head_last : clause.last]
    if word in _CALLED_FOR and not NO_MORE.isdisjoint(words[clause.subject_last : clause.head]):
        return None  # “a taxi will no longer be needed”
    if word in lists["not_served"] or f"{word} {behind[0] if behind else ''}" in lists["not_served"]:
        return None
    won = word == "offered" and lists["won"] & set(behind[:3]) and lists["places_given"].isdisjoint(behind)
    if won or lists["awards"] & set(behind[:4]):
        return None  # “will be offered a place at college”, “given my yellow belt”: that is got
    done = Given("provision", "service", clause.head, object_end(clause))
    way = behind.index("through") + 1 if "through" in behind else len(behind)
    if kind_within(behind, way, min(way + _BY_WAY_OF, len(behind)), known) == "service":
        return done  # “protected from bullying through close supervision”
    if served_by(words, clause.head_last, min(clause.last, clause.head_last + _FAR), known) or _for_child(behind, known):
        return done
    subject = words[clause.subject_first : clause.subject_last]
    named = {*subject[-1:], " ".join(subject[-2:]), *subject[:1]}
    if any(named & known.nouns[kind] for kind in ("activity", "resource", "service", "output", "staff")):
        return Given("provision", "activity", clause.subject_first, clause.head_last)
    if word in ("known", "allowed"):
        given = word == "allowed" and kind_within(behind, 0, min(len(behind), 4), known)  # “allowed movement breaks”
        return done if behind[:1] == ["to"] or given else None
    # “BSP to be shared”: of three capitals and more, a plan or a thing; of two, a child.
    short_form = (
        len(subject) == 1
        and len(subject[0]) > _INITIALS
        and subject[0] not in known.words["child"]
        and reading.surface(clause.subject_first, clause.subject_last).isupper()
    )
    if actor == "thing" or short_form or (subject[:1] == ["my"] and actor == "first"):  # “my art will be shown”
        return done if word in lists["arranged"] else None
    if word in lists["served_with"]:
        return done if words[clause.head - 2 : clause.head] == ["to", "be"] and clause.modal != clause.head - 2 else None
    return done if word in lists["served"] or word in known.verbs["done_to"] else None


def laid_out(words: list[str], first: int, last: int, known: Lexicon) -> bool:
    """Tell “instructions scaffolded and chunked”, “ear defenders kept in the hall”: what others have done with a thing."""
    for i in range(first + 1, min(last, first + 5)):
        base = known.forms.get(words[i])
        if words[i] in known.words["laid_out"] or (base and base != words[i] and words[i].endswith("ed")):
            return kind_at(words, i - 1, first, known) in ("resource", "activity", "service", "output")
    return False


def _for_child(behind: list[str], known: Lexicon) -> bool:
    """Tell “cut up for her” from “cut up for her lunch”."""
    for i, word in enumerate(behind[:-1]):
        if word == "for" and behind[i + 1] in ("him", "her", "me", "them"):
            after = behind[i + 2] if i + 2 < len(behind) else "."
            if behind[i + 1] != "her" or after in known.words["stops"] or after == "and":
                return True
    return False
