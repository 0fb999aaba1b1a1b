"""The lines below the transcript."""

from tui.app.layout.pieces import width_of
from tui.app.layout.transcript_columns import READING, columns_of
from tui.app.layout.transcript_foot import UnitSaid, said_foot, units_foot

COLUMNS = columns_of(65, 3, READING)
LONG = (
    "unclear whose decision and error it is once a tool has a say and nobody has been told so, or asked, or even paid"
)


def words(lines):
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def unit(letter: str, codes: str, condensed: str = "", marks: str = "") -> UnitSaid:
    return UnitSaid(letter, "heading-1", codes, condensed, marks, "LP")


def test_the_lit_unit_comes_first_with_its_condensed_form_then_the_others():
    lines = units_foot(
        [unit("a", "who signs", "nobody knows", "* quotation"), unit("h", "decides")], COLUMNS, 65, 4, "…"
    )
    assert words(lines) == [
        "     a   who signs" + " " * 31 + "* quotation  LP",
        "         nobody knows",
        "     h   decides" + " " * 46 + "LP",
    ]
    assert all(width_of(line) <= 65 for line in lines)
    assert [line[3][1] for line in (lines[0], lines[2])] == ["strong", "text"]


def test_a_long_condensed_form_gets_two_lines_and_says_that_there_is_more():
    lines = words(units_foot([unit("a", "who signs", LONG)], COLUMNS, 65, 4, "…"))
    assert len(lines) == 3
    assert lines[2].endswith("…")


def test_there_are_never_more_lines_than_rows_and_long_names_are_cut():
    units = [unit("a", "x" * 90, LONG), unit("b", "y"), unit("c", "z"), unit("d", "z")]
    lines = units_foot(units, COLUMNS, 65, 3, "…")
    assert len(lines) == 3
    assert "…" in words(lines)[0]
    assert width_of(lines[0]) == 65


def test_units_for_which_there_is_no_line_are_counted():
    units = [unit("a", "who signs", LONG), unit("b", "y"), unit("c", "z"), unit("d", "z")]
    for rows in (2, 3, 4):
        lines = words(units_foot(units, COLUMNS, 65, rows, "…"))
        assert len(lines) == rows
        named = sum(line.strip()[:1] in "abcd" and line.endswith("LP") for line in lines)
        assert lines[-1].strip() == f"and {4 - named} more units here"


def test_notes_on_the_passage_stand_below_the_units_where_there_is_room():
    lines = words(units_foot([unit("a", "who signs")], COLUMNS, 65, 3, "…", ["think again", "and again", "no room"]))
    assert lines[1:] == ["       m think again", "       m and again"]


def test_what_is_said_in_bold_has_more_beside_it_and_below():
    lines = words(said_foot("1 span held", "and this one: 21 words", "no code yet", COLUMNS, 65, 3, "…"))
    assert lines == ["         1 span held  and this one: 21 words", "         no code yet"]
    assert words(said_foot("Leader 7", "", "", COLUMNS, 65, 3, "…", right="1 of 3"))[0].endswith("1 of 3")
