"""Plain text: paragraphs as empty lines divide them."""

from __future__ import annotations

from tui.formats.limits import decoded, visible
from tui.formats.parsed import Parsed
from tui.formats.transcripts.assembly import parsed_from
from tui.formats.transcripts.blocks import blocks_of, cleaned


def read(name: str, data: bytes, labels: str | None = None) -> Parsed:
    """Return the transcript in a text file; raises `Mistake` where it cannot be read."""
    text = visible(name, cleaned(decoded(name, data)))
    return parsed_from(blocks_of(text), "text", labels)
