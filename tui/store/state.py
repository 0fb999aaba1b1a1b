"""Where a coder was: place, folds, zoom, filters, drafts. A convenience, never history, and lost without harm."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.store.durable import replace
from tui.store.layout import STATES, as_it_is, coder_in, state_path

_MODE = 0o600


class State:
    """The state of one session's journal; the first time it is that of the coder's journal before."""

    def __init__(self, folder: Path, journal: str, coder: str) -> None:
        self._folder = folder
        self._coder = coder
        self.journal = journal

    def read(self) -> dict[str, Any]:
        """Return what was kept, empty where nothing was or it cannot be read."""
        candidates = [state_path(self._folder, self.journal)] if self.journal else []
        for path in [*candidates, *self._earlier()]:
            with suppress(OSError, ValueError):
                values = json.loads(path.read_bytes())
                if isinstance(values, dict):
                    return values
        return {}

    def write(self, values: Mapping[str, Any]) -> bool:
        """Keep values in place of those before; tell whether that was possible."""
        if not self.journal:
            return False
        data = json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        try:
            replace(state_path(self._folder, self.journal), [data, b"\n"], _MODE, synced=False)
        except OSError:
            return False
        return True

    def _earlier(self) -> list[Path]:
        folder = self._folder / STATES
        found: list[tuple[float, Path]] = []
        with suppress(OSError):
            for path in folder.glob("*.json"):
                if coder_in(as_it_is(path.stem)) == self._coder:
                    with suppress(OSError):
                        found.append((path.stat().st_mtime, path))
        return [path for _, path in sorted(found, reverse=True)]
