"""Goals and acts in a row or a list: “cook, travel and manage money”, “a reading age of nine; three friends”.

So many from different parts of life are no longer one skill. Two goals joined by “and” are for `goals`.
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

from send_outcomes.language.judgements.spheres import apart, spheres_of
from send_outcomes.language.reading import Reading
from send_outcomes.language.sentences.clauses import Clause, Form
from send_outcomes.language.sentences.lexicon import Lexicon

_LISTED = 3  # so many goals in a row are no longer one skill
_LONGEST = 3  # words of one goal in such a row: “not calling out”
_SELF_CARE = frozenset({"washing", "dressing", "food"})  # “wash, dress and feed herself”: one morning's routine
_PARTS = frozenset({",", "and", "&", "plus"})
_ABSTRACT = ("ing", "tion", "ment", "ness", "ance", "ence", "ity")


def row_of_acts(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the first comma of “cook, travel and manage money”: acts named in a row, no two from one part of life."""
    words = reading.words
    if not clause.lemma:
        return None
    acts = list(_goals(words, clause.head, clause.last, known.words["stops"]))
    if len(acts) < _LISTED or any(end - begin > _LONGEST or words[begin] not in known.forms for begin, end in acts):
        return None
    spheres = [spheres_of(words[begin:end]) for begin, end in acts]
    if all(_SELF_CARE & of for of in spheres):
        return None
    return acts[0][1] if all(apart(one, other) for one, other in combinations(spheres, 2)) else None


def row_of_goals(words: list[str], clause: Clause, known: Lexicon) -> int | None:
    """Return the first comma of “writing, spelling and punctuation”; “hand, finger and wrist strength” is one thing."""
    lists = known.words
    first = clause.head_last if clause.lemma else clause.first
    changes = clause.lemma in ("", "have") and words[first] in lists["two_changes"]  # “more energy, better balance and …”
    if clause.lemma not in lists["changing"] and not changes:
        return None
    goals = list(_goals(words, first, clause.last, lists["stops"]))
    if len(goals) < _LISTED or any(not 0 < end - begin <= _LONGEST for begin, end in goals):
        return None
    if changes and all(words[begin] in lists["two_changes"] for begin, _ in goals):
        return goals[0][1]
    whole = clause.lemma != "have" and all(
        any(word.endswith(_ABSTRACT) for word in words[begin:end]) or spheres_of(words[begin:end]) for begin, end in goals[:-1]
    )
    return goals[0][1] if whole else None


def goals_listed(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return where a list of goals without a verb turns to another part of life: “A reading age of nine; three friends”."""
    words = reading.words
    if clause.lemma:
        return None
    marks = [i for i in range(clause.first + 1, len(words) - 1) if words[i] == ";"]
    if not marks:
        examples = not known.words["for_example"].isdisjoint(words[clause.first : clause.last])
        return None if examples else _goals_in_row(words, clause)
    before = spheres_of(words[clause.first : marks[0]])
    for at, end in zip(marks, [*marks[1:], len(words)], strict=True):
        if apart(before, spheres_of(words[at:end])):
            return at
    return None


def gerunds_listed(reading: Reading, clause: Clause, known: Lexicon) -> int | None:
    """Return the first mark of “thinking about jobs, keeping fit, seeing mates”: doings in a row, two from different parts of life.

    Under a title or behind a colon they are examples of one thing.
    """
    words = reading.words
    titled = any(label.kind == "" for label in reading.found.get("label", ()))
    if clause.form is not Form.GERUND or titled or ":" in words[clause.head :]:
        return None
    marks = [
        i for i in range(clause.head_last, len(words) - 2) if words[i] in (",", ";") and _doing_follows(words, i + 1, known)
    ]
    if len(marks) + 1 < _LISTED:
        return None
    spheres = [spheres_of(words[begin:end]) for begin, end in pairwise([clause.head, *marks, len(words)])]
    return marks[0] if any(apart(one, other) for one, other in combinations(spheres, 2)) else None


def _doing_follows(words: list[str], i: int, known: Lexicon) -> bool:
    i += words[i] in ("and", "not")
    return i < len(words) and words[i].endswith("ing") and words[i] in known.forms


def _goals_in_row(words: list[str], clause: Clause) -> int | None:
    """Return the comma behind the first of “a Level 2 in catering, a part-time job and a flat of my own”."""
    marks = [i for i in range(clause.first + 1, clause.last - 1) if words[i] in _PARTS]
    begins = [clause.first, *(i + 1 for i in marks)]
    spheres = [spheres_of(words[begin:end]) for begin, end in zip(begins, [*marks, clause.last], strict=True)]
    several = any(all(apart(*pair) for pair in combinations(three, 2)) for three in combinations(spheres, _LISTED))
    return marks[0] if several else None


def _goals(words: list[str], first: int, last: int, stops: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a row, up to where it ends."""
    begin = i = first
    while i < last and (words[i] in _PARTS or words[i] not in stops):
        if words[i] in _PARTS:
            if i > begin:
                yield begin, i
            begin = i + 1
        i += 1
    if i > begin:
        yield begin, i
