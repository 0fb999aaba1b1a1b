"""Documents and the changes between them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.documents import difference, patched, value_at

UNIT = {"id": "u", "source": "s", "spans": [[0, 4]], "codes": {"a": True}}


def test_a_new_document_is_the_whole_second_half_of_an_operation() -> None:
    assert difference("units", None, UNIT) == (None, {"source": "s", "spans": [[0, 4]], "codes": {"a": True}})


def test_a_change_holds_only_the_paths_that_differ() -> None:
    after = patched(UNIT, "units", "u", {"codes/b": True, "condensed": "short"})
    assert difference("units", UNIT, after) == (
        {"codes/b": None, "condensed": None},
        {"codes/b": True, "condensed": "short"},
    )


def test_a_map_whose_last_entry_goes_is_no_field_any_more() -> None:
    assert "codes" not in patched(UNIT, "units", "u", {"codes/a": None})


def test_keys_of_maps_may_hold_slashes() -> None:
    source = patched({"id": "s"}, "sources", "s", {"speakers/Q/A": {"role": "neither"}})
    assert source["speakers"] == {"Q/A": {"role": "neither"}}
    assert value_at(source, "sources", "speakers/Q/A") == {"role": "neither"}


def test_patching_leaves_the_original_alone() -> None:
    before = {"id": "u", "codes": {"a": True}}
    patched(before, "units", "u", {"codes/b": True, "condensed": "x"})
    assert before == {"id": "u", "codes": {"a": True}}


_values = st.one_of(st.integers(), st.text(max_size=5), st.lists(st.integers(), max_size=2))
_nodes = st.fixed_dictionaries(
    {"id": st.just("n")},
    optional={
        "name": st.text(max_size=5),
        "order": _values,
        "aliases": st.dictionaries(st.text(max_size=3), st.just(True), min_size=1, max_size=3),
        "members": st.dictionaries(st.text(max_size=3), st.just(True), min_size=1, max_size=3),
    },
)


@given(_nodes, _nodes)
def test_a_difference_applied_gives_the_later_version_and_turned_round_the_earlier(before: dict, after: dict) -> None:
    old, new = difference("nodes", before, after)
    assert old is not None
    assert patched(before, "nodes", "n", new) == after
    assert patched(after, "nodes", "n", old) == before
