"""Every text of a shipped framework stands word for word in the document named as its source."""

import re
from pathlib import Path

import pytest

from send_outcomes import frameworks

SEEDS = Path(__file__).parent / "seeds"


def plain(text: str) -> str:
    """Leave out white space differences and the marks of headings, bold and footnotes."""
    return " ".join(re.sub(r"[*#]", "", text).split())


def haystacks(source: str) -> list[str]:
    """The document as it runs, and each column of its tables as it runs."""
    text = (SEEDS / f"{source}.txt").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if "\t" in line]
    columns = [" ".join(row[i] for row in rows if len(row) > i) for i in (0, 1)]
    return [plain(text), *map(plain, columns)]


def texts():
    for framework in frameworks.shipped():
        for statement in framework.statements:
            yield pytest.param(statement.source, statement.text, id=f"{framework.id}:{statement.id}")
            for part in statement.passages:
                for n, item in enumerate(part.items, 1):
                    yield pytest.param(part.source, item.text, id=f"{framework.id}:{statement.id}:{part.id}:{n}")
        for part in framework.passages:
            for n, item in enumerate(part.items, 1):
                yield pytest.param(part.source, item.text, id=f"{framework.id}:{part.id}:{n}")


ALL = list(texts())
COLUMNS = {source.id: haystacks(source.id) for f in frameworks.shipped() for source in f.sources}


@pytest.mark.parametrize(("source", "text"), ALL)
def test_stands_in_its_source(source, text):
    assert any(plain(text) in haystack for haystack in COLUMNS[source])


def test_measures_have_the_sources_own_figures():
    seed = plain(COLUMNS["stockport-2020-strategy"][0])
    (measures,) = [p for p in frameworks.find("stockport-2020").passages if p.id == "impact-measures"]
    for item in measures.items:
        row = [item.details.get("phase", ""), item.details["baseline"], item.details["target"], item.details["by"]]
        assert plain(" ".join(row)) in seed


def test_priorities_are_those_that_the_text_ends_with():
    for statement in frameworks.find("shropshire-2025").statements:
        for part in statement.passages:
            for item in part.items:
                said = re.search(r"\(Priority (\d)\)$", item.text)
                assert item.details.get("priority") == (said and said[1])


def test_slips_of_the_source_are_kept():
    said = {text for param in ALL for text in [param.values[1]]}
    assert any("qualifications or raining" in text for text in said)  # Nottingham
    assert any("Leaning Disability" in text for text in said)  # Stockport 2020
    assert any("providers aand colleagues" in text for text in said)  # Shropshire
