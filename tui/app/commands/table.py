"""The one table of commands. Keys, key line, the page of keys and the palette all come from it.

A command is done by the function of its name in `actions/<context>.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.app.commands.amending import AMENDING
from tui.app.commands.checking import CHECKING
from tui.app.commands.command import Command
from tui.app.commands.comparing import COMPARISON, UNIT_BY_UNIT
from tui.app.commands.everywhere import EVERYWHERE
from tui.app.commands.lists import DOCUMENTS, LISTS, PASSES
from tui.app.commands.moved import MOVED
from tui.app.commands.quoting import QUOTING
from tui.app.commands.sorting import CODEBOOK_AND_BOARD
from tui.app.commands.transcript import TRANSCRIPT
from tui.app.commands.versions import VERSIONS

TABLE: tuple[Command, ...] = (
    *TRANSCRIPT,
    *CODEBOOK_AND_BOARD,
    *LISTS,
    *COMPARISON,
    *UNIT_BY_UNIT,
    *QUOTING,
    *PASSES,
    *DOCUMENTS,
    *MOVED,
    *CHECKING,
    *AMENDING,
    *VERSIONS,
    *EVERYWHERE,
)
"""Every command, in the order of the page of keys."""

BY_ID: Mapping[str, Command] = {command.id: command for command in TABLE}
