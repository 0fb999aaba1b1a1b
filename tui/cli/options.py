"""Options and readings that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from tui.errors import Mistake

_Command = TypeVar("_Command", bound=click.Command)
_Function = TypeVar("_Function", bound=Callable[..., Any])


def example(line: str) -> Callable[[_Command], _Command]:
    """Let a command's help end with an example, which is run by a test."""

    def add(command: _Command) -> _Command:
        command.epilog = f"\b\nExample:\n  {line}"
        return command

    return add


def json_option(function: _Function) -> _Function:
    """Let a reading command take `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(function)


def pairs(words: Iterable[str], shown_as: str) -> list[tuple[str, str]]:
    """Read `KEY=VALUE` arguments; the value may hold `=`.

    Raises:
        Mistake: there is no `=`, or nothing before it.
    """
    found = []
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key.strip():
            raise Mistake(f"“{word}” should read {shown_as}.")
        found.append((key.strip(), value.strip()))
    return found


def span(words: str) -> tuple[int, int]:
    """Read a span `A:B`: half-open code points of the source's text.

    Raises:
        Mistake: these are not two numbers, the second larger than the first.
    """
    start, colon, end = words.partition(":")
    if not colon or not (start.isdecimal() and end.isdecimal()) or int(start) >= int(end):
        raise Mistake(f"A span is written A:B, two positions of which the second is larger; “{words}” is not.")
    return int(start), int(end)
