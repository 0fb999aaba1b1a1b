"""What keys do in the codebook alone; what they do on the board too is gathered for both."""

from tui.app.actions.moving import fold, fold_all, unfold

__all__ = ["fold", "fold_all", "unfold"]
