"""What can be done in the transcript."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

TRANSCRIPT = (
    command("line_down", "next line", "line, character", transcript="j down"),
    command("line_up", "previous line", "line, character", transcript="k up"),
    command("character_left", "previous character", "line, character", transcript="h left"),
    command("character_right", "next character", "line, character", transcript="l right"),
    command("next_word", "next word", "word", transcript="w"),
    command("previous_word", "previous word", "word", transcript="b"),
    command("previous_sentence", "previous sentence", "sentence", transcript="("),
    command("next_sentence", "next sentence", "sentence", transcript=")"),
    command("next_paragraph", "next paragraph", "paragraph", transcript="W }"),
    command("previous_paragraph", "previous paragraph", "paragraph", transcript="B {"),
    command("next_turn", "next turn", "turn", transcript="J"),
    command("previous_turn", "previous turn", "turn", transcript="K"),
    command("previous_unit", "previous unit", "previous, next unit", transcript="H"),
    command("next_unit", "next unit", "previous, next unit", transcript="L"),
    command(
        "next_uncovered",
        "next uncovered passage",
        "next, previous uncovered passage",
        line="next uncovered",
        rank=90,
        transcript=">",
    ),
    command("previous_uncovered", "previous uncovered passage", "next, previous uncovered passage", transcript="<"),
    command("unit_here", "next of the units here", "unit here; same code, next", transcript=";"),
    command("same_code", "next unit with the same code", "unit here; same code, next", transcript=","),
    command("page_on", "page on", "page on", transcript="space"),
    command("code", "code", "code", line="code", rank=10, why=reasons.codes_here, transcript="enter"),
    command(
        "code_again",
        "the last code again",
        "last code, quick code",
        line="again",
        rank=20,
        why=reasons.codes_here,
        transcript=".",
    ),
    command(
        "quick_code", "quick code", "last code, quick code", why=reasons.codes_here, transcript="1 2 3 4 5 6 7 8 9"
    ),
    command(
        "select_sentence",
        "select the sentence",
        "select sentence, paragraph, turn",
        line="sentence",
        rank=30,
        transcript="s",
    ),
    command("select_paragraph", "select the paragraph", "select sentence, paragraph, turn", transcript="p"),
    command("select_turn", "select the turn", "select sentence, paragraph, turn", transcript="P"),
    command("select_freely", "select freely", "select freely", line="select", rank=40, transcript="v"),
    command(
        "hold_span", "hold this span", "hold this span, select the next", line="hold span", rank=50, transcript="+"
    ),
    command(
        "in_vivo", "code in the speaker’s words", "code in the speaker’s words", why=reasons.codes_here, transcript="i"
    ),
    command(
        "condense",
        "condense",
        "condense",
        line="condense",
        rank=60,
        why=reasons.codes_here,
        about="the unit in fewer words",
        transcript="c",
    ),
    command("recode", "recode", "recode, one code off", why=reasons.codes_here, transcript="r"),
    command("take_code_off", "take a code off", "recode, one code off", why=reasons.codes_here, transcript="d"),
    command("move_ends", "move the unit’s ends", "the unit’s ends", why=reasons.codes_here, transcript="e"),
    command("other_end", "the other end", "the unit’s ends", line="other end", rank=20, ends="e"),
    command("drop_span", "drop this span", "the unit’s ends", line="drop this span", rank=30, ends="d"),
    command("keep_ends", "keep", "the unit’s ends", line="keep", rank=10, ends="enter"),
    command("split_unit", "split the unit", "split, merge with the held", why=reasons.codes_here, transcript="S"),
    command("join_units", "merge with the held", "split, merge with the held", why=reasons.codes_here, transcript="M"),
    command("quotation", "quotation", "quotation", line="quotation", rank=80, why=reasons.codes_here, transcript="*"),
    command(
        "not_relevant",
        "not relevant, relevant again",
        "not relevant, relevant again",
        why=reasons.codes_here,
        transcript="x",
    ),
    command("show_only", "show only some codes, coders", "only some codes, coders", transcript="f"),
    command("unit_table", "unit table", "unit table", transcript="T"),
)
