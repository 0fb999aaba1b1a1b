"""The command as a process: exit statuses, streams, interruptions, locales, terminals."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Postil
from tests.terminal import TerminalSession

ROOT = Path(__file__).parents[2]
IMPORTS = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
ASCII_ONLY = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
HOSTILE = "a\x1b]52;c;AAAA\x07b\u202ec\x9bd"


def run(*arguments: str, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        env={**os.environ, "PYTHONPATH": IMPORTS, **variables},
        input=stdin.encode(),
        capture_output=True,
        timeout=30,
    )


def terminal(*arguments: str, columns: int = 100) -> TerminalSession:
    """Run a command in a terminal."""
    command = [sys.executable, "-m", "tui", *arguments]
    environment = {**os.environ, "PYTHONPATH": IMPORTS, "TERM": "xterm-256color"}
    return TerminalSession(command, folder=Path.cwd(), environment=environment, size=(columns, 30))


def on_a_terminal(*arguments: str, columns: int = 100) -> tuple[int, str]:
    """Run a command in a terminal to its end; return its exit status and all that was written."""
    with terminal(*arguments, columns=columns) as session:
        return session.wait_for_end(), session.written.decode("utf-8", "replace")


def test_results_go_to_standard_output_and_messages_to_standard_error(coded: Path) -> None:
    answer = run("code", "L07", "--quote", "the doctor decides", "--as", "decides")
    assert answer.returncode == 0
    assert len(answer.stdout.split()) == 1
    assert answer.stderr == b"New code: decides.\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["sources"], 0),
        (["search", "nothing like it"], 0),
        (["code", "L99", "--quote", "x", "--as", "y"], 1),
        (["nonsense"], 2),
        (["units", "--nonsense"], 2),
        (["codebook", "nonsense"], 2),
        (["--help"], 0),
        (["units", "--help"], 0),
        (["--version"], 0),
    ],
)
def test_exit_statuses(arguments: list[str], status: int, coded: Path) -> None:
    answer = run(*arguments)
    assert answer.returncode == status
    assert b"Traceback" not in answer.stderr
    assert bool(answer.stderr) == (status > 0 or arguments[0] == "search")


def test_where_the_system_is_windows_one_sentence_says_so(study: Path) -> None:
    script = "import sys; sys.modules['fcntl'] = None; from tui.cli.main import main; main()"
    for arguments in (["units"], ["demo", "copy"], []):
        command = [sys.executable, "-c", script, *arguments]
        answer = subprocess.run(command, env={**os.environ, "PYTHONPATH": IMPORTS}, capture_output=True, timeout=30)
        assert answer.returncode == 1
        assert answer.stderr.startswith(b"Postil needs Linux or macOS")
        assert answer.stderr.count(b"\n") == 1


def test_a_mistyped_command_names_the_one_that_was_meant(coded: Path) -> None:
    assert b"Did you mean \xe2\x80\x9cunits\xe2\x80\x9d?" in run("unit").stderr


def test_a_project_that_cannot_be_written_exits_3_or_says_read_only(coded: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (coded / "journal").chmod(0o500)
    try:
        assert run("--coder", "New One", "codebook", "add", "x").returncode in (1, 3)
    finally:
        (coded / "journal").chmod(0o700)


def test_a_reader_who_goes_away_is_no_error(coded: Path) -> None:
    for number in range(12):
        (coded / f"X{number}.txt").write_text(f"X{number}: " + "the doctor signs it away, again. " * 400)
    assert run("import", *[f"X{number}.txt" for number in range(12)]).returncode == 0
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "search", "doctor", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": IMPORTS},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(timeout=30) == 0
    assert b"Traceback" not in said
    assert b"Exception" not in said
    assert b"Broken" not in said


def test_ctrl_c_stops_without_a_traceback(coded: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tui", "code", "--from", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": IMPORTS},
    ) as process:
        assert process.stdin is not None
        wait_until_reading(process.pid)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.strip() == b"Stopped."
    assert out == b""


def wait_until_reading(process: int) -> None:
    """Wait until a process sleeps in a read of its standard input (Linux tells; elsewhere the test is skipped)."""
    ends = time.monotonic() + 20
    where = Path(f"/proc/{process}/syscall")
    if not where.exists():
        pytest.skip("this system does not tell what a process waits for")
    while time.monotonic() < ends:
        if where.read_text().split()[:2] == ["0", "0x0"]:
            return
    raise AssertionError("the command never read its input")


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_a_locale_without_letters_like_these_breaks_nothing(locale: dict[str, str], coded: Path, done: Postil) -> None:
    done("codebook", "add", "förmåga — “så”")
    for arguments in (["codebook"], ["sources"], ["code", "L99", "--quote", "x"]):
        answer = run(*arguments, **locale)
        assert answer.returncode in (0, 1)
        assert b"Traceback" not in answer.stderr
        assert b"failed" not in answer.stderr
    assert "förmåga — “så”" in run("codebook", "--json", **locale).stdout.decode("utf-8")
    assert "förmåga — “så”" in run("export", "codebook", **locale).stdout.decode("utf-8")


def test_bytes_that_are_no_text_are_a_mistake_in_one_line(coded: Path) -> None:
    answer = subprocess.run(
        [sys.executable.encode(), b"-m", b"tui", b"codebook", b"add", b"\xff\xfe"],
        env={**os.environ, "PYTHONPATH": IMPORTS},
        capture_output=True,
    )
    assert answer.returncode == 1
    assert answer.stderr.count(b"\n") == 1
    assert b"failed" not in answer.stderr


def test_words_in_utf_8_are_understood_whatever_the_locale(coded: Path, done: Postil) -> None:
    assert run("codebook", "add", "förmåga", **ASCII_ONLY).returncode == 0
    assert "förmåga" in [node["name"] for node in done("codebook", "--json").json]
    assert run("import", "L10.txt", "--name", "Tjänst", "--dry-run", **ASCII_ONLY).returncode == 1
    assert b"failed" not in run("export", "codebook", "-o", "ö.md", **ASCII_ONLY).stderr


def test_what_a_file_holds_does_not_drive_the_terminal(coded: Path, done: Postil) -> None:
    (coded / "X1.txt").write_text(f"X1: {HOSTILE} signs\n", encoding="utf-8")
    answer = run("import", "X1.txt")
    if answer.returncode:
        pytest.skip("the reader of text files refused it")
    done("code", "X1", "--quote", "signs", "--as", "x")
    done("memos", "add", f"memo {HOSTILE}")
    for arguments in (["memos"], ["memos", "--json"], ["units"], ["search", "signs"], ["export", "transcript", "X1"]):
        status, sent = on_a_terminal(*arguments)
        assert status == 0
        for sign in ("\x1b", "\x07", "\u202e", "\x9b"):
            assert sign not in sent, arguments
    assert json.loads(on_a_terminal("memos", "--json")[1])[-1]["text"] == f"memo {HOSTILE}"


def test_an_export_does_not_depend_on_the_process_that_writes_it(coded: Path) -> None:
    for report in ("summary", "codebook", "abstraction", "units"):
        one, other = (run("export", report, PYTHONHASHSEED=seed).stdout for seed in ("1", "2"))
        assert one == other != b""


def test_nothing_is_changed_on_its_way_to_a_file(coded: Path, done: Postil) -> None:
    done("memos", "add", f"memo {HOSTILE}")
    assert json.loads(run("memos", "--json").stdout)[-1]["text"] == f"memo {HOSTILE}"


def test_elsewhere_at_a_terminal_the_demo_or_a_new_project_is_offered(postil: Postil, tmp_path: Path) -> None:
    with terminal() as session:
        session.wait_for("(n)ew project, (d)emo or (q)uit")
        session.type("q\r")
        assert session.wait_for_end() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_project_made_there_is_opened_and_its_coder_known(postil: Postil, done: Postil) -> None:
    with terminal() as session:
        for question, answer in (("(q)uit", "n"), ("Title", "Night shifts"), ("[night-shifts]", ""), ("Aim", "Why?")):
            session.wait_for(question)
            session.type(f"{answer}\r")
        session.wait_for("New coder: Lena Palm.")
        session.type("q")
        assert session.wait_for_end() == 0
    shape = done("-C", "night-shifts", "project", "--json").json
    assert (shape["title"], shape["aim"]) == ("Night shifts", "Why?")
    assert [coder["name"] for coder in done("-C", "night-shifts", "coders", "--json").json] == ["Lena Palm"]


def test_a_list_is_cut_at_the_terminals_width_and_nowhere_else(coded: Path, done: Postil) -> None:
    done("memos", "add", "word " * 60)
    assert max(len(line) for line in on_a_terminal("memos", columns=80)[1].splitlines()) == 80
    assert "word " * 50 in on_a_terminal("memos", columns=0)[1]
    assert "word " * 50 in done("memos").out


def test_help_loads_neither_the_store_nor_what_draws(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "tui", "--help"],
        env={**os.environ, "PYTHONPATH": IMPORTS},
        capture_output=True,
        text=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in answer.stderr.splitlines()}
    assert "click" in loaded
    assert not {"textual", "rich", "tinydb", "json", "pathlib", "tui.store.project", "tui.model.project"} & loaded


def test_a_mistake_in_the_program_is_told_without_a_traceback(
    coded: Path, postil: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.cli import coders

    def fails(_project: object) -> None:
        raise KeyError("words of a transcript")

    monkeypatch.setattr(coders, "coder_shapes", fails)
    answer = postil("coders")
    assert answer.status == 3
    assert "KeyError" in answer.err
    assert "transcript" not in answer.err.replace("names and transcripts", "")
    monkeypatch.setenv("POSTIL_DEBUG", "1")
    with pytest.raises(KeyError):
        postil("coders")


def test_a_coder_whose_name_the_locale_cannot_hold_keeps_nobody_out(coded: Path, done: Postil) -> None:
    named = {**ASCII_ONLY, "POSTIL_CODER": "שרה כהן"}
    for words in (["memos", "add", "first"], ["memos", "add", "second"]):
        assert run(*words, **named).returncode == 0
    assert len(list((coded / "journal").glob("שרה-כהן.*.jsonl"))) == 1
    said = run("coders", **ASCII_ONLY)
    assert (said.returncode, b"??? ???" in said.stdout) == (0, True)
    assert run("check", **ASCII_ONLY).returncode == 0
    assert {"first", "second"} <= {memo["text"] for memo in done("memos", "--json").json}
