"""Exports go through pandoc into a document without loss: headings, tables and quotations arrive, and their words."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.reports.hostile import hostile
from tests.reports.reading import HOSTILE, one_line
from tests.reports.study import small_study
from tui.reports import markdown
from tui.reports.catalogue import reports
from tui.reports.tree import Block, Heading, Items, Literal, Paragraph, Quote, Table

PANDOC = shutil.which("pandoc")
pytestmark = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = {
    "Header": Heading,
    "Para": Paragraph,
    "BlockQuote": Quote,
    "Table": Table,
    "BulletList": Items,
    "CodeBlock": Literal,
}


def pandoc(text: str, *arguments: str) -> bytes:
    command = [str(PANDOC), "--from", "markdown", *arguments]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=60).stdout


def shown(block: Block) -> bool:
    return bool(markdown.write([block]))


def document_of(text: str, folder: Path) -> ElementTree.Element:
    """The body of the document that pandoc makes for a word processor."""
    pandoc(text, "--to", "docx", "--output", str(folder / "out.docx"))
    with zipfile.ZipFile(folder / "out.docx") as made:
        body = ElementTree.fromstring(made.read("word/document.xml")).find(f"{WORD}body")
    assert body is not None
    return body


def words(element: ElementTree.Element) -> str:
    return " ".join("".join(text.text or "" for text in element.iter(f"{WORD}t")).split())


def style(paragraph: ElementTree.Element) -> str:
    found = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
    return found.attrib[f"{WORD}val"] if found is not None else ""


@pytest.mark.parametrize(
    "name", ["summary", "chapter", "codebook", "abstraction", "participants", "quotations", "coreq"]
)
def test_headings_tables_and_quotations_arrive_in_a_document(name: str, tmp_path: Path) -> None:
    blocks = next(make() for each, make in reports(small_study().project(), lambda *_: ()) if each == name)
    body = document_of(markdown.write(blocks), tmp_path)
    headings = [(style(one), words(one)) for one in body if style(one).startswith("Heading")]
    assert headings == [
        (f"Heading{block.level}", one_line(block.text)) for block in blocks if isinstance(block, Heading)
    ]
    tables = [[words(cell) for cell in row.iter(f"{WORD}tc")] for row in body.iter(f"{WORD}tr")]
    wanted = [list(row) for block in blocks if isinstance(block, Table) for row in (block.heads, *block.rows)]
    assert plain(tables) == plain(wanted)
    quoted = [words(one) for one in body if style(one) == "BlockText"]
    quotes = [block for block in blocks if isinstance(block, Quote)]
    assert plain(quoted) == plain([part for block in quotes for part in (*block.paragraphs, block.attribution) if part])


def plain(value: Any) -> Any:
    """Words without what pandoc makes finer: curly quotes, dashes, dots."""
    if isinstance(value, str):
        return "".join(one for one in value if one.isalnum())
    return [plain(each) for each in value]


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 8))
def test_hostile_names_make_no_other_structure_in_pandoc(start: int) -> None:
    for at, name, blocks in hostile_reports(HOSTILE[start : start + 8]):
        found = json.loads(pandoc(markdown.write(blocks), "--to", "json"))
        kinds = [block["t"] for block in found["blocks"]]
        assert Counter(kinds) == Counter(kind for block in blocks if shown(block) for kind in [kind_of(block)]), (
            at,
            name,
        )
        inside = json.dumps(found["blocks"])
        for made in (
            "RawInline",
            "RawBlock",
            "Link",
            "Image",
            "Note",
            "Math",
            "Cite",
            "Code",
            "Superscript",
            "Subscript",
            "Emph",
        ):
            assert f'{{"t": "{made}"' not in inside, (name, made)


def kind_of(block: Block) -> str:
    return next(kind for kind, made in KINDS.items() if isinstance(block, made))


def hostile_reports(texts: Sequence[str]) -> list[tuple[int, str, Sequence[Block]]]:
    project, happened = hostile(texts)
    firsts: dict[str, Sequence[Block]] = {}
    for name, make in reports(project, lambda *_: happened):
        if name not in firsts:
            firsts[name] = make()
    return [(at, name, blocks) for at, (name, blocks) in enumerate(firsts.items())]
