"""What is being written and is not kept yet: it waits under a key, so that a lost connection costs none of it."""

from __future__ import annotations

from typing import Any

_MOST = 100
"""How many drafts wait at the most; the oldest goes."""


class Drafts:
    """The drafts among what is kept from one session to the next."""

    def __init__(self, kept: dict[str, Any]) -> None:
        """Look after those that lie in what is kept."""
        self._kept = kept

    def waiting(self, key: str) -> object:
        """Return what waits under a key; `None` where nothing does."""
        return self._all().get(key) if key else None

    def put(self, key: str, written: object) -> bool:
        """Let something wait under a key; answers whether it is another than before."""
        drafts = self._all()
        if not key or drafts.get(key) == written:
            return False
        drafts.pop(key, None)
        drafts[key] = written
        while len(drafts) > _MOST:
            del drafts[next(iter(drafts))]
        return True

    def forget(self, key: str) -> bool:
        """Let go of what waits under a key; answers whether anything did."""
        return bool(key) and self._all().pop(key, None) is not None

    def _all(self) -> dict[str, object]:
        drafts = self._kept.get("drafts")
        if not isinstance(drafts, dict):
            drafts = self._kept["drafts"] = {}
        return drafts
