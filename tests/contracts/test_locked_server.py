"""On a server where nothing may be installed and nothing may leave: no connection, no file elsewhere, no clipboard.

The app is started and used in a terminal, under an audit hook that writes down everything of the kind.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contracts.house import ROOT
from tests.terminal import TerminalSession

WATCH = """
import os, sys
log = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
PATHS = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
OTHERS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "webbrowser.open", "ctypes.dlopen"}
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)) and arguments[2] & WRITES:
        os.write(log, f"write {os.path.abspath(os.fsdecode(arguments[0]))}\\n".encode())
    elif event in PATHS and isinstance(arguments[0], (str, bytes)):
        os.write(log, f"write {os.path.abspath(os.fsdecode(arguments[0]))}\\n".encode())
    elif event in OTHERS or event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        os.write(log, f"other {event} {arguments[1:]}\\n".encode())
sys.addaudithook(hook)
sys.argv = ["postil", *sys.argv[2:]]
from tui.cli.main import main
main()
"""
DEVICES = ("/dev/tty", "/dev/pts/", "/dev/null", "/dev/ptmx")
CACHE = "__pycache__"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the sample project, beside an empty home."""
    (tmp_path / "home").mkdir()
    shutil.copytree(ROOT / "sample_project", tmp_path / "project", ignore=shutil.ignore_patterns("*.mine", "state"))
    return tmp_path


def used(folder: Path) -> tuple[list[str], bytes]:
    """Use the app for a moment; return what the hook wrote down, and what went to the terminal."""
    home = str(folder / "home")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "POSTIL", "XDG"))},
        "HOME": home,
        "TMPDIR": home,
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        # Textual's own ways out, which must be closed.
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_LOG": f"{home}/log",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_SCREENSHOT_LOCATION": home,
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    watched = [sys.executable, "-c", WATCH, str(folder / "log")]
    command = [*watched, "-C", str(folder / "project"), "--coder", "Ada Berg", "open"]
    with TerminalSession(command, folder=ROOT, environment=environment) as session:
        session.wait_for("From reading to the summary")
        session.type("\r")  # the tour begins
        session.wait_for("All of this is fiction")
        session.type("\r")
        session.wait_for("Transcript")
        session.type("Js.")
        session.type("?")
        session.type("\x03")
        session.type("q")
        session.type("q")
        session.type("q")
        assert session.wait_for_end() == 0
        return (folder / "log").read_text(encoding="utf-8").splitlines(), session.written


def test_the_app_connects_to_nothing_and_writes_nowhere_else(folder: Path) -> None:
    log, written = used(folder)
    project = str(folder / "project")
    writes = [line.removeprefix("write ") for line in log if line.startswith("write ")]
    assert any(path.startswith(project) for path in writes), "the hook sees nothing"
    assert [path for path in writes if not path.startswith((project, *DEVICES)) and CACHE not in path] == []
    assert [line for line in log if line.startswith("other ")] == []
    assert list((folder / "home").iterdir()) == []
    assert b"\x1b]52" not in written


def test_what_is_imported_leaves_no_bytecode(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "tui", "-C", str(folder / "project"), "sources"]
    subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    assert list((folder / "cache").rglob("*store*")) == []
