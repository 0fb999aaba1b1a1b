"""Amending a source: what is marked keeps to its words, whenever and by whomever it was marked."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import CODER, a_project, add_source, do, marked, node, not_relevant, quotes_of, spans_of, undo
from tui.errors import Mistake
from tui.model.documents import Document, difference, patched
from tui.model.edits.amending import AmendSource, ConfirmPlaces, amended
from tui.model.edits.codebook import RemoveNode
from tui.model.edits.guide import SetGuide, SetTopic
from tui.model.edits.memos import WriteMemo
from tui.model.edits.sources import CorrectTurn
from tui.model.edits.spans import ChangeSpans, JoinUnits, SplitUnit
from tui.model.edits.units import RemoveUnit
from tui.model.project import Project
from tui.model.tally import Tally
from tui.model.uncertain import uncertain_units, words_before

OLD = (
    "INT: Who answers for it? / L07: I lie awake over that. Today the docter signs, and that is simple. / "
    "INT: And with a tool? / L07: I no longer know whose decision it is. My gut says that it is unfair."
)
NEW = OLD.replace("docter", "doctor").replace("INT: Who", "INT: Good morning. / L07: Hello. / INT: Who")
NEWER = NEW.replace("L07: Hello. / ", "").replace("lie awake", "lie wide awake")


@pytest.fixture
def project() -> Project:
    return a_project("# Conditions / ## Liability / - who signs / - unfair", L07=OLD)


def fields_of(project: Project, turns: str, digest: str) -> dict[str, Any]:
    """Keep a text under a hash, and return the fields that a source has with it."""
    other = a_project(L07=turns)
    project.texts = {**project.texts, digest: other.transcript("L07").text}
    return {"text": digest, "turns": other.need("sources", "L07")["turns"], "stamps": [], "words": 1, "origin": "f.txt"}


def amend(project: Project, turns: str = NEW, digest: str = "new") -> AmendSource:
    return AmendSource("L07", fields_of(project, turns, digest))


def snapshot(project: Project) -> dict[str, Document]:
    return {unit["id"]: unit for unit in project.units_in("L07")}


def test_units_keep_to_their_words_and_the_step_is_called_by_the_sources_name(project: Project) -> None:
    units = [marked(project, "the docter signs", "who signs"), marked(project, ["awake over", "My gut says"], "unfair")]
    mark = not_relevant(project, "that is simple")
    done = do(project, amend(project))
    assert done.sentence == "amend L07"
    assert [quotes_of(project, unit) for unit in (*units, mark)] == [
        ["the doctor signs"], ["awake over", "My gut says"], ["that is simple"]
    ]  # fmt: skip
    assert {project.tables["units"][unit]["text"] for unit in (*units, mark)} == {"new"}
    assert len(project.turns("L07")) == 6
    assert project.transcript("L07").place(project.need("units", units[0])["spans"][0][0]) == "L07:4"


def test_undoing_it_is_one_step_and_brings_all_back(project: Project) -> None:
    unit = marked(project, "the docter signs", "who signs")
    do(project, CorrectTurn("L07", project.turns("L07")[2].start, "participant", "l07"))
    before = {table: dict(documents) for table, documents in project.tables.items()}
    undo(project, do(project, amend(project)))
    assert project.tables == before
    assert quotes_of(project, unit) == ["the docter signs"]
    assert project.turns("L07")[2].is_participants


def test_memos_on_passages_go_along(project: Project) -> None:
    spans = spans_of(project, "the docter signs")
    do(project, WriteMemo("m", {"kind": "passage", "id": "L07", "spans": spans}, "analytic", CODER, "Ask."))
    do(project, amend(project))
    on = project.need("memos", "m")["on"]
    assert [project.transcript("L07").text[start:end] for start, end in on["spans"]] == ["the doctor signs"]
    assert on["text"] == "new"


def test_corrections_of_turns_go_along_with_the_words(project: Project) -> None:
    do(project, CorrectTurn("L07", project.turns("L07")[2].start, "participant", "l07"))
    do(project, amend(project))
    assert [turn.number for turn in project.turns("L07") if turn.is_participants] == [2, 4, 5, 6]
    fifth = project.turns("L07")[4].start
    do(project, CorrectTurn("L07", fifth, None))
    assert not project.turns("L07")[4].is_participants
    assert not project.need("sources", "L07").get("corrections")


def test_the_topics_that_turns_answer_go_along_with_the_words(project: Project) -> None:
    do(project, SetGuide([("t1", "Your work")]))
    do(project, SetTopic("L07", project.turns("L07")[3].start, "t1"))
    do(project, amend(project))
    assert [turn.number for turn in project.turns("L07") if turn.topic] == [6]


def test_a_correction_of_a_turn_that_is_gone_is_told_and_touches_no_other(project: Project) -> None:
    do(project, CorrectTurn("L07", project.turns("L07")[2].start, "neither"))
    fields = fields_of(project, OLD.replace("INT: And with a tool? / ", ""), "new")
    assert amended(project, "L07", fields, project.texts["new"]).lost_corrections == [3]
    do(project, AmendSource("L07", fields))
    assert project.turns("L07")[2].is_participants
    assert len(project.tables["sources"]["L07"]["corrections"]) == 1


def test_known_labels_keep_who_they_are_and_new_ones_are_what_is_said(project: Project) -> None:
    fields = fields_of(project, NEW.replace("L07: Hello", "AB: Hello"), "new")
    do(project, AmendSource("L07", {**fields, "speakers": {"AB": {"role": "neither"}}}))
    roles = [(turn.label, turn.role, turn.participant) for turn in project.turns("L07")][:4]
    assert roles == [("INT", "interviewer", None), ("AB", "neither", None), ("INT", "interviewer", None),
                     ("L07", "participant", "l07")]  # fmt: skip


def test_words_that_are_gone_leave_a_mark_that_new_ends_or_a_confirmation_clear(project: Project) -> None:
    units = [marked(project, "My gut says that it is unfair.", "unfair"), marked(project, "it is unfair", "unfair")]
    do(project, amend(project, OLD.replace(" My gut says that it is unfair.", "")))
    assert [bool(project.need("units", unit).get("uncertain")) for unit in units] == [True, True]
    assert project.tally.units(node(project, "unfair")) == 2
    assert do(project, ConfirmPlaces([units[0]])).sentence == "confirm a unit's place in L07"
    do(project, ChangeSpans(units[1], spans_of(project, "whose decision")))
    assert ["uncertain" in project.need("units", unit) for unit in units] == [False, False]
    assert not do(project, ConfirmPlaces(units)).operations


def test_confirming_the_ends_as_they_are_by_setting_them_clears_the_mark_too(project: Project) -> None:
    unit = marked(project, "My gut says that it is unfair.")
    do(project, amend(project, OLD.replace(" My gut says that it is unfair.", "")))
    do(project, ChangeSpans(unit, project.need("units", unit)["spans"]))
    assert "uncertain" not in project.need("units", unit)


def test_every_unit_that_is_said_to_change_waits_to_be_looked_at_with_the_words_that_were_coded(
    project: Project,
) -> None:
    changed, kept = marked(project, "the docter signs"), marked(project, "My gut says that it is unfair.")
    do(project, amend(project))
    assert words_before(project, project.need("units", changed)) == "the docter signs"
    assert [unit["id"] for unit in uncertain_units(project)] == [changed]
    assert words_before(project, project.need("units", kept)) == ""


def test_what_was_coded_is_not_said_where_its_text_is_gone(project: Project) -> None:
    unit = marked(project, "the docter signs")
    do(project, amend(project))
    project.texts = {"new": project.texts["new"]}
    assert words_before(project, project.need("units", unit)) == ""
    project.put("units", unit, {**project.tables["units"][unit], "uncertain": True})
    assert words_before(project, project.need("units", unit)) == ""


def test_a_mark_stays_through_a_second_amendment(project: Project) -> None:
    unit = marked(project, "My gut says that it is unfair.")
    do(project, amend(project, OLD.replace(" My gut says that it is unfair.", ""), "new"))
    do(project, amend(project, NEW.replace(" My gut says that it is unfair.", ""), "newer"))
    assert words_before(project, project.need("units", unit)) == "My gut says that it is unfair."


def test_the_same_text_changes_nothing_but_its_turns_may_be_cut_anew(project: Project) -> None:
    marked(project, "the docter signs")
    assert not do(project, amend(project, OLD, project.need("sources", "L07")["text"])).operations
    fields = fields_of(project, OLD, project.need("sources", "L07")["text"])
    do(project, AmendSource("L07", {**fields, "turns": [[0, 5, len(project.transcript("L07").text), "INT"]]}))
    assert len(project.turns("L07")) == 1


def test_the_text_of_another_source_is_refused(project: Project) -> None:
    add_source(project, "L08", NEW)
    fields = fields_of(project, NEW, "text of L08")
    with pytest.raises(Mistake, match="the text of L08"):
        do(project, AmendSource("L07", fields))


def test_a_text_in_which_nothing_is_said_is_refused_where_something_is_marked(project: Project) -> None:
    do(project, amend(project, "L07: ", "empty"))
    undone = a_project(L07=OLD)
    marked(undone, "the docter signs")
    with pytest.raises(Mistake, match="Nothing is said"):
        do(undone, amend(undone, "L07: ", "empty"))


def late(project: Project, document: Document) -> None:
    """Let a colleague's document arrive."""
    project.put("units", document["id"], document)


def a_late_unit(project: Project, quote: str, code: str, text: str = "text of L07") -> Document:
    start = project.texts[text].index(quote)
    codes = {node(project, code): True}
    spans = [[start, start + len(quote)]]
    return {"id": "late", "source": "L07", "text": text, "coder": "jon", "spans": spans, "codes": codes}


def test_a_unit_that_arrives_after_the_amendment_is_read_in_the_new_text(project: Project) -> None:
    early = marked(project, "that is simple", "who signs")
    do(project, amend(project))
    late(project, a_late_unit(project, "I lie awake", "unfair"))
    assert [unit["id"] for unit in project.units_in("L07")] == ["late", early]
    assert quotes_of(project, "late") == ["I lie awake"]
    found = project.need("units", "late")["spans"][0][0]
    assert [unit["id"] for unit in project.units_at("L07", found)] == ["late"]
    assert [unit["id"] for unit in project.units_with(node(project, "unfair"))] == ["late"]
    assert project.participants_of(project.tables["units"]["late"]) == ("l07",)
    assert project.tally.participants(node(project, "unfair")) == 1
    assert "uncertain" not in project.need("units", "late")
    fresh = Project(project.tables, project.texts)
    assert snapshot(fresh) == snapshot(project)
    assert fresh.tally.figures() == project.tally.figures() == Tally(project).figures()


def test_a_late_unit_whose_words_were_corrected_is_uncertain_until_confirmed(project: Project) -> None:
    do(project, amend(project))
    late(project, a_late_unit(project, "the docter signs", "who signs"))
    assert words_before(project, project.need("units", "late")) == "the docter signs"
    do(project, ConfirmPlaces(["late"]))
    assert project.tables["units"]["late"]["text"] == "new"
    assert "uncertain" not in project.need("units", "late")
    assert quotes_of(project, "late") == ["the doctor signs"]


def test_a_late_unit_can_be_edited_where_it_is_read(project: Project) -> None:
    do(project, amend(project))
    late(project, a_late_unit(project, "I lie awake over that. Today", "unfair"))
    cut = project.transcript("L07").text.index("Today")
    do(project, SplitUnit("late", cut, "second"))
    assert quotes_of(project, "late") == ["I lie awake over that."]
    assert quotes_of(project, "second") == ["Today"]
    do(project, JoinUnits("late", ["second"]))
    assert quotes_of(project, "late") == ["I lie awake over that.", "Today"]
    assert project.tables["units"]["late"]["text"] == "new"


def test_late_memos_and_corrections_are_read_in_the_new_text(project: Project) -> None:
    spans = spans_of(project, "the docter signs")
    start = project.turns("L07")[2].start
    do(project, amend(project))
    on = {"kind": "passage", "id": "L07", "spans": spans, "text": "text of L07"}
    project.put("memos", "m", {"id": "m", "on": on, "kind": "analytic", "coder": "jon", "text": "Ask."})
    correction = {"role": "participant", "participant": "l07", "text": "text of L07"}
    source = project.tables["sources"]["L07"]
    project.put("sources", "L07", patched(source, "sources", "L07", {f"corrections/{start}": correction}))
    assert project.turns("L07")[4].is_participants
    read = project.memos_on("passage", "L07")[0]["on"]["spans"]
    assert [project.transcript("L07").text[start:end] for start, end in read] == ["the doctor signs"]
    do(project, CorrectTurn("L07", project.turns("L07")[4].start, None))
    assert not project.turns("L07")[4].is_participants


def test_a_unit_whose_text_is_absent_waits_and_counts_by_its_turns(project: Project) -> None:
    unit = a_late_unit(project, "I lie awake", "unfair")
    do(project, amend(project))
    old = project.texts["text of L07"]
    project.texts = {"new": project.texts["new"]}
    late(project, unit)
    assert project.units_in("L07") == project.units_with(node(project, "unfair")) == []
    assert project.get("units", "late") is None
    assert [unit["id"] for unit in project.amended.waiting()] == ["late"]
    assert project.tally.units(node(project, "unfair")) == project.tally.participants(node(project, "unfair")) == 1
    with pytest.raises(Mistake, match="has 1 unit"):
        do(project, RemoveNode(node(project, "unfair")))
    project.texts = {**project.texts, "text of L07": old}
    late(project, unit)
    assert quotes_of(project, "late") == ["I lie awake"]
    assert project.amended.waiting() == []


def test_a_removal_taken_back_after_the_amendment_lies_in_the_new_text(project: Project) -> None:
    unit = marked(project, "the docter signs", "who signs")
    removed = do(project, RemoveUnit(unit))
    do(project, amend(project))
    undo(project, removed)
    assert quotes_of(project, unit) == ["the doctor signs"]


def test_what_was_marked_since_keeps_to_its_words_when_the_amendment_is_taken_back(project: Project) -> None:
    done = do(project, amend(project))
    unit = marked(project, "that is simple", "who signs")
    undo(project, done)
    assert quotes_of(project, unit) == ["that is simple"]
    assert project.tally.participants(node(project, "who signs")) == 1


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_amendments_made_apart_the_later_stands_whole(project: Project, first: int) -> None:
    units = [marked(project, quote) for quote in ("I lie awake", "the docter signs", "that it is unfair")]
    edits = [amend(project, NEW, "new"), amend(project, NEWER, "newer")]
    lines = [edit.changes(project) for edit in edits]
    for changes in (lines[first], lines[1 - first]):
        for change in changes:
            before = project.tables[change.table][change.id]
            # As an operation has it: what differs from the document that its writer had.
            project.put(change.table, change.id, patched(before, change.table, change.id, change.fields))
    words = [["I lie awake"], ["the doctor signs"]] if first else [["I lie wide awake"], ["the doctor signs"]]
    assert [quotes_of(project, unit) for unit in units] == [*words, ["that it is unfair"]]
    assert len(project.turns("L07")) == (6 if first else 5)


def merged(document: Document, operations: list[tuple[Document | None, Document]]) -> Document:
    for _, after in operations:
        document = patched(document, "units", "u", after)
    return document


@pytest.mark.parametrize("amended_last", [True, False])
def test_new_ends_and_an_amendment_made_apart_never_mix_text_and_spans(amended_last: bool) -> None:
    unit = {"id": "u", "text": "old", "spans": [[0, 4]]}
    ends = difference("units", unit, {**unit, "spans": [[0, 6]]})
    moved = difference("units", unit, {**unit, "text": "new", "spans": [[0, 4]]})
    result = merged(unit, [ends, moved] if amended_last else [moved, ends])
    assert (result["text"], result["spans"]) == (("new", [[0, 4]]) if amended_last else ("old", [[0, 6]]))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_in_whatever_order_things_happen_a_fresh_reading_agrees(data: st.DataObject) -> None:
    project = a_project("# C / ## P / - who signs / - unfair", L07=OLD)
    texts = [("text of L07", OLD), ("new", NEW), ("newer", NEWER)]
    edits = {digest: amend(project, turns, digest) for digest, turns in texts}
    quotes = ["I lie", "awake over that.", "signs, and that", "I no longer know", "it is unfair."]
    done = []
    for number in range(data.draw(st.integers(1, 8))):
        step = data.draw(st.sampled_from(["amend", "mark", "late", "undo"]))
        if step == "amend":
            done.append(do(project, edits[data.draw(st.sampled_from(sorted(edits)))]))
        elif step == "mark":
            quote = data.draw(st.sampled_from(quotes[2:]))
            marked(project, quote, data.draw(st.sampled_from(["who signs", "unfair"])))
        elif step == "late":
            unit = a_late_unit(
                project, data.draw(st.sampled_from(quotes[2:])), "unfair", data.draw(st.sampled_from(sorted(edits)))
            )
            late(project, {**unit, "id": f"late{number}"})
        elif done:
            undo(project, done.pop())
        fresh = Project({table: dict(documents) for table, documents in project.tables.items()}, project.texts)
        assert snapshot(fresh) == snapshot(project)
        assert fresh.tally.figures() == project.tally.figures() == Tally(project).figures()
        for unit in project.units_in("L07"):
            assert quotes_of(project, unit["id"])[0] in quotes
