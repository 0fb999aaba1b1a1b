"""Whatever names and transcripts hold, the document that is read back is the one that was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.reading import HOSTILE, read_back, structure, words
from tui.reports import markdown
from tui.reports.tree import Block, Heading, Items, Literal, Paragraph, Quote, Table

blocks = st.one_of(
    st.builds(Heading, st.integers(1, 6), words),
    st.builds(Paragraph, words, st.sampled_from(["", "Include", "*"])),
    st.builds(Quote, st.lists(words, max_size=3).map(tuple), words),
    st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            st.tuples(*[words] * width),
            st.lists(st.tuples(*[words] * width), max_size=3).map(tuple),
        )
    ),
    st.builds(Items, st.lists(words, max_size=3).map(tuple)),
    st.builds(Literal, st.lists(words.filter(lambda line: "\n" not in line), max_size=3).map(tuple)),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(blocks, max_size=4))
def test_what_is_read_back_is_what_was_written(written: list[Block]) -> None:
    assert read_back(markdown.write(written)) == structure(written)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["heading", "paragraph", "quote", "table", "items", "literal"])
def test_hostile_words_stay_words_in_every_block(text: str, kind: str) -> None:
    made: dict[str, Block] = {
        "heading": Heading(2, text),
        "paragraph": Paragraph(text),
        "quote": Quote((text, text), text),
        "table": Table((text, "b"), ((text, text), ("", text))),
        "items": Items((text, text)),
        "literal": Literal(tuple(text.split("\n"))),
    }
    document = [Heading(1, "before"), made[kind], Paragraph("after")]
    output = markdown.write(document)
    assert read_back(output) == structure(document)
    if kind != "literal":
        assert "<" not in output


def test_ordinary_speech_is_written_as_it_was_said() -> None:
    spoken = "Well - 20 (or 30) of us, I think: who signs? The doctor's pen; L07:12 // that's it… 5 > 4 & so on!"
    assert markdown.write([Paragraph(spoken)]) == spoken + "\n"


def test_a_quotation_keeps_its_paragraphs_and_ends_with_who_said_it() -> None:
    assert markdown.write([Quote(("First.", "Second."), "Leader 7")]) == "> First.\n>\n> Second.\n>\n> Leader 7\n"


def test_numbers_stand_to_the_right_in_a_table() -> None:
    table = Table(("name", "units"), (("a", "1"),), numeric=frozenset({1}))
    assert markdown.write([table]) == "| name | units |\n| --- | --: |\n| a | 1 |\n"


def test_the_rules_of_a_wide_table_share_the_page_out_by_what_the_columns_hold() -> None:
    table = Table(("name", "units"), (("a" * 80, "1"), ("b" * 10, "2")), numeric=frozenset({1}))
    lines = markdown.write([table]).splitlines()
    assert lines[:2] == ["| name | units |", f"| {'-' * 40} | ----: |"]
    assert read_back(markdown.write([table])) == structure([table])


def test_two_lists_in_a_row_stay_two() -> None:
    assert len(read_back(markdown.write([Items(("a",)), Items(("b",))]))) == 2


def test_a_report_of_nothing_is_empty() -> None:
    assert markdown.write([Paragraph("  \n "), Heading(1, "")]) == ""


TRANSCRIPTS = Path(__file__).parents[3] / "shared" / "data" / "transcripts"
TEXTS = sorted(path for ending in ("txt", "md", "srt", "vtt", "tsv") for path in TRANSCRIPTS.glob(f"*.{ending}"))


@pytest.mark.skipif(not TEXTS, reason="real transcripts lie beside the checkout, and are not there")
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_real_transcripts_come_back_as_they_were(path: Path) -> None:
    paragraphs = path.read_text(encoding="utf-8", errors="replace").split("\n\n")[:1500]
    document: list[Block] = []
    for paragraph in paragraphs:
        document += [Paragraph(paragraph), Quote((paragraph,), "who said it"), Items((paragraph,))]
    document.append(Table(("said",), tuple((paragraph,) for paragraph in paragraphs)))
    assert read_back(markdown.write(document)) == structure(document)
