"""CSV beyond single files: named columns, streaming, limits."""

import pytest

from send_outcomes.documents import UnreadableInput, load_one, rules_folder
from send_outcomes.model import Plan
from send_outcomes.readers import Limits, ReadOptions, read, read_text
from send_outcomes.readers.columns import layout_of
from send_outcomes.readers.vocabulary import bare


def test_a_column_named_by_the_user_overrules_the_vocabulary():
    text = "UPN,Outcome,Free text 2,Free text 3\n1,Agreed,no,I will walk.\n"
    (plan,) = read_text(text, "csv", options=ReadOptions(columns={"outcome": "free_text 3"}))
    assert [outcome.text for outcome in plan.outcomes] == ["I will walk."]
    assert plan.outcomes[0].columns == {"Outcome": "Agreed", "Free text 2": "no"}


def test_a_named_column_that_is_not_there():
    (problem,) = read_text("UPN,Outcome\n1,I will walk.\n", "csv", options=ReadOptions(columns={"outcome": "Text 3"}))
    assert "no column is named “Text 3”; columns seen: UPN, Outcome" in str(problem)


@pytest.mark.parametrize("name", ["RequestOutcome", "Assessment_Outcome", "REVIEW OUTCOME", "RequestOutcomeDate"])
def test_decisions_of_the_sen2_return_are_never_outcomes(name):
    assert layout_of(["UPN", name], {}) is None
    layout = layout_of(["UPN", name, "Outcome"], {})
    assert [index for index, _, _ in layout.outcomes] == [2]


def test_every_alias_of_the_vocabulary_is_known_once():
    columns = load_one((rules_folder() / "vocabulary" / "columns.yaml").read_text(encoding="utf-8"), "columns.yaml").value[
        "columns"
    ]
    keys = [bare(alias) for aliases in columns.values() for alias in aliases]
    assert sorted({one for one in keys if keys.count(one) > 1}) == []


def rows(*ids):
    return "plan_id,outcome\n" + "".join(f"{id_},I will walk {i}.\n" for i, id_ in enumerate(ids))


def test_rows_of_a_plan_that_stand_apart_are_brought_together():
    first, second = read_text(rows("A", "B", "A"), "csv")
    assert [len(first.outcomes), len(second.outcomes)] == [2, 1]


def test_a_long_table_streams_and_says_when_a_plan_stands_apart():
    options = ReadOptions(limits=Limits(grouped_rows=3))
    found = list(read_text(rows("A", "A", "B", "B", "C", "C", "D", "A", "B"), "csv", options=options))
    plans = [plan for plan in found if isinstance(plan, Plan)]
    assert [plan.id for plan in plans] == ["A", "B", "C", "D", "A", "B"]
    (problem,) = [one for one in found if isinstance(one, UnreadableInput)]
    assert "sort it by its plan column" in str(problem)
    assert problem.line == 9


def test_a_long_table_is_read_lazily():
    def endless():
        yield "plan_id,outcome\n"
        for i in range(10**9):
            yield f"P{i},I will walk.\n"

    class Stream:
        encoding = "utf-8"
        lines = endless()

        def readline(self, _):
            return next(self.lines)

    from send_outcomes.readers import FORMATS

    found = FORMATS["csv"].read(Stream(), "x.csv", ReadOptions(limits=Limits(grouped_rows=10)))
    assert [next(found).id for _ in range(30)][-1] == "P29"


def test_a_long_list_comes_in_parts():
    options = ReadOptions(limits=Limits(list_outcomes=2))
    found = list(read_text("outcome\n" + "I will walk.\n" * 5, "csv", "a.csv", options))
    assert [(plan.id, len(plan.outcomes)) for plan in found] == [("a", 2), ("a:4", 2), ("a:6", 1)]


def test_a_cell_without_end_is_a_problem():
    (problem,) = read_text('outcome\n"I will walk' + "\nx" * 100_000, "csv")
    assert "is a quote left open?" in str(problem)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".yaml", ".csv"])
def test_one_line_of_fifty_megabytes_is_refused(tmp_path, suffix):
    path = tmp_path / f"long{suffix}"
    with path.open("wb") as file:
        for _ in range(49):
            file.write(b"outcome " * 125_000)
    (problem,) = read([path])
    assert "a line of more than 1,000,000 characters" in str(problem)


def test_a_file_over_the_limit_is_refused(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("I will walk.\n" * 100, encoding="utf-8")
    (problem,) = read([path], ReadOptions(limits=Limits(file_bytes=1_000)))
    assert "larger than" in str(problem)
    (problem,) = read([path], ReadOptions(limits=Limits(outcomes=99)))
    assert "more than 99 outcomes" in str(problem)


def test_an_old_mac_file_is_read(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("outcome\nI will say “yes” and “no” to my friend’s mum.\n".encode("mac_roman"))
    (plan,) = read([path])
    assert plan.outcomes[0].text.endswith("“yes” and “no” to my friend’s mum.")
