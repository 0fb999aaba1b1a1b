"""The last rows of a page: its key line, and above it what is said, asked or typed and is too long for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.app import keymap
from tui.app.layout.key_line import KEYS, Pair, asking_line, key_line, pair_pieces, pairs_width
from tui.app.layout.pieces import EMPTY, Line, cut, width_of, wrapped
from tui.model.safe_text import safe

if TYPE_CHECKING:
    from tui.app.question import Choice, Question
    from tui.app.screens.page import Page

LastRows = tuple[Line, Sequence[Line]]
"""The key line, and the rows above it."""

_BACK = ("^C", "back")


def last_rows(page: Page) -> LastRows:
    """Return what the last rows show for what is going on."""
    if page.question is not None:
        return _asked(page, page.question)
    if page.choice is not None:
        return _offered(page, page.choice)
    if page.desk.prefix:
        pairs = keymap.following(page.contexts, page.desk.prefix, page)
        words = safe(page.prefix_words())
        return key_line(pairs, page.across, page.glyphs, message=words, back=_BACK, keys=False), ()
    if page.sheet is not None:
        return key_line(list(page.sheet.pairs()), page.across, page.glyphs, message=page.message, keys=False), ()
    return _told(page)


def _told(page: Page) -> LastRows:
    """Return the message before the keys; a long one stands above them, unless it only tells what was done."""
    message, rows = page.message, list[Line]()
    touring = _tour(page)
    room = page.across - 2 - (pairs_width([KEYS]) + 2 if page.offers_keys else 0)
    if message and page.message_way is None and width_of([(message, "")]) > room:
        rows = _laid_out(page, message, page.rows_for_long_lines)
        message = "" if rows else message
    line = key_line(
        page.pairs(),
        page.across,
        page.glyphs,
        message=message,
        first=page.message_way,
        back=page.back(),
        keys=page.offers_keys,
    )
    return line, [*rows, *touring]


def _tour(page: Page) -> list[Line]:
    """Return the row in which the tour says what to press next."""
    if page.desk.tour is None or page.context == "tour":
        return []
    from tui.app.tour import words_of

    words = cut(page.glyphs.words(words_of(page)), page.across - 2, page.glyphs.more)
    return [((" ", "text"), (words, "accent"))]


def _offered(page: Page, choice: Choice) -> LastRows:
    """Return what is offered with the keys to choose by, which stay whole: what has no room stands above them."""
    pairs = [(keymap.shown(key), word) for key, (word, _) in choice.ways.items()]
    prompt, rows = safe(choice.prompt), list[Line]()
    wide = pairs_width([*pairs, _BACK]) + 2
    if width_of([(prompt, "")]) + 3 > page.across - wide:
        above = [] if wide <= page.across else _pairs_in_rows(pairs, page.across - 2)
        room = page.rows_for_long_lines - len(above)
        if room > 0:
            rows, prompt = [*_laid_out(page, prompt, room), *above], ""
        elif room == 0:
            rows = above
        pairs = [] if above and rows else pairs
    return key_line(pairs, page.across, page.glyphs, message=prompt, back=_BACK, keys=False, is_choice=True), rows


def _pairs_in_rows(pairs: Sequence[Pair], width: int) -> list[Line]:
    """Return pairs in as many rows as they need."""
    rows: list[list[Pair]] = [[]]
    for pair in pairs:
        if rows[-1] and pairs_width([*rows[-1], pair]) > width:
            rows.append([])
        rows[-1].append(pair)
    return [((" ", "text"), *pair_pieces(row)) for row in rows]


def _asked(page: Page, question: Question) -> LastRows:
    """Return what is asked and typed; a long line is typed above."""
    pairs = [*question.also, _BACK, ("enter", question.word)]
    if question.is_draft:
        pairs.insert(0, ("", "from your draft"))
    if question.beside is not None:
        pairs.insert(0, question.beside(question.field.text))
    prompt = safe(question.prompt)
    if question.fitting:
        names = page.across - width_of([(prompt + safe(question.field.text), "")]) - 20
        pairs = [("", cut("  ".join(map(safe, question.fitting)), max(8, names), page.glyphs.more)), _BACK]
    room = max(8, page.across - len(prompt) - 2 - sum(len(key) + len(word) + 3 for key, word in pairs) - 2)
    if width_of([(safe(question.field.text), "")]) < room or page.rows_for_long_lines < 1:
        return asking_line(prompt, question.field.line(room), page.across, pairs), ()
    rows = question.rows(page.across - 2, page.rows_for_long_lines)
    return asking_line(prompt, EMPTY, page.across, pairs), [((" ", "text"), *row) for row in rows]


def _laid_out(page: Page, words: str, most: int) -> list[Line]:
    """Return words as rows above the key line, none where there is no room for any."""
    width = page.across - 2
    lines = wrapped(page.glyphs.words(words), width)
    if len(lines) > most > 0:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width, page.glyphs.more)]
    return [((" ", "text"), (line, "strong")) for line in lines[: max(0, most)]]
