"""Themes by commands: made, filled, and counted with all that lies in their members."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.conftest import Postil


def theme(done: Postil) -> dict[str, Any]:
    """Return the theme, with its members by their names."""
    shapes = done("codebook", "--json").json
    names: dict[str, str] = {}
    waiting = list(shapes)
    while waiting:
        shape = waiting.pop()
        names[shape["id"]] = shape["name"]
        waiting += shape["children"]
    found = next(shape for shape in shapes if shape["level"] == "theme")
    return {"name": found["name"], "units": found["units"], "members": [names[one] for one in found["members"]]}


def test_a_theme_holds_members_of_any_level_and_counts_what_is_below_them_once(coded: Path, done: Postil) -> None:
    said = done("codebook", "theme", "Alone", "Liability", "who signs", "writes a page")
    assert "new theme Alone" in said.err
    assert theme(done) == {"name": "Alone", "units": 4, "members": ["Liability", "who signs", "writes a page"]}


def test_members_are_added_and_taken_out(coded: Path, done: Postil, postil: Postil) -> None:
    done("codebook", "theme", "Alone", "who signs")
    said = done("codebook", "theme", "Alone", "unfair", "writes a page", "--add")
    assert said.err.strip() == "Done: let theme Alone hold unfair and writes a page."
    assert theme(done)["members"] == ["who signs", "unfair", "writes a page"]
    done("codebook", "theme", "Alone", "who signs", "--without")
    assert theme(done)["members"] == ["unfair", "writes a page"]
    done("codebook", "theme", "Alone", "Conditions")
    assert theme(done) == {"name": "Alone", "units": 3, "members": ["Conditions"]}
    refused = postil("codebook", "theme", "Alnoe", "unfair", "--add")
    assert (refused.status, "There is no theme" in refused.err) == (1, True)


def test_a_theme_is_named_defined_and_removed_like_the_others(coded: Path, done: Postil) -> None:
    done("codebook", "theme", "Alone", "who signs")
    done("codebook", "rename", "Alone", "Left alone")
    done("codebook", "define", "Left alone", "--definition", "Nobody comes.")
    assert theme(done)["name"] == "Left alone"
    assert "Nobody comes." in done("export", "codebook").out
    done("codebook", "remove", "Left alone")
    assert not any(shape["level"] == "theme" for shape in done("codebook", "--json").json)
