"""Title and stance of a project: a line, and one of the few words that a stance can be."""

from __future__ import annotations

import pytest

from tui.errors import Mistake
from tui.model.title_page import stance_of, title_of


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("manifest", "manifest"),
        ("Latent", "latent"),
        ("manifest and latent", "manifest and latent"),
        ("latent, manifest", "manifest and latent"),
        (" ", ""),
    ],
)
def test_a_stance_is_manifest_or_latent_or_both_or_none(said: str, kept: str) -> None:
    assert stance_of(said) == kept


@pytest.mark.parametrize("said", ["both", "manifestly", "manifest or latent", "and hand"])
def test_another_stance_is_refused(said: str) -> None:
    with pytest.raises(Mistake, match="manifest and latent, not"):
        stance_of(said)


def test_a_title_is_one_line_with_something_in_it() -> None:
    assert title_of(" Leaders  and AI ") == "Leaders and AI"
    with pytest.raises(Mistake, match="needs a title"):
        title_of(" \n ")
    with pytest.raises(Mistake, match="line break"):
        title_of("Leaders\nand AI")
