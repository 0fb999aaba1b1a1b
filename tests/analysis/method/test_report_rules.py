"""What texts of the results are compared with: labels, transcripts, participants."""

from __future__ import annotations

import pytest

from tests.analysis.method.faults import once_called, write
from tests.analysis.method.sound import found, put, sound_project, units_of
from tests.builders import do, node
from tui.analysis.method.narrative import Labels, parts, quoted, stressed
from tui.errors import Damaged
from tui.model.edits.codebook import RenameNode
from tui.model.edits.quotations import SetQuotation, WriteQuotation
from tui.model.edits.snapshots import TakeSnapshot
from tui.model.edits.spans import ChangeSpans
from tui.model.ids import new_id


@pytest.mark.parametrize(
    ("text", "found_there"),
    [
        ("One said “nobody signs”, another „kein Geld“.", ["nobody signs", "kein Geld"]),
        ('Plain "ones" and «French» »German«.', ["ones", "French", "German"]),
        ("> A block\n> of two lines.\n\nText.", ["A block\n of two lines"]),
        ("An apostrophe’s no quotation, it's not.", []),
    ],
)
def test_quotations_are_what_stands_in_their_marks(text: str, found_there: list[str]) -> None:
    assert quoted(text) == found_there


def test_labels_may_be_stressed() -> None:
    assert stressed("The *pile* and the **category**, _so_ called, 2*3*4.") == ["pile", "category", "so"]


def test_a_quotation_is_parted_where_words_were_left_out_or_put_in() -> None:
    assert parts("We wait // for [the region] and […] they … do") == [
        ["we", "wait"],
        ["for"],
        ["and"],
        ["they"],
        ["do"],
    ]


def test_the_longest_label_is_found_and_a_label_of_one_word_is_not() -> None:
    labels = Labels(["who signs", "who signs it", "trust"])
    assert list(labels.within("Who signs it? Who signs. Trust.")) == [("who", "signs", "it"), ("who", "signs")]


def test_an_old_label_within_a_present_one_is_none() -> None:
    project = sound_project()
    do(project, RenameNode(node(project, "own evenings"), "the purse is empty again"))
    once_called(project, "They say that the purse is empty again.")
    assert found(project, "old-label") == []


def test_a_name_in_a_snapshot_is_an_old_label_once_the_code_is_called_otherwise() -> None:
    project = sound_project()
    write(project, "Here, own evenings go into it.", "Resources")
    do(project, TakeSnapshot(new_id(), "before", "", "maria"))
    assert found(project, "old-label") == []
    do(project, RenameNode(node(project, "own evenings"), "learns after work"))
    assert [one.about for one in found(project, "old-label")] == ["“own evenings” is learns after work"]


def test_a_label_that_is_nearly_the_systems_is_found_where_it_is_stressed() -> None:
    project = sound_project()
    write(project, "In *money ran out* they tell of it; money ran outside, too.", "Resources")
    assert [one.about for one in found(project, "old-label")] == ["“money ran out” is money runs out"]


@pytest.mark.parametrize(
    "words",
    [
        "“The vendor never showed us”",
        "“nobody has PUT a name…”",
        "“After March // not a single krona”",
        "“far. The vendor never”",
        "“we trust”",
    ],
)
def test_what_was_said_or_is_too_short_to_tell_is_no_false_quotation(words: str) -> None:
    project = sound_project()
    write(project, f"One said {words}.")
    assert found(project, "not-verbatim") == []


def test_words_in_another_order_were_not_said() -> None:
    project = sound_project()
    write(project, "One said “not a single krona // after March”.")
    assert [one.where for one in found(project, "not-verbatim")] == ["Conditions / Liability"]


def test_a_quotation_by_its_translation_or_edited_form_was_said() -> None:
    project = sound_project()
    unit = units_of(project, "who signs")[0]
    put(project, "units", unit, translation="Ingen har satt sitt namn under det")
    write(project, "En sade ”Ingen har”; “ingen har satt sitt namn under det”.")
    assert found(project) == []


def test_an_edited_quotation_is_found_once_its_unit_has_other_words() -> None:
    project = sound_project()
    unit = units_of(project, "who signs")[0]
    do(project, SetQuotation(unit, True), WriteQuotation(unit, edited="Nobody [of us] has put a name under it"))
    assert found(project) == []
    (start, end), *_ = project.need("units", unit)["spans"]
    do(project, ChangeSpans(unit, [[start + len("Nobody "), end]]))
    assert [(one.rule, one.where) for one in found(project)] == [("not-verbatim", "L07:2")]


def test_a_quotation_attributed_to_somebody_who_does_not_speak_in_it_is_found() -> None:
    project = sound_project()
    unit = units_of(project, "who signs")[0]
    do(project, SetQuotation(unit, True), WriteQuotation(unit, attribution="L08"))
    assert [one.about for one in found(project)] == ["“L08”, L07 speaks"]


def test_an_example_whose_unit_was_recoded_is_found() -> None:
    project = sound_project()
    unit = units_of(project, "who signs")[0]
    put(project, "units", unit, codes={node(project, "own evenings"): True})
    wheres = {one.where for one in found(project, "coded-elsewhere")}
    assert wheres == {"Conditions / Liability", "Conditions / Liability / who signs"}


class Lost(dict[str, str]):
    """Texts of which none is there, as the store tells it."""

    def __missing__(self, key: str) -> str:
        raise Damaged(key)


def test_texts_that_are_not_there_are_passed_over() -> None:
    project = sound_project()
    unit = units_of(project, "who signs")[0]
    put(project, "units", unit, condensed="Nobody has ever put a single name of theirs under any of it so far")
    assert [one.rule for one in found(project)] == ["longer-than-unit"]
    project.texts = Lost()
    project.load(project.tables)
    assert found(project) == []
