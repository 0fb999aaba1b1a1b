"""What every page has: header, key line, questions, choices, sheets, messages, the way back."""

from __future__ import annotations

import time

from tests.app.bench import bench
from tests.app.screen import app_of, project_with_text, rows_of
from tui.app.fault import place_of, said_of
from tui.app.sheets.menu import Menu, MenuRow


async def test_the_header_drops_attributes_first_and_keeps_how_it_is_saved() -> None:
    project = project_with_text(1)
    project.put(
        "participants",
        "person01",
        {
            **(project.get("participants", "person01") or {}),
            "attributes": {"role": "manager " * 3, "context": "primary care " * 3},
        },
    )
    for width, both in ((160, True), (80, False)):
        app = app_of(project)
        async with app.run_test(size=(width, 24)) as pilot:
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            header = rows_of(app)[0]
            assert header.startswith(" Leaders and AI › L1")
            assert header.endswith("saved ✓")
            assert ("primary care" in header) is both


async def test_the_header_tells_the_share_of_this_source_and_the_units_of_all() -> None:
    app = app_of(project_with_text(2))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert rows_of(app)[0].endswith("0% coded · 0 units   saved ✓")


async def test_the_header_counts_nobodys_units_where_nobody_codes() -> None:
    app = app_of(project_with_text(1), coder=None)
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("ctrl+c", "enter")
        await pilot.pause()
        assert "unit" not in rows_of(app)[0]


async def test_a_message_stands_until_the_next_key() -> None:
    async with bench(pane="transcript") as at:
        at.app.page.say("Condensed: 29 words to 11", undo=True)
        at.app.page.redraw()
        await at.pilot.pause()
        assert at.key_line.startswith("Condensed: 29 words to 11   u undo  enter code")
        await at.press("j")
        assert at.key_line.startswith("enter code")


async def test_a_question_takes_what_is_typed_and_enter_hands_it_over() -> None:
    async with bench(pane="codebook") as at:
        given: list[str] = []
        at.app.page.ask("Park, because", given.append, word="park")
        await at.type("half of it")
        assert at.key_line.startswith("Park, because half of it")
        assert at.key_line.endswith("^C back  enter park")
        await at.press("backspace", "enter")
        assert given == ["half of i"]
        assert "Park, because" not in at.key_line


async def test_ctrl_c_and_escape_step_back_from_a_question() -> None:
    async with bench(pane="codebook") as at:
        for key in ("ctrl+c", "escape"):
            given: list[str] = []
            left: list[bool] = []
            at.app.page.ask("Rename", given.append, text="x", left=lambda left=left: left.append(True))  # type: ignore[misc]
            await at.press(key)
            assert (given, left) == ([], [True])
            assert at.app.page.question is None


async def test_a_choice_is_made_by_its_keys_and_let_be_by_any_other() -> None:
    async with bench(pane="codebook") as at:
        done: list[str] = []
        node = at.desk.node
        for key in ("n", "j", "y"):
            at.app.page.choose(
                "Merge with the other?",
                {"y": ("merge", lambda: done.append("merged")), "n": ("not", lambda: done.append("not"))},
            )
            at.app.page.redraw()
            await at.pilot.pause()
            assert "y merge  n not  ^C back" in at.key_line
            await at.press(key)
            assert at.key_line.startswith("Let be: nothing was done.") is (key == "j")
        assert done == ["not", "merged"]
        assert at.desk.node == node


async def test_who_steps_back_from_a_choice_is_told_nothing_and_what_asks_again_says_no_more() -> None:
    async with bench(pane="codebook") as at:
        page = at.app.page
        page.choose("Merge with the other?", {"y": ("merge", page.redraw)})
        await at.press("ctrl+c")
        assert "Let be" not in at.key_line
        page.choose("Whose?", {"1": ("theirs", page.redraw)}, left=lambda: page.ask("Rename", page.say))
        await at.press("x")
        assert at.key_line.startswith("Rename")


async def test_pasted_text_goes_into_the_open_field_and_nowhere_else() -> None:
    async with bench(pane="transcript") as at:
        cursor = at.desk.cursor
        at.app.page.paste("jjjq")
        assert (at.desk.cursor, at.app.is_running) == (cursor, True)
        at.app.page.ask("Find", lambda words: None)
        at.app.page.paste("who\nsigns")
        assert at.app.page.question is not None
        assert at.app.page.question.field.text == "who signs"


async def test_a_sheet_has_the_keys_until_it_closes_and_nothing_else_moves() -> None:
    async with bench(pane="transcript") as at:
        taken: list[str] = []
        text = [row[:64] for row in at.rows[2:33]]
        at.app.page.open_sheet(Menu("Export", [MenuRow("a", "summary"), MenuRow("b", "codebook")], taken.append))
        await at.press("j")
        assert at.rows[1][66:].strip().startswith("Export")
        assert [row[:64] for row in at.rows[2:33]] == text
        assert at.key_line == "enter take  j k move  ^C back"
        await at.press("enter")
        assert taken == ["b"]
        assert "Codebook" in at.rows[1]


async def test_on_a_small_screen_a_sheet_rises_from_the_bottom() -> None:
    async with bench(pane="transcript", size=(80, 24)) as at:
        at.app.page.open_sheet(Menu("Export", [MenuRow("a", "summary")], lambda taken: None))
        await at.press("up")
        assert at.rows[12].strip().startswith("Export")
        assert "Transcript" in at.rows[1]


async def test_a_long_menu_shows_the_row_that_is_chosen_and_says_which_of_how_many() -> None:
    rows = [MenuRow(str(number), f"row {number}", "what it is") for number in range(30)]
    async with bench(pane="transcript", size=(80, 24)) as at:
        at.app.page.open_sheet(Menu("Export", rows, lambda taken: None))
        await at.press(*"j" * 25)
        assert any(row.startswith("›row 25 ") for row in at.rows)
        assert any("26 of 30" in row for row in at.rows)
        await at.press("j", *"k" * 26)
        assert any(row.startswith("›row 0 ") for row in at.rows)


async def test_a_menu_whose_files_leave_no_room_says_below_what_the_row_is() -> None:
    rows = [MenuRow("a", "summary", "for the results", "exports/a-long-name-of-a-file.md"), MenuRow("b", "codebook")]
    async with bench(pane="transcript") as at:
        at.app.page.open_sheet(Menu("Export", rows, lambda taken: None))
        await at.press("j", "k")
        summary = next(y for y, row in enumerate(at.rows) if "›summary" in row)
        assert "for the results" in at.rows[summary + 3]
        await at.press("j")
        assert "for the results" not in "".join(at.rows)


async def test_q_leaves_from_the_bare_screen_and_goes_back_elsewhere() -> None:
    async with bench(pane="transcript") as at:
        await at.press("o")
        assert "Sources" in at.rows[1]
        await at.press("q")
        assert "Transcript" in at.rows[1]
        await at.press("ctrl+c")
        assert at.key_line.startswith("q leaves")
        await at.press("q")
        await at.pilot.pause()
        assert not at.app.is_running


async def test_ctrl_c_lets_go_of_one_thing_at_a_time() -> None:
    async with bench(pane="transcript") as at:
        await at.press("z", "v", "l")
        await at.press("ctrl+c")
        assert (at.desk.selection, at.desk.zoomed) == (None, True)
        await at.press("ctrl+c")
        assert not at.desk.zoomed


async def test_a_fault_of_our_own_tells_its_place_but_not_what_was_said() -> None:
    from tui.app.keymap import sequence

    try:
        sequence(None)  # type: ignore[arg-type]
    except TypeError as error:
        told = place_of(error)
    assert told.startswith("TypeError in app/keymap.py:")
    assert "NoneType" not in told


def test_a_program_that_was_replaced_beneath_the_session_says_so() -> None:
    error = ImportError("no palette")
    assert said_of(error, since=time.time() + 60).startswith("This met a fault in Postil (ImportError)")
    assert said_of(error, since=0.0).startswith("Postil was replaced on the disk while it ran: q, and open it again.")


async def test_ascii_terminals_get_ascii_words() -> None:
    async with bench(pane="transcript", glyphs="ascii") as at:
        await at.press("?")
        assert all(row.isascii() for row in at.rows)


async def test_all_keys_of_a_choice_are_told_however_long_its_words_are() -> None:
    async with bench(pane="codebook", size=(80, 24)) as at:
        ways = {str(key): (f"what is called for the {key}th time", lambda: None) for key in range(1, 6)}
        at.app.page.choose("One of these", ways)
        await at.pilot.pause()
        shown = "\n".join(at.rows[-5:])
        assert at.key_line == "One of these   ^C back"
        assert all(f"{key} {word}" in shown for key, (word, _) in ways.items())


async def test_a_long_message_stands_whole_above_the_keys_and_is_gone_with_the_next_key() -> None:
    async with bench(pane="codebook", size=(80, 24)) as at:
        words = "This is said in more words than fit before the keys of a small screen, and none of them is lost."
        at.app.page.say(words)
        await at.pilot.pause()
        assert " ".join(row.strip() for row in at.rows[-3:-1]) == words
        assert at.key_line.endswith("? keys")
        await at.press("j")
        assert not any("more words than fit" in row for row in at.rows)
