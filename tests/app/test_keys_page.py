"""The page of keys: what the signs beside the text mean, where there is room for it."""

from __future__ import annotations

import pytest

from tests.app.bench import bench


@pytest.mark.parametrize(("glyphs", "signs"), [("full", ("▌ the", "¦ a", "×")), ("ascii", ("# the", "! a", "x"))])
async def test_from_the_transcript_the_signs_beside_the_text_are_told(glyphs: str, signs: tuple[str, ...]) -> None:
    async with bench(pane="transcript", glyphs=glyphs) as at:
        await at.press("?")
        told = " ".join(" ".join(at.rows).split())
        assert "Left of the text: a letter is the pile" in told
        assert f"{signs[0]} one you are in, {signs[1]} colleague" in told
        assert f"{signs[2]} not relevant. Right of it: * quotation, m memo," in told


@pytest.mark.parametrize(("pane", "size"), [("board", (120, 40)), ("transcript", (80, 24)), ("transcript", (120, 30))])
async def test_no_sign_is_told_elsewhere_or_where_keys_would_have_to_give_way(pane: str, size: tuple[int, int]) -> None:
    async with bench(pane=pane, size=size) as at:
        await at.press("?", "G")
        assert not any("Left of the text" in row for row in at.rows)
