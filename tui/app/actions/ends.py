"""The keys while a unit's ends are moved; motions are the transcript's own."""

from tui.app.actions.units import drop_span, keep_ends, other_end

__all__ = ["drop_span", "keep_ends", "other_end"]
