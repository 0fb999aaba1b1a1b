"""What merging and splitting would do, said by the commands before they do it."""

from pathlib import Path

from tests.cli.conftest import Postil


def test_a_dry_run_of_a_merge_says_what_would_happen_and_changes_nothing(coded: Path, done: Postil) -> None:
    done("codebook", "define", "no box for it", "--definition", "Nowhere to write it.")
    before = done("history").out
    said = done("codebook", "merge", "no box for it", "--into", "who signs", "--dry-run").out
    assert "2 units of 2 participants then: “who signs” 1, “no box for it” 1" in said
    assert "as “no box for it”: Nowhere to write it." in said
    assert "“no box for it” still found" in said
    assert done("history").out == before


def test_definitions_of_merged_codes_can_stand_one_behind_the_other(coded: Path, done: Postil) -> None:
    done("codebook", "define", "no box for it", "--definition", "Nowhere to write it")
    done("codebook", "define", "who signs", "--definition", "Who stands for it")
    done("codebook", "merge", "no box for it", "--into", "who signs", "--append-definitions")
    assert "Who stands for it; Nowhere to write it" in done("codebook", "--json").out


def test_a_dry_run_of_a_split_says_what_would_go_and_what_is_wrong_with_it(
    coded: Path, done: Postil, postil: Postil
) -> None:
    said = done("codebook", "split", "Liability", "Forms", "no box for it", "--dry-run").out
    assert "1 unit of 1 participant: “no box for it”" in said
    assert "2 units of 1 participant, 2 in it" in said
    assert "Forms" not in done("codebook", "--json").out
    everything = ("no box for it", "who signs", "unfair")
    refused = postil("codebook", "split", "Liability", "Forms", *everything, "--dry-run")
    assert (refused.status, "both sides" in refused.err) == (1, True)


def test_units_that_overlap_are_joined_where_that_is_asked_for(coded: Path, done: Postil) -> None:
    done("code", "L10", "--quote", "box for it. I could", "--as", "ticks staff")
    merge = ("codebook", "merge", "ticks staff", "--into", "no box for it")
    assert "2 units that overlap in 1 place are kept" in done(*merge, "--dry-run").out
    assert "2 overlapping units are joined into 1" in done(*merge, "--join", "--dry-run").out
    done(*merge, "--join")
    assert len(done("units", "--code", "no box for it", "--json").json) == 1
    done("undo")
    assert len(done("units", "--code", "no box for it", "--json").json) == 1
    assert len(done("units", "--code", "ticks staff", "--json").json) == 1
