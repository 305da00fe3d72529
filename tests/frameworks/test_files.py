"""Framework files of a user's own: those in files/good load, those in files/bad say where and what to mend."""

from pathlib import Path

import pytest

from send_outcomes import frameworks
from send_outcomes.documents import SettingsProblem

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize("path", sorted((FILES / "good").iterdir()), ids=lambda p: p.name)
def test_good_file_loads(path):
    assert frameworks.load_framework(path).id == path.stem
    assert frameworks.find(str(path)).id == path.stem


@pytest.mark.parametrize("path", sorted((FILES / "bad").iterdir()), ids=lambda p: p.name)
def test_bad_file_says_where(path):
    expected = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# expect: ")
    with pytest.raises(SettingsProblem) as caught:
        frameworks.load_framework(path)
    assert str(caught.value).startswith(str(path))
    assert expected in str(caught.value)


def test_own_file_keeps_what_it_says():
    framework = frameworks.load_framework(FILES / "good" / "another-area.yaml")
    sea = framework.statement("sea")
    assert (sea.label, sea.text, framework.fallback) == ("On the water", "I am at home on the water", "learning")
    assert sea.passages[0].items[0].details == {"number": "1", "baseline": "10", "target": "20", "by": "July 2028"}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("stokport-2024", "did you mean “stockport-2024”?"),
        ("nothing-like-it", "known: nottingham"),
        ("gone.yaml", "no such file"),
    ],
)
def test_unknown_framework_is_named_with_what_is_known(name, said):
    with pytest.raises(SettingsProblem) as caught:
        frameworks.find(name)
    assert said in str(caught.value)


def test_folder_and_wrong_encoding_are_refused(tmp_path):
    with pytest.raises(SettingsProblem):
        frameworks.find(str(tmp_path))
    path = tmp_path / "old.yaml"
    path.write_bytes("title: caf\u00e9".encode("latin-1"))
    with pytest.raises(SettingsProblem, match="UTF-8"):
        frameworks.find(str(path))
