"""The parts of a Word file that comments need: comments.xml, and the two lists that must name it. Knows no finding, no file."""

import datetime as dt
import posixpath
import re
from collections.abc import Iterable

from lxml import etree

from send_outcomes.annotate.threads import AUTHOR
from send_outcomes.word.markup import STRICT, TRANSITIONAL
from send_outcomes.word.package import Package

INITIALS = "SO"
CONTENT_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = {
    TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
_DECLARATION = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*\?>\s*")
_UTF8 = re.compile(rb"encoding\s*=\s*['\"]utf-8['\"]", re.IGNORECASE)
_USUAL = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_SIZE = "20"  # half-points, as Word's own comments have
_SPACING = {"before": "0", "after": "60", "line": "240", "lineRule": "auto"}


def written(root: "etree._Element", before: bytes | None) -> bytes:
    """Return a part as bytes, in UTF-8, under the XML declaration that it had."""
    declaration = _DECLARATION.match(before or b"")
    head = declaration[0] if declaration and (b"encoding" not in declaration[0] or _UTF8.search(declaration[0])) else _USUAL
    return head + etree.tostring(root, encoding="UTF-8", xml_declaration=False)


def no_comments(space: str) -> "etree._Element":
    """Return the root of an empty comments.xml for a document in the namespace `space`."""
    return etree.Element(f"{{{space}}}comments", nsmap={"w": space})


def add_comment(comments: "etree._Element", id_: int, lines: Iterable[str], when: dt.datetime) -> None:
    """Add a comment of ours, a paragraph a line. `when` is in UTC."""
    space = etree.QName(comments).namespace or ""

    def inside(parent: "etree._Element", name: str, **values: str) -> "etree._Element":
        return etree.SubElement(parent, f"{{{space}}}{name}", {f"{{{space}}}{key}": text for key, text in values.items()})

    comment = inside(comments, "comment", id=str(id_), author=AUTHOR, date=f"{when:%Y-%m-%dT%H:%M:%SZ}", initials=INITIALS)
    for i, line in enumerate(lines):
        paragraph = inside(comment, "p")
        inside(inside(paragraph, "pPr"), "spacing", **_SPACING)
        if not i:
            inside(inside(paragraph, "r"), "annotationRef")
        run = inside(paragraph, "r")
        properties = inside(run, "rPr")
        inside(properties, "sz", val=_SIZE)
        inside(properties, "szCs", val=_SIZE)
        text = inside(run, "t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def changed_parts(package: Package, document: "etree._Element", comments: "etree._Element") -> dict[str, bytes]:
    """Return what has to be written anew, by the names of the zip's entries: document, comments and, where they lack them, lists."""
    part = package.parts()
    relations_name = relations_of(part["document"])
    made = {part["document"]: document, part["comments"]: comments}
    types, relations = package.tree(CONTENT_TYPES), package.tree(relations_name)
    relations = no_relations() if relations is None else relations
    if types is not None and name_type(types, part["comments"]):
        made[CONTENT_TYPES] = types
    if name_relation(relations, part["document"], part["comments"], etree.QName(comments).namespace == STRICT):
        made[relations_name] = relations
    entries = {name: package.entries.get(name.lower()) for name in made}
    return {entry.filename if entry else name: written(made[name], package.part(name)) for name, entry in entries.items()}


def name_type(types: "etree._Element", part: str) -> bool:
    """Have [Content_Types].xml say what the comments part is; return whether that had to be added."""
    for one in types.iter("{*}Override"):
        if one.get("PartName", "").lower() == f"/{part}".lower():
            return False
    etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{part}", "ContentType": _TYPE})
    return True


def name_relation(relations: "etree._Element", document: str, part: str, strict: bool) -> bool:
    """Have the document's relationships name the comments part; return whether that had to be added."""
    space = _RELATION.values()
    if any(one.get("Type") in space and one.get("TargetMode") != "External" for one in relations.iter("{*}Relationship")):
        return False
    taken = {one.get("Id") for one in relations.iter("{*}Relationship")}
    id_ = next(f"rId{i}" for i in range(1, len(taken) + 2) if f"rId{i}" not in taken)
    target = posixpath.relpath(part, posixpath.dirname(document) or ".")
    type_ = _RELATION[STRICT if strict else TRANSITIONAL]
    etree.SubElement(relations, f"{{{_RELATIONSHIPS}}}Relationship", {"Id": id_, "Type": type_, "Target": target})
    return True


def no_relations() -> "etree._Element":
    """Return the root of an empty list of relationships."""
    return etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')


def relations_of(part: str) -> str:
    """Return the name of the part that lists the relationships of a part."""
    folder, file = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{file}.rels")
