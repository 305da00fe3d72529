"""Drafts made of a few lines of XML, plans and findings on them, and what a commented copy says: read without the code under test."""

import datetime as dt
import io
import re
import zipfile

from lxml import etree

from send_outcomes.findings import Confidence, Feature, Finding, Severity, Verdict
from send_outcomes.model import Anchor, Outcome, Place, Plan
from send_outcomes.plan_report import OutcomeReport, PlanReport
from send_outcomes.word import open_document

WHEN = dt.datetime(2026, 9, 2, 9, 30, 0, tzinfo=dt.UTC)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:unused="urn:kept-though-unused"'
    ' mc:Ignorable="w14 unused"><w:body>{}<w:sectPr/></w:body></w:document>'
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{}</Types>'
)
RELATIONS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RELATION = '<Relationship Id="{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>'
COMMENTS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">{}</w:comments>'
)
COMMENT = '<w:comment w:id="{}" w:author="{}" w:date="2026-09-02T10:00:00Z" w:initials="X"><w:p w14:paraId="{}"><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
COMMENT_TYPE = '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
EXTENDED = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{}</w15:commentsEx>'


def draft(body, comments=None, **more):
    """A .docx with a body; `comments` is the inside of comments.xml, `more` further parts by their name under word/."""
    relations = RELATION.format("rId1", "styles", "styles.xml")
    relations += "" if comments is None else RELATION.format("rId2", "comments", "comments.xml")
    entries = {
        "[Content_Types].xml": TYPES.format("" if comments is None else COMMENT_TYPE),
        "_rels/.rels": RELATIONS.format(RELATION.format("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": DOCUMENT.format(body),
        "word/_rels/document.xml.rels": RELATIONS.format(relations),
        "word/styles.xml": '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
        "word/media/image1.png": bytes(range(256)) * 40,
        **{f"word/{name}.xml": text for name, text in more.items()},
        **({} if comments is None else {"word/comments.xml": COMMENTS.format(comments)}),
        "docProps/core.xml": "<core/>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in entries.items():
            info = zipfile.ZipInfo(name, (2026, 9, 1, 10, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name.endswith("png") else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return out.getvalue()


def outcome_in(data, *paragraphs, id_="O1"):
    """An outcome whose text is that of some paragraphs, joined by spaces, in the readers' contract."""
    document = open_document(data, "draft.docx")
    text, anchors = "", []
    for index in paragraphs:
        text += " " if text else ""
        anchors.append(Anchor(len(text), index + 1, 1))
        text += document.paragraphs[index].text
    return Outcome(id_, text, Place("draft.docx", "", anchors[0].line, 1, "E", None, tuple(anchors)))


def finding(text, words, code="N611", name="vague-verb", severity=Severity.ERROR, **more):
    """A finding on the first place where `words` stand, or a gap where they are empty."""
    start = text.index(words) if words else 0
    return Finding(
        code, name, "specific", severity, Confidence.HIGH, more.pop("message", f"“{words}” can't be seen"), more.pop("why", "It must show."),
        start, start + len(words), words, **more,
    )  # fmt: skip


def report(*outcomes):
    """A PlanReport on (outcome, findings) pairs."""
    features = dict.fromkeys(Feature, Verdict.CANNOT_TELL)
    made = tuple(OutcomeReport(outcome, None, None, tuple(findings), features, {}) for outcome, findings in outcomes)
    return PlanReport(Plan("L-1", "draft.docx", tuple(outcome for outcome, _ in outcomes)), made)


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def tree(data, name=None):
    parts = parts_of(data)
    return etree.fromstring(parts[name or next(one for one in parts if re.fullmatch(r"(word[/\\])?document\d?.xml", one))])


def comments_in(data):
    """The comments: id → (author, paragraphs of text); none where there is no part for them."""
    if "word/comments.xml" not in parts_of(data):
        return {}
    found = {}
    for one in tree(data, "word/comments.xml"):
        text = ["".join(t.text for t in p.iter("{*}t")) for p in one.iter("{*}p")]
        assert one.get(f"{{{etree.QName(one).namespace}}}id") not in found, "an id given twice"
        found[_value(one, "id")] = (_value(one, "author"), text)
    return found


def anchored(data):
    """The words between the marks of each comment of ours: id → text, paragraphs parted by a space."""
    ours = {id_ for id_, (author, _) in comments_in(data).items() if author == "send-outcomes"}
    open_, found, referred = set(), {}, set()
    for one in tree(data).iter():
        name = etree.QName(one).localname
        if name.startswith("comment") and _value(one, "id") not in ours:
            continue
        match name:
            case "commentRangeStart":
                open_.add(_value(one, "id"))
                found[_value(one, "id")] = ""
            case "commentRangeEnd":
                open_.remove(_value(one, "id"))
            case "commentReference":
                assert _value(one, "id") not in open_
                referred.add(_value(one, "id"))
            case "p":
                for id_ in open_:
                    found[id_] += " "
            case "t" | "tab" | "br" | "sym" | "noBreakHyphen" as name:
                shown = _shown(one) if name == "t" else {"noBreakHyphen": "-", "sym": "✓"}.get(name, " ")
                for id_ in open_:
                    found[id_] += shown
    assert not open_
    assert referred == set(found) == ours
    return {id_: " ".join(text.split()) for id_, text in found.items()}


def look(data):
    """What a reader of the document sees: every character with its formatting and what it stands in; no comments."""
    seen = []
    for run in tree(data).iter("{*}r"):
        if run.find("{*}commentReference") is not None and run.find("{*}t") is None:
            continue
        around = [etree.QName(one).localname for one in run.iterancestors()]
        properties = run.find("{*}rPr")
        form = b"" if properties is None else etree.tostring(properties, method="c14n", with_tail=False)
        paragraph = next(run.iterancestors("{*}p"))
        number = paragraph.getroottree().getpath(paragraph)
        for part in run:
            if etree.QName(part).localname == "t":
                seen += [(number, around, form, character) for character in _shown(part)]
            elif etree.QName(part).localname not in ("rPr", "commentReference"):
                seen.append((number, around, form, re.sub(r"\s+xmlns:\w+=\"[^\"]+\"", "", etree.tostring(part, with_tail=False).decode())
                             if part.find(".//{*}p") is None else part.tag))  # fmt: skip
    return seen


def _shown(text):
    return (text.text or "") if text.get(SPACE) == "preserve" else (text.text or "").strip(" \t\r\n")


def _value(element, name):
    return next(text for key, text in element.attrib.items() if etree.QName(key).localname == name)
