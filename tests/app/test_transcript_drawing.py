"""What the transcript shows: columns, labels, lanes, marks, margin, and what is said around it."""

from __future__ import annotations

import pytest
from rich.segment import Segment

from tests.app.at_transcript import Reader, reader
from tests.builders import a_project, do, marked, node
from tui.errors import Damaged
from tui.model.edits.memos import WriteMemo
from tui.model.edits.quotations import SetQuotation
from tui.model.edits.sorting import MoveNodes
from tui.model.edits.units import Condense
from tui.model.ids import new_id
from tui.model.project import Project

SENTENCE = "That is the one I lie awake over."
NEXT = "Today the doctor decides and the doctor signs, and that is simple."
BOOK = "# Conditions / ## Liability / - who signs / # Capacity / ## Resources / - time set aside"


def project() -> Project:
    return a_project(BOOK)


def with_colleague() -> Project:
    one = project()
    one.put("coders", "jon", {"id": "jon", "name": "Jon Ek", "initials": "JE"})
    marked(one, SENTENCE, "who signs")
    marked(one, "lie awake over. Today the doctor decides", "time set aside", coder="jon")
    return one


def left(row: str) -> str:
    """Return the transcript's part of a row of the three panes."""
    return row.split("│")[0].rstrip()


def segments(reading: Reader, words: str) -> list[Segment]:
    """Return the segments of the row that shows these words."""
    rows = reading.app.screen._compositor.render_strips()
    return next(list(row) for row in rows if words in "".join(segment.text for segment in row))


async def test_time_stamps_are_muted() -> None:
    one = a_project("", L07="INT: Why? / L07: I said [00:12:40] that nobody knows.")
    text = one.transcript("L07").text
    at = text.index("[00")
    one.put("sources", "L07", {**one.need("sources", "L07"), "stamps": [[at, at + 10]]})
    async with reader(one) as reading:
        colours = {}
        for segment in segments(reading, "[00:12:40]"):
            for words in ("[00:12:40]", "that nobody"):
                if words in segment.text and segment.style is not None and segment.style.color is not None:
                    colours[words] = segment.style.color.number
        assert colours == {"[00:12:40]": 247, "that nobody": 252}


async def test_labels_lanes_and_text_have_their_columns() -> None:
    one = project()
    marked(one, "Today the doctor decides", "who signs")
    async with reader(one) as reading:
        assert left(reading.rows[2]) == "›INT     When the system advises one thing, who answers for it?"
        assert left(reading.rows[3]) == ""
        assert left(reading.rows[4]) == " L07 a   That is the one I lie awake over. Today the doctor"
        assert left(reading.rows[5]) == "     ▎   decides and the doctor signs, and that is simple."


async def test_a_code_that_moves_changes_the_letter_beside_its_units_and_nothing_is_laid_out_anew() -> None:
    one = project()
    marked(one, SENTENCE, "who signs")
    async with reader(one) as reading:
        page = reading.app.page.transcript.page  # type: ignore[attr-defined]
        assert page.units.tone(page.units.marked[0].id).letter == "a"
        do(one, MoveNodes([node(one, "who signs")], node(one, "Resources")))
        await reading.press("ctrl+l")
        assert page.units.tone(page.units.marked[0].id).letter == "b"
        assert "L07 b   That is the one I lie" in "\n".join(map(left, reading.rows))
        assert reading.app.page.transcript.page is page  # type: ignore[attr-defined]


async def test_the_lit_unit_has_a_thick_bar_and_its_ground() -> None:
    one = project()
    marked(one, NEXT, "who signs")
    async with reader(one) as reading:
        await reading.go("Today")
        assert left(reading.rows[5]).startswith("     ▌   decides")
        lit = [segment for segment in segments(reading, "and that is simple.") if "simple" in segment.text]
        assert lit[0].style is not None
        assert lit[0].style.bgcolor is not None
        assert lit[0].style.bgcolor.number == 238


async def test_the_foot_names_codes_coder_and_condensed_form_and_the_other_units() -> None:
    one = project()
    unit = marked(one, "Today the doctor decides", "who signs")
    marked(one, NEXT, "time set aside")
    do(one, Condense(unit, "a clear line"), SetQuotation(unit, True))
    async with reader(one) as reading:
        await reading.go("doctor decides")
        foot = [left(row) for row in reading.rows[-6:-2]]
        assert foot[0].startswith("     a   who signs")
        assert foot[0].endswith("* quotation  M")
        assert foot[1] == "         a clear line"
        assert foot[2].startswith("     b   time set aside")


async def test_colleagues_units_stand_from_the_right_and_it_is_said_who_is_shown() -> None:
    async with reader(with_colleague()) as reading:
        assert left(reading.rows[4]).startswith(" L07 a b That is the one")
        assert left(reading.rows[5]).startswith("       ¦ decides and")
        assert "M and JE shown · turn 1 of 4" in reading.rows[1]


async def test_while_both_read_a_source_neither_sees_the_others_units_and_it_is_said() -> None:
    one = with_colleague()
    for number, coder in enumerate(("maria", "jon")):
        one.put("passes", f"pass{number}", {"id": f"pass{number}", "coder": coder, "source": "L07", "number": 1})
    async with reader(one) as reading:
        assert left(reading.rows[4]).startswith(" L07 a   That is the one")
        assert "1 unit of JE hidden until both close L07" in reading.rows[-7]
        for number in (0, 1):
            one.put("passes", f"pass{number}", {**one.need("passes", f"pass{number}"), "ended": True})
        await reading.press("l")
        assert left(reading.rows[4]).startswith(" L07 a b That is the one")


async def test_what_a_filter_hides_is_said_and_one_step_back_shows_it_again() -> None:
    one = project()
    marked(one, SENTENCE, "who signs")
    marked(one, NEXT, "time set aside")
    async with reader(one, codes_shown=[one.codebook.find_path("who signs")]) as reading:
        assert "1 unit hidden" in reading.rows[-7]
        await reading.press("ctrl+c")
        assert "hidden" not in reading.rows[-7]


async def test_marks_stand_right_of_the_text() -> None:
    one = project()
    unit = marked(one, SENTENCE, "who signs")
    do(one, SetQuotation(unit, True))
    memo = WriteMemo(new_id(), {"kind": "unit", "id": unit}, "analytic", "maria", "Strong.")
    do(one, memo)
    async with reader(one) as reading:
        assert reading.rows[4].split("│")[0].endswith("*m")


async def test_zoomed_the_codes_stand_in_the_margin() -> None:
    one = project()
    unit = marked(one, SENTENCE, "who signs")
    do(one, Condense(unit, "lies awake over who answers"))
    async with reader(one) as reading:
        await reading.press("z")
        assert "zoomed" in reading.rows[1]
        assert reading.rows[4][79:].rstrip() == "a who signs"
        assert reading.rows[5][79:].rstrip() == "  lies awake over who answers"


async def test_the_label_is_repeated_on_the_top_line() -> None:
    async with reader(a_project(L07="INT: Why? / L07: " + "It goes on and on. " * 200)) as reading:
        await reading.press("space")
        assert left(reading.rows[2]).startswith(" L07 ") or left(reading.rows[2]).startswith("›L07 ")


async def test_while_sorting_labels_stand_above_and_the_unit_is_lit_in_its_context() -> None:
    one = project()
    unit = marked(one, NEXT, "who signs")
    async with reader(one, pane="board", node=one.codebook.find_path("who signs"), unit_shown=unit) as sorting:
        rows = [left(row) for row in sorting.rows]
        assert "L07, turn 2" in sorting.rows[1]
        assert rows[2] == "    INT"
        assert rows[6] == "    L07"
        at = next(number for number, row in enumerate(rows) if row.startswith("›"))
        assert rows[at].startswith("› a ")
        assert rows[at + 1].startswith("  ▌ ")
        assert "1 of 1" in sorting.rows[-7] or "1 of 1" in sorting.rows[-6]


async def test_while_sorting_no_other_unit_has_a_lane() -> None:
    one = project()
    unit = marked(one, NEXT, "who signs")
    marked(one, "the doctor decides", "time set aside")
    marked(one, SENTENCE, "time set aside")
    for card, shown in ((one.codebook.find_path("who signs"), unit), ("unsorted", "")):
        async with reader(one, pane="board", node=card, unit_shown=shown) as sorting:
            lanes = {row[2] for row in sorting.rows[2:-8]}
            assert "+" not in lanes
            assert "b" not in lanes
            assert ("a" in lanes) is bool(shown)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (160, 48), (200, 60), (60, 16)])
async def test_text_and_cursor_are_there_at_every_size(size: tuple[int, int]) -> None:
    async with reader(project(), size=size) as reading:
        assert any("When the system" in row for row in reading.rows)
        assert any(row.startswith("›") for row in reading.rows)


async def test_in_ascii_every_mark_of_ours_is_ascii() -> None:
    async with reader(with_colleague(), glyphs="ascii") as reading:
        await reading.go("awake")
        page = [row[:64] for row in reading.rows]
        assert all(row.isascii() for row in page), [row for row in page if not row.isascii()]
        assert any("!" in row[5:8] for row in page)


async def test_hostile_text_is_drawn_harmlessly_and_keeps_its_positions() -> None:
    one = a_project(L07="L07: a\x1b[2J b\u202ec d\u200be \x9b2J")
    async with reader(one) as reading:
        assert "a␛[2J b\ufffdc d\ufffde \ufffd2J" in reading.rows[2]
        await reading.press("w")
        assert reading.at.startswith("b\u202ec")


async def test_without_sources_it_says_how_to_begin() -> None:
    async with reader(Project({"project": {"p": {"id": "p", "title": "Test"}}})) as reading:
        while len(reading.app.screen_stack) > 1:
            reading.app.pop_screen()
        await reading.pilot.pause()
        await reading.press("j", "L", "s", "c", "G", "space")
        assert any("No sources yet." in row for row in reading.rows)


async def test_a_source_without_speech_is_shown_and_nothing_fails() -> None:
    one = a_project(L07="INT: / L07: ")
    one.texts = {"text of L07": "Only a heading"}
    one.put("sources", "L07", {**one.need("sources", "L07"), "turns": []})
    async with reader(one) as reading:
        assert any("Only a heading" in row for row in reading.rows)
        await reading.press(
            "j", "k", "w", "b", ")", "(", "J", "K", "s", "v", "v", "+", "c", "G", "g", "g", ">", "L", ";"
        )
        assert reading.desk.cursor == 0


async def test_a_text_that_is_not_there_is_said_and_nothing_fails() -> None:
    class Missing(dict[str, str]):
        def __missing__(self, key: str) -> str:
            raise Damaged("The text of L07 is missing: postil check says what to do.")

    one = project()
    one.texts = Missing()
    async with reader(one) as reading:
        assert any("The text of L07 is missing" in row for row in reading.rows)
        await reading.press("j", "s", "v", "L", ">", "c", "G", "g", "g", "space", "n")
        assert any("The text of L07 is missing" in row for row in reading.rows)


async def test_turns_have_their_numbers_beside_the_text_on_request() -> None:
    async with reader(a_project(L07="INT: Why? / L07: " + "We waited for a year. " * 9)) as reading:
        assert not any(":2" in row for row in reading.rows)
        await reading.press(":")
        await reading.type("turn numbers")
        await reading.press("enter")
        first = next(number for number, row in enumerate(reading.rows) if row.startswith(" L07"))
        assert reading.rows[first + 1].startswith(" :2  ")
        assert reading.rows[first - 1].startswith(" :1  ")
        assert reading.app.session.desk.as_json()["turn_numbers"] is True


async def test_a_note_without_a_code_is_written_beside_a_passage_and_gone_on_with() -> None:
    async with reader(a_project(L07="INT: Why? / L07: We waited for a year. Nobody came."), size=(120, 40)) as reading:
        await reading.press("j", "s", "m")
        await reading.type("think of this again")
        await reading.press("ctrl+d", "ctrl+c")
        assert reading.units() == []
        assert any("m think of this again" in row for row in reading.rows)
        await reading.press("m")
        assert any("passage L07:2" in row for row in reading.rows)
        await reading.type(" and again")
        await reading.press("ctrl+d")
        assert [memo["text"] for memo in reading.project.alive("memos")] == ["think of this again and again"]
        await reading.press("z")
        row = reading.row_of("We waited for a year.")
        assert row.rstrip().endswith("m think of this again and again")


async def test_a_turn_is_given_the_topic_of_the_guide_that_it_answers() -> None:
    async with reader(a_project(L07="INT: Why? / L07: We waited for a year.")) as reading:
        await reading.press("J", ":")
        await reading.type("topic")
        await reading.press("enter")
        assert any("Interview guide" in row for row in reading.rows), "without a guide its topics are asked for first"
        await reading.type("Your work")
        await reading.press("enter")
        await reading.type("What helps")
        await reading.press("ctrl+d", ":")
        await reading.type("topic")
        await reading.press("enter", "j", "enter")
        assert "topic 2 · turn 2 of 2" in reading.rows[1]
        await reading.press("K")
        assert "topic" not in reading.rows[1]
