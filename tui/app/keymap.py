"""Which command a key means in a context, sequences that wait, and the pairs of the key line: all from the table."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.app.commands.command import Command
from tui.app.commands.table import TABLE

if TYPE_CHECKING:
    from tui.app.screens.page import Page

PREFIXES = ("g", "t", "'")
"""Keys that may begin a sequence; they wait without time limit."""
PILE = "<pile>"
"""In a sequence: any letter of a pile."""

_NAMED = frozenset(
    (
        *("enter", "space", "tab", "shift+tab", "escape", "backspace", "delete"),
        *("home", "end", "pageup", "pagedown", "up", "down", "left", "right"),
        *("ctrl+c", "ctrl+d", "ctrl+u", "ctrl+p", "ctrl+l", "ctrl+z"),
    )
)
_SHOWN = {"shift+tab": "shift+tab", "pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc"}

Handler = Callable[[Any, str], None]


def sequence(key: str) -> tuple[str, ...]:
    """Return the keys of a table's entry, one by one: `gg` is two, `enter` one."""
    if key in _NAMED or len(key) == 1 or key[0] not in PREFIXES:
        return (key,)
    return (key[0], key[1:])


def canonical(key: str, character: str | None) -> str:
    """Return the table's name of a key that Textual names: the character it types, or its name."""
    if key == "ctrl+j":
        return "enter"
    if key in _NAMED or key.startswith("ctrl+"):
        return key
    if character is not None and len(character) == 1 and character.isprintable():
        return "space" if character == " " else character
    return key


def shown(key: str) -> str:
    """Return a key as help and key line write it."""
    if key.startswith("ctrl+"):
        return "^" + key[5:].upper()
    return _SHOWN.get(key, key.replace(PILE, ""))


class Meaning(NamedTuple):
    """What a key means: a command, or that it begins a sequence, or neither."""

    command: Command | None = None
    waits: bool = False


@cache
def _of_context(context: str) -> Mapping[tuple[str, ...], Command]:
    """Return the commands of one context by their key sequences.

    Raises:
        ValueError: a key has two meanings here.
    """
    found: dict[tuple[str, ...], Command] = {}
    for command in TABLE:
        for key in command.keys.get(context, ()):
            typed = sequence(key)
            if typed in found:
                raise ValueError(f"In {context}, {key} means both {found[typed].id} and {command.id}.")
            found[typed] = command
    return found


def meaning(contexts: Sequence[str], prefix: str, key: str) -> Meaning:
    """Return what a key means after a prefix (or none), in the first of the contexts that knows it and can do it."""
    typed = (prefix, key) if prefix else (key,)
    for context in contexts:
        commands = _of_context(context)
        command = commands.get(typed)
        if command is None and prefix and len(key) == 1 and (key.isalpha() or key == "-"):
            command = commands.get((prefix, PILE))
        if command is not None:
            return Meaning(command)
        if not prefix and key in PREFIXES and any(entry[0] == key and len(entry) > 1 for entry in commands):
            return Meaning(waits=True)
    return Meaning()


def load(contexts: Sequence[str]) -> None:
    """Load what the keys of these contexts do, so that the first key need not wait for it."""
    for context in contexts:
        _actions(context)


@cache
def _actions(context: str) -> ModuleType | None:
    name = f"tui.app.actions.{context}"
    if importlib.util.find_spec(name) is None:
        return None
    return importlib.import_module(name)


def handler(command: Command, contexts: Iterable[str]) -> Handler | None:
    """Return the function that does a command in these contexts; `None` where there is none."""
    for context in contexts:
        done: Handler | None = getattr(_actions(context), command.id, None)
        if done is not None:
            return done
    return None


def available(contexts: Sequence[str]) -> list[Command]:
    """Return the commands that can be called in these contexts, in the order of the table."""
    return [command for command in TABLE if not command.keys or _is_here(command, contexts)]


def _is_here(command: Command, contexts: Sequence[str]) -> bool:
    """Tell whether a command belongs to one of the contexts: by a key, or by its name in the palette."""
    own = next((command.keys[context] for context in contexts if context in command.keys), None)
    return own is not None and (not own or bool(keys_of(command, contexts)))


def keys_of(command: Command, contexts: Sequence[str]) -> tuple[str, ...]:
    """Return a command's keys in the first context that gives it some; not those that mean more nearby."""
    for number, context in enumerate(contexts):
        if context in command.keys:
            nearer = [_of_context(other) for other in contexts[:number]]
            return tuple(key for key in command.keys[context] if not any(sequence(key) in keys for keys in nearer))
    return ()


def key_line(contexts: Sequence[str], page: Page) -> list[tuple[str, str]]:
    """Return key and word of the commands that matter here and can be done now, what matters first."""
    there = (
        each for each in available(contexts) if each.line and (each.rank or (each.on_board and "board" in contexts))
    )
    ranked = [command for command in there if not command.why_not(page)]
    ranked.sort(key=lambda command: _rank(command, contexts, page.desk.mode))
    return [
        (command.pair or shown(sequence(keys_of(command, contexts)[0])[0]), command.line)
        for command in ranked
        if keys_of(command, contexts)
    ]


def named(ids: Mapping[str, str], contexts: Sequence[str], page: Page) -> list[tuple[str, str]]:
    """Return key and word of some commands, by their ids, that can be done now; an empty word means the table's."""
    chosen = [command for command in available(contexts) if command.id in ids and not command.why_not(page)]
    chosen.sort(key=lambda command: list(ids).index(command.id))
    return [
        (shown(sequence(keys[0])[0]), ids[command.id] or command.line)
        for command in chosen
        if (keys := keys_of(command, contexts))
    ]


def _rank(command: Command, contexts: Sequence[str], mode: str) -> tuple[int, int, int]:
    """Order by rank, the commands of a mode before the others, and on the board those that have a place there."""
    on_board = command.on_board if "board" in contexts else 0
    return (0 if mode and mode in command.keys else 1, 0 if on_board else 1, on_board or command.rank)


def following(contexts: Sequence[str], prefix: str, page: Page) -> list[tuple[str, str]]:
    """Return what may follow a prefix: key and word."""
    pairs: dict[str, str] = {}
    for command in available(contexts):
        for context in contexts:
            for key in command.keys.get(context, ()):
                typed = sequence(key)
                if len(typed) == 2 and typed[0] == prefix and not command.why_not(page):
                    pairs.setdefault(
                        page.pile_letters() if typed[1] == PILE else typed[1],
                        "pile" if typed[1] == PILE else command.line or command.name,
                    )
    return list(pairs.items())


def why_not_begun(contexts: Sequence[str], prefix: str, page: Page) -> str:
    """Return why nothing that may follow a prefix can be done; empty where something can."""
    reasons = [
        command.why_not(page)
        for command in available(contexts)
        for context in contexts
        for key in command.keys.get(context, ())
        if len(sequence(key)) == 2 and sequence(key)[0] == prefix
    ]
    return reasons[0] if reasons and all(reasons) else ""


def fitting(pairs: Sequence[tuple[str, str]], cells: int) -> list[tuple[str, str]]:
    """Return the pairs that fit whole, in their order, two cells between them."""
    kept: list[tuple[str, str]] = []
    for key, word in pairs:
        width = len(key) + 1 + len(word) + (2 if kept else 0)
        if width > cells:
            break
        cells -= width
        kept.append((key, word))
    return kept


class HelpRow(NamedTuple):
    """A row of the page of keys: the keys, what they do, and the commands in their order."""

    keys: str
    words: str
    commands: tuple[Command, ...]


def help_rows(contexts: Sequence[str]) -> list[HelpRow]:
    """Return the page of keys for some contexts, neighbours with the same words in one row."""
    rows: list[HelpRow] = []
    for command in TABLE:
        keys = keys_of(command, contexts)
        if not keys or not command.words:
            continue
        typed = [shown(key) for key in _telling(command, keys)]
        if rows and rows[-1].words == command.words:
            before = rows[-1].keys.split(" ")
            told = " ".join([*before, *(key for key in typed if key not in before)])
            rows[-1] = HelpRow(told, command.words, (*rows[-1].commands, command))
        else:
            rows.append(HelpRow(" ".join(typed), command.words, (command,)))
    return rows


def _telling(command: Command, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out keys that do the same as the first, and write a row of digits as one."""
    if keys[0].isdigit() and len(keys) > 2:
        return (f"{keys[0]}–{keys[-1]}",)
    return keys[: command.told]
