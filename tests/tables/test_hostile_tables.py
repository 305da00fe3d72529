"""What would hang or fill the memory if it were unfolded; and bytes spoilt by chance, for every kind of file."""

import struct
import zipfile
from pathlib import Path

import make_tables
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from send_outcomes.documents import UnreadableInput
from send_outcomes.model import Plan
from send_outcomes.readers import Limits, ReadOptions, read, read_bytes_as
from send_outcomes.readers.workbook_ole import MAGIC, Compound

TESTS = Path(__file__).parent.parent
HEAD = f'<row r="1">{make_tables.text_cell("A1", "Outcome")}</row>'


def told(path, **limits):
    (problem,) = read([path], ReadOptions(limits=Limits(**limits)))
    assert isinstance(problem, UnreadableInput)
    return problem.message


def test_ten_thousand_entries_are_refused(tmp_path):
    for suffix in (".xlsx", ".zip"):
        path = tmp_path / f"many{suffix}"
        with zipfile.ZipFile(path, "w") as archive:
            for i in range(10_000):
                archive.writestr(f"{i}.txt", "")
        assert told(path) == "holds 10,000 entries, more than 5,000; split it"


def test_a_far_cell_that_is_only_formatted_is_no_trap(tmp_path):
    rows = (
        f'{HEAD}<row r="2">{make_tables.text_cell("A2", "I will walk.")}</row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )
    make_tables.packed(tmp_path / "a.xlsx", make_tables.sheet_of(rows))
    (plan,) = read([tmp_path / "a.xlsx"])
    assert [outcome.text for outcome in plan.outcomes] == ["I will walk."]


@pytest.mark.parametrize(
    "far",
    [
        "<c r = 'XFD1048576' t='n'><v>1</v></c>",
        '<x:c xmlns:x="m" r="XFD1048576"><v>1</v></x:c>',
        '<c\tt="n"\nr="xfd1048576"><v>1</v></c>',
    ],
)
def test_no_way_of_writing_hides_a_far_cell(tmp_path, far):
    make_tables.packed(tmp_path / "a.xlsx", make_tables.sheet_of(f'{HEAD}<row r="1048576">{far}</row>'))
    (problem,) = read([tmp_path / "a.xlsx"])
    assert problem.message.startswith(("a sheet spans 1,048,576 rows and 16,384 columns", "is damaged"))


def test_one_long_text_in_every_cell_is_refused(tmp_path):
    entries = make_tables.sheet_of("".join(f'<row r="{i}"><c r="A{i}" t="s"><v>0</v></c></row>' for i in range(1, 60_000)))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    entries["xl/sharedStrings.xml"] = f'<sst xmlns="{main}"><si><t>{"I will walk. " * 2_500}</t></si></sst>'
    make_tables.packed(tmp_path / "a.xlsx", entries)
    assert told(tmp_path / "a.xlsx") == "its cells repeat more text than can be held; split it"


def test_the_sum_of_many_entries_is_counted(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_STORED) as archive:
        for i in range(5):
            archive.writestr(f"{i}.txt", "I will walk.\n" * 1_000)
    assert "unpacks to more than" in told(tmp_path / "a.zip", unpacked_bytes=50_000)
    problems = list(read([tmp_path / "a.zip"], ReadOptions(limits=Limits(file_bytes=10_000))))
    assert problems[0].message.startswith("larger than")


def test_a_sheet_of_more_cells_than_the_limit_is_refused(tmp_path):
    book = openpyxl.Workbook()
    for _ in range(200):
        book.active.append(["I will walk."] * 100)
    book.active["ALL20000"] = "far"
    book.save(tmp_path / "a.xlsx")
    assert told(tmp_path / "a.xlsx", sheet_cells=1_000_000).startswith("a sheet spans 20,000 rows and 1,000 columns")


def test_an_old_workbook_whose_chain_bites_its_tail_is_damaged():
    whole = bytearray((TESTS / "tables" / "good" / "export.xls").read_bytes())
    table = struct.unpack_from("<I", whole, 76)[0]
    for i in range(64):  # every sector goes on with sector 0
        struct.pack_into("<I", whole, (table + 1) * 512 + 4 * i, 0)
    (problem,) = read_bytes_as(bytes(whole), "workbook", "a.xls")
    assert problem.message == "is damaged or was cut short; copy or save it anew"


def test_streams_of_an_old_workbook():
    compound = Compound((TESTS / "tables" / "good" / "export.xls").read_bytes())
    assert "Workbook" in compound.names
    assert compound.stream("Workbook")[:2] == b"\x09\x08"
    assert (TESTS / "tables" / "bad" / "protected.xlsx").read_bytes()[:8] == MAGIC


KINDS = {".xlsx": "workbook", ".xlsb": "workbook", ".xls": "workbook", ".ods": "workbook", ".pdf": "pdf", ".zip": "archive"}
SAMPLES = [
    (TESTS / folder / "good" / name).read_bytes()
    for folder, name in (
        ("tables", "letters.xlsx"), ("tables", "binary.xlsb"), ("tables", "export.xls"), ("tables", "export.ods"),
        ("pdf", "table.pdf"), ("archives", "plans.zip"),
    )
]  # fmt: skip
spoilt = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8)


@pytest.mark.parametrize(("kind", "whole"), list(zip(KINDS.values(), SAMPLES, strict=True)), ids=KINDS)
@given(changes=spoilt, cut=st.one_of(st.none(), st.floats(0.05, 1)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_spoilt_bytes_yield_plans_or_unreadable_input(kind, whole, changes, cut):
    if kind == "pdf":
        pytest.importorskip("pypdfium2")
    data = bytearray(whole if cut is None else whole[: int(len(whole) * cut)])
    for place, byte in changes:
        data[int(place * len(data))] = byte
    for found in read_bytes_as(bytes(data), kind, "given"):
        assert isinstance(found, Plan | UnreadableInput)


@given(changes=spoilt)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_spoilt_xml_inside_an_intact_workbook(changes):
    import io

    source = zipfile.ZipFile(io.BytesIO(SAMPLES[0]))
    entries = {name: bytearray(source.read(name)) for name in source.namelist()}
    for i, (place, byte) in enumerate(changes):
        name = ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml")[i % 3]
        if name in entries:
            entries[name][int(place * len(entries[name]))] = byte
    buffer = io.BytesIO()
    make_tables.packed(buffer, {name: bytes(data) for name, data in entries.items()})
    for found in read_bytes_as(buffer.getvalue(), "workbook", "given"):
        assert isinstance(found, Plan | UnreadableInput)
