"""The thread as it is drawn: every item and every gap is there, likeness is told from reference, and nothing slips out."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from send_outcomes.cli import app
from send_outcomes.documents import schema

PLAN = """\
plan: S-1
child: {known_as: Sam}
aspirations: [{id: A1, text: I want to be a chef.}, {id: A2, text: I want to play the drums.}]
needs: [{id: N1, text: Sam reads slowly.}, {id: N2, section: C, text: "Sam has asthma <b>&amp;</b> \\e[31mred"}]
outcomes:
  - {id: O1, text: I will cook a meal from a recipe that I have read., needs: [N1], aspirations: [A1]}
  - {id: O2, text: I will read a menu to my nan., needs: [N1], aspirations: [A1]}
provision: [{id: P1, section: F, text: "Reading with a teacher, daily."}]
"""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def draw(tmp_path):
    def drawn(*options, plan=PLAN, code=0):
        path = tmp_path / "plan.yaml"
        path.write_text(plan, encoding="utf-8")
        result = CliRunner().invoke(app, ["thread", str(path), *options])
        assert result.exit_code == code, result.output
        return result.stdout

    return drawn


def test_the_tree_hangs_provision_on_outcomes_on_needs_on_aspirations(draw):
    lines = draw().splitlines()
    at = {
        id_: next(i for i, line in enumerate(lines) if re.search(rf"(^|─ ){id_} ", line))
        for id_ in ("A1", "N1", "O1", "P1", "O2")
    }
    assert sorted(at, key=at.get) == ["A1", "N1", "O1", "P1", "O2"]
    depth = [len(re.match(r"[│├└─ ]*", lines[at[id_]])[0]) for id_ in ("A1", "N1", "O1", "P1")]
    assert depth == [0, 3, 6, 9]


def test_gaps_have_a_sign_that_needs_no_colour_and_say_how_they_are_known(draw):
    shown = draw()
    assert re.search(r"A2 I want to play the drums\.\n +✗ no outcome\n", shown)
    assert re.search(r"N2 \(C\) .*\n +✗ no outcome\n +\? no provision, as far as words tell\n", shown)
    assert "≈ N1: read" in shown  # provision names nothing: only its words link it
    assert shown.rstrip().endswith("2 gaps and 1 that only words tell. “send-outcomes lint” says how to mend them.")
    assert max(map(len, shown.splitlines())) <= 80
    assert "\x1b" not in shown


def test_a_list_has_no_thread_and_every_drawing_says_so(draw):
    for format_ in ("text", "svg", "html"):
        assert "thread" in re.sub(r"<[^>]*>", "", draw("-f", format_, plan="outcomes: [I will swim.]").split("</style>")[-1])


def test_each_item_stands_in_full_once(draw):
    shown = draw()
    assert shown.count("I will cook a meal") == shown.count("Reading with a teacher") == 1
    assert "P1 (F) (see above)" in shown


def test_a_thread_that_holds_says_so(draw):
    plan = (
        PLAN.split(", {id: A2", maxsplit=1)[0]
        + "]\nneeds: [{id: N1, text: Sam reads slowly.}]\noutcomes:"
        + PLAN.split("outcomes:")[1]
    )
    assert "The thread holds" in draw(plan=plan)


def test_a_list_has_no_thread(draw):
    assert "it has no thread" in draw(plan="[I will read., I will write.]")
    assert json.loads(draw("--format", "json", plan="[I will read.]"))["plans"][0]["items"] == []
    ET.fromstring(draw("--format", "svg", plan="[I will read.]"))


def test_the_picture_is_whole_and_tells_without_colour(draw):
    picture = ET.fromstring(draw("--format", "svg"))
    described = {picture.find(f"{SVG}{name}").get("id") for name in ("title", "desc")}
    assert picture.get("role") == "img" and set(picture.get("aria-labelledby").split()) == described
    texts = [text.text for text in picture.iter(f"{SVG}text")]
    for id_ in ("A1", "A2", "N1 · Section B", "N2 · Section C", "O1", "O2", "P1 · Section F"):
        assert id_ in texts
    assert texts.count("✗ no outcome") == 2 and texts.count("? no provision, as words tell") == 1
    dashed = [path for path in picture.iter(f"{SVG}path") if path.get("stroke-dasharray")]
    assert len(dashed) == 3  # two outcomes to provision, and the key
    assert "A2 has no outcome" in picture.find(f"{SVG}desc").text
    width = float(picture.get("viewBox").split()[2])
    assert all(float(box.get("x", 0)) + float(box.get("width")) <= width for box in picture.iter(f"{SVG}rect"))


def test_every_colour_can_be_read(draw):
    inks = {(text.get("fill"), "#ffffff") for text in ET.fromstring(draw("--format", "svg")).iter(f"{SVG}text")}
    grounds = {rect.get("fill") for rect in ET.fromstring(draw("--format", "svg")).iter(f"{SVG}rect")}
    assert min(contrast(ink, ground) for ink, _ in inks for ground in grounds) >= 4.5


def test_a_page_gives_every_part_of_the_picture_its_own_colours_in_the_light_and_in_the_dark(draw):
    page = draw("--format", "html")
    picture = page[page.index("<svg ") : page.index("</svg>")]
    used = {name for part in re.findall(r'class="([^"]+)"', picture) for name in part.split()}
    assert {"fill-ground", "fill-gap", "fill-gap-ground", "stroke-need"} <= used
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w{6});", part)) for part in page.split("prefers-color-scheme: dark")[:2])
    variables = {}
    for name in used:
        variables[name] = re.search(rf"\.picture \.{name} {{ (?:fill|stroke): var\(--([\w-]+)\); }}", page)[1]
    for colours in (light, dark):
        grounds = [colours[name] for one, name in variables.items() if one.endswith("ground")]
        inks = [colours[name] for one, name in variables.items() if one.startswith("fill") and not one.endswith("ground")]
        assert min(contrast(ink, ground) for ink in inks for ground in grounds) >= 4.5


def contrast(one, other):
    """After WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("format_", ["svg", "html"])
def test_a_plan_s_markup_stays_text(draw, format_):
    drawn = draw("--format", format_)
    assert "<b>" not in drawn and "\x1b" not in drawn and "&lt;b&gt;" in drawn
    assert not re.search(r"""src\s*=|href\s*=(?!"#)|url\(|@import|<script""", drawn)


def test_several_plans_stand_beneath_each_other_with_ids_of_their_own(draw):
    picture = ET.fromstring(draw("--format", "svg", plan=f"{PLAN}---\n{PLAN.replace('S-1', 'S-2')}"))
    inner = picture.findall(f"{SVG}svg")
    ids = [part.get("id") for part in picture.iter() if part.get("id")]
    assert len(inner) == 2 and len(ids) == len(set(ids)) == 4
    assert float(inner[1].get("y")) > float(inner[0].get("height"))


def test_the_json_keeps_to_its_schema(draw):
    value = json.loads(draw("--format", "json"))
    assert not list(Draft202012Validator(schema("thread")).iter_errors(value))
    gaps = [(gap["lacks"], [item["id"] for item in gap["items"]], gap["sure"]) for gap in value["plans"][0]["gaps"]]
    assert gaps == [("outcome", ["A2"], True), ("outcome", ["N2"], True), ("provision", ["N2"], False)]


@pytest.mark.parametrize("format_", ["text", "svg", "html", "json"])
def test_redacted_it_keeps_ids_and_gaps_and_no_word(draw, format_):
    drawn = draw("--format", format_, "--redact")
    assert "A2" in drawn and "outcome" in drawn
    assert not re.search(r"chef|drums|asthma|recipe|Sam\b", drawn)


def test_nothing_else_than_its_formats(tmp_path):
    path = Path(tmp_path, "plan.yaml")
    path.write_text(PLAN, encoding="utf-8")
    assert CliRunner().invoke(app, ["thread", str(path), "--format", "png"]).exit_code == 2
