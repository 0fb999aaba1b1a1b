"""The one table of commands: what each is called, its keys, when it can be done, and its place in the key line.

Keys, key line, the page of keys and the palette all come from here. A command is done by the function of its name in
`actions/<context>.py`. Keys are characters, or names as `enter`; a sequence is written as typed: `gg`, `t+`, `'<pile>`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.app import reasons

if TYPE_CHECKING:
    from tui.app.screens.page import Page

PANES = ("transcript", "codebook", "board")
SORTING = ("codebook", "board")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done."""

    id: str
    name: str
    """What the palette calls it."""
    words: str
    """What the page of keys says; neighbours with the same words share a row there."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys by context: `everywhere`, a pane, a screen, a mode."""
    line: str = ""
    """The word in the key line."""
    rank: int = 0
    """Its place in the key line, the smallest first; 0: not in it."""
    why_not: Callable[[Page], str] = reasons.always
    about: str = ""
    """What the palette says it concerns."""
    told: int = 1
    """How many of its keys the page of keys tells; the others do the same."""


def _command(
    identifier: str,
    name: str,
    words: str,
    *,
    line: str = "",
    rank: int = 0,
    why: Callable[[Page], str] = reasons.always,
    about: str = "",
    told: int = 1,
    **keys: str,
) -> Command:
    """Build a row; `sorting` stands for codebook and board, keys are parted by spaces."""
    placed: dict[str, tuple[str, ...]] = {}
    for context, typed in keys.items():
        for each in SORTING if context == "sorting" else (context,):
            placed[each] = tuple(typed.split())
    return Command(identifier, name, words, placed, line, rank, why, about, told)


TRANSCRIPT = (
    _command("line_down", "next line", "line, character", transcript="j down"),
    _command("line_up", "previous line", "line, character", transcript="k up"),
    _command("character_left", "previous character", "line, character", transcript="h left"),
    _command("character_right", "next character", "line, character", transcript="l right"),
    _command("next_word", "next word", "word", transcript="w"),
    _command("previous_word", "previous word", "word", transcript="b"),
    _command("previous_sentence", "previous sentence", "sentence", transcript="("),
    _command("next_sentence", "next sentence", "sentence", transcript=")"),
    _command("next_paragraph", "next paragraph", "paragraph", transcript="W }"),
    _command("previous_paragraph", "previous paragraph", "paragraph", transcript="B {"),
    _command("next_turn", "next turn", "turn", transcript="J"),
    _command("previous_turn", "previous turn", "turn", transcript="K"),
    _command("previous_unit", "previous unit", "previous, next unit", transcript="H"),
    _command("next_unit", "next unit", "previous, next unit", transcript="L"),
    _command(
        "next_uncovered",
        "next uncovered passage",
        "next, previous uncovered passage",
        line="next uncovered",
        rank=90,
        transcript=">",
    ),
    _command("previous_uncovered", "previous uncovered passage", "next, previous uncovered passage", transcript="<"),
    _command("unit_here", "next of the units here", "unit here; same code, next", transcript=";"),
    _command("same_code", "next unit with the same code", "unit here; same code, next", transcript=","),
    _command("page_on", "page on", "page on", transcript="space"),
    _command("code", "code", "code", line="code", rank=10, why=reasons.codes_here, transcript="enter"),
    _command(
        "code_again",
        "the last code again",
        "last code, quick code",
        line="again",
        rank=20,
        why=reasons.codes_here,
        transcript=".",
    ),
    _command(
        "quick_code", "quick code", "last code, quick code", why=reasons.codes_here, transcript="1 2 3 4 5 6 7 8 9"
    ),
    _command(
        "select_sentence",
        "select the sentence",
        "select sentence, paragraph, turn",
        line="sentence",
        rank=30,
        transcript="s",
    ),
    _command("select_paragraph", "select the paragraph", "select sentence, paragraph, turn", transcript="p"),
    _command("select_turn", "select the turn", "select sentence, paragraph, turn", transcript="P"),
    _command("select_freely", "select freely", "select freely", line="select", rank=40, transcript="v"),
    _command(
        "hold_span", "hold this span", "hold this span, select the next", line="hold span", rank=50, transcript="+"
    ),
    _command(
        "in_vivo", "code in the speaker’s words", "code in the speaker’s words", why=reasons.codes_here, transcript="i"
    ),
    _command(
        "condense",
        "condense",
        "condense",
        line="condense",
        rank=60,
        why=reasons.codes_here,
        about="the unit in fewer words",
        transcript="c",
    ),
    _command("recode", "recode", "recode, one code off", why=reasons.codes_here, transcript="r"),
    _command("take_code_off", "take a code off", "recode, one code off", why=reasons.codes_here, transcript="d"),
    _command("move_ends", "move the unit’s ends", "the unit’s ends", why=reasons.codes_here, transcript="e"),
    _command("other_end", "the other end", "the unit’s ends", line="other end", rank=20, ends="e"),
    _command("drop_span", "drop this span", "the unit’s ends", line="drop this span", rank=30, ends="d"),
    _command("keep_ends", "keep", "the unit’s ends", line="keep", rank=10, ends="enter"),
    _command("split_unit", "split the unit", "split, merge with the held", why=reasons.codes_here, transcript="S"),
    _command("join_units", "merge with the held", "split, merge with the held", why=reasons.codes_here, transcript="M"),
    _command("quotation", "quotation", "quotation", line="quotation", rank=80, why=reasons.codes_here, transcript="*"),
    _command(
        "not_relevant",
        "not relevant, relevant again",
        "not relevant, relevant again",
        why=reasons.codes_here,
        transcript="x",
    ),
    _command("show_only", "show only some codes, coders", "only some codes, coders", transcript="f"),
    _command("unit_table", "unit table", "unit table", transcript="T"),
)

CODEBOOK_AND_BOARD = (
    _command("row_down", "next row", "row, card", sorting="j down"),
    _command("row_up", "previous row", "row, card", sorting="k up"),
    _command("fold", "fold", "fold, unfold · column", codebook="h left"),
    _command("unfold", "unfold", "fold, unfold · column", codebook="l right"),
    _command("column_left", "column to the left", "fold, unfold · column", board="h left"),
    _command("column_right", "column to the right", "fold, unfold · column", board="l right"),
    _command("mark", "mark", "mark", line="mark", rank=20, why=reasons.has_nodes, sorting="space"),
    _command(
        "throw",
        "throw onto a pile",
        "throw: then a pile’s letter",
        line="throw",
        rank=30,
        why=reasons.sorts_here,
        sorting="t<pile>",
    ),
    _command(
        "throw_picker",
        "throw onto a pile by name",
        "new pile, unsorted, picker",
        line="picker",
        why=reasons.sorts_here,
        sorting="t/",
    ),
    _command(
        "throw_new",
        "throw onto a new pile",
        "new pile, unsorted, picker",
        line="new pile",
        why=reasons.sorts_here,
        sorting="t+",
    ),
    _command(
        "throw_back",
        "throw back to unsorted",
        "new pile, unsorted, picker",
        line="unsorted",
        why=reasons.sorts_here,
        sorting="t-",
    ),
    _command(
        "new_code",
        "new code in this pile",
        "new code, new pile",
        line="new code",
        rank=50,
        why=reasons.can_write,
        sorting="a",
    ),
    _command(
        "new_pile", "new pile, category over the marked", "new code, new pile", why=reasons.can_write, sorting="A"
    ),
    _command(
        "compare",
        "compare two codes",
        "compare this, or two marked",
        line="compare",
        rank=10,
        why=reasons.has_nodes,
        sorting="enter",
    ),
    _command("rename", "rename", "rename, definition card", line="rename", rank=60, why=reasons.has_node, sorting="r"),
    _command(
        "define",
        "definition card",
        "rename, definition card",
        line="define",
        rank=70,
        why=reasons.has_node,
        sorting="e",
    ),
    _command(
        "merge",
        "merge the marked into this",
        "merge the marked, split",
        line="merge",
        rank=40,
        why=reasons.has_node,
        sorting="M",
    ),
    _command("split", "split", "merge the marked, split", why=reasons.has_node, sorting="S"),
    _command("demote", "demote", "demote, promote", why=reasons.has_node, sorting=">"),
    _command("promote", "promote", "demote, promote", why=reasons.has_node, sorting="<"),
    _command(
        "reorder_down",
        "move down in the pile",
        "reorder in the pile",
        line="reorder",
        rank=95,
        why=reasons.has_node,
        sorting="J",
    ),
    _command("reorder_up", "move up in the pile", "reorder in the pile", why=reasons.has_node, sorting="K"),
    _command("carry_left", "carry to the pile before", "carry to the next pile", why=reasons.has_node, board="H"),
    _command("carry_right", "carry to the pile after", "carry to the next pile", why=reasons.has_node, board="L"),
    _command(
        "park",
        "park with a reason, back",
        "park with a reason, back",
        line="park",
        rank=90,
        why=reasons.has_node,
        sorting="0",
    ),
    _command(
        "quick_key",
        "quick key, letter",
        "quick key, letter",
        line="quick key",
        rank=80,
        why=reasons.has_node,
        sorting="=",
    ),
    _command("themes", "themes it belongs to", "themes it belongs to", why=reasons.has_node, sorting="&"),
    _command("choose_quotations", "choose quotations", "choose quotations", why=reasons.has_node, sorting="*"),
    _command("next_of_its_units", "next of its units", "next of its units", why=reasons.has_nodes, sorting=","),
    _command("remove", "delete if empty", "delete if empty", why=reasons.has_node, sorting="d"),
    _command(
        "snapshot", "snapshot", "snapshot", why=reasons.sorts_here, about="the category system, named", sorting="Z"
    ),
)

LISTS = (
    _command("list_down", "next row", "row", lists="j down"),
    _command("list_up", "previous row", "row", lists="k up"),
    _command("list_open", "open", "open", line="open", rank=10, lists="enter"),
    _command(
        "go_there",
        "go there in the transcript",
        "go there",
        line="go there",
        rank=10,
        unit_table="enter",
        hits="enter",
        comparison="enter",
    ),
    _command("list_filter", "filter", "filter", line="filter", rank=40, told=2, lists="/ f"),
    _command("list_mark", "mark the row", "mark", line="mark", rank=50, marks="space"),
    _command(
        "import_sources",
        "import transcripts",
        "import",
        line="import",
        rank=20,
        why=reasons.can_write,
        about="docx, odt, rtf, vtt, srt, md, txt …",
        sources="a",
    ),
    _command(
        "add_participant",
        "new participant",
        "new participant",
        line="new participant",
        rank=20,
        why=reasons.can_write,
        participants="a",
    ),
    _command(
        "edit_participant",
        "name and attributes",
        "name and attributes",
        line="edit",
        rank=30,
        why=reasons.can_write,
        participants="e",
    ),
    _command("remove_participant", "take a participant away", "take away", why=reasons.can_write, participants="d"),
    _command("remove_memo", "take a memo away", "take away", why=reasons.can_write, memos="d"),
    _command(
        "repair",
        "mend what can be mended",
        "mend what can be mended",
        line="mend",
        rank=20,
        why=reasons.can_write,
        check="R",
    ),
    _command(
        "other_side",
        "the other side",
        "the other of the two",
        line="other side",
        rank=15,
        why=reasons.has_two,
        comparison="tab",
    ),
    _command(
        "recode_units",
        "throw to another code",
        "throw to another code, the marked or this",
        line="throw",
        rank=20,
        why=reasons.can_write,
        comparison="t r",
        unit_table="t r",
    ),
    _command(
        "condense_unit",
        "condense the unit",
        "condense",
        line="condense",
        rank=30,
        why=reasons.can_write,
        comparison="c",
        unit_table="c",
    ),
    _command(
        "quote_unit",
        "quotation, or no longer",
        "quotation, or no longer",
        line="quotation",
        rank=35,
        why=reasons.can_write,
        comparison="*",
        unit_table="*",
    ),
    _command(
        "anchor",
        "anchor example",
        "typical, borderline example",
        line="anchor example",
        rank=40,
        why=reasons.can_write,
        comparison="a",
        unit_table="a",
    ),
    _command(
        "why_differ",
        "why they differ",
        "why they differ",
        line="why they differ",
        rank=25,
        why=reasons.has_two,
        comparison="e",
    ),
    _command(
        "source_facts",
        "facts and speakers",
        "facts and speakers",
        line="facts, speakers",
        rank=30,
        why=reasons.can_write,
        sources="e",
    ),
)

DOCUMENTS = (
    _command("read_on", "a line on", "line", line="scroll", rank=10, document="j down"),
    _command("read_back", "a line back", "line", document="k up"),
    _command("next_section", "next section", "next, previous section", line="section", rank=20, document="J"),
    _command("previous_section", "previous section", "next, previous section", document="K"),
    _command(
        "write_text",
        "write the text of a section",
        "write the text",
        line="write the text",
        rank=30,
        why=reasons.can_write,
        summary="e",
    ),
    _command("go_to_pile", "go to the pile", "go to the pile", line="go there", rank=40, summary="enter"),
    _command("manual", "manual", "the manual", line="manual", rank=30, keys="m", about="how to work with Postil"),
)

EVERYWHERE = (
    _command("next_pane", "next pane", "pane", panes="tab"),
    _command("previous_pane", "previous pane", "pane", panes="shift+tab"),
    _command("to_transcript", "to the transcript", "pane by number", panes="g1"),
    _command("to_codebook", "to the codebook", "pane by number", panes="g2"),
    _command("to_board", "to the board", "pane by number", panes="g3"),
    _command("zoom", "zoom", "zoom", panes="z"),
    _command("to_top", "to the beginning", "ends", panes="gg home", lists="gg home", document="gg home"),
    _command("to_bottom", "to the end", "ends", panes="G end", lists="G end", document="G end"),
    _command("half_page_down", "half a page down", "half a page", panes="ctrl+d", lists="ctrl+d", document="ctrl+d"),
    _command("half_page_up", "half a page up", "half a page", panes="ctrl+u", lists="ctrl+u", document="ctrl+u"),
    _command("page_down", "page down", "page", panes="pagedown", lists="pagedown", document="pagedown"),
    _command("page_up", "page up", "page", panes="pageup", lists="pageup", document="pageup"),
    _command("find", "find", "find, next, previous", panes="/"),
    _command("find_next", "find the next", "find, next, previous", panes="n"),
    _command("find_previous", "find the previous", "find, next, previous", panes="N"),
    _command("search_all", "search all sources", "search all sources", panes="g/"),
    _command(
        "last_place",
        "back to the last place",
        "back to the last place",
        panes="'' backspace",
        lists="'' backspace",
        document="'' backspace",
    ),
    _command("to_pile", "to a pile", "to a pile", panes="'<pile>"),
    _command("sources", "sources", "sources", everywhere="o"),
    _command(
        "memo",
        "memo",
        "memo",
        line="memo",
        rank=70,
        why=reasons.can_write,
        about="on what the cursor is on",
        everywhere="m",
    ),
    _command("undo", "undo", "undo, redo", why=reasons.can_write, everywhere="u"),
    _command("redo", "redo", "undo, redo", why=reasons.can_write, everywhere="U"),
    _command("export", "export", "export", line="export", rank=97, about="markdown, csv", everywhere="E"),
    _command(
        "check", "check", "check", line="check", rank=96, about="what the project promises, verified", everywhere="!"
    ),
    _command("palette", "all commands", "all commands", everywhere=": ctrl+p"),
    _command("show_keys", "keys", "this screen", about="every key", everywhere="?"),
    _command("repaint_screen", "repaint", "repaint", everywhere="ctrl+l"),
    _command("suspend", "suspend to the shell", "suspend", everywhere="ctrl+z"),
    _command("step_back", "one step back", "one step back", told=2, everywhere="ctrl+c q escape"),
    _command("summary", "summary", "", about="the category summary as it stands, and what it lacks"),
    _command("decisions", "decisions", "", about="memos that say what was decided"),
    _command("versions", "versions", "", about="snapshots of the category system"),
    _command("participants", "participants", "", about="who was interviewed, attributes"),
    _command("history", "history", "", about="what happened, and back"),
    _command("conflicts", "conflicts", "", about="changed by two at once"),
    _command("settings", "settings", "", about="title, aim, omission marks, counted coders"),
    _command("colours", "colours", "", about="dark, light, 16, none"),
    _command("coders", "who codes here", "", about="coders, and which one is you"),
    _command("memos", "memos", "", about="all memos of the project"),
    _command("leave", "leave", "", about="nothing to save"),
)

TABLE: tuple[Command, ...] = (*TRANSCRIPT, *CODEBOOK_AND_BOARD, *LISTS, *DOCUMENTS, *EVERYWHERE)
"""Every command, in the order of the page of keys."""

BY_ID: Mapping[str, Command] = {command.id: command for command in TABLE}
