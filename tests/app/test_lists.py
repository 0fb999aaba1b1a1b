"""Screens that are lists: sources, participants, memos, history, hits, units."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.app.bench import Bench, bench
from tests.app.screen import app_of, project_of, project_with_text, rows_of
from tests.app.study import bring_in, opened, study
from tui.app.screens.participants import ParticipantsPage
from tui.model.edits.memos import WriteMemo
from tui.model.edits.participants import AddParticipant
from tui.model.edits.project import AddCoder, BeginPass, EndPass
from tui.model.edits.sources import SetFacts
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.store.project import Store


async def test_the_first_screen_says_what_the_project_is_and_lists_its_sources() -> None:
    project = project_with_text(26)
    project.put(
        "project",
        "p",
        {
            "id": "p",
            "title": "Leaders and AI",
            "aim": "What is hard.",
            "settings": {"fiction": "All of this is fiction."},
        },
    )
    app = app_of(project)
    app.session.kept["desk"] = {}  # one has been here before: no tour
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.1)
        text = "\n".join(rows_of(app))
        assert all(
            words in text for words in ("Aim: What is hard.", "All of this is fiction.", "26 sources", "Leader 26")
        )
        assert "›L1 " in text
        assert text.splitlines()[-1].endswith("? keys")


async def test_sources_stand_in_the_order_people_count() -> None:
    app = app_of(project_with_text(12))
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        names = [row.split()[0].lstrip("›") for row in rows_of(app) if "manager" in row]
        assert names[:3] == ["L1", "L2", "L3"]
        assert names[9] == "L10"


async def test_without_sources_the_first_screen_says_how_to_begin() -> None:
    app = app_of(project_of())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = "\n".join(rows_of(app))
        assert "No sources yet." in text
        assert "a          import transcripts" in text
        assert "nothing to save yet" in text


async def test_what_does_not_fit_is_said() -> None:
    app = app_of(project_with_text(40))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert any("27 more" in row for row in rows_of(app))
        await pilot.press("G")
        await pilot.pause()
        assert any("before" in row and "more" not in row for row in rows_of(app))


async def test_rows_are_filtered_while_the_words_are_typed_and_the_filter_is_said() -> None:
    app = app_of(project_with_text(12))
    async with app.run_test(size=(100, 30)) as pilot:
        at = Bench(app, pilot)
        await at.press("/")
        await at.type("leader 1")
        assert "4 of 12 with “leader 1”" in at.rows[1]
        await at.press("enter", "ctrl+c")
        assert "with" not in at.rows[1]


@pytest.mark.parametrize(("key", "name"), [("G", "L40"), ("j", "L2"), ("pagedown", "L14")])
async def test_motions_in_a_list(key: str, name: str) -> None:
    app = app_of(project_with_text(40))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert f"›{name} " in "\n".join(rows_of(app))


async def test_opening_a_source_shows_its_text_and_o_comes_back_to_it() -> None:
    app = app_of(project_with_text(5))
    async with app.run_test(size=(100, 30)) as pilot:
        at = Bench(app, pilot)
        await at.press("j", "j", "enter")
        assert "L3" in at.rows[0]
        assert any("We wait." in row for row in at.rows)
        await at.press("o")
        assert any("›L3" in row for row in at.rows)


async def test_how_much_is_coded_is_measured_after_the_rows_are_there() -> None:
    app = app_of(project_with_text(2))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause(0.1)
        assert any("Leader 1" in row and "0%" in row for row in rows_of(app))


async def test_a_text_that_is_gone_does_not_take_the_list_with_it(tmp_path: Path) -> None:
    store = study(tmp_path / "study", sources=2)
    for path in (tmp_path / "study" / "texts").iterdir():
        path.unlink()
        break
    async with opened(store) as at:
        await at.pilot.pause(0.1)
        text = "\n".join(at.rows)
        assert "?" in text
        assert "L01" in text
        assert "L02" in text


async def test_the_unit_table_shows_words_condensed_forms_and_codes() -> None:
    async with bench(pane="transcript") as at:
        await at.press("T")
        assert "Units" in at.rows[1]
        assert "all codes" in at.rows[1]
        at.app.page.set_filter("who signs")  # type: ignore[attr-defined]
        await at.press("k")
        assert any("who signs" in row for row in at.rows)
        unit = at.app.page.here  # type: ignore[attr-defined]
        await at.press("c", "ctrl+u")
        await at.type("nobody signs")
        await at.press("enter")
        assert (at.project.get("units", unit) or {})["condensed"] == "nobody signs"
        await at.press("enter")
        assert at.desk.current == unit


async def test_a_unit_is_thrown_to_another_code_from_the_table() -> None:
    async with bench(pane="transcript") as at:
        await at.press("T", "space")
        assert len(at.app.page.marked) == 1  # type: ignore[attr-defined]
        unit = at.app.page.marked[0]  # type: ignore[attr-defined]
        await at.press("t")
        await at.type("quite another")
        await at.press("enter")
        codes = at.book.codes_of(at.project.need("units", unit))
        assert [at.book.nodes[code].title for code in codes] == ["quite another"]


async def test_a_code_is_taken_off_in_the_table_and_then_the_unit_away() -> None:
    async with bench(pane="transcript") as at:
        await at.press("T")
        unit = at.app.page.here  # type: ignore[attr-defined]
        for _ in at.book.codes_of(at.project.need("units", unit)):
            several = len(at.book.codes_of(at.project.need("units", unit))) > 1
            await at.press("d", *(["1"] if several else []))
        assert at.book.codes_of(at.project.need("units", unit)) == ()
        await at.press("d")
        assert at.project.get("units", unit) is None


async def test_a_quotation_is_chosen_in_the_table_and_taken_back_on_its_card() -> None:
    async with bench(pane="transcript") as at:
        await at.press("T")
        unit = at.app.page.here  # type: ignore[attr-defined]
        quoted = bool(at.project.need("units", unit).get("quoted"))
        await at.press(*("*",) * (1 if quoted else 2))
        assert any("Quotation" in row for row in at.rows)
        await at.press("ctrl+x")
        assert not at.project.need("units", unit).get("quoted")


async def test_a_search_in_all_sources_shows_every_hit_in_its_context(tmp_path: Path) -> None:
    store = study(tmp_path / "study", sources=3)
    async with opened(store) as at:
        await at.press("enter", "g", "/")
        await at.type("nobody knows")
        await at.press("enter")
        await at.until("3 hits in 3 sources ─")
        assert sum("1 hit" in row and "L0" in row for row in at.rows) == 3
        await at.press("j", "enter")
        assert "L02" in at.rows[0]
        assert at.project.transcript(at.desk.source).text[at.desk.cursor :].startswith("Nobody knows")


async def test_history_tells_what_happened_the_newest_first(tmp_path: Path) -> None:
    store = study(tmp_path / "study", sources=2)
    async with opened(store) as at:
        await at.press(":")
        await at.type("history")
        await at.press("enter")
        rows = [row for row in at.rows if "Lena Pohl" in row]
        assert "import L02" in rows[0]
        assert "import L01" in rows[1]


async def test_a_sound_project_is_said_to_be_sound_and_a_damaged_one_is_not(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study")) as at:
        await at.press("!")
        await at.until("project sound")
        assert not any("Files" in row for row in at.rows)
    store = study(tmp_path / "other")
    next((tmp_path / "other" / "texts").iterdir()).unlink()
    async with opened(store) as at:
        await at.press("!")
        await at.until("1 unsound")
        assert any("Files" in row and "The transcript of L01 is not here." in row for row in at.rows)
        assert "R mend" in at.key_line


async def test_memos_are_listed_and_one_goes_on_with_ones_own(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study")) as at:
        await at.press("m")
        await at.type("she laughs")
        await at.press("ctrl+d", ":")
        await at.type("memos")
        await at.press("enter")
        assert any("source L01" in row for row in at.rows)
        await at.press("e", "!", "ctrl+d")
        assert [memo["text"] for memo in at.project.alive("memos")] == ["she laughs!"]
        await at.press("d", "y")
        assert not list(at.project.alive("memos"))


async def test_participants_are_made_edited_and_taken_away(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study")) as at:
        await at.press(":")
        await at.type("participants")
        await at.press("enter", "a")
        await at.type("Leader 9")
        await at.press("tab")
        await at.type("manager")
        await at.press("ctrl+d")
        assert "1 not heard yet" in at.rows[1]
        assert any("Leader 9" in row and "not heard yet" in row for row in at.rows)
        made = next(one for one in at.project.alive("participants") if one["name"] == "Leader 9")
        assert made["attributes"] == {"role": "manager"}
        at.app.page.stand_on(made["id"])  # type: ignore[attr-defined]
        await at.press("e")
        await at.type("0")
        await at.press("ctrl+d")
        assert (at.project.get("participants", made["id"]) or {})["name"] == "Leader 90"
        await at.press("d")
        assert at.project.get("participants", made["id"]) is None


async def test_facts_and_speakers_of_a_source_are_edited(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    source = bring_in(store, "A00", "Q: Why?\n\nB: Because.\n\nQ: And?\n\nB: So.\n")
    async with opened(store, size=(120, 40)) as at:
        await at.press("e")
        assert any(" interviewer" in row for row in at.rows)
        await at.press("tab")
        await at.type("2026-03-01")
        await at.press("tab", "tab")
        await at.type("64")
        await at.press("shift+tab", "shift+tab", "shift+tab", "shift+tab")
        for _ in range(20):
            await at.press("backspace")
        await at.type("Leader 3")
        await at.press("ctrl+d")
        document = at.project.get("sources", source) or {}
        assert (document["date"], document["minutes"]) == ("2026-03-01", 64)
        named = {
            (at.project.get("participants", said.get("participant") or "") or {}).get("name")
            for said in document["speakers"].values()
        }
        assert "Leader 3" in named


@pytest.mark.parametrize(
    ("field", "typed", "said"), [(1, "soon", "date: A date is"), (3, "an hour", "minutes: Minutes")]
)
async def test_what_is_wrong_with_a_fact_names_its_field_and_goes_there(
    tmp_path: Path, field: int, typed: str, said: str
) -> None:
    store = study(tmp_path / "study")
    bring_in(store, "A00", "".join(f"Voice {n}: Well.\n\n" * 2 for n in range(8)))
    async with opened(store, size=(80, 24)) as at:
        await at.press("e", *["tab"] * field)
        await at.type(typed)
        await at.press(*["shift+tab"] * (field + 1), "ctrl+d")
        assert at.key_line.startswith(said)
        assert any(row.startswith("›") and typed in row for row in at.rows)


async def test_a_form_with_more_fields_than_rows_says_where_one_is(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    bring_in(store, "A00", "".join(f"Voice {n}: Well.\n\n" * 2 for n in range(8)))
    async with opened(store, size=(80, 24)) as at:
        await at.press("e")
        assert any("1 of 14 fields" in row for row in at.rows)
        await at.press("shift+tab")
        assert any("14 of 14 fields" in row for row in at.rows)
        assert any(row.startswith("›") and "Voice 7" in row for row in at.rows)
    async with opened(study(tmp_path / "other"), size=(120, 40)) as at:
        await at.press("e")
        assert not any(" fields " in row for row in at.rows)


async def test_a_draft_of_a_form_is_thrown_away_by_a_key(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study"), size=(80, 24)) as at:
        await at.press("e")
        assert "forget draft" not in at.key_line
        await at.type("changelog")
        assert "^R forget draft" in at.key_line
        await at.press("ctrl+c", "e")
        assert any("from your draft" in row for row in at.rows)
        await at.press("ctrl+r")
        assert "The draft is thrown away" in at.key_line
        assert not any("changelog" in row for row in at.rows)
        await at.press("ctrl+d")
        assert at.app.session.kept["drafts"] == {}
        assert [source["name"] for source in at.project.alive("sources")] == ["L01"]


_TWO = "Q: Why?\n\nJonas Rosenberg: Because.\n\nQ: And?\n\nJonas Rosenberg: So.\n"


async def test_who_would_speak_nowhere_any_more_is_renamed_and_who_speaks_elsewhere_stays(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    sources = [bring_in(store, name, _TWO) for name in ("A00", "A01")]
    async with opened(store, size=(120, 40)) as at:
        for source, names in zip(
            (sources[0], sources[0], sources[1], sources[1]),
            (["Leader 1"], ["Leader 2"], ["Leader 2"], ["Leader 2", "Leader 3"]),
            strict=True,
        ):
            at.app.page.stand_on(source)  # type: ignore[attr-defined]
            await at.press("e", "shift+tab")
            assert any("›Jonas Rosenberg" in row for row in at.rows)
            assert any("a participant’s name, interviewer, or neither" in row for row in at.rows)
            await at.press(*["backspace"] * 20)
            await at.type(names[-1])
            await at.press("ctrl+d")
            assert sorted(str(one["name"]) for one in at.project.alive("participants")) == names
        named = [at.project.need("sources", source)["speakers"]["Jonas Rosenberg"]["participant"] for source in sources]
        assert [at.project.need("participants", one)["name"] for one in named] == ["Leader 2", "Leader 3"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_tab_shows_what_a_path_may_become_where_there_is_a_choice(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "interviews").mkdir()
    for name in ("L07.txt", "L08.txt", "notes.md"):
        (tmp_path / "interviews" / name).write_text(_TWO)
    async with opened(study(tmp_path / "study"), size=size) as at:
        await at.press("a")
        await at.type("int")
        await at.press("tab")
        assert at.key_line.startswith("Import interviews/ ")
        assert "notes.md" not in at.key_line
        await at.press("tab")
        assert "L07.txt  L08.txt  notes.md  ^C back" in at.key_line
        await at.type("L")
        assert "notes.md" not in at.key_line
        await at.press("tab")
        assert at.key_line.startswith("Import interviews/L0 ")
        assert "L07.txt  L08.txt  ^C back" in at.key_line


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_the_rows_of_an_import_keep_their_columns_apart_and_their_labels_whole(
    tmp_path: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hitsave-supermarxist-4-guests-of-spring.txt").write_text(_TWO)
    async with opened(study(tmp_path / "study"), size=size) as at:
        await at.press("a")
        await at.type("hitsave-supermarxist-4-guests-of-spring.txt")
        await at.press("enter")
        row = next(row for row in at.rows if "›hitsave" in row)
        assert re.search(r"\S {2,}\d+ words, 4 turns", row)
        await at.press("j", "j")
        assert any("›  Jonas Rosenberg  " in row for row in at.rows)
        assert "space interviewer, participant, neither" in at.key_line


async def test_a_pass_is_begun_and_closed_and_the_header_says_which(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study")) as at:
        await at.press("c")
        assert "No pass of yours is open" in at.key_line
        await at.press("b")
        assert any("1, open" in row for row in at.rows)
        await at.press("c", "enter", "b", "enter")
        assert "pass 2" in at.rows[0]
        await at.press(":")
        await at.type("close the pass")
        await at.press("enter", "enter")
        assert [each.get("ended") for each in at.project.alive("passes")] == [True, True]


async def test_a_source_is_taken_away_after_asking(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study", sources=2)) as at:
        await at.press("d", "n")
        assert len(list(at.project.alive("sources"))) == 2
        await at.press("d", "y")
        assert [source["name"] for source in at.project.alive("sources")] == ["L02"]


async def test_marked_sources_are_read_together_and_get_their_facts_together(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study", sources=3)) as at:
        await at.press("space", "space", "b")
        assert at.key_line.startswith("Done: begin to read 2 sources")
        passes = [each["source"] for each in at.project.alive("passes")]
        assert [at.project.need("sources", source)["name"] for source in passes] == ["L01", "L02"]
        await at.press("e")
        assert any("2 marked sources" in row for row in at.rows)
        await at.press("tab", "tab")
        await at.type("64")
        await at.press("ctrl+d")
        minutes = {source["name"]: source.get("minutes") for source in at.project.alive("sources")}
        assert minutes == {"L01": 64, "L02": 64, "L03": None}
        assert at.key_line.startswith("Done: set minutes of 2 sources")
        await at.press("c")
        assert at.key_line.startswith("2 of 2 are not read to their ends: close all the same?")
        await at.press("enter")
        assert at.key_line.startswith("Done: close the passes through 2 sources")
        assert all(each.get("ended") for each in at.project.alive("passes"))


async def test_a_fact_that_differs_is_left_to_each_source_unless_it_is_written(tmp_path: Path) -> None:
    store = study(tmp_path / "study", sources=2)
    first, second = (source["id"] for source in store.project.alive("sources"))
    store.commit(SetFacts(first, {"mode": "video", "language": "en"}), SetFacts(second, {"mode": "telephone"}))
    async with opened(store) as at:
        await at.press("v", "e", "tab")
        assert any("differs among them" in row for row in at.rows)
        await at.press("tab", "tab")
        await at.type("BP")
        await at.press("ctrl+d")
        kept = [(source["mode"], source["interviewer"]) for source in at.project.alive("sources")]
        assert kept == [("video", "BP"), ("telephone", "BP")]


async def test_marked_sources_go_together_and_those_with_units_stay(tmp_path: Path) -> None:
    async with opened(study(tmp_path / "study", sources=3)) as at:
        await at.press("enter", "enter", "enter", "o", "v", "d")
        assert at.key_line.startswith("Take 2 sources away? (1 other with units stay")
        await at.press("y")
        assert [source["name"] for source in at.project.alive("sources")] == ["L01"]
        await at.press("d")
        assert at.key_line.startswith("L01 has units and stays")
        await at.press("u")
        assert len(list(at.project.alive("sources"))) == 3


async def with_memos(at: Bench, store: Store) -> dict[str, str]:
    """Write a memo on everything a memo can be on, and open their list; return the ids by what they are on."""
    project = store.project
    (source,) = (each["id"] for each in project.alive("sources"))
    (code,) = project.codebook.nodes
    person, unit = new_id(), new_id()
    words = "That is the one I lie awake over."
    start = project.transcript(source).text.index(words)
    spans = [[start, start + len(words)]]
    store.commit(
        AddParticipant(person, "Leader 7"),
        MarkUnit(unit, source, spans, "lena-pohl", (code,)),
    )
    subjects: dict[str, dict[str, object]] = {
        "project": {"id": project.id},
        "source": {"id": source},
        "passage": {"id": source, "spans": spans},
        "participant": {"id": person},
        "unit": {"id": unit},
        "code": {"id": code},
    }
    made = {kind: new_id() for kind in subjects}
    for kind, on in subjects.items():
        store.commit(WriteMemo(made[kind], {"kind": kind, **on}, "analytic", "lena-pohl", f"on the {kind}"))
    await at.press(":")
    await at.type("memos")
    await at.press("enter")
    return made


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("source", "Transcript ─"),
        ("passage", "That is the one I lie awake over."),
        ("participant", "Participants ─"),
        ("unit", "who signs"),
        ("code", "Codebook ─"),
        ("project", "It is on the project as a whole: e opens the memo."),
    ],
)
async def test_one_goes_to_what_a_memo_is_on_and_back_to_the_list(tmp_path: Path, kind: str, shown: str) -> None:
    store = study(tmp_path / "study")
    async with opened(store, size=(80, 24)) as at:
        made = await with_memos(at, store)
        assert "6 memos" in at.rows[1]
        at.app.page.stand_on(made[kind])  # type: ignore[attr-defined]
        await at.press("enter")
        assert any(shown in row for row in at.rows), at.rows
        if kind != "project":
            await at.press("'", "'")
        assert "6 memos" in at.rows[1]
        assert at.app.page.here == made[kind]  # type: ignore[attr-defined]


async def test_memos_are_chosen_by_kind_and_subject_and_turned_into_another_kind_together(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    async with opened(store) as at:
        await with_memos(at, store)
        await at.press("space", "space", "r", "5")
        assert at.key_line.startswith("Done: let 2 memos be decision")
        await at.press("f")
        await at.type("decision")
        await at.press("tab", "enter")
        assert "2 memos, 4 hidden" in at.rows[1]
        assert sum("decision" in row for row in at.rows[3:-4]) == 2
        await at.press("q")
        assert "6 memos" in at.rows[1]
        await at.press("v", "d", "y")
        assert not list(at.project.alive("memos"))
        await at.press("u")
        assert len(list(at.project.alive("memos"))) == 6


async def test_a_colleagues_memo_is_read_and_neither_changed_nor_taken_away(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    with Store.open(tmp_path / "study", coder="jon-ek") as colleague:
        colleague.commit(AddCoder("jon-ek", "Jon Ek"))
        on = {"kind": "project", "id": store.project.id}
        colleague.commit(WriteMemo(new_id(), on, "analytic", "jon-ek", "what Jon thinks"))
    store.poll()
    async with opened(store) as at:
        await at.press(":")
        await at.type("memos")
        await at.press("enter")
        for key in ("r", "d"):
            await at.press(key)
            assert at.key_line.startswith("This memo is a colleague’s.")
        await at.press("e", "x", "ctrl+d")
        assert [memo["text"] for memo in at.project.alive("memos")] == ["what Jon thinks"]


async def test_marked_participants_get_attributes_together_are_chosen_by_them_and_go_together(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    for name in ("Leader 8", "Leader 9", "Nurse 1"):
        store.commit(AddParticipant(new_id(), name, {"gender": "f"}))
    async with opened(store, size=(80, 24)) as at:
        await at.press(":")
        await at.type("participants")
        await at.press("enter")
        here = at.app.page
        assert isinstance(here, ParticipantsPage)
        for one in at.project.alive("participants"):
            if one["name"].startswith("Leader"):
                here.marked.append(one["id"])
        await at.press("e")
        assert any("2 marked participants" in row for row in at.rows)
        await at.press("enter")
        await at.type("role: manager")
        await at.press("ctrl+d")
        assert at.key_line.startswith("Done: set role of 2 participants")
        kept = {one["name"]: one["attributes"] for one in at.project.alive("participants")}
        assert kept["Leader 8"] == {"gender": "f", "role": "manager"}
        assert kept["Nurse 1"] == {"gender": "f"}
        await at.press("q", "f")
        await at.type("manager")
        await at.press("tab", "enter")
        assert "only manager: 2 of 3, 1 hidden" in at.rows[1]
        await at.press("v", "d")
        assert [one["name"] for one in at.project.alive("participants")] == ["Nurse 1"]
        await at.press("u")
        assert len(list(at.project.alive("participants"))) == 3


async def test_under_the_sources_stands_how_far_everybody_has_read(tmp_path: Path) -> None:
    store = study(tmp_path / "study")
    (source,) = (each["id"] for each in store.project.alive("sources"))
    store.commit(BeginPass(new_id(), "lena-pohl", source))
    reading = new_id()
    with Store.open(tmp_path / "study", coder="jon-ek") as colleague:
        colleague.commit(AddCoder("jon-ek", "Jon Ek"))
        colleague.commit(BeginPass(reading, "jon-ek", source))
        colleague.commit(EndPass(reading))
    store.poll()
    async with opened(store, size=(80, 24)) as at:
        assert any("JE pass 1, closed, LP pass 1, open" in row for row in at.rows[-4:])
