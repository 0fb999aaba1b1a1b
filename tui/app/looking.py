"""Looking through a project by the rules of the method while keys are answered: in small steps between them.

The rules read the project that keys change, so they do not run beside it on another thread. A look that a change
overtakes begins again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from tui.analysis.method.finding import Finding
from tui.analysis.method.table import in_order, look
from tui.model.project import Project

AT_ONCE = 0.003
"""Seconds of looking after which a key gets its turn."""

_TURNS = 10
"""How often the loop goes round then: a key passes several queues before it is answered."""


async def looked(project: Callable[[], Project]) -> tuple[int, list[Finding]]:
    """Return what the rules find, and the revision of the project in which they do."""
    while True:
        now = project()
        revision = now.revision
        found: list[Finding] = []
        began = monotonic()
        for step in look(now):
            if step is not None:
                found.append(step)
            if monotonic() - began > AT_ONCE:
                for _ in range(_TURNS):
                    await asyncio.sleep(0)
                if project().revision != revision:
                    break
                began = monotonic()
        else:
            return revision, in_order(found)
