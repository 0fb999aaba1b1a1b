"""The list of exports, from which a row is taken by counting keys."""

from __future__ import annotations

from tui.app.exports import exports


def test_exports_stand_in_the_order_of_their_use_each_once() -> None:
    names = [export.name for export in exports()]
    assert names[:5] == ["category summaries", "summaries with places", "results chapter", "figure", "participants"]
    assert len(set(names)) == len(names)
