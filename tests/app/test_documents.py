"""Documents that are read in the app: the summary as it stands, the manual, versions, decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.app.bench import bench
from tests.app.study import opened, study
from tui.app.glyphs import ASCII, FULL
from tui.app.layout.document import Layout, marked_up, wrapped_pieces
from tui.app.layout.pieces import width_of
from tui.app.screens.manual import blocks_of
from tui.app.screens.summary import SummaryPage
from tui.model.edits.codebook import CreateNode, DefineNode, RenameNode
from tui.model.edits.project import AddCoder
from tui.model.ids import new_id
from tui.reports.tree import Block, Heading, Items, Literal, Paragraph, Quote, Table
from tui.store.project import Store


def texts(blocks: list[Block], width: int = 40) -> list[str]:
    return ["".join(text for text, _ in line).rstrip() for line in Layout(width, FULL).lines(blocks)]


def test_every_kind_of_block_is_laid_out_within_the_width() -> None:
    blocks: list[Block] = [
        Heading(2, "Conditions external to the healthcare system as a whole"),
        Paragraph("burden of proof (12), who signs (8).", lead="Codes:"),
        Quote(("There was no box for it. I could tick staff, or I could tick equipment.",), "Leader 7, manager"),
        Items(("one", "two " * 20)),
        Table(("category", "units"), (("Capacity for strategic change management", "95"), ("b", "4")), frozenset({1})),
        Literal(("├─ a tree that is drawn in text and is wider than the width it has",)),
    ]
    for line in Layout(40, FULL).lines(blocks):
        assert width_of(line) <= 40
    shown = texts(blocks)
    assert " ▎  Leader 7, manager" in shown
    assert "Codes: burden of proof (12), who signs" in shown


def test_a_figure_has_all_names_whole_however_long_they_are() -> None:
    rows = (
        ("Conditions external to the healthcare system", "", "19", "52"),
        ("", "Addressing liability issues and legal information sharing", "12", "26"),
        ("", "Standards", "9", "19"),
    )
    tree = ("Conditions", "├─ Addressing liability issues and legal sharing", "└─ Standards of the European Union")
    figure: list[Block] = [
        Table(("Category", "Sub-category", "Leaders", "Units"), rows, frozenset({2, 3})),
        Literal(tree),
    ]
    assert texts(figure, 52) == [
        "Category  Sub-category                Leaders  Units",
        "Conditions external to the                 19     52",
        "healthcare system",
        "          Addressing liability             12     26",
        "          issues and legal",
        "          information sharing",
        "          Standards                         9     19",
        "",
        "Conditions",
        "├─ Addressing liability issues and legal sharing",
        "└─ Standards of the European Union",
        "",
    ]
    assert texts([Literal(tree)], 24)[1:3] == ["├─ Addressing liability", "│  issues and legal"]
    assert texts([Literal(tree)], 24)[-3:] == ["└─ Standards of the", "   European Union", ""]


def test_a_quotation_says_who_said_it_below_the_words() -> None:
    assert texts([Quote(("Nobody knows.",), "Leader 3")]) == [" ▎  Nobody knows.", " ▎  Leader 3", ""]


def test_keys_and_strong_words_of_our_own_are_lifted() -> None:
    assert marked_up("Press `enter`, **always**.") == [
        ("Press ", "text"),
        ("enter", "accent"),
        (", ", "text"),
        ("always", "strong"),
        (".", "text"),
    ]


def test_a_word_of_several_pieces_is_not_torn() -> None:
    lines = wrapped_pieces([("say ", "text"), ("enter", "accent"), (", then", "text")], 8)
    assert ["".join(text for text, _ in line) for line in lines] == ["say", "enter,", "then"]


@given(
    some.lists(
        some.tuples(some.text(alphabet="ab  \n", max_size=12), some.sampled_from(["text", "strong"])), max_size=6
    )
)
@settings(max_examples=150, deadline=None)
def test_wrapping_loses_no_word(pieces: list[tuple[str, str]]) -> None:
    lines = wrapped_pieces(pieces, 10)
    joined = " ".join("".join(text for text, _ in line) for line in lines)
    assert joined.split() == "".join(text for text, _ in pieces).split()


def test_the_manuals_markdown_is_read_as_blocks() -> None:
    read = blocks_of(
        "# Coding\n\nA unit\nis one.\n\n- `s` selects,\n  again one more\n- `c` condenses\n\n"
        "```console\n$ postil check\n```\n"
    )
    assert read == [
        Heading(1, "Coding"),
        Paragraph("A unit is one."),
        Items(("`s` selects, again one more", "`c` condenses")),
        Literal(("$ postil check",)),
    ]


async def test_the_manual_is_read_from_the_page_of_keys() -> None:
    async with bench(pane="transcript", size=(80, 24)) as at:
        await at.press("?", "m")
        assert "Manual" in at.rows[1]
        assert "section 1 of 8" in at.rows[1]
        await at.press("J")
        assert "section 2 of 8" in at.rows[1]
        assert any("Marking and coding" in row for row in at.rows)
        await at.press("G", "g", "g")
        assert "section 1 of 8" in at.rows[1]
        await at.press("q", "q")
        assert "Transcript" in at.rows[1]


async def test_no_mark_of_the_manuals_markdown_is_shown() -> None:
    async with bench(pane="transcript", size=(80, 24)) as at:
        await at.press("?", "m")
        for _ in range(30):
            assert not any("`" in row or "**" in row for row in at.rows)
            await at.press("pagedown")


async def test_the_summary_says_what_it_lacks_and_its_text_is_written_here() -> None:
    async with bench(pane="board") as at:
        await at.press(":")
        await at.type("summary")
        await at.press("enter")
        assert any("Liability and l" in row and "no text" in row for row in at.rows)
        await at.press("J", "J", "e")
        await at.type("Nobody knew who would answer.")
        await at.press("ctrl+d")
        assert any("Nobody knew who would answer." in row for row in at.rows)
        assert any("Liability and" in row and "no quote" in row for row in at.rows)


async def test_the_summary_follows_a_colleague_and_one_stays_where_one_reads(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    with Store.open(tmp_path / "study", coder="jon-ek") as colleague:
        piles = [new_id() for _ in range(6)]
        colleague.commit(AddCoder("jon-ek", "Jon Ek"))
        colleague.commit(*[CreateNode(pile, "sub-category", f"Pile number {n}") for n, pile in enumerate(piles)])
        colleague.commit(*[DefineNode(pile, {"narrative": "A word. " * 80}) for pile in piles])
        async with opened(store) as at:
            at.app.session.poll()
            await at.press(":")
            await at.type("summary")
            await at.press("enter", *"JJJJ", "j", "j")
            page = at.app.page
            assert isinstance(page, SummaryPage)
            await at.pilot.pause()
            (read, before) = (page.section, page.at)
            colleague.commit(
                DefineNode(piles[0], {"narrative": "A word. " * 400}), RenameNode(piles[0], "Things outside")
            )
            at.app.session.poll()
            await at.pilot.pause()
            assert page.section is not None
            assert read is not None
            assert page.section.node == read.node == piles[2]
            assert page.at > before + 20
            await at.press("g", "g", "J", "J")
            assert any("Things outside" in row for row in at.rows)


async def test_the_summary_leads_to_the_pile_it_is_about() -> None:
    async with bench(pane="transcript") as at:
        await at.press(":")
        await at.type("summary")
        await at.press("enter", "J", "J", "enter")
        assert at.desk.pane == "board"
        assert at.book.nodes[at.desk.node].short == "Liability and law"


@pytest.mark.parametrize("glyphs", [FULL, ASCII])
def test_bars_and_dots_come_from_the_table_of_marks(glyphs: object) -> None:
    lines = Layout(30, glyphs).lines([Quote(("a",)), Items(("b",))])  # type: ignore[arg-type]
    text = "".join(piece for line in lines for piece, _ in line)
    assert text.isascii() is (glyphs is ASCII)
