"""The fold: fields merge, the later wins, what it replaced is kept, and lateness makes no difference."""

from __future__ import annotations

import random
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from tui.model.documents import Document
from tui.store.fold import Conflict, Entry, Fold
from tui.store.line import Line

Written = tuple[int, str, Document | None, Document]


def line(n: int, journal: str, before: Document | None, after: Document, table: str = "nodes", at: str = "n1") -> Line:
    return Line(n, "", "", [[table, at, before, after]], journal=journal, sum=f"{journal}{n:015x}")


def folded(*lines: Line) -> Fold:
    return Fold.replay([_entry(each) for each in lines])


def _entry(each: Line) -> Entry:
    table, at, before, after = each.ops[0]
    return each.n, each.journal, each.sum, 0, table, at, before and dict(before), dict(after)


def document(fold: Fold, table: str = "nodes", at: str = "n1") -> Document | None:
    return fold.tables[table].get(at)


CREATED = line(1, "a", None, {"name": "trust", "level": "code"})


def test_different_fields_changed_apart_both_stand() -> None:
    fold = folded(
        CREATED,
        line(2, "a", {"name": "trust"}, {"name": "trust in people"}),
        line(2, "b", {"parent": None}, {"parent": "p1"}),
    )
    assert document(fold) == {"id": "n1", "name": "trust in people", "level": "code", "parent": "p1"}
    assert not fold.conflicts


def test_entries_added_apart_to_one_map_both_stand() -> None:
    made = line(1, "a", None, {"source": "s", "codes": {"x": True}}, "units", "u")
    fold = folded(
        made,
        line(2, "a", {"codes/y": None}, {"codes/y": True}, "units", "u"),
        line(2, "b", {"codes/z": None}, {"codes/z": True}, "units", "u"),
        line(3, "b", {"codes/x": True}, {"codes/x": None}, "units", "u"),
    )
    assert document(fold, "units", "u") == {"id": "u", "source": "s", "codes": {"y": True, "z": True}}
    assert not fold.conflicts


def test_a_map_that_loses_its_last_entry_is_gone() -> None:
    made = line(1, "a", None, {"codes": {"x": True}}, "units", "u")
    fold = folded(made, line(2, "a", {"codes/x": True}, {"codes/x": None}, "units", "u"))
    assert document(fold, "units", "u") == {"id": "u"}


def test_of_two_values_for_one_field_the_later_wins_and_the_one_it_found_is_kept() -> None:
    fold = folded(
        CREATED, line(2, "a", {"name": "trust"}, {"name": "faith"}), line(2, "b", {"name": "trust"}, {"name": "belief"})
    )
    assert document(fold) == {"id": "n1", "name": "belief", "level": "code"}
    assert list(fold.conflicts.values()) == [Conflict("nodes", "n1", "name", "faith", 2, "b")]


def test_an_edit_that_knew_the_value_settles_the_conflict() -> None:
    fold = folded(
        CREATED,
        line(2, "a", {"name": "trust"}, {"name": "faith"}),
        line(2, "b", {"name": "trust"}, {"name": "belief"}),
        line(3, "a", {"name": "belief"}, {"name": "trust and faith"}),
    )
    assert not fold.conflicts


def test_two_who_write_the_same_have_no_conflict() -> None:
    fold = folded(
        CREATED, line(2, "a", {"name": "trust"}, {"name": "faith"}), line(2, "b", {"name": "trust"}, {"name": "faith"})
    )
    assert not fold.conflicts


def test_removing_and_editing_apart_both_stand_and_undoing_the_removal_shows_the_edit() -> None:
    removed = [
        CREATED,
        line(2, "a", {"removed": None}, {"removed": True}),
        line(2, "b", {"name": "trust"}, {"name": "faith"}),
    ]
    assert document(folded(*removed)) == {"id": "n1", "name": "faith", "level": "code", "removed": True}
    back = line(3, "a", {"removed": True}, {"removed": None})
    assert document(folded(*removed, back)) == {"id": "n1", "name": "faith", "level": "code"}


def test_one_document_made_by_two_machines_is_one() -> None:
    fold = folded(
        line(1, "a", None, {"name": "Jon Ek", "initials": "JE", "quick": {"1": "x"}}, "coders", "jon-ek"),
        line(1, "b", None, {"name": "Jon Ek", "initials": "J", "quick": {"2": "y"}}, "coders", "jon-ek"),
    )
    assert document(fold, "coders", "jon-ek") == {
        "id": "jon-ek",
        "name": "Jon Ek",
        "initials": "J",
        "quick": {"1": "x", "2": "y"},
    }
    assert [conflict.found for conflict in fold.conflicts.values()] == ["JE"]


def test_a_change_of_what_was_never_made_waits_for_the_line_that_makes_it() -> None:
    rename = line(2, "b", {"name": "trust"}, {"name": "faith"})
    fold = folded(rename)
    assert document(fold) is None
    assert fold.waiting == {("nodes", "n1")}
    fresh, late = fold.apply([CREATED])
    assert (fresh, late) == ({}, {("nodes", "n1")})
    assert fold.refold(("nodes", "n1"), [rename, CREATED]) == {"id": "n1", "name": "faith", "level": "code"}
    assert not fold.waiting


def test_a_line_that_stands_in_two_journals_counts_once() -> None:
    again = line(2, "a", {"name": "trust"}, {"name": "faith"})
    copy = Line(2, "", "", again.ops, journal="z", sum=again.sum)
    fold = folded(CREATED, again, copy, line(2, "c", {"name": "faith"}, {"name": "belief"}))
    assert document(fold) == {"id": "n1", "name": "belief", "level": "code"}
    assert not fold.conflicts


def test_a_late_line_can_show_that_there_was_no_conflict() -> None:
    later = line(5, "a", {"name": "doubt"}, {"name": "faith"})
    fold = folded(CREATED, later)
    assert [conflict.found for conflict in fold.conflicts.values()] == ["trust"]
    late = line(3, "b", {"name": "trust"}, {"name": "faith"})
    fold.apply([late])
    fold.refold(("nodes", "n1"), [CREATED, later, late])
    assert not fold.conflicts


def test_a_table_of_a_newer_program_is_left_alone() -> None:
    fresh, late = folded(CREATED).apply([line(3, "a", None, {"x": 1}, "inventions", "i1")])
    assert (fresh, late) == ({}, set())


def test_a_late_line_concerns_only_the_documents_it_touches() -> None:
    fold = folded(CREATED, line(5, "a", {"name": "trust"}, {"name": "faith"}))
    other = line(3, "b", None, {"name": "doubt"}, at="n2")
    late_one = line(3, "b", {"name": "trust"}, {"name": "belief"})
    fresh, late = fold.apply([other, late_one])
    assert fresh == {("nodes", "n2"): {"id": "n2", "name": "doubt"}}
    assert late == {("nodes", "n1")}


names = st.sampled_from(["trust", "faith", "belief", None])
changes = st.lists(st.tuples(st.integers(2, 9), st.sampled_from("abcd"), names, names), max_size=7)


@given(changes, st.randoms(use_true_random=False))
def test_whatever_the_order_of_arrival_documents_and_conflicts_are_the_same(
    drawn: list[tuple[int, str, str | None, str | None]], shuffle: random.Random
) -> None:
    lines = {(n, journal): line(n, journal, {"name": before}, {"name": after}) for n, journal, before, after in drawn}
    whole = [CREATED, *lines.values()]
    expected = folded(*whole)
    arriving = list(whole)
    shuffle.shuffle(arriving)
    cut = shuffle.randint(0, len(arriving))
    fold = folded(*arriving[:cut])
    arrived = arriving[:cut]
    while len(arrived) < len(arriving):
        batch = arriving[len(arrived) : len(arrived) + shuffle.randint(1, 3)]
        arrived += batch
        fresh, late = fold.apply(batch)
        fold.tables["nodes"].update({at: made for (_, at), made in fresh.items()})
        for key in late:
            made = fold.refold(key, arrived)
            fold.tables["nodes"].pop("n1", None)
            if made is not None:
                fold.tables["nodes"]["n1"] = made
    assert fold.tables == expected.tables
    assert fold.conflicts == expected.conflicts
    assert fold.waiting == expected.waiting
    assert fold.head == expected.head


def test_every_order_of_four_lines_gives_one_document() -> None:
    lines = [
        CREATED,
        line(2, "a", {"name": "trust"}, {"name": "faith"}),
        line(2, "b", {"name": "trust"}, {"name": "belief"}),
        line(3, "b", {"parent": None}, {"parent": "p"}),
    ]
    assert len({str(document(folded(*order))) for order in permutations(lines)}) == 1
