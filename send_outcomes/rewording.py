"""What `--suggest` offers: an outcome said in the first person and in plain words, with a blank for each fact it lacks.

Never applied unasked. It changes what the reading has found wrong and nothing else; where the whole outcome is provision or a
task there is nothing to keep, and it offers the shape of an outcome instead.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from send_outcomes.documents import SettingsProblem, load_one, rules_folder
from send_outcomes.findings import Finding, Severity
from send_outcomes.language import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import lexicon
from send_outcomes.model import Child

_PLAIN = ("acronym", "medical-term", "jargon")
_NO_OUTCOME = ("provision", "task")


class _Change(NamedTuple):
    """Characters `start` up to `end` of the text, and what stands there instead."""

    start: int
    end: int
    text: str


def suggestion(reading: Reading, findings: Iterable[Finding], child: Child) -> str | None:
    """Return another wording of an outcome, None where there is nothing that one could mend.

    `findings` are those on the outcome; only where an error or a warning stands unanswered is there a suggestion.
    """
    if not any(f.severity in (Severity.ERROR, Severity.WARNING) and f.counts for f in findings):
        return None
    blanks: Mapping[str, str] = _words()["blanks"]
    clause: Clause | None = reading.facts.get("clause")
    if any(name in reading.found for name in _NO_OUTCOME) or clause is None or clause.form is Form.NOUN:
        return blanks["change"]
    changes = [*_in_plain_words(reading), *_in_first_person(reading, clause, child)]
    if "vague-verb" in reading.found and clause.head_last > clause.head:
        changes = list(_act_left_open(reading, clause, changes, blanks["act"]))
    text = _changed(reading.text, changes).strip().rstrip(".")
    if not reading.found.keys() & {"measure", "event"} and "vague-verb" in reading.found:
        text += blanks["measure"]
    if "deadline" not in reading.found:
        text = blanks["opening"] + (text if text.startswith(("I ", "I'")) else text[:1].lower() + text[1:])
    text = f"{text[:1].upper()}{text[1:]}."
    return None if text.rstrip(".") == reading.text.strip().rstrip(".") else text


def _act_left_open(reading: Reading, clause: Clause, changes: list[_Change], blank: str) -> Iterator[_Change]:
    """Yield the changes with a blank for a head verb that can't be seen; who acts, and when, stays."""
    start, end = reading.starts[clause.head], reading.ends[clause.head_last - 1]
    modals = lexicon().words["modals"]
    will = "" if any(word in modals or word == "to" for word in reading.words[clause.subject_last : clause.head]) else "will "
    for change in changes:
        if change.end <= start or change.start >= end:
            yield change
        elif change.text.startswith("I "):
            will = "I will "
    yield _Change(start, end, will + blank)


def _in_plain_words(reading: Reading) -> Iterator[_Change]:
    """Yield plain words for short forms and terms; a short form of several senses is left to whoever wrote it."""
    for name in _PLAIN:
        for found in reading.found.get(name, ()):
            plain = found.fields.get("written_out") or (found.fields.get("plain") if name != "acronym" else None)
            if plain:
                yield _Change(found.start, found.end, plain)


def _in_first_person(reading: Reading, clause: Clause, child: Child) -> Iterator[_Change]:
    """Yield what turns a clause about the child into one by the child; nothing where the subject is someone else."""
    kind = reading.facts.get("subject")
    starts, ends, words = reading.starts, reading.ends, reading.words
    begin = clause.head
    if "not-first-person" not in reading.found and clause.form is not Form.BARE:
        return
    match clause.form:
        case Form.FINITE if kind in ("name", "pronoun", "child") and clause.subject_last > clause.subject_first:
            yield _Change(starts[clause.subject_first], ends[clause.subject_last - 1], "I")
            begin = clause.subject_last
            yield from _agreeing(reading, begin)
        case Form.FINITE if kind == "none":
            verb = next((i for i in range(clause.first, clause.head) if words[i] in lexicon().words["modals"]), clause.head)
            said = words[verb] if verb < clause.head else _first_person(words[verb])
            yield _Change(starts[verb], ends[verb], f"I {said}")
        case Form.INFINITIVE:
            to = clause.subject_last if clause.subject_last > clause.subject_first else clause.first
            to = next((i for i in range(to, clause.head + 1) if words[i] == "to"), clause.head)
            opening = next((i for i in range(clause.first, to + 1) if words[i] in ("for", "to")), to)
            yield _Change(starts[opening], ends[to], "I will")
            begin = to + 1
        case Form.BARE:
            verb = clause.head - (words[clause.head - 1 : clause.head] in (["not"], ["never"]))
            yield _Change(starts[verb], ends[verb], f"I will {words[verb]}")
        case Form.GERUND:
            verb = next((i for i in range(clause.first, clause.head) if words[i].endswith("ing")), clause.head)
            yield _Change(starts[verb], ends[verb], f"I will {lexicon().forms.get(words[verb], clause.lemma)}")
        case _:
            return
    yield from _pronouns(reading, range(clause.first, clause.subject_first), child)
    yield from _pronouns(reading, range(begin, len(words)), child)


def _agreeing(reading: Reading, first: int) -> Iterator[_Change]:
    """Yield the verb behind the subject in the first person, unless a modal goes before it, which needs no change."""
    words, known = reading.words, lexicon().words
    for i in range(first, min(first + 3, len(words))):
        if words[i] in known["modals"]:
            return
        if words[i] in known["passed_over"] or words[i].endswith("ly"):
            continue
        changed = _first_person(words[i])
        if changed != words[i]:
            yield _Change(reading.starts[i], reading.ends[i], changed)
        return


def _first_person(verb: str) -> str:
    """Return what a verb in the third person is in the first: “is” → “am”, “sees” → “see”, “tries” → “try”."""
    agreement: Mapping[str, str] = _words()["agreement"]
    if verb in agreement or not verb.endswith("s") or verb.endswith("ss"):
        return agreement.get(verb, verb)
    return lexicon().forms.get(verb) or (f"{verb[:-3]}y" if verb.endswith("ies") else verb[:-1])


def _pronouns(reading: Reading, where: range, child: Child) -> Iterator[_Change]:
    """Yield what the child's pronouns and name become among the words `where`."""
    words, known = reading.words, _words()
    mine: dict[str, str] = dict(known["pronouns"])
    if child.pronouns == "they" or reading.facts.get("subject") == "child":
        mine |= known["they"]
    subject = next(iter(reading.found.get("subject", ())), None)
    name = reading.text[subject.start : subject.end].lower() if subject and subject.kind == "name" else ""
    for i in where:
        if words[i] in ("who", "whose"):
            return  # from here on someone else may be meant
        following = words[i + 1] if i + 1 < len(words) else "."
        if words[i] == "her":
            said = "me" if following in known["after_object"] else "my"
        elif words[i] == name and name:
            owns = following in ("'s", "'")
            said = "my" if owns else "I" if following in lexicon().words["modals"] else "me"
            yield _Change(reading.starts[i], reading.ends[i + 1] if owns else reading.ends[i], said)
            continue
        elif words[i] in mine:
            said = mine[words[i]]
        elif words[i] in ("is", "has") and words[i - 1] == "and":
            said = _first_person(words[i])
        else:
            continue
        yield _Change(reading.starts[i], reading.ends[i], said)
        if said == "I":
            yield from _agreeing(reading, i + 1)


def _changed(text: str, changes: list[_Change]) -> str:
    pieces: list[str] = []
    end = 0
    for change in sorted(changes):
        if change.start >= end:
            pieces += text[end : change.start], change.text
            end = change.end
    return "".join((*pieces, text[end:]))


@cache
def _words() -> dict[str, Any]:
    path = rules_folder() / "vocabulary" / "rewording.yaml"
    value: dict[str, Any] = load_one(path.read_text(encoding="utf-8"), str(path), SettingsProblem).value
    return value
