"""The app in a pseudo-terminal: keys as bytes, signals, and what is left of the terminal afterwards."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.app.pty_run import Terminal
from tests.app.study import bring_in, study
from tui.store.project import Store

ALT_SCREEN_LEFT, CURSOR_SHOWN, PASTE_OFF = b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    study(tmp_path / "study", sources=3).close()
    return tmp_path / "study"


@contextmanager
def running(folder: Path, size: tuple[int, int] = (100, 30), **environment: str) -> Iterator[Terminal]:
    terminal = Terminal(folder, size, **environment)
    try:
        yield terminal
    finally:
        terminal.close()


def left_clean(terminal: Terminal) -> bool:
    return all(sequence in terminal.written for sequence in (ALT_SCREEN_LEFT, CURSOR_SHOWN, PASTE_OFF))


def test_q_leaves_and_the_terminal_is_as_it_was(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("3 sources")
        terminal.send("q")
        assert terminal.ended() == 0
        assert left_clean(terminal)
        assert b"Traceback" not in terminal.written


def test_escape_and_a_key_in_one_packet_are_two_keys(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("3 sources")
        terminal.send("/L02")
        terminal.until("1 of 3")
        terminal.send("\x1bj")  # Lets the filter be, then goes down.
        rows = terminal.until("›L03")
        assert not any("1 of 3" in row for row in rows)


def test_an_arrow_that_comes_in_pieces_is_one_arrow(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("\x1b")
        terminal.read(0.05)
        terminal.send("[")
        terminal.read(0.4)
        terminal.send("B")
        terminal.until("›L02")


def test_pasted_text_outside_a_field_does_nothing(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("\x1b[200~jjq\x1b[201~")
        terminal.read(0.3)
        terminal.send("?")
        terminal.until("Everywhere")
        terminal.send("q")
        terminal.until("›L01")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_app_cleanly_and_the_place_is_kept(folder: Path, number: int) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("j\r")
        terminal.until("Transcript")
        terminal.signal(number)
        assert terminal.ended() == 0
        assert left_clean(terminal)
    store = Store.open(folder)
    store.sit("lena-pohl")
    kept = store.state.read()["desk"]
    assert store.project.get("sources", kept["source"])["name"] == "L02"  # type: ignore[index]
    store.close()


def test_suspending_gives_the_terminal_back_and_returning_paints_it_anew(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("\x1a")
        for _ in range(60):
            if ALT_SCREEN_LEFT in terminal.written:
                break
            terminal.read(0.1)
        assert ALT_SCREEN_LEFT in terminal.written
        terminal.read(0.3)
        terminal.written = b""
        terminal.signal(signal.SIGCONT)
        terminal.until("›L01")
        terminal.send("j")
        terminal.until("›L02")


@pytest.mark.parametrize("how", ["ctrl+l", "resize"])
def test_what_another_program_wrote_over_the_screen_is_painted_over(folder: Path, how: str) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.written = b"\x1b[2J\x1b[5;5Hshutdown at noon"
        if how == "ctrl+l":
            terminal.send("\x0c")
        else:
            terminal.resize(90, 28)
        rows = terminal.until("›L01")
        assert not any("shutdown" in row for row in rows)


def test_nothing_reaches_the_clipboard_or_the_title(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("\r")
        terminal.until("Transcript")
        terminal.send("v" + "l" * 20 + "\x03")
        terminal.read(0.3)
        terminal.send("qq")
        terminal.ended()
        assert not re.search(rb"\x1b\][0-9]", terminal.written)


def test_textual_switches_in_the_environment_do_nothing(folder: Path) -> None:
    switches = {
        "TEXTUAL_PRESS": "q",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_LOG": str(folder / "log"),
    }
    with running(folder, **switches) as terminal:
        terminal.until("›L01")
        terminal.read(0.3)
        terminal.send("q")
        assert terminal.ended() == 0
    assert not (folder / "log").exists()
    assert not list(folder.glob("*.svg"))


@pytest.mark.parametrize(
    ("environment", "size", "word"),
    [({"TERM": "dumb"}, (100, 30), "TERM=dumb"), ({}, (40, 10), "40 columns")],
)
def test_where_it_cannot_start_one_sentence_says_why(
    folder: Path, environment: dict[str, str], size: tuple[int, int], word: str
) -> None:
    with running(folder, size, **environment) as terminal:
        assert terminal.ended() == 1
        assert word.encode() in terminal.written
        assert b"\x1b" not in terminal.written
        assert b"Traceback" not in terminal.written


def test_without_colour_only_attributes_reach_the_terminal(folder: Path) -> None:
    with running(folder, NO_COLOR="1") as terminal:
        terminal.until("›L01")
        terminal.send("j\r")
        terminal.until("Transcript")
        codes = {code for each in re.findall(rb"\x1b\[([0-9;]*)m", terminal.written) for code in each.split(b";")}
        assert codes <= {b"", b"0", b"1", b"2", b"4", b"7", b"22", b"24", b"27", b"39", b"49"}


def test_an_ascii_terminal_gets_ascii_alone(folder: Path) -> None:
    with running(folder, LANG="C", LC_ALL="C") as terminal:
        terminal.until(">L01")
        terminal.send("\r")
        terminal.until("Transcript")
        assert terminal.written.isascii()


def test_a_key_writes_few_bytes(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        while terminal.read(0.3):
            pass
        terminal.written = b""
        terminal.send("j")
        while terminal.read(0.3):
            pass
        assert 0 < len(terminal.written) < 700


def test_textual_may_write_by_itself_where_that_is_asked_for(folder: Path) -> None:
    with running(folder) as sparing, running(folder, POSTIL_WRITES_ALL="1") as lavish:
        for terminal in (sparing, lavish):
            terminal.until("›L01")
            while terminal.read(0.3):
                pass
            terminal.written += b""
            terminal.send("j")
            terminal.until("›L02")
        assert sparing.rows() == lavish.rows()
        assert len(lavish.written) > len(sparing.written)


def test_one_project_leads_to_another(folder: Path, tmp_path: Path) -> None:
    study(tmp_path / "other", sources=5).close()
    with running(folder) as terminal:
        terminal.until("3 sources")
        terminal.send(":open another\r")
        terminal.until("Open the project in")
        terminal.send("../other\r")
        terminal.until("5 sources")
        terminal.send("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_a_memo_being_written_survives_a_lost_line(folder: Path, number: int) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("\rm")
        terminal.until("Memo")
        terminal.send("half a thought")
        terminal.until("half a thought")
        if number == signal.SIGKILL:  # without warning: what was written two seconds ago is there
            _until_kept(terminal, folder, "half a thought")
        terminal.signal(number)
        terminal.ended()
    with running(folder) as terminal:
        terminal.until("Transcript")
        terminal.send("m")
        terminal.until("half a thought")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_a_condensed_form_being_typed_survives_a_lost_line(folder: Path, number: int) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("\r")
        terminal.until("That is the one")
        terminal.send(")c")
        terminal.until("Condense to")
        terminal.send("half a thought")
        terminal.until("half a thought")
        if number == signal.SIGKILL:
            _until_kept(terminal, folder, "half a thought")
        terminal.signal(number)
        terminal.ended()
    with running(folder) as terminal:
        terminal.until("Transcript")
        terminal.send("c")
        terminal.until("half a thought")


def _until_kept(terminal: Terminal, folder: Path, words: str, seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not any(words in kept.read_text() for kept in (folder / "state").glob("*.json")):
        assert time.monotonic() < deadline, "the draft was not kept"
        terminal.read(0.05)


def test_words_are_selected_with_the_mouse(folder: Path) -> None:
    with running(folder) as terminal:
        terminal.until("›L01")
        terminal.send("\r")
        rows = terminal.until("That is the one")
        y = next(number for number, row in enumerate(rows, 1) if "That is the one" in row)
        x = rows[y - 1].index("That") + 1
        terminal.send(f"\x1b[<0;{x};{y}M\x1b[<32;{x + 3};{y}M\x1b[<32;{x + 6};{y}M\x1b[<0;{x + 6};{y}m")
        terminal.until("Selected 2 words")
        terminal.send("\x1b[<35;1;1M")  # moving on without the button
        terminal.send("\r")
        terminal.until("Code")
        terminal.send("who signs\r")
        terminal.until("apply code who signs")


def test_the_mouse_held_below_the_text_goes_on_selecting_and_two_presses_select_a_word(tmp_path: Path) -> None:
    store = study(tmp_path, sources=1)
    bring_in(store, "A1", "L07: " + "It goes on and on. " * 400)
    store.close()
    with running(tmp_path) as terminal:
        terminal.until("›A1")
        terminal.send("\r")
        terminal.until("turn 1 of 1")
        terminal.send("\x1b[<0;30;12M\x1b[<32;31;13M\x1b[<32;31;29M")
        terminal.until("Selected 3")  # 300 words and more: by itself
        terminal.send("\x1b[<0;31;29m")
        while terminal.read(0.3):
            pass
        x = terminal.rows()[11].index("goes") + 2
        terminal.send(f"\x1b[<0;{x};12M\x1b[<0;{x};12m" * 2)
        terminal.until("Selected 1 word")


def test_text_from_right_to_left_is_put_in_order_where_that_is_asked_for_and_the_terminal_is_left_as_it_was(
    tmp_path: Path,
) -> None:
    store = study(tmp_path, sources=0)
    bring_in(store, "H1", "L07: שלום עולם, יום 19.\n")
    store.close()
    with running(tmp_path) as terminal:
        terminal.until("›H1")
        terminal.send("\r")
        terminal.until("שלום עולם, יום 19.")
        terminal.send(":right-to-left\r")
        terminal.until("by Postil")
        terminal.send("j\r")
        terminal.until(".19 םוי ,םלוע םולש")
        assert b"\x1b[8l" in terminal.written
        terminal.send("qq")
        assert terminal.ended() == 0
        assert terminal.written.rindex(b"\x1b[8h") > terminal.written.rindex(b"\x1b[8l")
    with running(tmp_path) as terminal:
        terminal.until(".19 םוי ,םלוע םולש")
