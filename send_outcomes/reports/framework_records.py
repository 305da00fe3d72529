"""Frameworks and their comparison as records for JSON."""

from typing import Any

from send_outcomes.frameworks import Framework, Passages
from send_outcomes.mapping.wording import Pair


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
