"""A page of text for a terminal, a pipe or a file: lines of styled parts, each made safe before it is shown."""

from typing import TextIO

from rich.console import Console
from rich.text import Text

from send_outcomes.reports.contract import Options
from send_outcomes.reports.layout import hanging
from send_outcomes.reports.safe import shown
from send_outcomes.reports.signs import ASCII, UNICODE

Part = str | tuple[str, str]


class Page:
    """Where a text report is written. Texts are never read as markup, and no emoji codes are turned into signs."""

    def __init__(self, stream: TextIO, options: Options, console: Console | None = None) -> None:
        """Write to `stream`; a `console` stands in for one that records."""
        self.width = max(40, options.width)
        self.signs = UNICODE if options.unicode else ASCII
        self._unicode, self._stream = options.unicode, stream
        self._console = console or Console(
            file=stream,
            width=self.width,
            markup=False,
            emoji=False,
            highlight=False,
            no_color=options.colour is False or None,
            force_terminal=options.colour,
        )

    def shown(self, text: str) -> str:
        """Return `text` as it will stand on the page, to measure it."""
        return shown(text, self._unicode)

    def line(self, *parts: Part) -> None:
        """Write one line; a part is a text, or a text and a style."""
        safe = self._safe(parts)
        if self._is_plain:
            self._stream.write("".join(text for text, _ in safe).rstrip(" ") + "\n")
            return
        self._console.print(Text.assemble(*safe), soft_wrap=True)

    def flow(self, *parts: Part, indent: int = 0, hang: int = 0) -> None:
        """Write styled parts over as many lines as they need, all indented, those after the first by `hang` more."""
        text = Text.assemble(*self._safe(parts))
        for number, row in enumerate(text.wrap(self._console, self.width - indent - hang)):
            row.rstrip()
            line = Text(" " * (indent + (hang if number else 0))).append_text(row)
            if self._is_plain:
                self._stream.write(line.plain + "\n")
            else:
                self._console.print(line, soft_wrap=True)

    def paragraph(self, text: str, style: str = "", indent: int = 0, hang: int = 2) -> None:
        """Write `text` over as many lines as it needs, those after the first indented by `hang` more."""
        first, *rest = hanging(self.shown(text), self.width, indent, indent + hang)
        self.line(" " * indent, (first, style))
        for line in rest:
            self.line((line, style))

    @property
    def _is_plain(self) -> bool:
        return self._console.color_system is None and not self._console.record  # rich would be slow, and add nothing

    def _safe(self, parts: tuple[Part, ...]) -> list[tuple[str, str]]:
        return [(self.shown(part), "") if isinstance(part, str) else (self.shown(part[0]), part[1]) for part in parts]
