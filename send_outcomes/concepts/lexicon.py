"""Cues in one look-up, made once for a run: words → the concepts they speak for, by number. Knows no framework."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from send_outcomes.concepts.cues import Cue, parse_cues, split_words
from send_outcomes.concepts.forms import cue_forms, head_forms

Slot = int  # what a concept speaks for, by its number: a statement's place among all, or the concept itself
Words = tuple[str, ...]
Spoken = tuple[tuple[int, float], ...]  # concepts that a form of a cue speaks for, each with a weight
_MOST = 50_000  # words remembered: names are without end in a million outcomes
_NONE = -1  # opens a kind of clause, and speaks for no concept
Meaning = tuple[Spoken, str]  # what an entry speaks for, and the kind of clause it opens, if any
Met = tuple[int, int, Spoken, str]  # the first word of an entry, the one behind its last, and its meaning
Branch = dict[str, Any]  # word → the branch behind it; under no word hangs the meaning of the entry that ends here


class Entries(NamedTuple):
    """The entries that begin with one word: what it means alone, and the longer ones by their further words."""

    alone: Meaning | None
    longer: Branch


_UNMET = Entries(None, {})  # of a word that is met for the first time


@dataclass(slots=True)
class Lexicon:
    """Words → the concepts they speak for, and the kind of clause they open, if any.

    `waiting`: the cues by the words with which they can begin. `tree`: the words met so far with the entries made of them,
    None where none begins so; they grow when a word is first met, since a plan meets few of many thousands. `targets`: concept → what it speaks for
    (statements, or itself), by number, with weights. `signs`: what reading finds, by name and kind (“” for any) → the
    concepts it speaks for. `given`: concepts of what others give. `between`: words that may stand between those of an entry.
    """

    targets: list[list[tuple[Slot, float]]] = field(default_factory=list)
    tree: dict[str, Entries | None] = field(default_factory=dict)
    waiting: dict[str, list[tuple[int, Cue, str]]] = field(default_factory=dict)
    signs: dict[str, dict[str, Spoken]] = field(default_factory=dict)
    given: set[int] = field(default_factory=set)
    between: frozenset[str] = frozenset()

    def add(self, cues: Iterable[Cue], targets: list[tuple[Slot, float]], signs: Iterable[Cue] = ()) -> None:
        """Take in a group of cues and signs, and what it speaks for."""
        concept = len(self.targets)
        self.targets.append(targets)
        for sign in signs:
            name, _, kind = " ".join(sign.words).replace(" - ", "-").partition(" ")
            kinds = self.signs.setdefault(name, {})
            kinds[kind] = (*kinds.get(kind, ()), (concept, sign.weight))
        for cue in cues:
            for word in head_forms(cue):
                self.waiting.setdefault(word, []).append((concept, cue, ""))

    def open(self, phrases: str, kind: str) -> None:
        """Take in words (parted by commas; “comma” is one itself) that open a kind of clause."""
        for phrase in phrases.split(","):
            form = (",",) if phrase.strip() == "comma" else split_words(phrase.strip())
            self.waiting.setdefault(form[0], []).append((_NONE, Cue(form, exact=True), kind))

    def silence(self, phrases: str) -> None:
        """Take in phrases, written as cues are, whose words speak for nothing where they are met together."""
        for cue in parse_cues(phrases):
            for word in head_forms(cue):
                self.waiting.setdefault(word, []).append((_NONE, cue, ""))

    def grow(self, word: str) -> Entries | None:
        """Grow the entries that begin with a word, if cues wait for it."""
        if len(self.tree) >= _MOST:
            self.tree.clear()
        self.tree[word] = None
        entries: dict[Words, Meaning] = {}
        for concept, cue, kind in self.waiting.get(word, ()):
            for form in cue_forms(cue):
                if form[0] != word:
                    continue
                spoken, opens = entries.get(form, ((), ""))
                if concept != _NONE and not any(concept == other for other, _ in spoken):
                    spoken = (*spoken, (concept, cue.weight))  # a form met twice in one concept keeps its first weight
                entries[form] = (spoken, opens or kind)
        if not entries:
            return None
        branch: Branch = {}
        for form, meaning in entries.items():
            node = branch
            for further in form[1:]:
                node = node.setdefault(further, {})
            node[""] = meaning
        self.tree[word] = grown = Entries(branch.pop("", None), branch)
        return grown

    def find(self, words: list[str]) -> list[Met]:
        """Return the entries met, each with its words `first` up to, not with, `last`: the longest, from the left.

        Between the words of an entry others such as “my” and “new” may stand: “brush teeth” also finds “brush my own teeth”.
        """
        tree, between = self.tree, self.between
        met: list[Met] = []
        reached, count = 0, len(words)
        for first, word in enumerate(words):
            if first < reached:
                continue
            entries = tree.get(word, _UNMET)
            if entries is None:
                continue
            if entries is _UNMET:
                entries = self.grow(word)
                if entries is None:
                    continue
            meaning, last = entries.alone, first + 1
            if entries.longer and last < count and (words[last] in entries.longer or words[last] in between):
                meaning, last = self._longest(entries, words, last)
            if meaning is not None:
                met.append((first, last, *meaning))
                reached = last
        return met

    def _longest(self, entries: Entries, words: list[str], first: int) -> tuple[Meaning | None, int]:
        """Return the meaning of the longest entry that goes on at word `first`, and where it ends.

        Words that may stand between are first taken as they come, then passed over.
        """
        between, count = self.between, len(words)
        found, end = entries.alone, first
        branch, place, passed = entries.longer, first, False
        while place < count:
            word = words[place]
            passed = passed or word in between
            if word not in branch:
                break
            branch = branch[word]
            place += 1
            if "" in branch:
                found, end = branch[""], place
        if not passed:
            return found, end
        place, branch = first, entries.longer
        while place < count:
            word = words[place]
            place += 1
            if word in between:
                continue
            if word not in branch:
                break
            branch = branch[word]
            if place > end and "" in branch:
                found, end = branch[""], place
        return found, end
