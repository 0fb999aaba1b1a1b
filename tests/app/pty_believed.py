"""The app as a program that tells what it believes to be on the screen: `python -m tests.app.pty_believed FOLDER FILE`.

On SIGUSR1 the rows are written to the file, as JSON.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

from tests.app.screen import rows_of
from tui.app import app as module
from tui.app.start import open_project


def main(folder: Path, told: Path) -> None:
    """Open the project and answer signals."""
    apps: list[module.PostilApp] = []
    made = module.PostilApp.__init__

    def remembered(self: module.PostilApp, *values: Any, **named: Any) -> None:
        made(self, *values, **named)
        apps.append(self)

    def tell(*_: object) -> None:
        written = told.with_suffix(".new")
        written.write_text(json.dumps(rows_of(apps[-1])))
        written.replace(told)

    module.PostilApp.__init__ = remembered  # type: ignore[method-assign]
    signal.signal(signal.SIGUSR1, tell)
    open_project(folder, lambda store: store.sit("lena-pohl"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
