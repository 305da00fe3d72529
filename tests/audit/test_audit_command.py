"""The command from end to end: what is written, what is not, and the exit code."""

import csv
import json

import pytest

from send_outcomes.audit import read_table
from send_outcomes.documents.own_files import RESULTS, is_result
from send_outcomes.model import Outcome, Place, Plan

FILES = {"plans.csv", "outcomes.csv", "findings.csv", "errors.csv", "copies.csv", "summary.json"}
PRIVATE = ("Amara", "Laura", "Yusuf", "biscuit", "lantern", "pebble")  # names, and words of the texts


def summary(folder):
    return json.loads((folder / "summary.json").read_text(encoding="utf-8"))


def test_planted_faults_are_recovered_in_the_totals(audit, export, caseload):
    result, folder = audit(export)
    assert result.exit_code == 1, result.stderr
    totals, planted = summary(folder)["totals"], caseload[1]
    assert (totals["plans"], totals["outcomes"]) == (planted.plans, planted.outcomes)
    assert {code: totals["rules"][code]["outcomes"] for code in planted.rules} == dict(planted.rules)
    counted = sum(totals["all"]["verdicts"]["time_bound"].values())
    assert counted == planted.outcomes
    assert totals["all"]["verdicts"]["time_bound"]["not_met"] == planted.rules["N651"]


def test_tables_agree_with_the_totals(audit, export, caseload):
    _, folder = audit(export)
    assert {path.name for path in folder.iterdir()} >= FILES
    plans, outcomes, findings = (list(read_table(folder / f"{name}.csv")) for name in ("plans", "outcomes", "findings"))
    totals = summary(folder)["totals"]
    assert len(plans) == totals["plans"] and len(outcomes) == totals["outcomes"]
    assert sum(int(row["errors"]) for row in plans) == totals["severities"]["error"]
    assert sum(row["severity"] == "error" for row in findings) == totals["severities"]["error"]
    assert sum(int(row["time_bound_not_met"]) for row in plans) == sum(row["time_bound"] == "not_met" for row in outcomes)


def test_a_score_can_be_worked_out_from_its_row(audit, export):
    _, folder = audit(export)
    bands = summary(folder)["bands"]
    for row in read_table(folder / "plans.csv"):
        points = possible = 0.0
        for column in row:
            if column.endswith("_not_met"):
                feature = column.removesuffix("_not_met")
                met, partly, missed = (int(row[f"{feature}_{verdict}"]) for verdict in ("met", "partly", "not_met"))
                weight = bands["weights"].get(feature, 1)
                points += weight * (met + bands["partly"] * partly)
                possible += weight * (met + partly + missed)
        assert float(row["score"]) == pytest.approx(100 * points / possible, abs=0.05)
        assert row["band"] == (
            "outstanding"
            if float(row["score"]) >= bands["from"]["outstanding"]
            else "good"
            if float(row["score"]) >= bands["from"]["good"]
            else "requires_improvement"
        )


def test_no_text_and_no_name_unless_asked(audit, export):
    result, folder = audit(export)
    written = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix in (".csv", ".json"))
    assert "K-000001" in written and "Oak" in written
    for word in PRIVATE:
        assert word not in written and word not in result.stderr
    _, shown = audit(export, "--show-text", out="shown")
    assert "biscuit" in (shown / "outcomes.csv").read_text(encoding="utf-8")
    examples = summary(shown)["totals"]["examples"]
    assert "my" in examples["N611"]["text"] and examples["N611"]["text"][examples["N611"]["start"] : examples["N611"]["end"]]


def test_other_columns_are_taken_only_where_named(audit, tmp_path):
    table = tmp_path / "export.csv"
    rows = "".join(f"P{n},I will read.,Team A,Surname{n},Ward {n % 2}\n" for n in range(12))
    table.write_text(f"Plan ID,Outcome,Team,Surname,Ward\n{rows}", encoding="utf-8")
    _, plain = audit(table)
    assert "Surname" not in (plain / "outcomes.csv").read_text(encoding="utf-8")
    assert summary(plain)["totals"]["groups"].keys() == {"team"}
    result, by = audit(table, "--by", "Ward", "--by", "Word", out="by")
    assert "--by Word: no table" in result.stderr and "--by Ward:" not in result.stderr
    wards = summary(by)["totals"]["groups"]["Ward"]["values"]
    assert {ward: tally["plans"] for ward, tally in wards.items()} == {"Ward 0": 6, "Ward 1": 6}


@pytest.mark.parametrize("more", [("--select", "N9"), ("--framework", "nowhere"), ("--sample", "2", "--per", "nobody")])
def test_an_audit_that_can_not_begin_leaves_no_folder(audit, export, more):
    result, folder = audit(export, *more)
    assert result.exit_code == 2 and not folder.exists()


def test_the_key_stage_is_worked_out_from_the_birth_date(audit, tmp_path):
    table = tmp_path / "export.csv"
    table.write_text("Plan ID,Date of birth,Outcome\n1,2012-10-01,I will read.\n2,,I will read.\n", encoding="utf-8")
    _, folder = audit(table)
    assert [row["key_stage"] for row in read_table(folder / "outcomes.csv")] == ["KS3", ""]


def test_names_are_blanked_in_references_and_paths(audit, tmp_path):
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "Laura Smith.yaml").write_text(
        "plan: Laura-7\nchild: {known_as: Laura}\noutcomes: [{text: I will read.}]\n", encoding="utf-8"
    )
    _, out = audit(folder)
    assert "Laura" not in "".join(
        path.read_text(encoding="utf-8") for path in out.iterdir() if path.suffix in (".csv", ".json")
    )


def test_broken_plans_go_to_errors_and_the_rest_is_done(audit, export, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("outcomes: [unclosed\n", encoding="utf-8")
    result, folder = audit(broken, tmp_path / "missing.csv", export)
    assert result.exit_code == 4
    assert [row["path"] for row in read_table(folder / "errors.csv")] == [str(broken), str(tmp_path / "missing.csv")]
    assert summary(folder)["totals"]["errors"] == 2
    assert summary(folder)["totals"]["plans"] == 60


@pytest.mark.parametrize("cell", ['=HYPERLINK("http://x")', "+1", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", "'=1", "|calc"])
def test_no_cell_is_a_formula(audit, tmp_path, cell):
    table = tmp_path / "export.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Plan ID", "Team", "Outcome"], [cell, cell, f"{cell} I will read."]])
    _, folder = audit(table, "--show-text")
    for name in ("plans.csv", "outcomes.csv", "findings.csv"):
        with (folder / name).open(encoding="utf-8-sig", newline="") as file:
            for row in list(csv.reader(file))[1:]:
                assert not any(one.lstrip().startswith(("=", "+", "-", "@", "＝", "|")) for one in row)
    assert next(read_table(folder / "outcomes.csv"))["team"] == cell.strip()


def test_nothing_found_is_3_and_a_wrong_profile_2(audit, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert audit(empty)[0].exit_code == 3
    result, _ = audit(empty, "--profile", "nottinham", out="other")
    assert result.exit_code == 2 and "did you mean" in result.stderr


def test_everything_it_writes_is_known_for_a_result(audit, export):
    _, out = audit(export, "--sample", "2")
    written = set(out.iterdir())
    assert {path.name for path in written} <= RESULTS and all(map(is_result, written))


def test_parquet_holds_what_csv_holds(audit, export):
    parquet = pytest.importorskip("pyarrow.parquet")
    _, folder = audit(export, "--show-text")
    for name in ("plans", "outcomes", "findings", "errors"):
        table = parquet.read_table(folder / f"{name}.parquet")
        rows = list(read_table(folder / f"{name}.csv"))
        assert table.num_rows == len(rows)
        assert table.schema.names == list(rows[0]) if rows else True
    outcomes = parquet.read_table(folder / "outcomes.parquet")
    assert outcomes["text"].to_pylist() == [row["text"] for row in read_table(folder / "outcomes.csv")]
    assert str(outcomes.schema.field("by").type) == "date32[day]"


def test_a_fault_over_one_plan_leaves_the_others_done(auditor, engine):
    class Faulty:
        def check(self, plan):
            raise ValueError("Amara said so")

    plans = [Plan(f"p{i}", f"{i}.txt", (Outcome("1", "I will swim.", Place(f"{i}.txt", row=i)),)) for i in (1, 2, 3)]
    sound = auditor()
    sound._engine_of = lambda path: Faulty() if path == "2.txt" else engine
    batch = sound.batch(plans)
    assert (batch.plans, batch.unreadable) == (2, 1)
    assert b"2.txt" in batch.tables["errors"] and b"ValueError at test_audit_command.py" in batch.tables["errors"]
    assert b"Amara" not in batch.tables["errors"]
