"""A page for each shipped framework, with every passage of it, and the page that lists them."""

from collections.abc import Mapping

from markdown import anchor, page, plain, table, toctree

from send_outcomes.frameworks import Framework, Item, Passages, Statement, shipped

INDEX = """\
# Frameworks

An area's themes, outcomes or I statements, word for word as their source has them, one file an edition. `send-outcomes map` says which
of them an outcome serves, and shows the words that led there. `--framework` picks one; so does a [profile](../own/profiles.md). Another area adds
[a file of its own](../own/frameworks.md) and nothing else.
"""


def framework_pages() -> dict[str, str]:
    """Return path below docs/ → text."""
    all_ = {framework.id: framework for framework in shipped()}
    rows = [
        [f"[{plain(f.title)}]({f.id}.md)", f"`{f.id}`", plain(f.authority), plain(f.edition), str(len(f.statements))]
        for f in all_.values()
    ]
    index = page(INDEX, table(["framework", "id", "area", "edition", "statements"], rows), toctree(all_))
    return {"frameworks/index.md": index, **{f"frameworks/{id_}.md": _page(framework, all_) for id_, framework in all_.items()}}


def _page(framework: Framework, all_: Mapping[str, Framework]) -> str:
    head = " · ".join(part for part in (f"`{framework.id}`", plain(framework.authority), plain(framework.edition)) if part)
    sources = "".join(
        f"- *{plain(source.title)}*{f', {plain(source.publisher)}' if source.publisher else ''}\n"
        for source in framework.sources
    )
    return page(
        f"# {plain(framework.title)}",
        head,
        f"Taken word for word from:\n\n{sources}",
        plain(framework.note) if framework.note else "",
        "## Statements",
        *(part for statement in framework.statements for part in _statement(statement, framework, all_)),
        *(part for passages in framework.passages for part in _passages(passages, framework, "## ")),
    )


def _statement(statement: Statement, framework: Framework, all_: Mapping[str, Framework]) -> list[str]:
    counterparts = ", ".join(_counterpart(name, framework, all_) for name in statement.same_as)
    known = sorted(statement.concepts, key=lambda name: (-statement.concepts[name], name))
    cues = ", ".join(plain(" ".join(cue.words)) for cue in statement.cues)
    aside = [
        f"id `{statement.id}`",
        f"counterpart: {counterparts}" if counterparts else "",
        f"known by: {', '.join(known)}" if known else "",
        f"its own cues: {cues}" if cues else "",
        "given where no words speak for any statement" if framework.fallback == statement.id else "",
    ]
    return [
        f"### {plain(statement.label)}",
        f"> {plain(statement.text)}" if statement.text != statement.label else "",
        "".join(f"- {line}\n" for line in aside if line),
        *(part for passages in statement.passages for part in _passages(passages, framework, "#### ")),
    ]


def _counterpart(name: str, framework: Framework, all_: Mapping[str, Framework]) -> str:
    other, _, id_ = name.partition("/")
    there = all_.get(other, framework)
    statement = there.statement(id_)
    label = statement.label if statement else id_
    return f"[{plain(label)}]({other}.md#{anchor(label)}) ({plain(there.title)})"


def _passages(passages: Passages, framework: Framework, level: str) -> list[str]:
    source = next((s for s in framework.sources if s.id == passages.source), framework.sources[0])
    said = [f"From *{plain(source.title)}*:"] if source.id != framework.sources[0].id else []
    return [f"{level}{plain(passages.title)}", *said, "".join(f"- {_item(item)}\n" for item in passages.items)]


def _item(item: Item) -> str:
    name = item.details.get("name") or item.details.get("group")
    number = item.details.get("number")
    aside = [f"{key} {plain(said)}" for key, said in item.details.items() if key not in ("name", "group", "number", "note")]
    aside += [plain(item.details["note"])] if "note" in item.details else []
    lead = " ".join(part for part in (f"{number}\\." if number else "", f"*{plain(name)}:*" if name else "") if part)
    return f"{lead} {plain(item.text)}".strip() + (f" *({'; '.join(aside)})*" if aside else "")
