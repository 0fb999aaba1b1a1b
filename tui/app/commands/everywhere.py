"""What can be done in every pane, or on every screen."""

from __future__ import annotations

from tui.app import reasons
from tui.app.commands.command import command

EVERYWHERE = (
    command("next_pane", "next pane", "pane", panes="tab"),
    command("previous_pane", "previous pane", "pane", panes="shift+tab"),
    command("to_transcript", "to the transcript", "pane by number", panes="g1"),
    command("to_codebook", "to the codebook", "pane by number", panes="g2"),
    command("to_board", "to the board", "pane by number", panes="g3"),
    command("zoom", "zoom", "zoom", panes="z"),
    command("to_top", "to the beginning", "ends", panes="gg home", lists="gg home", document="gg home"),
    command("to_bottom", "to the end", "ends", panes="G end", lists="G end", document="G end"),
    command("half_page_down", "half a page down", "half a page", panes="ctrl+d", lists="ctrl+d", document="ctrl+d"),
    command("half_page_up", "half a page up", "half a page", panes="ctrl+u", lists="ctrl+u", document="ctrl+u"),
    command("page_down", "page down", "page", panes="pagedown", lists="pagedown", document="pagedown"),
    command("page_up", "page up", "page", panes="pageup", lists="pageup", document="pageup"),
    command("find", "find", "find, next, previous", panes="/"),
    command("find_next", "find the next", "find, next, previous", panes="n"),
    command("find_previous", "find the previous", "find, next, previous", panes="N"),
    command("search_all", "search all sources", "search all sources", panes="g/"),
    command(
        "last_place",
        "back to the last place",
        "back to the last place",
        panes="'' backspace",
        lists="'' backspace",
        document="'' backspace",
    ),
    command("to_pile", "to a pile", "to a pile", panes="'<pile>"),
    command("sources", "sources", "sources", everywhere="o"),
    command(
        "memo",
        "memo",
        "memo",
        line="memo",
        rank=70,
        why=reasons.can_write,
        about="on what the cursor is on",
        everywhere="m",
    ),
    command("undo", "undo", "undo, redo", why=reasons.can_write, everywhere="u"),
    command("redo", "redo", "undo, redo", why=reasons.can_write, everywhere="U"),
    command("export", "export", "export", line="export", rank=97, about="markdown, csv", everywhere="E"),
    command(
        "check", "check", "check", line="check", rank=96, about="what the project promises, verified", everywhere="!"
    ),
    command("palette", "all commands", "all commands", everywhere=": ctrl+p"),
    command("show_keys", "keys", "this screen", about="every key", everywhere="?"),
    command("repaint_screen", "repaint", "repaint", everywhere="ctrl+l"),
    command("suspend", "suspend to the shell", "suspend", everywhere="ctrl+z"),
    command("step_back", "one step back", "one step back", told=2, everywhere="ctrl+c q escape"),
    command("summary", "summary", "", about="the category summary as it stands, and what it lacks"),
    command("tour", "tour", "", about="ten keys, from reading to the summary"),
    command("begin_tour", "begin", "begin", line="begin", rank=10, tour="enter"),
    command("leave_tour", "leave the tour", "leave the tour", line="leave the tour", rank=20, tour="q ctrl+c escape"),
    command("decisions", "decisions", "", about="who decided what, when and why"),
    command("moved_definitions", "definitions that moved", "", about="units coded under an older one, one by one"),
    command("uncertain_units", "units whose words changed", "", about="when a text was amended: to be looked at"),
    command("versions", "versions", "", about="snapshots of the category system"),
    command("participants", "participants", "", about="who was interviewed, attributes"),
    command("history", "history", "", about="what happened, and back"),
    command("conflicts", "conflicts", "", about="changed by two at once"),
    command("settings", "settings", "", about="title, aim, omission marks, counted coders"),
    command("guide", "interview guide", "", about="the topics that were asked about"),
    command(
        "right_to_left", "right-to-left text", "", about="Hebrew, Arabic: put in order by the terminal, or by Postil"
    ),
    command("colours", "colours", "", about="dark, light, 16, none"),
    command("coders", "who codes here", "", about="coders, and which one is you"),
    command("memos", "memos", "", about="all memos of the project"),
    command("new_project", "new project", "", about="a folder, a title, an aim"),
    command("other_project", "open another project", "", about="instead of this one"),
    command("leave", "leave", "", about="nothing to save"),
)
