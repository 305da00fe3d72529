"""The page of `--format html`: it stands alone, can be read by everyone, and nothing in a plan can act on it."""

import io
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from html_pages import Page
from made_reports import LAURA, RUN, finding, laura, outcome, plan, served, summary

from send_outcomes.documents import UnreadableInput
from send_outcomes.findings import About, Confidence
from send_outcomes.frameworks import find
from send_outcomes.language.provision_parts import NOT_NEEDED, PartFound, ProvisionPart
from send_outcomes.model import Need, Place, Provision
from send_outcomes.plan_report import ProvisionReport
from send_outcomes.reports import Options, begin
from send_outcomes.reports.html.environment import style
from send_outcomes.thread import Item, Kind, Link, Thread

FRAMEWORKS = {name: find(name) for name in ("nottingham", "stockport-2024", "shropshire-2025")}
WITH_FRAMEWORKS = replace(RUN, frameworks=FRAMEWORKS)
HOSTILE = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(1)><style>*{display:none}\u202etxt\u2066\x1b[31m&lt;b&gt;{{ 7*7 }}"


def page_of(*reports, errors=(), run=WITH_FRAMEWORKS, **options):
    stream = io.StringIO()
    report = begin("html", stream, run, Options(**options))
    for each in reports:
        report.plan(each)
    report.end(summary(*reports), errors)
    return stream.getvalue()


def whole(text="Regular help in class.", words="help", **changes):
    """A whole plan: an outcome, a need and a provision with findings, the parts of the provision, a thread."""
    report = laura(**changes)
    need = Need("N1", text, Place("draft.docx", words))
    provision = Provision("P1", text, Place("draft.docx"), who=words)
    parts = dict.fromkeys(ProvisionPart) | {ProvisionPart.WHO: PartFound(words), ProvisionPart.SKILLS: NOT_NEEDED}
    on_plan = finding(text, None, "T10", "views-not-shown", "golden_thread", f"say how views were gathered {words}", "w")
    vague = finding(text, text[:7], "P06", "vague-provision-word", "provision", f"“{text[:7]}”: how often?")
    link = Link(Item(Kind.OUTCOME, "O2"), Item(Kind.PROVISION, "P1"), "words", Confidence.MEDIUM, (words,))
    items = (Item(Kind.NEED, "N1"), Item(Kind.OUTCOME, "O2"), Item(Kind.PROVISION, "P1"))
    return replace(
        report,
        plan=replace(report.plan, needs=(need,), provision=(provision,)),
        findings=(on_plan, replace(vague, about=About("provision", "P1"))),
        provision=(ProvisionReport(provision, parts),),
        thread=Thread(items, (link,)),
    )


def hostile():
    """A plan in which everything that a person can write is hostile."""
    text = f"I will {HOSTILE}"
    mark = finding(text, HOSTILE, "N611", "vague-verb", "specific", HOSTILE, fix=HOSTILE)
    aside = finding(text, "will", "N801", "provision", "not_provision", HOSTILE, ignored=HOSTILE)
    mapping = {"nottingham": (served(text, "my-skills-for-living", "My Skills for Living", HOSTILE),)}
    one = outcome(text, mark, aside, id=HOSTILE, path=HOSTILE, label=HOSTILE, mapping=mapping)
    report = whole(HOSTILE, HOSTILE)
    report = replace(report, outcomes=(replace(one, suggestion=HOSTILE),))
    return replace(report, plan=replace(report.plan, id=HOSTILE, path=HOSTILE, outcomes=(one.outcome,)))


PAGES = {
    "whole": page_of(whole()),
    "several": page_of(whole(), laura(path="other.docx"), errors=[UnreadableInput("is encrypted", "locked.docx")]),
    "redacted": page_of(whole(), redact=True),
    "hostile": page_of(hostile(), errors=[UnreadableInput("is odd", HOSTILE)]),
    "clean": page_of(plan(outcome("I will go."))),
    "empty": page_of(),
}


@pytest.fixture(params=PAGES)
def source(request):
    return PAGES[request.param]


def test_it_stands_alone(source):
    page = Page(source)
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & {e.name for e in page.elements}
    for element in page.elements:
        for name, value in element.attributes.items():
            assert not name.startswith("on") and name not in ("src", "srcset", "action")
            assert name != "style" or re.fullmatch(r"max-width:\d+px", value)
            assert name != "href" or value.startswith("#"), value
    styles = "".join(e.text for e in page.all("style"))
    assert "url(" not in styles and "@import" not in styles
    policy = page.all("meta", http_equiv="Content-Security-Policy")[0].attributes["content"]
    assert policy.startswith("default-src 'none'")


def test_links_and_labels_lead_somewhere(source):
    page = Page(source)
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9-]*", id_) for id_ in ids)
    led_to = [e.attributes["href"][1:] for e in page.elements if "href" in e.attributes]
    for element in page.elements:
        led_to += element.attributes.get("aria-labelledby", "").split()
    assert set(led_to) <= set(ids)


def test_it_can_be_read_by_everyone(source):
    page = Page(source)
    assert page.all("html")[0].attributes["lang"] == "en-GB"
    assert [len(page.all(name)) for name in ("main", "footer", "h1")] == [1, 1, 1]
    assert [e.text for e in page.all("title") if "svg" not in e.path] == ["Outcomes report"]
    levels = [int(e.name[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.name)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in page.all("table"):
        assert table.children[0].name == "caption" and table.children[0].text.strip()
    assert all(cell.attributes.get("scope") in ("col", "row") for cell in page.all("th"))
    for plot in page.all("svg"):
        assert plot.attributes["role"] == "img"
        assert [child.name for child in plot.children[:2]] == ["title", "desc"]
        assert all(child.text for child in plot.children[:2])
    for region in page.all("div", role="region"):
        assert region.attributes["tabindex"] == "0"


def test_hostile_words_are_shown_and_do_nothing():
    source = PAGES["hostile"]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", source)
    text = next(e.text for e in Page(source).all("p", class_="text"))
    assert "</p><script>alert(1)</script>\"'><img src=x onerror=alert(1)>" in text
    assert "{{ 7*7 }}" in text and "&lt;b&gt;" in text


def test_marks_stand_on_their_words_and_lead_to_their_findings():
    page = Page(PAGES["whole"])
    assert [mark.text for mark in page.all("mark")] == ["Laura", "improve", "SALT", "Regular"]
    text = next(e for e in page.all("p", class_="text"))
    assert re.sub(r"finding \d+", "", text.text) == LAURA
    by_id = {e.attributes["id"]: e for e in page.elements if "id" in e.attributes}
    second = by_id[[ref for ref in text.children if ref.name == "a"][1].attributes["href"][1:]]
    assert "N611 vague-verb" in second.text and "can't be seen" in second.text
    gap = next(e for e in page.all("li") if "N651" in e.text and e.children[0].attributes.get("class") == "number")
    assert gap.children[0].text == "!missing"
    aside = "Set aside: N801 provision “support”, because: agreed at the meeting"
    assert aside in [e.text for e in page.all("p", class_="quiet")]


def test_a_list_in_an_outcome_keeps_its_lines():
    source = page_of(plan(outcome("I will:\n- cook\r\n- swim")))
    assert ">I will:<br>- cook<br>- swim</p>" in source


def test_verdicts_are_signs_and_words_for_each_outcome_and_feature():
    row = next(e for e in Page(PAGES["whole"]).all("tr") if e.text.startswith("O2"))
    assert [cell.text for cell in row.children][:4] == ["O2", "✓ met", "✓ met", "✓ met"]
    assert "✗ not met" in row.text and "◐ partly" in row.text and "? can’t tell" in row.text
    assert len(row.children) == 13


def test_provision_says_of_each_part_whether_it_is_there():
    row = next(e for e in Page(PAGES["whole"]).all("tr") if e.text.startswith("P1"))
    assert [cell.text for cell in row.children][1:] == [
        "✗ missing",
        "✗ missing",
        "✗ missing",
        "✓ help",
        "not needed",
        "✗ missing",
    ]


def test_the_thread_says_what_hangs_together_and_what_is_loose():
    source = PAGES["whole"]
    row = next(e for e in Page(source).all("tr") if e.text.startswith("O2") and "P1" in e.text)
    assert [cell.text for cell in row.children] == ["O2", "not directly", "not directly", "P1 (by its words)"]
    assert "N1: no outcome" in Page(source).all("main")[0].text


def test_each_plot_has_its_table():
    report = laura()
    page = Page(page_of(report))
    titles = [plot.children[0].text for plot in page.all("svg")]
    assert titles == ["Key features by outcome", *(f.title for f in FRAMEWORKS.values())]
    tables = [e for e in page.all("table") if "details" in e.path]
    assert [t.children[0].text for t in tables] == titles
    statements = FRAMEWORKS["stockport-2024"].statements
    assert [row.text for row in page.all("tr") if row.text in {f"{s.text}none" for s in statements}] == [
        f"{s.text}none" for s in statements
    ]


def test_what_to_mend_first_stands_at_the_top_with_its_reason():
    first = Page(PAGES["whole"]).all("ol", class_="mends")[0].children
    assert len(first) == 3
    assert all("✗ error" in item.text and "Because." in item.text for item in first)
    assert "nothing to mend" in PAGES["clean"]


def test_redacted_it_holds_no_word_of_the_plan():
    for word in ("Laura", "improve", "SALT", "communication", "agreed", "Regular", "help in class"):
        assert word not in PAGES["redacted"], word
    assert "(text left out)" in PAGES["redacted"] and "characters 1 to 5:" in PAGES["redacted"]


def test_several_plans_close_with_a_table_and_what_could_not_be_read():
    page = Page(PAGES["several"])
    assert "All 2 plans" in [e.text for e in page.all("h2")]
    assert "locked.docx: is encrypted" in page.all("section", aria_labelledby="errors")[0].text


def test_plans_are_written_as_they_come():
    stream = io.StringIO()
    report = begin("html", stream, WITH_FRAMEWORKS, Options())
    report.plan(laura())
    assert "Plan L-2041" in stream.getvalue()


def test_a_stream_without_unicode_gets_references():
    source = page_of(whole(), unicode=False)
    assert source.isascii()
    assert "✗ not met" in Page(source).all("main")[0].text


ON_PAPER = dict.fromkeys(("ink", "quiet", "link", "error", "warning", "info"), 4.5)
ON_FILL = {f"on-{name}": name for name in ("met", "partly", "not-met", "cannot-tell")}
SEGMENTS = [*(f"seg-{n}" for n in range(1, 8)), "bar"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_have_the_contrast_that_wcag_aa_asks(scheme):
    """WCAG 2.2, 1.4.3 (text, 4.5 to 1) and 1.4.11 (what is needed to understand a graphic, 3 to 1)."""
    colours = _colours(scheme)
    for name, least in ON_PAPER.items():
        for ground in ("paper", "panel", "met-wash", "partly-wash", "not-met-wash", "cannot-tell-wash"):
            assert _contrast(colours[name], colours[ground]) >= least, (name, ground)
    for text, fill in ON_FILL.items():
        assert _contrast(colours[text], colours[fill]) >= 4.5, text
    for segment in SEGMENTS:
        assert _contrast(colours[segment], colours["track"]) >= 3, segment


def _colours(scheme):
    light, dark = re.findall(r":root \{(.*?)\}", style("page"), re.DOTALL)
    read = dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})\b", light))
    return read | (dict(re.findall(r"--([\w-]+): #([0-9a-f]{6})\b", dark)) if scheme == "dark" else {})


def _contrast(one, other):
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
