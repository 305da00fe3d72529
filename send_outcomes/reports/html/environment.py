"""The templates, set so that none can forget to escape: every text is made safe (`safe.py`), then escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from send_outcomes.reports.html import drawings
from send_outcomes.reports.safe import shown
from send_outcomes.reports.signs import UNICODE

_MOST_ROWS = 200  # outcomes in a matrix; of a longer list it has the sums


def template(name: str) -> Template:
    """Return the template of that name, without its ending."""
    return _environment().get_template(f"{name}.html.j2")


def style(name: str) -> Markup:
    """Return a style sheet that stands beside the templates, as it is."""
    loader = _environment().loader
    assert loader is not None
    return Markup(loader.get_source(_environment(), f"{name}.css")[0])


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("send_outcomes.reports.html"),
        autoescape=True,
        finalize=_safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(signs=UNICODE, words=drawings.WORDS, draw=drawings, most_rows=_MOST_ROWS)
    return environment


def _safe(value: object) -> object:
    """Make a text safe for a screen; what is Markup has been made by us, and numbers are numbers."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
