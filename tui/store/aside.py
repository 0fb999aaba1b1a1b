"""Verifying a project's files in a process of its own, so that whoever works in the app is not held up by it.

Reading every line of every journal takes seconds in a large project, most of them inside calls that let no other
thread run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import tui
from tui.errors import Damaged
from tui.store.integrity import Problem

_PROGRAM = """
import json, sys
sys.dont_write_bytecode = True
sys.path[:] = json.loads(sys.argv[1])
from pathlib import Path
from tui.store.project import Store
with Store.open(Path(sys.argv[2]), write=False) as store:
    found = [[each.what, str(each.where), each.repair, each.warns] for each in store.check()]
sys.stdout.write(json.dumps(found))
"""


class CheckAside:
    """A check of the files that has been started; `problems` waits for it, `stop` ends it."""

    def __init__(self, folder: Path) -> None:
        """Start it on a project's folder."""
        paths = [str(Path(tui.__file__).resolve().parents[1]), *sys.path]
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _PROGRAM, json.dumps(paths), str(folder)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the files, once it is known.

        Raises:
            Damaged: the check could not be made, or was stopped.
        """
        written, _ = self._process.communicate()
        if self._process.returncode:
            raise Damaged("The files could not be checked from here; “postil check” says more.")
        return [Problem(what, where, repair, warns) for what, where, repair, warns in json.loads(written)]

    def stop(self) -> None:
        """End it, if it has not ended."""
        if self._process.poll() is None:
            self._process.kill()
