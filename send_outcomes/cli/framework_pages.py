"""Frameworks on a terminal (80 columns are enough, colour isn't needed) and as records for JSON. Reads no file."""

from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from send_outcomes.concepts import Concept
from send_outcomes.frameworks import Framework, Item, Passages, Statement
from send_outcomes.mapping.wording import Pair
from send_outcomes.reports.safe import shown

_WIDEST = 100
_ASIDE = ("priority", "phase", "baseline", "target", "by", "note")


class _Screen:
    """Writes texts of files, which are never markup, made safe for the terminal that there is."""

    def __init__(self) -> None:
        self.console = Console(markup=False, emoji=False, highlight=False)
        self.console.width = min(self.console.width, _WIDEST)
        self._unicode = self.console.encoding.startswith("utf")

    def line(self, *parts: str | tuple[str, str], indent: int = 0, hang: int = 0) -> None:
        """Print a paragraph, wrapped and indented, later lines by `hang` more; a part is a text, or text and style."""
        pieces = [(part, "") if isinstance(part, str) else part for part in parts]
        text = Text.assemble(*((shown(words, self._unicode), style) for words, style in pieces))
        for number, row in enumerate(text.wrap(self.console, self.console.width - indent - hang)):
            row.rstrip()
            self.console.print(Text(" " * (indent + (hang if number else 0))).append_text(row), soft_wrap=True)

    def gap(self) -> None:
        """Print an empty line."""
        self.console.print()


def print_list(frameworks: Iterable[Framework]) -> None:
    """Print each framework's id, title, edition and number of statements."""
    screen = _Screen()
    for framework in frameworks:
        screen.line((framework.id, "bold cyan"), f"  {len(framework.statements)} statements")
        screen.line(_titled(framework), indent=4)
        screen.line((" · ".join(statement.label for statement in framework.statements), "dim"), indent=4)


def print_concepts(concepts: Iterable[Concept]) -> None:
    """Print each concept's name and what it is about."""
    screen = _Screen()
    for concept in concepts:
        screen.line((concept.name, "bold cyan"), f"  {concept.about}", hang=4)


def print_framework(framework: Framework, full: bool) -> None:
    """Print a framework's statements; with `full` all passages, else only how many there are."""
    screen = _Screen()
    screen.line((framework.title, "bold"))
    screen.line((framework.id, "cyan"), f" · {framework.authority}", f" · {framework.edition}" if framework.edition else "")
    for source in framework.sources:
        screen.line("Source: ", (source.title, "italic"), f" ({source.publisher})" if source.publisher else "")
    if framework.note:
        screen.line((framework.note.strip(), "dim"))
    for number, statement in enumerate(framework.statements, 1):
        screen.gap()
        _print_statement(screen, number, statement, framework.fallback == statement.id)
        _print_passages(screen, statement.passages, full, 4)
    if framework.passages:
        screen.gap()
        _print_passages(screen, framework.passages, full, 0)
    if not full and (framework.passages or any(statement.passages for statement in framework.statements)):
        screen.gap()
        screen.line(("All of it: add --full", "dim"))


def print_comparison(left: Framework, right: Framework, pairs: Sequence[Pair]) -> None:
    """Print each pair: what stayed, and the words that changed in [brackets], so that colour isn't needed."""
    screen = _Screen()
    screen.line((left.id, "bold cyan"), " → ", (right.id, "bold cyan"))
    for pair in pairs:
        screen.gap()
        statement = pair.left or pair.right
        assert statement is not None
        screen.line(
            (_moved(pair), "dim"),
            " ",
            (statement.id, "bold"),
            "  ",
            (pair.change, "dim" if pair.change == "same" else "yellow"),
        )
        if pair.change == "reworded" and not pair.close and pair.left and pair.right:
            screen.line(("- ", "red"), pair.left.text, indent=6)
            screen.line(("+ ", "green"), pair.right.text, indent=6)
        else:
            screen.line(*(_changed(pair) if pair.change == "reworded" else [statement.text]), indent=6)
    counts = {change: sum(pair.change == change for pair in pairs) for change in ("same", "reworded", "removed", "added")}
    screen.gap()
    screen.line("; ".join(f"{number} {change}" for change, number in counts.items() if number))


def _print_statement(screen: _Screen, number: int, statement: Statement, is_fallback: bool) -> None:
    screen.line((f"{number:>2}  ", "bold"), (statement.label, "bold"), f"  ({statement.id})")
    if statement.label != statement.text:
        screen.line((statement.text, "italic"), indent=4)
    if statement.concepts:
        screen.line(
            ("known by: ", "dim"),
            (", ".join(sorted(statement.concepts, key=lambda c: -statement.concepts[c])), "dim"),
            indent=4,
        )
    if statement.cues:
        screen.line(("its own cues: ", "dim"), (", ".join(" ".join(cue.words) for cue in statement.cues), "dim"), indent=4)
    if statement.same_as:
        screen.line(("same as: ", "dim"), (", ".join(statement.same_as), "dim"), indent=4)
    if is_fallback:
        screen.line(("given where no words speak for any statement", "dim"), indent=4)


def _print_passages(screen: _Screen, passages: Iterable[Passages], full: bool, indent: int) -> None:
    for part in passages:
        if full:
            screen.line((part.title, "underline"), indent=indent)
            for item in part.items:
                screen.line(*_item(item), indent=indent + 2, hang=2)
        else:
            screen.line(("+ ", "dim"), part.title, (f" ({len(part.items)})", "dim"), indent=indent)


def _item(item: Item) -> list[str | tuple[str, str]]:
    number, name = item.details.get("number"), item.details.get("name") or item.details.get("group")
    aside = [f"{key} {item.details[key]}" if key != "note" else item.details[key] for key in _ASIDE if key in item.details]
    said: list[str | tuple[str, str]] = [(f"{number}. " if number else "- ", "dim"), item.text]
    if name:
        said.insert(1, (f"{name}: ", "dim"))
    if aside:
        said.append((f" [{'; '.join(aside)}]", "cyan"))
    return said


def _changed(pair: Pair) -> list[str | tuple[str, str]]:
    said: list[str | tuple[str, str]] = []
    pieces = list(pair.pieces)
    for index, piece in enumerate(pieces):
        space = " " if said else ""
        before = pieces[index - 1].kind if index else "same"
        after = pieces[index + 1].kind if index + 1 < len(pieces) else "same"
        if piece.kind == "same":
            said.append(space + piece.text)
        elif piece.kind == "left":
            said += [space + "[", (piece.text, "red strike"), " → " if after == "right" else " left out]"]
        else:
            said += [] if before == "left" else [space + "[new: "]
            said += [(piece.text, "green"), "]"]
    return said


def _moved(pair: Pair) -> str:
    if pair.left_number and pair.right_number and pair.left_number != pair.right_number:
        return f"{pair.left_number} → {pair.right_number}"
    return str(pair.left_number or pair.right_number)


def _titled(framework: Framework) -> str:
    """Name authority and edition only where the title doesn't."""
    more = [word for word in (framework.authority, framework.edition) if word and word not in framework.title]
    return f"{framework.title} ({', '.join(more)})" if more else framework.title


def summary_record(framework: Framework) -> dict[str, Any]:
    """Return what `list` tells of a framework."""
    return {
        "id": framework.id,
        "title": framework.title,
        "authority": framework.authority,
        "edition": framework.edition or None,
        "statements": [{"id": s.id, "label": s.label, "text": s.text} for s in framework.statements],
    }


def framework_record(framework: Framework) -> dict[str, Any]:
    """Return everything a framework's file holds."""
    return {
        **summary_record(framework),
        "note": framework.note or None,
        "fallback": framework.fallback,
        "sources": [{"id": s.id, "title": s.title, "publisher": s.publisher or None} for s in framework.sources],
        "statements": [
            {
                "id": s.id,
                "label": s.label,
                "text": s.text,
                "source": s.source,
                "same_as": list(s.same_as),
                "concepts": dict(s.concepts),
                "cues": [{"text": " ".join(cue.words), "weight": cue.weight} for cue in s.cues],
                "passages": [_passages_record(part) for part in s.passages],
            }
            for s in framework.statements
        ],
        "passages": [_passages_record(part) for part in framework.passages],
    }


def pair_record(pair: Pair) -> dict[str, Any]:
    """Return one line of a comparison."""
    return {
        "change": pair.change,
        "left": {"id": pair.left.id, "number": pair.left_number, "text": pair.left.text} if pair.left else None,
        "right": {"id": pair.right.id, "number": pair.right_number, "text": pair.right.text} if pair.right else None,
        "pieces": [{"kind": piece.kind, "text": piece.text} for piece in pair.pieces],
    }


def _passages_record(part: Passages) -> dict[str, Any]:
    items = [{"text": item.text, **item.details} for item in part.items]
    return {"id": part.id, "title": part.title, "source": part.source, "items": items}
