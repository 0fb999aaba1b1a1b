"""What opens over a page: palette, memo, definition card, import, export, settings, conflicts, who codes."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.app.bench import Bench, bench
from tests.app.fiction import code_id, pile_id
from tests.app.screen import app_of, project_of
from tests.app.study import INTERVIEW, opened, study
from tests.builders import a_project, marked, node
from tui.app.sheets.conflict import ConflictSheet, side_words, thing_of
from tui.model.edits.codebook import CreateNode, DefineNode
from tui.model.edits.project import AddCoder, BeginPass
from tui.model.ids import new_id
from tui.store.project import Store


async def test_the_palette_finds_a_command_by_its_name_and_does_it() -> None:
    async with bench(pane="transcript") as at:
        await at.press(":")
        await at.type("zoo")
        assert any(row[66:].startswith("›  zoom") for row in at.rows)
        await at.press("enter")
        assert at.desk.zoomed


@pytest.mark.parametrize(
    ("typed", "begins"),
    [("3", "Meanwhile"), ("L12:4", "I paid."), (":2", "Meanwhile"), ("100%", "The tools were good, and somebody")],
)
async def test_the_palette_goes_to_places(typed: str, begins: str) -> None:
    async with bench(pane="transcript") as at:
        await at.press(":")
        await at.type(typed)
        await at.press("enter")
        text = at.project.transcript(at.desk.source).text
        assert text[at.desk.cursor :].startswith(begins)


@pytest.mark.parametrize(("typed", "said"), [("400", "L12 has"), ("L12:99", "L12 has 4 turns"), ("L99:1", "no source")])
async def test_a_place_that_is_not_there_is_said(typed: str, said: str) -> None:
    async with bench(pane="transcript") as at:
        await at.press(":")
        await at.type(typed)
        await at.press("enter")
        assert said in at.key_line


async def test_q_in_the_palette_leaves() -> None:
    async with bench(pane="transcript") as at:
        await at.press(":", "q", "enter")
        await at.pilot.pause()
        assert not at.app.is_running


async def test_a_memo_is_written_on_what_the_cursor_is_on_with_its_kind() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        await at.press("m")
        assert any("on     code who signs" in row for row in at.rows)
        await at.press("tab", "tab")
        await at.type("the name matters")
        await at.press("enter")
        await at.type("really")
        await at.press("ctrl+d")
        memo = next(at.project.alive("memos"))
        assert (memo["kind"], memo["text"], memo["on"]["id"]) == (
            "reflexive",
            "the name matters\nreally",
            code_id("who signs"),
        )


async def test_of_several_memos_on_one_thing_an_earlier_one_is_a_key_away(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study"), size=(80, 24)) as at:
        await at.press("m")
        await at.type("first")
        await at.press("ctrl+d", "m", "ctrl+n")
        await at.type("second")
        await at.press("ctrl+d", "m")
        assert any("2 memos on this" in row for row in at.rows)
        assert at.key_line == "tab kind  ^D keep and close  ^N another  ^P earlier  ^C close, draft kept"
        await at.press("ctrl+p", "!", "ctrl+d")
        assert sorted(memo["text"] for memo in at.project.alive("memos")) == ["first!", "second"]


async def test_a_memo_that_is_not_kept_waits_as_a_draft() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        await at.press("m")
        await at.type("half a thou")
        await at.press("ctrl+c")
        assert "draft is kept" in at.key_line
        assert not list(at.project.alive("memos"))
        await at.press("m")
        await at.type("ght")
        await at.press("ctrl+d")
        assert next(at.project.alive("memos"))["text"] == "half a thought"
        assert at.app.session.kept["drafts"] == {}


async def test_what_is_written_is_put_by_meanwhile_and_a_text_taken_back_is_no_draft() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        await at.press("m")
        await at.type("half")
        at.app._keep()
        assert [*at.app.session.store.state.read()["drafts"].values()] == [{"text": "half"}]
        await at.press("ctrl+u")
        at.app._keep()
        assert at.app.session.store.state.read()["drafts"] == {}
        await at.press("ctrl+c")
        assert "draft" not in at.key_line


async def test_a_definition_card_writes_only_what_was_changed() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        await at.press("e")
        await at.type("Who stands for it.")
        await at.press("tab", "tab")
        await at.type("the signature")
        await at.press("ctrl+d")
        document = at.book.nodes[code_id("who signs")].document
        assert document["definition"].endswith("Who stands for it.")
        assert document["include"].endswith("the signature")


async def test_ctrl_d_with_nothing_written_changes_nothing() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        revision = at.project.revision
        await at.press("e", "ctrl+d", "m", "ctrl+d")
        assert at.project.revision == revision
        assert at.app.page.sheet is None


async def test_transcripts_are_imported_after_a_look_at_who_speaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "L90.txt").write_text(INTERVIEW.replace("L07", "L90"))
    monkeypatch.chdir(tmp_path)
    async with opened(study(tmp_path / "study", sources=0)) as at:
        await at.press("a")
        await at.type("L9")
        await at.press("tab", "enter")
        assert any("interviewer" in row for row in at.rows)
        assert any(row.split("L90")[-1].strip().endswith(" words") for row in at.rows if "  participant  L90 " in row)
        assert "enter import" in at.key_line
        await at.press("enter")
        assert [source["name"] for source in at.project.alive("sources")] == ["L90"]
        assert [one["name"] for one in at.project.alive("participants")] == ["L90"]
        assert not at.app.session.store.check()
        await at.press("u")
        assert not list(at.project.alive("sources"))


async def test_a_file_that_is_not_there_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(study(tmp_path / "study")) as at:
        await at.press("a")
        await at.type("nowhere.txt")
        await at.press("enter")
        assert any(row.startswith(" There is no file") for row in at.rows)


async def test_the_same_transcript_is_not_imported_twice_and_leaves_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "again.txt").write_text(INTERVIEW + "\nINT: Interview 1.\n")
    monkeypatch.chdir(tmp_path)
    async with opened(study(tmp_path / "study")) as at:
        await at.press("a")
        await at.type("again.txt")
        await at.press("enter")
        if at.app.page.sheet is not None:
            await at.press("enter")
        assert "L01" in at.key_line
        assert len(list(at.project.alive("sources"))) == 1
        assert not at.app.session.store.check()


async def test_an_export_is_written_and_asks_before_it_replaces(tmp_path: Path) -> None:
    folder = tmp_path / "study"
    to_codebook = [*("j" for _ in range(6)), "enter"]
    async with opened(study(folder)) as at:
        await at.press("E")
        assert any(" summaries with places " in row and " exports/summary-places.md" in row for row in at.rows)
        await at.press(*to_codebook, "enter")
        written = folder / "exports" / "codebook.md"
        assert "who signs" in written.read_text()
        written.write_text("mine")
        await at.press("E", *to_codebook, "enter")
        assert "is there already" in at.key_line
        await at.press("n")
        assert written.read_text() == "mine"
        await at.press("E", *to_codebook, "enter", "y")
        assert "who signs" in written.read_text()
        assert (written.stat().st_mode & 0o077) == 0


@pytest.mark.parametrize(("ending", "begins"), [("csv", "id,category,sub_category"), ("json", "[")])
async def test_the_files_ending_says_whether_a_table_is_written_as_rows(
    ending: str, begins: str, tmp_path: Path
) -> None:
    folder = tmp_path / "study"
    async with opened(study(folder)) as at:
        await at.press("E", "j", "j", "j", "enter")
        assert "Export to (.md, .csv, .json)" in at.key_line
        await at.press("ctrl+u")
        await at.type(f"exports/figure.{ending}")
        await at.press("enter")
        assert (folder / "exports" / f"figure.{ending}").read_text().startswith(begins)


async def test_an_export_makes_no_folder_but_the_projects_own(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study")) as at:
        await at.press("E", "j", "j", "enter", "ctrl+u")
        await at.type(str(tmp_path / "nope" / "codebook.md"))
        await at.press("enter")
        assert any("There is no folder" in row for row in at.rows)
        assert not (tmp_path / "nope").exists()


async def test_settings_are_written_and_a_number_must_be_one(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study"), size=(120, 40)) as at:
        await at.press(":")
        await at.type("settings")
        await at.press("enter", "tab", "tab", "tab", "x", "ctrl+d")
        assert "Invited is a whole number, not “x”." in at.key_line
        await at.press("backspace", "3", "1", "ctrl+d")
        assert at.project.document["invited"] == 31


async def test_every_setting_is_on_the_sheet_and_says_what_it_may_be(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study"), size=(120, 40)) as at:
        await at.press(":")
        await at.type("settings")
        await at.press("enter", "shift+tab")
        assert any("yes or no: merging and splitting piles, restoring a version asks why" in row for row in at.rows)
        await at.press("backspace", "backspace", "backspace")
        await at.type("perhaps")
        await at.press("ctrl+d")
        assert "Reasons is yes or no, not “perhaps”." in at.key_line
        await at.press(*("backspace",) * 7)
        await at.type("no")
        await at.press("ctrl+d")
        assert at.project.setting("reasons") is False


async def test_who_codes_is_asked_once_where_nobody_is_named() -> None:
    app = app_of(project_of(), coder=None)
    async with app.run_test(size=(80, 24)) as pilot:
        from tests.app.bench import Bench

        at = Bench(app, pilot)
        await pilot.pause(0.1)
        assert at.key_line.startswith("Who codes? Your name:")


async def test_a_new_name_makes_a_coder(tmp_path: Path) -> None:
    study(tmp_path / "study").close()
    async with opened(Store.open(tmp_path / "study")) as at:
        await at.pilot.pause(0.1)
        await at.type("Jon Ek")
        await at.press("enter")
        assert at.app.session.coder == "jon-ek"
        assert (at.project.get("coders", "jon-ek") or {})["initials"] == "JE"
        assert "JE" in at.rows[0]


async def test_a_known_coder_is_chosen_from_the_list(tmp_path: Path) -> None:
    study(tmp_path / "study").close()
    async with opened(Store.open(tmp_path / "study")) as at:
        await at.pilot.pause(0.1)
        await at.press("enter")
        assert at.app.session.coder == "lena-pohl"


async def test_a_card_held_open_says_who_changed_it_meanwhile_and_writes_over_it_only_when_told_again(
    tmp_path: Path,
) -> None:
    store = study(tmp_path / "study")
    (node,) = store.project.codebook.nodes
    colleague = Store.open(tmp_path / "study")
    colleague.sit("jon-ek")
    colleague.commit(AddCoder("jon-ek", "Jon Ek"))
    async with opened(store, size=(120, 40)) as at:
        await at.press("enter", "g", "2")
        await at.press("e")
        await at.type("mine")
        colleague.commit(DefineNode(node, {"definition": "Jon’s words"}))
        at.app.session.poll()
        await at.press("ctrl+d")
        assert at.key_line.startswith("Changed meanwhile by Jon Ek")
        assert at.book.nodes[node].definition == "Jon’s words"
        await at.press("ctrl+d")
        assert at.book.nodes[node].definition == "mine"
    colleague.close()


async def test_what_one_left_alone_on_a_card_stays_as_a_colleague_wrote_it_meanwhile(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    (node,) = store.project.codebook.nodes
    with Store.open(tmp_path / "study", coder="jon-ek") as colleague:
        colleague.commit(AddCoder("jon-ek", "Jon Ek"))
        async with opened(store, size=(120, 40)) as at:
            await at.press("enter", "g", "2")
            await at.press("e")
            await at.type("mine")
            colleague.commit(DefineNode(node, {"full": "Jon’s words"}))
            at.app.session.poll()
            await at.press("ctrl+d", "ctrl+d")
            document = at.book.nodes[node].document
            assert (document["definition"], document["full"]) == ("mine", "Jon’s words")


async def test_a_draft_keeps_what_was_written_and_lets_the_rest_be_as_it_is_now(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    (node,) = store.project.codebook.nodes
    with Store.open(tmp_path / "study", coder="jon-ek") as colleague:
        colleague.commit(AddCoder("jon-ek", "Jon Ek"))
        async with opened(store, size=(120, 40)) as at:
            await at.press("enter", "g", "2")
            await at.press("e")
            await at.type("mine")
            await at.press("ctrl+c")
            colleague.commit(DefineNode(node, {"full": "Jon’s words"}))
            at.app.session.poll()
            await at.press("e")
            assert any("from your draft" in row for row in at.rows)
            await at.press("ctrl+d")
            document = at.book.nodes[node].document
            assert (document["definition"], document["full"]) == ("mine", "Jon’s words")


async def test_the_check_names_what_two_changed_at_once_and_leads_there(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    disputed(store, tmp_path / "study")
    async with opened(store, size=(80, 24)) as at:
        assert "changed meanwhile" in at.rows[0]
        await at.press("!")
        await at.until("burden of proof, brief definition, by two at once")
        await at.until(" 1 changed meanwhile ─")
        await at.press("enter")
        assert "1 open" in at.rows[1]


def disputed(store: Store, folder: Path) -> tuple[str, Store]:
    """Let a colleague and oneself define a new code at once; return the code and the colleague's store."""
    node = new_id()
    store.commit(CreateNode(node, "code", "burden of proof"))
    colleague = Store.open(folder)
    colleague.sit("jon-ek")
    colleague.commit(AddCoder("jon-ek", "Jon Ek"))
    store.poll()
    mine = store.build([DefineNode(node, {"definition": "Lena’s words"})])
    colleague.commit(DefineNode(node, {"definition": "Jon’s words"}))
    assert mine is not None
    store.append(mine)
    store.apply(mine)
    store.poll()
    return node, colleague


@pytest.mark.parametrize(("key", "stands"), [("1", "Jon’s words"), ("2", "Lena’s words"), ("3", "both are right")])
async def test_a_conflict_shows_both_values_and_a_key_settles_it(tmp_path: Path, key: str, stands: str) -> None:
    store = study(tmp_path / "study")
    node, colleague = disputed(store, tmp_path / "study")
    async with opened(store) as at:
        assert "1 changed meanwhile   saved ✓" in at.rows[0]
        await at.press(":")
        await at.type("conflicts")
        assert any("1 changed by two at once, to settle" in row for row in at.rows)
        await at.press("enter")
        assert "1 open" in at.rows[1]
        await at.press("enter")
        text = "\n".join(at.rows)
        assert all(
            words in text
            for words in (
                "Changed meanwhile by Jon Ek",
                "burden of proof, brief definition",
                "Jon’s words",
                "Lena’s words",
            )
        )
        assert "1 keep Jon Ek’s  2 keep mine  3 both, to edit" in at.key_line
        await at.press(key)
        if key == "3":
            shown = "\n".join(at.rows)
            assert all(words in shown for words in ("Both, to edit", "Jon’s words", "Lena’s words"))
            await at.press(*("backspace",) * 40)
            await at.type(stands)
            await at.press("ctrl+d")
        assert at.book.nodes[node].definition == stands
        assert "0 open" in at.rows[1]
        assert "changed meanwhile" not in at.rows[0]
    colleague.poll()
    assert not colleague.conflicts()
    colleague.close()


def test_an_order_of_quotations_is_told_by_the_units_and_a_printed_form_is_not_made_of_two() -> None:
    project = a_project("- who signs")
    unit = marked(project, "the doctor signs", "who signs")
    order = SimpleNamespace(table="nodes", id=node(project, "who signs"), path="quotations")
    assert thing_of(project, order) == "who signs, order of its quotations"
    assert side_words(project, order, [unit]) == "L07:2, who signs"
    assert side_words(project, order, None) == "as in the texts"
    sides = {"by": "jon-ek", "value": "a", "at": "", "found_by": "lena-pohl", "found": "b", "found_at": ""}
    printed = ConflictSheet(SimpleNamespace(table="units", id=unit, path="edited", **sides))
    printed.page = SimpleNamespace(session=SimpleNamespace(coder="lena-pohl"), project=project)  # type: ignore[assignment]
    assert not any(key == "3" for key, _ in printed.pairs())


async def test_colours_are_chosen_at_once_and_for_the_next_time() -> None:
    async with bench(pane="transcript") as at:
        await at.press(":")
        await at.type("colours")
        await at.press("enter", "j", "j", "enter")
        assert at.app.postil_theme == "light"
        assert at.app.session.kept["colours"] == "light"


async def test_keys_are_found_on_their_page_and_done_from_there() -> None:
    async with bench(pane="transcript") as at:
        await at.press("?", "/")
        await at.type("zoom")
        await at.press("enter", "enter")
        assert at.desk.zoomed


async def test_a_new_project_is_made_from_here_and_opened_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened(study(tmp_path / "study")) as at:
        await at.press(":")
        await at.type("new project")
        await at.press("enter")
        await at.type("other")
        await at.press("ctrl+d")
        assert "needs a folder and a title" in at.key_line
        await at.press("tab")
        await at.type("Another study")
        await at.press("ctrl+d")
        await at.pilot.pause()
        assert at.app.next_folder == tmp_path / "other"
    with Store.open(tmp_path / "other") as store:
        assert store.project.title == "Another study"


async def test_another_project_is_opened_only_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    study(tmp_path / "other").close()
    async with opened(study(tmp_path / "study")) as at:
        for folder, found in (("nowhere", False), ("other", True)):
            await at.press(":")
            await at.type("open another")
            await at.press("enter")
            await at.type(folder)
            await at.press("enter")
            assert (at.app.next_folder is not None) is found


async def test_the_first_list_is_made_anew_for_who_sits_down(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    source = next(store.project.alive("sources"))["id"]
    store.commit(BeginPass(new_id(), "lena-pohl", source))
    store.close()
    async with opened(Store.open(tmp_path / "study")) as at:
        await at.pilot.pause(0.1)
        assert not any("1, open" in row for row in at.rows)
        await at.press("enter")
        assert any("1, open" in row for row in at.rows)


@pytest.mark.parametrize("coders", [{}, {"lena-pohl": {"name": "Lena Pohl", "initials": "LP"}}])
async def test_a_name_without_a_letter_leaves_the_question_open_and_says_why(coders: dict[str, dict[str, str]]) -> None:
    app = app_of(project_of(coders=coders), coder=None)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        at = Bench(app, pilot)
        await at.press("?", "enter")
        assert at.key_line.startswith("A name has a letter or digit.")
        assert (at.app.page.question or at.app.page.sheet) is not None
        await at.press("ctrl+c", "m")
        assert ":who codes here" in at.key_line


async def test_who_is_at_work_in_another_window_too_is_told_so_at_the_beginning(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    second = Store.open(tmp_path / "study", coder="lena-pohl")
    async with opened(second, size=(120, 40)) as at:
        await at.pilot.pause(0.1)
        assert at.key_line.startswith("Lena Pohl is at work in another window too. If you are not, :who codes here")
    store.close()
    async with opened(Store.open(tmp_path / "study", coder="lena-pohl")) as at:
        await at.pilot.pause(0.1)
        assert "another window" not in at.key_line


async def test_examples_are_chosen_on_the_card_among_the_codes_own_units() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        units = sorted(unit["id"] for unit in at.project.units_with(code_id("who signs")))
        await at.press("e", "tab", "tab", "tab", "tab", "enter")
        assert any("Typical examples of “who signs”" in row for row in at.rows)
        await at.press("tab", "tab", "enter", "tab", "enter", "tab", "enter", "ctrl+d")
        anchors = at.book.nodes[code_id("who signs")].document["anchors"]
        assert sorted(anchors.values()) == ["borderline", "typical"]
        assert set(anchors) <= set(units)
        await at.press("e", "tab", "tab", "tab", "tab", "backspace", "ctrl+d")
        assert [*at.book.nodes[code_id("who signs")].document["anchors"].values()] == ["borderline"]


async def test_examples_that_were_chosen_wait_in_the_draft_with_the_texts() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        await at.press("e", "tab", "tab", "tab", "tab", "enter", "enter", "ctrl+c")
        assert not at.book.nodes[code_id("who signs")].document.get("anchors")
        await at.press("e", "ctrl+d")
        assert [*at.book.nodes[code_id("who signs")].document["anchors"].values()] == ["typical"]


async def test_the_closest_neighbour_is_proposed_and_another_can_be_chosen() -> None:
    async with bench(pane="codebook", node=code_id("who signs")) as at:
        await at.press("e", "shift+tab", "shift+tab")
        await at.type("signing comes first")
        await at.press("shift+tab", "enter")
        await at.type("burden of proof")
        await at.press("enter", "ctrl+d")
        document = at.book.nodes[code_id("who signs")].document
        assert document["differs"] == {code_id("burden of proof"): "signing comes first"}
        at.desk.node = code_id("burden of proof")
        await at.press("e")
        assert any("signing comes first" in row for row in at.rows)
        await at.press("tab", "tab", "tab", "tab", "tab", "tab")
        await at.type(" always")
        await at.press("ctrl+d")
        assert at.book.nodes[code_id("who signs")].document["differs"] == {
            code_id("burden of proof"): "signing comes first always"
        }


async def test_notes_say_why_a_pile_is_one_thing() -> None:
    async with bench(pane="codebook", node=pile_id("a")) as at:
        await at.press("e", "shift+tab", "shift+tab", "shift+tab")
        await at.type("all of it is about afterwards")
        await at.press("ctrl+d")
        assert at.book.nodes[pile_id("a")].document["notes"] == "all of it is about afterwards"
        assert at.key_line.startswith("Done: write about")
