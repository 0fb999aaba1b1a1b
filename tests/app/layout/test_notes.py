"""Notes in the margin."""

from tests.builders import CODER, a_project, do, marked
from tui.app.layout.notes import notes_of
from tui.app.layout.units_shown import UnitsShown
from tui.model.edits.units import Condense


def test_codes_come_first_and_condensed_forms_take_the_lines_between():
    project = a_project("# C / ## P / - one / - two / - three", L07="L07: abc def ghi jkl.")
    first = marked(project, "abc", "one")
    second = marked(project, "def", "two")
    third = marked(project, "ghi", "three")
    do(project, Condense(first, "never seen for want of room"), Condense(third, "a b c d e f g h i j k l m n"))
    units = UnitsShown(project, "L07", CODER)
    notes = notes_of(units, {first: 0, second: 0, third: 1}, 12)
    assert [(line, notes[line].words) for line in sorted(notes)] == [
        (0, "one"),
        (1, "two"),
        (2, "three"),
        (3, "a b c d e"),
        (4, "f g h i j"),
        (5, "k l m n"),
    ]
    assert [notes[line].letter for line in (0, 3)] == ["a", ""]
