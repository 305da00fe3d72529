"""Another word processor opens the commented copy and finds each comment on the same words."""

import shutil
import subprocess

import pytest
from lxml import etree
from marked import anchored, comments_in, draft, finding, outcome_in, report

from send_outcomes.documents import load_one

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def converted(data, tmp_path, kind):
    (tmp_path / "reviewed.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path),
        str(tmp_path / "reviewed.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (tmp_path / f"reviewed.{kind}").read_bytes()


def test_libreoffice_finds_the_comments_on_their_words(comment, tmp_path, request):
    bodies, given = [], []
    for name in ("plain", "split-runs", "hyperlink", "tracked", "cell"):
        case = load_one((request.path.parent / "cases" / f"{name}.yaml").read_text(encoding="utf-8"), name).value
        given.append((sum(body.count("<w:p>") for body in bodies), case))
        bodies.append(case["body"])
    data = draft("".join(bodies))
    outcomes = [
        (outcome_in(data, *(first + index for index in case["paragraphs"]), id_=f"O{first}"), case) for first, case in given
    ]
    made = comment(data, report(*[(one, [finding(one.text, words) for words in case["mark"]]) for one, case in outcomes]))
    root = etree.fromstring(converted(made, tmp_path, "fodt"))
    seen, open_ = {}, {}
    for event, one in etree.iterwalk(root, events=("start", "end")):
        if one.tag == f"{OFFICE}annotation" and event == "start":
            open_[one.get(f"{OFFICE}name")] = ("".join(one.itertext()), [])
        elif one.tag == f"{OFFICE}annotation-end" and event == "start":
            said, words = open_.pop(one.get(f"{OFFICE}name"))
            seen["".join(said.split())] = "".join("".join(words).split())
        if any(
            above.tag in (f"{OFFICE}annotation", "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}tracked-changes")
            for above in one.iterancestors()
        ):
            continue
        text = one.text if event == "start" and one.tag != f"{OFFICE}annotation" else one.tail if event == "end" else ""
        for _, words in open_.values():
            words.append(text or "")
    assert not open_
    ours, on = comments_in(made), anchored(made)
    for id_, (_, text) in ours.items():
        found = next(words for said, words in seen.items() if said.endswith("".join("".join(text).split())))
        assert found.replace("Year6", "") == "".join(on[id_].split())  # what is deleted stands in the file, not in the text
    assert len(seen) == len({tuple(text) for _, text in ours.values()})


def test_libreoffice_prints_it(comment, tmp_path, request):
    data = (request.config.rootpath / "tests" / "word" / "good" / "section-e-table.docx").read_bytes()
    from send_outcomes.readers import read_bytes_as

    plan = next(read_bytes_as(data, "word", "draft.docx"))
    made = comment(data, report(*[(one, [finding(one.text, one.text.split()[0])]) for one in plan.outcomes]))
    assert converted(made, tmp_path, "pdf").startswith(b"%PDF")
