"""The table of commands: every key means one thing, every row does something, and help tells them all."""

from __future__ import annotations

import pytest

from tests.app.bench import bench
from tui.app import keymap
from tui.app.commands.command import SORTING, Command
from tui.app.commands.table import BY_ID, TABLE
from tui.app.keymap import canonical, fitting, help_rows, key_line, meaning, sequence, shown

CHAINS = {
    "transcript": ("transcript", "panes", "everywhere"),
    **{pane: (pane, "sorting", "panes", "everywhere") for pane in SORTING},
    "panes": ("transcript", "panes", "everywhere"),
    "ends": ("ends", "transcript", "panes", "everywhere"),
    "everywhere": ("everywhere",),
    "keys": ("keys", "lists", "everywhere"),
}
CONTEXTS = sorted({context for command in TABLE for context in command.keys})


def chain(context: str) -> tuple[str, ...]:
    return CHAINS.get(
        context, (context, "lists", "everywhere") if context != "lists" else ("sources", "lists", "everywhere")
    )


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_key_has_two_meanings_in_a_context(context: str) -> None:
    assert keymap._of_context(context)


@pytest.mark.parametrize("command", TABLE, ids=lambda command: command.id)
def test_every_row_of_the_table_does_something(command: Command) -> None:
    for context in command.keys or {"everywhere": ()}:
        assert keymap.handler(command, chain(context)) is not None, context


def test_names_of_commands_are_unique_and_short() -> None:
    assert len(BY_ID) == len(TABLE)
    for command in TABLE:
        assert command.name
        assert len(command.line) <= 24


def test_nothing_needs_function_keys_alt_or_keys_that_terminals_take() -> None:
    for command in TABLE:
        for keys in command.keys.values():
            told = [key for key in keys if key not in ("escape", "ctrl+z", "ctrl+l", "ctrl+p")]
            for key in told:
                assert not key.startswith(("alt+", "f1", "ctrl+a", "ctrl+b", "ctrl+s", "ctrl+q")), command.id


def test_sequences_are_cut_at_their_prefix() -> None:
    assert [sequence(key) for key in ("gg", "t<pile>", "''", "enter", "tab", "g/")] == [
        ("g", "g"),
        ("t", "<pile>"),
        ("'", "'"),
        ("enter",),
        ("tab",),
        ("g", "/"),
    ]


@pytest.mark.parametrize(
    ("key", "character", "name"),
    [
        ("question_mark", "?", "?"),
        ("space", " ", "space"),
        ("a", "a", "a"),
        ("enter", "\r", "enter"),
        ("ctrl+j", "\n", "enter"),
        ("ctrl+d", "\x04", "ctrl+d"),
        ("down", None, "down"),
        ("left_parenthesis", "(", "("),
    ],
)
def test_keys_go_by_the_character_they_type(key: str, character: str | None, name: str) -> None:
    assert canonical(key, character) == name


def test_a_prefix_waits_and_the_next_key_decides() -> None:
    contexts = CHAINS["board"]
    assert meaning(contexts, "", "t").waits
    thrown = meaning(contexts, "t", "c").command
    assert thrown is not None
    assert thrown.id == "throw"
    back = meaning(contexts, "t", "-").command
    assert back is not None
    assert back.id == "throw_back"
    assert meaning(contexts, "g", "x").command is None


def test_a_prefix_is_one_only_where_something_follows() -> None:
    assert not meaning(("sources", "lists", "everywhere"), "", "t").waits


def test_pairs_are_cut_whole() -> None:
    pairs = [("enter", "code"), (".", "again"), ("s", "sentence")]
    assert fitting(pairs, 19) == pairs[:2]
    assert fitting(pairs, 18) == pairs[:1]
    assert fitting(pairs, 3) == []


def test_keys_are_shown_as_they_are_typed() -> None:
    assert [shown(key) for key in ("ctrl+c", "t<pile>", "pagedown", "enter")] == ["^C", "t", "PgDn", "enter"]


def test_help_tells_every_key_that_does_something_of_its_own() -> None:
    told = {key for contexts in CHAINS.values() for row in help_rows(contexts) for key in row.keys.split()}
    for command in TABLE:
        for context, keys in command.keys.items():
            if keys and context in CHAINS and command.words and not keys[0].isdigit():
                assert shown(keys[0]) in told, command.id


def test_help_puts_neighbours_of_the_same_words_into_one_row() -> None:
    first = help_rows(("transcript",))[0]
    assert (first.keys, first.words) == ("j k h l", "line, character")


async def test_the_key_line_shows_only_what_can_be_done_and_keeps_the_order() -> None:
    async with bench(pane="transcript") as at:
        pairs = key_line(at.app.page.contexts, at.app.page)
        assert pairs[:4] == [("enter", "code"), (".", "again"), ("s", "sentence"), ("v", "select")]
        at.app.session.store.read_only = "the disk is full"
        assert ("enter", "code") not in key_line(at.app.page.contexts, at.app.page)


async def test_a_command_that_cannot_be_done_says_why() -> None:
    async with bench(pane="transcript") as at:
        at.app.session.store.read_only = "a newer Postil wrote it"
        await at.press("enter")
        assert at.key_line.startswith("Read only: a newer Postil wrote it")
        assert "read only" in at.rows[0]


async def test_a_sequence_shows_what_may_follow_and_any_other_key_only_cancels() -> None:
    async with bench(pane="transcript") as at:
        cursor = at.desk.cursor
        await at.press("g")
        assert "1 to the transcript" in at.key_line
        assert at.key_line.endswith("^C back")
        await at.press("l")
        assert (at.desk.prefix, at.desk.cursor) == ("", cursor)
        await at.press("g", "3")
        assert at.desk.pane == "board"


def test_two_keys_that_share_a_pair_of_the_key_line_are_neighbours_in_the_table() -> None:
    paired = [command for command in TABLE if command.pair]
    assert {command.pair for command in paired} == {"H L", "J K"}
    for command in paired:
        for context in command.keys:
            meant = [meaning((context,), "", key).command for key in command.pair.split()]
            assert meant[0] is command
            assert meant[1] is not None
            assert meant[1].words == command.words
