"""An HTML page taken apart as a browser would, without one: elements, their text, and whether every tag is closed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "link", "img", "hr", "input"}


@dataclass
class Element:
    name: str
    attributes: dict
    path: tuple
    text: str = ""
    children: list = field(default_factory=list)


class Page(HTMLParser):
    """`elements` in order; raises AssertionError for a tag that closes what is not open."""

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.elements, self._open = [], []
        self.feed(source)
        self.close()
        assert [element.name for element in self._open] == []

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in <{tag}>"
        element = Element(tag, dict(attrs), tuple(one.name for one in self._open))
        self.elements.append(element)
        if self._open:
            self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open and self._open[-1].name == tag, f"</{tag}> where {[e.name for e in self._open]} are open"
        self._open.pop()

    def handle_data(self, data):
        for element in self._open:
            element.text += data

    def all(self, name, **attributes):
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [e for e in self.elements if e.name == name and wanted.items() <= e.attributes.items()]

    def ids(self):
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]
