"""Bytes of a .docx → its text. The one way in for readers and annotators."""

from send_outcomes.documents import UnreadableInput
from send_outcomes.word.limits import WordLimits
from send_outcomes.word.markup import child
from send_outcomes.word.numbers import numbering_of
from send_outcomes.word.package import open_package
from send_outcomes.word.styles import styles_of
from send_outcomes.word.text import Comment, Document
from send_outcomes.word.walk import Walk, comments_of, footnotes_of, indexed

DEFAULTS = WordLimits()


def open_document(data: bytes, path: str, limits: WordLimits = DEFAULTS) -> Document:
    """Return the text of a Word document (.docx, .docm; transitional or strict Open XML).

    Raises `UnreadableInput`, in one line with what to do, where it is none, is locked, damaged or too large. Macros,
    pictures, headers, embedded files and links are never opened.
    """
    package = open_package(data, path, limits)
    parts = package.parts()
    root = package.tree(parts["document"])
    body = child(root, "body")
    if root is None or body is None:
        raise UnreadableInput("holds no text of a document; open it in Word and save it again", path)
    styles, numbering = styles_of(package.tree(parts["styles"])), numbering_of(package.tree(parts["numbering"]))
    walk = Walk(styles, numbering, limits, path, indexed(root, limits, path))
    blocks = tuple(walk.blocks(body))
    walk.seen.pop(-1, None)
    apart = Walk(styles, numbering_of(None), limits, path)
    notes = {note for paragraph in walk.seen.values() for note in paragraph.notes}
    footnotes = dict(footnotes_of(package.tree(parts["footnotes"]), apart)) if notes else {}
    met = walk.inline.comments
    return Document(
        path,
        blocks,
        dict(sorted(walk.seen.items())),
        {id_: text for id_, text in footnotes.items() if id_ in notes},
        tuple(
            Comment(id_, author, text, met.get(id_))
            for id_, author, text in comments_of(package.tree(parts["comments"]), apart)
        ),
        root,
    )
