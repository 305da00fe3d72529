"""Shows frameworks: as a list, one in full, or how the wording of two differs. Colour isn't needed. Reads no file."""

from collections.abc import Iterable, Sequence

from send_outcomes.concepts import Concept
from send_outcomes.frameworks import Framework, Item, Passages, Statement
from send_outcomes.mapping.wording import Pair
from send_outcomes.reports.page import Page, Part

_ASIDE = ("priority", "phase", "baseline", "target", "by", "note")


def framework_list(page: Page, frameworks: Iterable[Framework]) -> None:
    """Write each framework's id, title, edition and number of statements."""
    for framework in frameworks:
        page.flow((framework.id, "bold cyan"), f"  {len(framework.statements)} statements")
        page.flow(_titled(framework), indent=4)
        page.flow((" · ".join(statement.label for statement in framework.statements), "dim"), indent=4)


def concept_list(page: Page, concepts: Iterable[Concept]) -> None:
    """Write each concept's name and what it is about."""
    for concept in concepts:
        page.flow((concept.name, "bold cyan"), f"  {concept.about}", hang=4)


def framework_page(page: Page, framework: Framework, full: bool) -> None:
    """Write a framework's statements; with `full` all passages, else only how many there are."""
    page.flow((framework.title, "bold"))
    page.flow((framework.id, "cyan"), f" · {framework.authority}", f" · {framework.edition}" if framework.edition else "")
    for source in framework.sources:
        page.flow("Source: ", (source.title, "italic"), f" ({source.publisher})" if source.publisher else "")
    if framework.note:
        page.flow((framework.note.strip(), "dim"))
    for number, statement in enumerate(framework.statements, 1):
        page.line()
        _statement(page, number, statement, framework.fallback == statement.id)
        _passages(page, statement.passages, full, 4)
    if framework.passages:
        page.line()
        _passages(page, framework.passages, full, 0)
    if not full and (framework.passages or any(statement.passages for statement in framework.statements)):
        page.line()
        page.flow(("All of it: add --full", "dim"))


def wording_page(page: Page, left: Framework, right: Framework, pairs: Sequence[Pair]) -> None:
    """Write each pair: what stayed, and the words that changed in [brackets], so that colour isn't needed."""
    page.flow((left.id, "bold cyan"), " → ", (right.id, "bold cyan"))
    for pair in pairs:
        page.line()
        statement = pair.left or pair.right
        assert statement is not None
        page.flow(
            (_moved(pair), "dim"),
            " ",
            (statement.id, "bold"),
            "  ",
            (pair.change, "dim" if pair.change == "same" else "yellow"),
        )
        if pair.change == "reworded" and not pair.close and pair.left and pair.right:
            page.flow(("- ", "red"), pair.left.text, indent=6)
            page.flow(("+ ", "green"), pair.right.text, indent=6)
        else:
            page.flow(*(_changed(pair) if pair.change == "reworded" else [statement.text]), indent=6)
    counts = {change: sum(pair.change == change for pair in pairs) for change in ("same", "reworded", "removed", "added")}
    page.line()
    page.flow("; ".join(f"{number} {change}" for change, number in counts.items() if number))


def _statement(page: Page, number: int, statement: Statement, is_fallback: bool) -> None:
    page.flow((f"{number:>2}  ", "bold"), (statement.label, "bold"), f"  ({statement.id})")
    if statement.label != statement.text:
        page.flow((statement.text, "italic"), indent=4)
    if statement.concepts:
        page.flow(
            ("known by: ", "dim"),
            (", ".join(sorted(statement.concepts, key=lambda c: -statement.concepts[c])), "dim"),
            indent=4,
        )
    if statement.cues:
        page.flow(("its own cues: ", "dim"), (", ".join(" ".join(cue.words) for cue in statement.cues), "dim"), indent=4)
    if statement.same_as:
        page.flow(("same as: ", "dim"), (", ".join(statement.same_as), "dim"), indent=4)
    if is_fallback:
        page.flow(("given where no words speak for any statement", "dim"), indent=4)


def _passages(page: Page, passages: Iterable[Passages], full: bool, indent: int) -> None:
    for part in passages:
        if full:
            page.flow((part.title, "underline"), indent=indent)
            for item in part.items:
                page.flow(*_item(item), indent=indent + 2, hang=2)
        else:
            page.flow(("+ ", "dim"), part.title, (f" ({len(part.items)})", "dim"), indent=indent)


def _item(item: Item) -> list[Part]:
    number, name = item.details.get("number"), item.details.get("name") or item.details.get("group")
    aside = [f"{key} {item.details[key]}" if key != "note" else item.details[key] for key in _ASIDE if key in item.details]
    said: list[Part] = [(f"{number}. " if number else "- ", "dim"), item.text]
    if name:
        said.insert(1, (f"{name}: ", "dim"))
    if aside:
        said.append((f" [{'; '.join(aside)}]", "cyan"))
    return said


def _changed(pair: Pair) -> list[Part]:
    said: list[Part] = []
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
