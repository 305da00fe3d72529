"""Writes SVG: elements with escaped text, and the frame with title and description that every plot has."""

import textwrap
from collections.abc import Iterable

from markupsafe import Markup, escape

from send_outcomes.reports.safe import shown

WIDTH = 360  # units, and on a phone the page's width in pixels
LINE = 17  # units from one line of text to the next
_LETTER = 6.6  # units that a letter takes on average


def element(name: str, *content: str, **attributes: str | float) -> Markup:
    """Return an element; text is escaped, Markup kept. `class_` is class, other underscores are hyphens."""
    given = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value)) for key, value in attributes.items()
    )
    inner = Markup("").join(part if isinstance(part, Markup) else escape(shown(part)) for part in content)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), given, inner)


def framed(key: str, title: str, description: str, height: float, body: Iterable[Markup], width: float = WIDTH) -> Markup:
    """Return a whole plot of `height` units. `key` makes its ids the page's own: letters, digits and hyphens."""
    return element(
        "svg",
        element("title", title, id=f"{key}-title"),
        element("desc", description, id=f"{key}-desc"),
        *body,
        class_="plot",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
    )


def text(x: float, y: float, content: str, class_: str = "") -> Markup:
    """Return a line of text from `x` on, its foot at `y`."""
    return element("text", content, x=x, y=y, **({"class_": class_} if class_ else {}))


def wrapped(content: str, width: float) -> list[str]:
    """Break text into lines that take about `width` units at most."""
    return textwrap.wrap(shown(content), max(8, int(width / _LETTER))) or [""]


def _value(value: str | float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
