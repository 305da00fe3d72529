"""Puts the marks of comments into a document's XML: on the exact characters, wherever they stand. Knows no finding."""

from collections.abc import Iterable, Sequence

from lxml import etree

from send_outcomes.annotate.cutting import Cuts
from send_outcomes.annotate.spots import Spot, edges
from send_outcomes.word import Document, Piece
from send_outcomes.word.markup import name_of

_SMALL = "16"  # half-points: a reference must not make its line higher


def mark(document: Document, spots: Sequence[Spot], ids: Iterable[int]) -> None:
    """Mark each spot with the comment of its id: a range around the words and, behind them, the reference to the comment."""
    cuts = Cuts()
    found = [edges(spot, document) for spot in spots]
    for starting, ending in found:
        for piece, offset in (starting, ending):
            if sealed(piece) is None:
                cuts.cut(piece.run, offset)
    space = etree.QName(document.root).namespace or ""
    behind: dict[etree._Element, etree._Element] = {}
    for ((first, start), (last, end)), id_ in zip(found, ids, strict=True):
        head, tail = sealed(first), sealed(last)
        head = cuts.starting(first.run, start) if head is None else head
        tail = cuts.ending(last.run, end) if tail is None else tail
        head.addprevious(_mark(head, space, "commentRangeStart", id_))
        ended = _mark(tail, space, "commentRangeEnd", id_)
        behind.get(tail, tail).addnext(ended)
        reference = _reference(tail, space, id_)
        ended.addnext(reference)
        behind[tail] = reference


def sealed(piece: Piece) -> "etree._Element | None":
    """Return what a piece stands in that a comment can only be put around, None for most.

    Word ignores comments within text boxes ([MS-OI29500], commentRangeStart, c), and fills fields and controls that are
    bound to data anew, so that marks within would be lost; LibreOffice shows a comment within a field as its text.
    """
    found = None
    boxed = paragraph = False
    for above in piece.run.iterancestors():
        match name_of(above):
            case "txbxContent":
                boxed, found = True, None
            case "r" if boxed and found is None:
                found = above
            case "p":
                paragraph = True
            case "fldSimple" if not paragraph:
                found = above
            case "sdt" if not paragraph and above.find("{*}sdtPr/{*}dataBinding") is not None:
                found = above
    return found


def _mark(near: "etree._Element", space: str, name: str, id_: int) -> "etree._Element":
    return near.makeelement(f"{{{space}}}{name}", {f"{{{space}}}id": str(id_)})


def _reference(near: "etree._Element", space: str, id_: int) -> "etree._Element":
    run = near.makeelement(f"{{{space}}}r")
    properties = etree.SubElement(run, f"{{{space}}}rPr")
    for name in ("sz", "szCs"):
        etree.SubElement(properties, f"{{{space}}}{name}", {f"{{{space}}}val": _SMALL})
    etree.SubElement(run, f"{{{space}}}commentReference", {f"{{{space}}}id": str(id_)})
    return run
