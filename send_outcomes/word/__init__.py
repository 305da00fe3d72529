"""Word documents: their text, with the run that each character came from. Knows nothing of plans; readers and annotators share it."""

from send_outcomes.word.limits import WordLimits
from send_outcomes.word.opening import open_document
from send_outcomes.word.runs import run_parts
from send_outcomes.word.text import Block, Cell, Comment, Document, Paragraph, Piece, Row, Table, paragraphs_of

__all__ = [
    "Block",
    "Cell",
    "Comment",
    "Document",
    "Paragraph",
    "Piece",
    "Row",
    "Table",
    "WordLimits",
    "open_document",
    "paragraphs_of",
    "run_parts",
]
