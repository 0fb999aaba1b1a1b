"""Categories flow whole through the shortest columns that hold them."""

from hypothesis import given
from hypothesis import strategies as st

from tui.app.layout.columns import flow, flow_height, widths


def test_the_shortest_columns_are_found() -> None:
    assert flow([14, 17, 10], 2) == [0, 1, 1]
    assert flow([7, 16, 20, 11], 2) == [0, 0, 1, 1]
    assert flow([5], 3) == [0]
    assert flow([], 2) == []


@given(st.lists(st.integers(1, 40), min_size=1, max_size=9), st.integers(1, 4))
def test_no_other_way_to_place_the_blocks_in_order_is_shorter(heights: list[int], columns: int) -> None:
    def ways(left: int, column: int) -> list[list[int]]:
        if not left:
            return [[]]
        return [[c, *rest] for c in (column, column + 1) if c < columns for rest in ways(left - 1, c)]

    best = min(flow_height(heights, [0, *way]) for way in ways(len(heights) - 1, 0))
    placed = flow(heights, columns)
    assert flow_height(heights, placed) == best
    assert placed == sorted(placed)
    assert placed[-1] < columns


def test_columns_fill_the_width_and_differ_by_one_at_most() -> None:
    assert widths(76, 3, 1) == [24, 25, 25]
    assert widths(82, 3, 1) == [26, 27, 27]
    assert widths(53, 2, 1) == [26, 26]
