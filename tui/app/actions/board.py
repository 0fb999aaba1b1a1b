"""What keys do on the board alone; what they do in the codebook too is gathered for both."""

from tui.app.actions.moving import column_left, column_right
from tui.app.actions.placing import carry_left, carry_right

__all__ = ["carry_left", "carry_right", "column_left", "column_right"]
