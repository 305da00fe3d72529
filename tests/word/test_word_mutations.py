"""Whatever is done to a good document, it is answered with plans or with an UnreadableInput, and texts stand where they are said to."""

import io
import zipfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers import read_bytes_as
from send_outcomes.word import open_document
from send_outcomes.word.markup import NAMES, TRANSITIONAL

GOOD = Path(__file__).parent / "good"
NAMED = ("tracked.docx", "controls.docx", "pieces.docx", "comments.docx", "numbered.docx", "text-box.docx", "strict.docx")
# Its parts have other names, or are many.
APART = ("elsewhere.docx", "huge-picture.docx", "national-draft.docx", "national-draft-libreoffice.docx")
LAID_OUT = tuple(sorted({path.name for path in GOOD.glob("*.docx")} - {*NAMED, *APART}))
TAGS = sorted({tag for tag in NAMES if tag.startswith(f"{{{TRANSITIONAL}}}")})
VALUES = ["", "0", "-1", "9", "99999999", "1e9", "continue", "restart", "bullet", "none", "%9", "\u0663", "Kop1", "x" * 500]
TEXTS = [
    "",
    " ",
    "Section E",
    "Outcomes",
    "Outcome 1:",
    "By July 2027, I will sing",
    ":",
    "- ",
    "n/a",
    "[",
    "{{x}}",
    "☒",
    "\u202e",
    "E –",
    "Name",
    "\u2028",
]
relaxed = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@cache
def unpacked(name):
    with zipfile.ZipFile(GOOD / name) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist() if entry.endswith((".xml", ".rels"))}


def answered(data):
    """Hold the reader to its word on these bytes."""
    for found in read_bytes_as(data, "word", "given"):
        assert isinstance(found, Plan | UnreadableInput)
        if isinstance(found, UnreadableInput):
            assert "\n" not in str(found)
            continue
        paragraphs = open_document(data, "given").paragraphs
        assert len({outcome.id for outcome in found.outcomes}) == len(found.outcomes)
        for part in (*found.outcomes, *found.needs, *found.provision, *found.aspirations):
            assert part.text.strip()
            line, column = part.place.at(0)
            assert paragraphs[line - 1].text[column - 1] == part.text[0]


@given(
    name=st.sampled_from(NAMED),
    changes=st.lists(
        st.tuples(st.integers(0, 2**16), st.sampled_from(["set", "cut", "put", "end"]), st.binary(min_size=1, max_size=4)),
        max_size=4,
    ),
)
@relaxed
def test_bytes_changed(name, changes):
    data = bytearray((GOOD / name).read_bytes())
    for at, what, given_ in changes:
        place = at % max(1, len(data))
        if what == "set":
            data[place : place + len(given_)] = given_
        elif what == "cut":
            del data[place : place + given_[0]]
        elif what == "put":
            data[place:place] = given_
        else:
            del data[place:]
    answered(bytes(data))


@given(
    name=st.sampled_from(NAMED + LAID_OUT),
    part=st.sampled_from(["word/document.xml"] * 6 + ["word/styles.xml", "word/numbering.xml", "word/comments.xml", "word/footnotes.xml"]),
    changes=st.lists(
        st.tuples(
            st.integers(0, 2**16), st.integers(0, 2**16),
            st.sampled_from(["drop", "twice", "move", "rename", "attribute", "text", "unwrap"]), st.integers(0, 2**16),
        ),
        min_size=1, max_size=8,
    ),
)  # fmt: skip
@relaxed
def test_xml_changed(name, part, changes):
    made = dict(unpacked(name))
    if part not in made:
        part = "word/document.xml"
    root = etree.fromstring(made[part])
    for at, to, what, value in changes:
        elements = list(root.iter())[1:]
        if not elements:
            break
        changed(elements[at % len(elements)], elements[to % len(elements)], what, value)
    made[part] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for entry, data in made.items():
            archive.writestr(entry, data)
    answered(out.getvalue())


def changed(one, other, what, value):
    """Change an element: drop it, double it, move it into another, rename it, give it values or text, leave out its shell."""
    parent = one.getparent()
    if what == "drop":
        parent.remove(one)
    elif what == "twice":
        parent.insert(parent.index(one), etree.fromstring(etree.tostring(one)))
    elif what == "move" and one not in [other, *other.iterancestors()]:
        other.append(one)
    elif what == "rename":
        one.tag = TAGS[value % len(TAGS)]
    elif what == "attribute":
        one.set(f"{{{TRANSITIONAL}}}val", VALUES[value % len(VALUES)])
    elif what == "text":
        one.text = TEXTS[value % len(TEXTS)]
    elif what == "unwrap":
        for child in list(one):
            parent.insert(parent.index(one), child)
        parent.remove(one)
