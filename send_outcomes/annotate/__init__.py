"""What was found on a Word plan → comments in a copy of it, on the exact words. Changes nothing that a reader of the document sees."""

from send_outcomes.annotate.annotating import Annotated, annotated
from send_outcomes.annotate.threads import AUTHOR
from send_outcomes.annotate.writing import Target, target_of

__all__ = ["AUTHOR", "Annotated", "Target", "annotated", "target_of"]
