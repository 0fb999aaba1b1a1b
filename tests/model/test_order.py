"""Order keys: always room, never equal, short where a list only grows at its ends."""

from hypothesis import given
from hypothesis import strategies as st

from tui.model.ids import new_id
from tui.model.order import key_at

IDS = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=26, max_size=26)


def placed(places: list[tuple[int, str]]) -> list[str]:
    """Insert nodes one after the other, each at a place taken modulo the length so far, and return the keys."""
    keys: list[str] = []
    for place, identifier in places:
        index = place % (len(keys) + 1)
        keys.insert(index, key_at(keys, index, identifier))
    return keys


@given(st.lists(st.tuples(st.integers(0, 1000), IDS), max_size=60, unique_by=lambda place: place[1][-4:]))
def test_keys_sort_as_the_nodes_were_placed(places: list[tuple[int, str]]) -> None:
    keys = placed(places)
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=40), IDS, st.integers(0, 40))
def test_two_coders_at_the_same_place_get_different_keys(places: list[int], identifier: str, index: int) -> None:
    keys = placed([(place, new_id()) for place in places])
    ours = key_at(keys, index % (len(keys) + 1), identifier)
    theirs = key_at(keys, index % (len(keys) + 1), identifier[:-1] + ("0" if identifier[-1] != "0" else "1"))
    assert ours != theirs


def test_a_key_ends_in_four_characters_of_the_nodes_id() -> None:
    assert key_at([], 0, "01hx000000000000000000wxyz").endswith("wxyz")


def test_a_list_that_grows_at_its_ends_keeps_short_keys() -> None:
    keys: list[str] = []
    for _ in range(2000):
        keys.append(key_at(keys, len(keys), new_id()))
        keys.insert(0, key_at(keys, 0, new_id()))
    assert keys == sorted(set(keys))
    assert max(map(len, keys)) == 8


def test_there_is_room_after_thousands_of_insertions_at_one_place() -> None:
    keys = placed([(0, new_id()), (1, new_id())])
    for _ in range(3000):
        keys.insert(1, key_at(keys, 1, new_id()))
    assert keys == sorted(set(keys))


def test_between_equal_keys_there_is_no_place_so_the_node_stands_after_both() -> None:
    same = ["i000abcd", "i000abcd", "i005abcd"]
    assert same[1] < key_at(same, 1, new_id()) < same[2]


def test_a_key_followed_by_zeros_is_passed_over() -> None:
    keys = ["i000abcd", "i000abcd0000"]
    assert key_at(keys, 1, "x" * 26) > keys[1]


@given(st.lists(st.text(max_size=6), max_size=6), st.integers(0, 6))
def test_keys_that_a_hand_wrote_never_stop_anybody(keys: list[str], index: int) -> None:
    assert key_at(sorted(keys), min(index, len(keys)), new_id())
