"""The codebook pane."""

from __future__ import annotations

from tui.app.panes.pane import Pane


class CodebookPane(Pane):
    """The codebook of the main screen."""

    name_shown = "Codebook"
