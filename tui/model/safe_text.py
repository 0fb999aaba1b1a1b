"""Text made safe for a terminal, in one place: what a file holds must not drive the screen it is shown on.

Control characters, escape sequences, bidirectional overrides and whatever else cannot be seen become visible, one
mark for one code point, so that positions stay what they are.
"""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"
"""Stands for a code point that has no picture of its own."""

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421", 0x85: "\u2424", 0xAD: "-"}
_PICTURES |= {0x2028: "\u2424", 0x2029: "\u2424"}

# Everything Python calls unprintable, and a few letters and marks that it prints although nobody can see them.
_UNSEEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SUSPECT = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\uffff\U000110bd\U000110cd\U00013430-\U0001345f\U0001bca0-\U0001bca3"
    f"\U0001d173-\U0001d17a\U000e0000-\U000e0fff{_UNSEEN_LETTERS}]"
)
_JOINERS = "\u200c\u200d"
_EMOJI_FORM, _TEXT_FORM = "\ufe0f", "\ufe0e"
# Scripts whose letters take another shape beside a joiner: Arabic, Syriac, Thaana, N'Ko, Mongolian and India's.
_SHAPED = (("\u0600", "\u08ff"), ("\u0900", "\u0dff"), ("\u1800", "\u18af"), ("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"))


def safe(text: str) -> str:
    """Return a text of one line as it may be drawn: of the same length, every code point visible, none in command."""
    return text if is_safe(text) else _SUSPECT.sub(_mark, text)


def safe_lines(text: str) -> str:
    """Return a text as `safe` does, its line feeds and tabs kept."""
    return text if is_safe(text) else _SUSPECT.sub(lambda match: match[0] if match[0] in "\n\t" else _mark(match), text)


def is_safe(text: str) -> bool:
    """Tell whether a text may be drawn as it is."""
    return (text.isascii() and text.isprintable()) or _SUSPECT.search(text) is None


def _mark(match: re.Match[str]) -> str:
    character, text, position = match[0], match.string, match.start()
    if character in _JOINERS:
        works = _joins(text, position)
    else:
        works = character in (_EMOJI_FORM, _TEXT_FORM) and _forms(text, position)
    if works:
        return character
    return _PICTURES.get(ord(character), REPLACEMENT)


def _joins(text: str, position: int) -> bool:
    """Whether a joiner does its work here: between two emoji, or after a letter whose shape depends on it."""
    if not 0 < position < len(text) - 1:
        return False
    before, after = text[position - 1], text[position + 1]
    if any(low <= before <= high and low <= after <= high for low, high in _SHAPED):
        return True
    return text[position] == "\u200d" and _is_emoji_part(before) and unicodedata.category(after) == "So"


def _is_emoji_part(character: str) -> bool:
    is_skin_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    return is_skin_tone or character == _EMOJI_FORM or unicodedata.category(character) == "So"


def _forms(text: str, position: int) -> bool:
    """Whether a variation selector follows something that has two forms: a symbol, a digit of a keycap."""
    if position == 0:
        return False
    before = text[position - 1]
    return unicodedata.category(before) in ("So", "Sm", "Po", "Sk") or before in "#*0123456789"
