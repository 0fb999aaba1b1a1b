"""The transcript pane."""

from __future__ import annotations

from tui.app.panes.pane import Pane


class TranscriptPane(Pane):
    """The transcript of the main screen."""

    name_shown = "Transcript"
