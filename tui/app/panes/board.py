"""The board pane."""

from __future__ import annotations

from tui.app.panes.pane import Pane


class BoardPane(Pane):
    """The board of the main screen."""

    name_shown = "Board"
