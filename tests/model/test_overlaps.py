"""Which units of one coder share characters."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.documents import Document
from tui.model.overlaps import overlaps


def unit(name: str, *spans: tuple[int, int], coder: str = "maria", source: str = "L07") -> Document:
    return {"id": name, "source": source, "coder": coder, "spans": [list(span) for span in spans]}


def groups(*units: Document) -> list[tuple[str, ...]]:
    return [each.units for each in overlaps(units)]


def test_units_that_share_a_character_overlap_and_those_that_touch_do_not() -> None:
    assert groups(unit("a", (0, 10)), unit("b", (9, 20)), unit("c", (20, 30))) == [("a", "b")]


def test_what_hangs_together_through_others_is_one_group() -> None:
    assert groups(unit("a", (0, 10)), unit("c", (15, 30)), unit("b", (5, 20))) == [("a", "b", "c")]
    assert groups(unit("a", (0, 30)), unit("b", (2, 5)), unit("c", (8, 9))) == [("a", "b", "c")]


def test_a_unit_in_the_gap_of_another_does_not_overlap_it_and_one_across_two_of_its_spans_does() -> None:
    assert groups(unit("a", (0, 5), (10, 15)), unit("b", (6, 9))) == []
    assert groups(unit("a", (0, 5), (10, 15)), unit("b", (4, 11))) == [("a", "b")]


def test_units_of_other_coders_and_sources_overlap_none_of_these() -> None:
    assert groups(unit("a", (0, 10)), unit("b", (0, 10), coder="jon"), unit("c", (0, 10), source="L08")) == []


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=8))
def test_a_group_is_what_can_be_reached_by_shared_characters(drawn: list[tuple[int, int]]) -> None:
    units = [unit(str(number), (start, start + length)) for number, (start, length) in enumerate(drawn)]
    held = {each["id"]: set(range(*each["spans"][0])) for each in units}
    reached = {name: {name} for name in held}
    for _ in units:
        for one in held:
            reached[one] |= {other for other in held for near in reached[one] if held[near] & held[other]}
    expected = {frozenset(group) for group in reached.values() if len(group) > 1}
    assert {frozenset(group) for group in groups(*units)} == expected
