"""The order of siblings: each carries a key between its neighbours' keys, so that a reorder changes one field.

A key ends in four characters of its node's id: two coders who put two nodes at the same place, apart from each other,
still give them different keys. There is always room for another key between two.
"""

from __future__ import annotations

from collections.abc import Sequence

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE = len(_DIGITS)
_HEAD = 4
_HEADS = _BASE**_HEAD
_FIRST = "i000"
_OWN = 4


def key_at(keys: Sequence[str], index: int, identifier: str) -> str:
    """Return the key with which a node stands at an index among siblings whose keys, in order, are given.

    Where two siblings have the same key (only a file edited by hand has), there is no place between them: the node
    then stands after both.
    """
    low = keys[index - 1] if index > 0 else ""
    high = next((key for key in keys[index:] if key > low), "")
    return _between(_sound(low), _sound(high)) + identifier[-_OWN:]


def _between(low: str, high: str) -> str:
    """Return a beginning for a key: with any ending it sorts after `low` and before `high`, either of which may lack.

    At the ends the first four digits are counted on, so that the keys of a long list stay short.
    """
    if not low and not high:
        return _FIRST
    if not high:
        head = _head(low) + 1
        return _written(head) if head < _HEADS else _middle(low, "")
    if not low and _head(high) > 0:
        return _written(_head(high) - 1)
    return _middle(low, high)


def _middle(low: str, high: str) -> str:
    """Return the shortest beginning halfway between two keys, read as fractions in base 36."""
    beginning = ""
    below_high = not high
    position = 0
    while True:
        if not below_high and position >= len(high):
            # Nothing fits between a key and the same key with zeros behind it: stand after both.
            return _between(high, "")
        least = _VALUES[low[position]] if position < len(low) else 0
        limit = _BASE if below_high else _VALUES[high[position]]
        if limit - least > 1:
            return beginning + _DIGITS[(least + limit) // 2]
        beginning += _DIGITS[least]
        below_high = below_high or limit > least
        position += 1


def _head(key: str) -> int:
    return int(key[:_HEAD].ljust(_HEAD, "0"), _BASE)


def _written(head: int) -> str:
    digits = ""
    for _ in range(_HEAD):
        head, digit = divmod(head, _BASE)
        digits = _DIGITS[digit] + digits
    return digits


def _sound(key: str) -> str:
    """Return a key up to the first sign that no key of ours has."""
    return next((key[:index] for index, sign in enumerate(key) if sign not in _VALUES), key)
