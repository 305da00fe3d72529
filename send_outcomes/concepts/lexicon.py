"""Cues in one look-up, made once for a run: words → the concepts they speak for, by number. Knows no framework."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from send_outcomes.concepts.cues import Cue, split_words
from send_outcomes.concepts.forms import cue_forms, head_forms

Slot = int  # what a concept speaks for, by its number: a statement's place among all, or the concept itself
Words = tuple[str, ...]
Spoken = tuple[tuple[int, float], ...]  # concepts that a form of a cue speaks for, each with a weight
_NONE = -1  # opens a kind of clause, and speaks for no concept


@dataclass(slots=True)
class Lexicon:
    """Words → the concepts they speak for, and the kind of clause they open, if any.

    `tree`: the entries word by word, for `find`; a branch grows when its first word is first met, since a plan meets few of
    many thousands. `waiting`: the cues of branches yet to grow, by first word. `targets`: concept → what it speaks
    for (statements, or itself), by number, with weights. `signs`: what reading finds, by name and kind (“” for any) → the concepts it speaks for. `between`:
    words that may stand between those of an entry.
    """

    targets: list[list[tuple[Slot, float]]] = field(default_factory=list)
    tree: dict[str, Any] = field(default_factory=dict)
    waiting: dict[str, list[tuple[int, Cue, str]]] = field(default_factory=dict)
    signs: dict[str, dict[str, Spoken]] = field(default_factory=dict)
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

    def grow(self, word: str) -> dict[str, Any] | None:
        """Grow the branch of entries that begin with a word; what an entry speaks for hangs at its end under no word."""
        cues = self.waiting.pop(word, None)
        if cues is None:
            return None
        entries: dict[Words, tuple[Spoken, str]] = {}
        for concept, cue, kind in cues:
            for form in cue_forms(cue):
                if form[0] != word:
                    continue
                spoken, opens = entries.get(form, ((), ""))
                if concept != _NONE and not any(concept == other for other, _ in spoken):
                    spoken = (*spoken, (concept, cue.weight))  # a form met twice in one concept keeps its first weight
                entries[form] = (spoken, opens or kind)
        branch: dict[str, Any] = {}
        for form, meaning in entries.items():
            node = branch
            for further in form[1:]:
                node = node.setdefault(further, {})
            node[""] = meaning
        self.tree[word] = branch
        return branch

    def find(self, words: list[str]) -> Iterator[tuple[int, int, Spoken, str]]:
        """Yield the entries met, each with its words `first` up to, not with, `last`: the longest, from the left.

        Between the words of an entry others such as “my” and “new” may stand: “brush teeth” also finds “brush my own teeth”.
        """
        tree, between = self.tree, self.between
        index, last = 0, len(words)
        while index < last:
            word = words[index]
            node = tree.get(word)
            if node is None and word in self.waiting:
                node = self.grow(word)
            if node is None:
                index += 1
                continue
            first, index = index, index + 1
            found, end = node.get(""), index
            place, branch, passed = index, node, False
            while place < last:
                word = words[place]
                passed = passed or word in between
                branch = branch.get(word)
                if branch is None:
                    break
                place += 1
                if "" in branch:
                    found, end = branch[""], place
            if passed:
                place, branch = index, node
                while place < last:
                    word = words[place]
                    place += 1
                    if word in between:
                        continue
                    branch = branch.get(word)
                    if branch is None:
                        break
                    if place > end and "" in branch:
                        found, end = branch[""], place
            if found is not None:
                yield first, end, *found
                index = end
