"""Identifiers: sortable by time, unique without coordination (ULIDs), and coders' ids made from their names."""

from __future__ import annotations

import os
import re
import time
import unicodedata
from datetime import datetime, timedelta, timezone

# Crockford's base 32 without i, l, o and u, in lower case: ids are read aloud and typed.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_LENGTH, _TIME_LENGTH = 26, 10
_RANDOM_BITS = 80
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

_latest = 0


def new_id() -> str:
    """Return a new id of 26 characters; later ids of one process sort after earlier ones, even within a millisecond."""
    global _latest
    moment = time.time_ns() // 1_000_000
    value = moment << _RANDOM_BITS | int.from_bytes(os.urandom(10), "big")
    if value <= _latest or value >> _RANDOM_BITS == _latest >> _RANDOM_BITS:
        value = _latest + 1
    _latest = value
    return _written(value)


def time_of(identifier: str) -> datetime:
    """Return the moment an id was drawn, in UTC to the millisecond.

    Raises:
        ValueError: the text is not an id.
    """
    if not is_id(identifier):
        raise ValueError(f"not an id: {identifier!r}")
    value = 0
    for digit in identifier[:_TIME_LENGTH]:
        value = value << 5 | _VALUES[digit]
    return _EPOCH + timedelta(milliseconds=value)


def is_id(text: str) -> bool:
    """Tell whether the text has the form of an id."""
    return len(text) == _LENGTH and all(digit in _VALUES for digit in text) and text[0] <= "7"


def coder_id(name: str) -> str:
    """Return the id that a coder's name gives on every machine: `Jon Ek` becomes `jon-ek`.

    Letters are folded to their plain forms where they have one; other scripts keep theirs. A name without any letter
    or digit gives the empty string.
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def _written(value: int) -> str:
    digits = []
    for _ in range(_LENGTH):
        value, digit = divmod(value, 32)
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))
