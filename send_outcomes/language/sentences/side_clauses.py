"""The side clauses behind the head verb: what the outcome is for, and under which conditions it is done.

Finds "purpose" (“so that …”, to the end of the sentence; its first word in facts["purpose"]) and "condition" (kinds: when,
with; to the next comma).
"""

from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause
from send_outcomes.language.sentences.lexicon import lexicon


def find_side_clauses(reading: Reading) -> None:
    """Add "purpose" and "condition" to the reading."""
    clause: Clause | None = reading.facts.get("clause")
    if clause is None:
        return
    words, lists = reading.words, lexicon().words
    openers = lists["side_openers"]
    if openers.isdisjoint(words):
        return
    for i in range(clause.head_last, clause.last - 1):
        if words[i] not in openers:
            continue
        if words[i] in lists["condition_when"] or words[i] in lists["condition_with"]:
            comma = words.index(",", i, clause.last) if "," in words[i : clause.last] else clause.last
            reading.add("condition", i, comma, "when" if words[i] in lists["condition_when"] else "with")
        elif f"{words[i]} {words[i + 1]}" in lists["purpose"] and not _is_ordered(words, i):
            reading.add("purpose", i, clause.last)
            reading.facts["purpose"] = i
            return


def without_purpose(reading: Reading, clause: Clause) -> Clause:
    """Return the main clause without “so that …”: whether it names an act, or something given, hangs on what stands before."""
    at: int = reading.facts.get("purpose", clause.last)
    return clause._replace(last=at, object_last=min(at, clause.object_last)) if clause.head_last < at < clause.last else clause


def _is_ordered(words: list[str], i: int) -> bool:
    """Tell “put the days of the week in order” from “in order to …”."""
    return words[i] == "in" and words[i + 2 : i + 3] not in (["to"], ["that"], ["for"])
