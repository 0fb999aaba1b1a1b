"""Versions of the category system in the app: kept, listed, compared, looked at, restored."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.app.bench import Bench
from tests.app.study import opened, study
from tui.model.edits.codebook import CreateNode, DefineNode, RenameNode
from tui.model.edits.shaping import MergeNodes
from tui.model.edits.sorting import MoveNodes
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.model.nodes import CODE, SUB_CATEGORY
from tui.model.transaction import Edit


async def do(at: Bench, *edits: Edit) -> None:
    """Make an edit of each, as if by keys."""
    for edit in edits:
        assert at.app.session.do(edit)
        await at.app.session.settled()


async def palette(at: Bench, words: str) -> None:
    await at.press(":")
    await at.type(words)
    await at.press("enter")


@asynccontextmanager
async def kept(folder: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Bench]:
    """The study with a pile, after a snapshot `before` was taken by its key; two codes made since, one with a unit."""
    store = study(folder)
    store.commit(CreateNode("pile", SUB_CATEGORY, "Liability"))
    store.commit(CreateNode("other", CODE, "burden of proof", "pile"))
    store.commit(DefineNode("other", {"definition": "Who has to prove it."}))
    async with opened(store, size) as at:
        await at.press("enter", "g", "2", "Z")
        await at.type("before")
        await at.press("enter")
        await at.type("Two codes overlap.")
        await at.press("ctrl+d")
        yield at


async def since(at: Bench) -> None:
    """Do what is compared with the snapshot."""
    await do(
        at,
        RenameNode("pile", "Law"),
        CreateNode("new", CODE, "no box for it", "pile"),
        CreateNode("empty", CODE, "nothing yet", "pile"),
        MergeNodes([at.book.called("who signs")[0]], "other"),
    )
    source = next(at.project.alive("sources"))["id"]
    start = at.project.transcript(source).text.index("Nobody knows")
    await do(at, MarkUnit("u", source, [[start, start + 12]], at.app.session.coder, ["new"]))


def row_with(at: Bench, words: str) -> str:
    return next(row for row in at.rows if words in row)


async def test_a_snapshot_is_kept_with_its_memo_and_listed_under_what_stands_now(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        assert "snapshot before" in at.key_line
        await palette(at, "versions")
        assert "1 snapshot" in at.rows[1]
        assert "1 sub-category, 2 codes" in row_with(at, "now")
        assert "1 sub-category, 2 codes" in row_with(at, " before ")
        await at.press("j")
        assert any("Two codes overlap." in row for row in at.rows)


async def test_a_snapshot_without_a_name_or_with_one_that_is_taken_is_not_kept(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        await at.press("Z", "ctrl+d")
        assert "needs a name" in at.key_line
        await at.type("Before")
        await at.press("ctrl+d")
        assert "There is a snapshot “Before” already" in at.key_line


async def test_what_became_of_the_system_is_told_by_what_was_done_and_leads_to_the_codebook(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        await since(at)
        await palette(at, "versions")
        await at.press("enter")
        assert "“before” to now" in at.rows[1]
        assert "4 steps: 2 created, 1 merged, 1 renamed" in at.rows[1]
        assert "into burden of proof" in row_with(at, "merged    ")
        assert "was Liability" in row_with(at, "renamed    ")
        assert any("no box for it  created by Lena Pohl, 20" in row for row in at.rows[-6:])
        await at.press("/")
        await at.type("renamed")
        await at.press("enter", "enter")
        assert at.desk.pane == "codebook"
        assert at.desk.node == "pile"
        assert "Codebook" in at.rows[1]


async def test_a_merged_code_leads_to_what_it_was_merged_into(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        await since(at)
        await palette(at, "versions")
        await at.press("enter", "j", "j", "enter")
        assert at.desk.node == "other"


async def test_two_marked_versions_are_compared_the_older_first(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        await since(at)
        await palette(at, "versions")
        await at.press("Z")
        await at.type("after")
        await at.press("ctrl+d", "G", "space", "g", "g", "j", "space", "enter")
        assert "“before” to “after”" in at.rows[1]
        await at.press("q", "g", "g", "space", "enter")
        assert "mark no more than two" in at.key_line


async def test_a_version_is_looked_at_as_it_was_and_nothing_can_be_changed_there(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        await since(at)
        await do(at, DefineNode("other", {"definition": "Something else."}))
        await palette(at, "versions")
        await at.press("v")
        assert "choose a snapshot" in at.key_line
        await at.press("j", "v")
        assert "“before” as it was" in at.rows[0]
        assert "read only" in at.rows[0]
        assert "Who has to prove it." in row_with(at, "burden of proof")
        assert any("Liability" in row for row in at.rows)
        assert not any("no box for it" in row for row in at.rows)
        revision = at.project.revision
        await at.press("d", "r", "t", "a", "M")
        assert at.project.revision == revision


async def test_restoring_is_shown_first_then_done_in_one_step_and_undone(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        await since(at)
        signs = next(node for node in at.project.tables["nodes"].values() if node.get("name") == "who signs")["id"]
        await palette(at, "versions")
        await at.press("j", "R")
        assert "Restoring “before” would do this" in at.rows[1]
        said = " ".join(" ".join(at.rows).split())
        assert "1 code made since stays, unsorted, with its 1 unit." in said
        assert "gone then: nothing yet." in said
        assert signs not in at.book.nodes
        await at.press("enter")
        assert "Restored, because" in at.key_line
        await at.type("too soon")
        await at.press("enter")
        assert "restore snapshot before: too soon" in at.key_line
        assert at.desk.pane == "codebook"
        assert at.book.nodes["pile"].name == "Liability"
        assert set(at.book.unsorted()) == {signs, "new"}
        assert "empty" not in at.book.nodes
        await at.press("u")
        assert at.book.nodes["pile"].name == "Law"
        assert at.book.path("new") == "Law / no box for it"
        assert "empty" in at.book.nodes
        assert signs not in at.book.nodes


async def test_the_difference_is_written_as_markdown(tmp_path: Path) -> None:
    async with kept(tmp_path / "study") as at:
        await do(at, MoveNodes(["other"], None))
        await palette(at, "versions")
        await at.press("enter", "E", "enter")
        written = (tmp_path / "study/exports/changes.md").read_text(encoding="utf-8")
        assert "## Moved (1)\n\n- burden of proof: from Liability to unsorted (Lena Pohl, 20" in written
        assert written.splitlines()[-1].startswith("Postil ")


async def test_versions_fit_the_smallest_terminal(tmp_path: Path) -> None:
    async with kept(tmp_path / "study", (80, 24)) as at:
        await since(at)
        await do(at, *(CreateNode(new_id(), CODE, f"a code with a rather long name, number {n}") for n in range(30)))
        await palette(at, "versions")
        for keys in (("enter",), ("G",), ("q", "j", "v"), ("R",)):
            await at.press(*keys)
            assert all(len(row) <= 80 for row in at.rows)
            assert "back" in at.key_line
