"""Tables of participants: what is refused, by row, and the surveys of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.errors import Mistake
from tui.formats.participants_csv import read

SURVEYS = Path(__file__).parents[2].parent / "shared" / "data" / "surveys"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("name,role\nL07,manager\nl07,nurse\n", "row 3 names l07 again, who is in row 2 already"),
        ("name,role\n,manager\n", "row 2 has no value in the column name"),
        ("name,role\nL07,manager,more\n", "row 2 has more values than the 2 columns"),
        ("name,role,Role\nL07,a,b\n", "two columns called Role"),
        ("name,,role\nL07,a,b\n", "column 2 has no name"),
        ("name,role\n,\n", "no participants"),
        ("name,role\n", "no participants"),
        (",,\n,\n", "no rows"),
        ('name,role\n"L07,manager\n', "cannot be read as a table"),
        ("", "p.csv is empty"),
    ],
)
def test_what_cannot_be_told_for_certain_is_refused(table: str, told: str) -> None:
    with pytest.raises(Mistake) as caught:
        read("p.csv", table.encode())
    assert told in str(caught.value)
    assert "p.csv" in str(caught.value)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_make_no_difference(separator: str, end: str) -> None:
    table = end.join(["name,role,note", 'L07,manager,"a, b; c"', "L08,nurse,"])
    rows = read("p.csv", table.replace(",", separator).replace(f"a{separator} b", "a, b").encode("utf-8-sig"))
    assert [(row.name, row.attributes) for row in rows] == [
        ("L07", {"role": "manager", "note": "a, b; c"}),
        ("L08", {"role": "nurse"}),
    ]


@pytest.mark.parametrize(
    ("name", "names", "attributes"),
    [
        ("qualcoder-cases123.csv", ["ID1", "ID2", "ID3"], {"Age": "22", "gender": "m", "interest": "performing arts"}),
        ("qualcoder-survey456.csv", ["ID4", "ID5", "ID6"], None),
    ],
)
def test_a_survey_gives_its_cases(name: str, names: list[str], attributes: dict[str, str] | None) -> None:
    path = SURVEYS / name
    if not path.exists():
        pytest.skip(f"the real survey {name} is not here (looked in {SURVEYS})")
    rows = read(name, path.read_bytes())
    assert [row.name for row in rows] == names
    if attributes is None:
        assert "Age" not in rows[1].attributes
        assert rows[1].attributes["freetext"].startswith("I needed to upskill")
    else:
        assert rows[1].attributes == attributes
