"""What stands first about a project, checked: its title and its stance."""

from __future__ import annotations

import re

from tui.errors import Mistake
from tui.model.names import one_line

STANCES = ("manifest", "latent")
"""Where an analysis looks: at what is said openly, at what lies beneath it, or at both (Graneheim and Lundman 2004)."""


def title_of(words: str) -> str:
    """Return a title as it is kept.

    Raises:
        Mistake: it is empty, or longer than a line.
    """
    title = words.strip()
    if not title:
        raise Mistake("A project needs a title.")
    if len(title.splitlines()) > 1:
        raise Mistake("A title is one line; this one has a line break.")
    return one_line(title)


def stance_of(words: str) -> str:
    """Return a stance as it is kept: `manifest`, `latent`, `manifest and latent`, or none.

    Raises:
        Mistake: it is something else.
    """
    said = [word for word in re.split(r"[\s,;/+&]+|\band\b", words.casefold()) if word]
    if not set(said) <= set(STANCES):
        raise Mistake(f"The stance is manifest, latent, or manifest and latent, not “{one_line(words)}”.")
    return " and ".join(stance for stance in STANCES if stance in said)
