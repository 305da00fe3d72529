"""XML of a Word document: a parser that resolves nothing and fetches nothing, and short names for the elements that matter.

A document saved as “Strict Open XML” uses other namespaces for the same elements; both have the same short names here.
"""

from lxml import etree

from send_outcomes.documents import UnreadableInput
from send_outcomes.word.limits import WordLimits

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
_WORDS = (
    "p", "r", "t", "tab", "br", "cr", "ptab", "noBreakHyphen", "softHyphen", "sym", "ruby", "rubyBase", "drawing", "pict",
    "object", "txbxContent", "instrText", "delText", "fldChar", "ffData", "checkBox", "checked", "default", "ddList",
    "listEntry", "result", "fldSimple", "hyperlink", "smartTag", "customXml", "dir", "bdo", "ins", "del", "moveTo",
    "moveFrom", "sdt", "sdtPr", "sdtContent", "showingPlcHdr", "pPr", "rPr", "pStyle", "rStyle", "numPr", "numId", "ilvl",
    "outlineLvl", "vanish", "b", "tbl", "tr", "tc", "trPr", "tcPr", "gridSpan", "vMerge", "hMerge", "gridBefore",
    "cellDel", "cellMerge", "footnoteReference", "footnote", "commentRangeStart", "commentReference", "comment", "style",
    "name", "basedOn", "abstractNum", "abstractNumId", "num", "lvl", "lvlOverride", "startOverride", "numFmt", "lvlText",
    "start", "isLgl", "numStyleLink", "styleLink", "body",
)  # fmt: skip
NAMES: dict[object, str] = {f"{{{space}}}{word}": word for space in (TRANSITIONAL, STRICT) for word in _WORDS}
NAMES |= {f"{{{_COMPATIBILITY}}}{word}": word for word in ("AlternateContent", "Choice", "Fallback")}
NAMES |= {f"{{{_WORD_2010}}}checkbox": "checkbox", f"{{{_WORD_2010}}}checked": "checked"}
_OFF = frozenset({"0", "false", "off", "none"})


def parsed(data: bytes, name: str, path: str, limits: WordLimits) -> "etree._Element":
    """Return the root of a part's XML. Raises `UnreadableInput` where it is broken, declares entities or is too large."""
    if data.count(b"<") > limits.marks:
        raise UnreadableInput("longer than any plan, so it is refused; copy its text into a new document", path)
    if b"<!DOCTYPE" in data[:4_000].replace(b"\0", b""):
        raise _entities(path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, dtd_validation=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableInput(
            f"damaged inside ({name}); open it in Word and save it again, or ask for a new copy", path
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _entities(path)
    return root


def name_of(element: "etree._Element") -> str | None:
    """Return the short name of an element of Word's (“p”, “tbl”), None for any other."""
    return NAMES.get(element.tag)


def children(element: "etree._Element | None", name: str) -> "list[etree._Element]":
    """Return the children with a short name."""
    return [] if element is None else [child for child in element if NAMES.get(child.tag) == name]


def child(element: "etree._Element | None", *names: str) -> "etree._Element | None":
    """Return the first child with a short name, then its first child with the next; None where one is missing."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if NAMES.get(one.tag) == name), None)
    return element


def value(element: "etree._Element | None", attribute: str = "val") -> str | None:
    """Return an attribute of Word's, None where there is none."""
    if element is None:
        return None
    for space in (TRANSITIONAL, STRICT, _WORD_2010):
        found = element.get(f"{{{space}}}{attribute}")
        if found is not None:
            return found
    return element.get(attribute)


def number(element: "etree._Element | None", attribute: str = "val") -> int | None:
    """Return an attribute as a whole number of at most seven digits, else None."""
    text = value(element, attribute) or ""
    return int(text) if len(text) < 8 and text.isascii() and text.removeprefix("-").isdigit() else None


def switched(element: "etree._Element | None") -> bool | None:
    """Return what an on-off property says: None where it is not there, else whether it is on."""
    return None if element is None else (value(element) or "1") not in _OFF


def _entities(path: str) -> UnreadableInput:
    return UnreadableInput("declares XML entities, which Word never does, so it is refused; ask for a new copy", path)
