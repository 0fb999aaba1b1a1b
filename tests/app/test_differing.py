"""Why two codes differ, with who wrote it and when."""

import re
from pathlib import Path

from tests.app.test_sorting_undo import sample


async def test_who_wrote_why_two_differ_and_when_stands_beside_it(tmp_path: Path) -> None:
    async with sample(tmp_path / "copy") as sorting:
        first, second = sorting.book.unsorted()
        sorting.desk.marked = [first, second]
        await sorting.press("enter", "e")
        await sorting.type("one sees, the other says")
        await sorting.press("enter")
        await sorting.until("one sees, the other says")
        await sorting.until(" They differ because  LP, ")
        assert any(re.search(r"They differ because  LP, \d+:\d\d", row) for row in sorting.rows)
        await sorting.press("q")
        sorting.desk.marked = [first, second]  # a comparison lets the marks go
        await sorting.press("enter")
        await sorting.until(" They differ because  LP, ")
