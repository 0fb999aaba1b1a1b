"""Commands that change a project: what they change, what they say, what they refuse."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import L07, Postil


def codes(done: Postil) -> dict[str, Any]:
    """The codebook as nested names."""

    def named(nodes: list[Any]) -> dict[str, Any]:
        return {node["name"]: named(node["children"]) for node in nodes}

    return named(done("codebook", "--json").json)


def unit_of(done: Postil, text: str) -> str:
    return next(unit["id"] for unit in done("units", "--json").json if text in " ".join(unit["text"]))


def test_a_new_project_is_refused_where_something_is(study: Path, postil: Postil, tmp_path: Path) -> None:
    assert postil("new", tmp_path / "study", "--title", "Again").status == 1
    assert postil("new", tmp_path, "--title", "Again").status == 1
    assert postil("new", tmp_path / "x").status == 2


def test_a_group_that_does_not_exist_is_refused(postil: Postil, tmp_path: Path) -> None:
    answer = postil("new", "x", "--title", "T", "--group", "no-such-group-here")
    assert answer.status == 1
    assert not (tmp_path / "x").exists()


def test_the_project_around_the_current_folder_is_meant(
    study: Path, done: Postil, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    inside = study / "texts"
    monkeypatch.chdir(inside)
    assert done("project", "--json").json["title"] == "Leaders and AI"
    monkeypatch.chdir(tmp_path)
    assert done("-C", "study", "project", "--json").json["title"] == "Leaders and AI"
    monkeypatch.setenv("POSTIL_PROJECT", str(study))
    assert done("project", "--json").json["title"] == "Leaders and AI"


def test_without_a_project_one_line_says_what_to_do(postil: Postil) -> None:
    for arguments in (["project"], ["-C", "nowhere", "project"], []):
        answer = postil(*arguments)
        assert (answer.status, answer.out, answer.err.count("\n")) == (1, "", 1)
        assert "postil new" in answer.err


def test_settings_are_set_and_taken_back(study: Path, done: Postil, postil: Postil) -> None:
    def setting(key: str) -> object:
        return done("project", "--json").json["settings"][key]

    done("project", "set", "uncovered_words", "9")
    done("project", "set", "counts", "words")
    done("project", "set", "reasons", "no")
    done("project", "set", "counted", "Lena Palm")
    assert (setting("uncovered_words"), setting("counts"), setting("reasons")) == (9, "words", False)
    assert setting("counted") == ["lena-palm"]
    done("project", "set", "counted", "all")
    done("project", "set", "uncovered_words", "")
    assert (setting("counted"), setting("uncovered_words")) == (None, 6)
    done("project", "set", "title", "Another")
    assert done("project", "--json").json["title"] == "Another"
    wrong = [("uncovered_words", "many"), ("counts", "some"), ("reasons", "perhaps"), ("colour", "red"), ("title", "")]
    for key, value in [*wrong, ("counted", "Nobody"), ("invited", "1.5")]:
        assert postil("project", "set", key, value).status == 1


def test_a_new_name_makes_a_coder_and_says_so(study: Path, done: Postil) -> None:
    answer = done("--coder", "Jon Ek", "codebook", "add", "waits")
    assert "New coder: Jon Ek." in answer.err
    assert "New coder" not in done("--coder", "Jon Ek", "codebook", "add", "hopes").err
    assert [(one["id"], one["initials"]) for one in done("coders", "--json").json] == [
        ("jon-ek", "JE"),
        ("lena-palm", "LP"),
    ]


def test_a_coder_who_was_only_mistyped_is_said_and_can_be_taken_out(study: Path, done: Postil, postil: Postil) -> None:
    answer = done("--coder", "Lena", "codebook", "add", "waits")
    assert "New coder: Lena. There is a coder Lena Palm; postil coders remove “Lena”" in answer.err
    assert "stays" in postil("coders", "remove", "Lena").err
    assert "stays" in postil("coders", "remove", "Lena Palm").err
    done("--coder", "Len", "project", "set", "title", "Leaders and AI")
    assert [one["id"] for one in done("coders", "--json").json] == ["len", "lena", "lena-palm"]
    done("coders", "remove", "len")
    assert [one["id"] for one in done("coders", "--json").json] == ["lena", "lena-palm"]
    assert "New coder: Len." in done("--coder", "Len", "codebook", "add", "hopes").err
    assert [one["id"] for one in done("coders", "--json").json] == ["len", "lena", "lena-palm"]


def test_who_makes_a_project_and_is_named_codes_in_it(done: Postil, postil: Postil, tmp_path: Path) -> None:
    answer = done("--coder", "Jon Ek", "new", "fresh", "--title", "Fresh")
    assert "New coder: Jon Ek." in answer.err
    assert [one["name"] for one in done("-C", "fresh", "coders", "--json").json] == ["Jon Ek"]


def test_whoever_was_last_here_writes_where_nobody_is_named(
    study: Path, done: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("POSTIL_CODER")
    done("codebook", "add", "waits")
    assert done("history", "--json", "-n", "1").json[0]["coder"] == "lena-palm"


def test_where_nobody_is_known_a_command_asks_for_a_name(
    postil: Postil, done: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("POSTIL_CODER")
    done("new", "fresh", "--title", "T")
    answer = postil("-C", "fresh", "codebook", "add", "waits")
    assert answer.status == 1
    assert "--coder" in answer.err
    assert done("-C", "fresh", "codebook", "--json").json == []


@pytest.mark.parametrize("name", ["  ", "–"])
def test_a_coder_needs_a_name(name: str, study: Path, postil: Postil) -> None:
    answer = postil("--coder", name, "codebook", "add", "waits")
    assert answer.status == 1
    assert "a coder needs a name" in answer.err


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (("code", "L07", "--quote", "x", "--as", "y", "--coder", "Lena"), "“postil --coder NAME code …”"),
        (("sources", "set", "L07", "--coder=Lena"), "“postil --coder NAME sources set …”"),
        (("check", "-C", "study"), "“postil -C DIR check …”"),
    ],
)
def test_an_option_of_all_commands_that_stands_too_late_is_told_where_it_belongs(
    arguments: tuple[str, ...], where: str, study: Path, postil: Postil
) -> None:
    answer = postil(*arguments)
    assert answer.status == 2
    assert "stands before the command" in answer.err
    assert where in answer.err


def test_speakers_facts_and_single_turns_of_a_source(study: Path, done: Postil, postil: Postil) -> None:
    done("sources", "set", "L07", "--speaker", "L07=Leader 8", "--date", "2020-11-24", "--mode", "video call",
         "--minutes", "62", "--interviewed-by", "MN")  # fmt: skip
    assert done("history", "--json").json[0]["what"] == "say who speaks in L07"
    source = done("sources", "--json").json[0]
    assert (source["date"], source["mode"], source["minutes"]) == ("2020-11-24", "video call", 62)
    participants = {one["name"]: one for one in done("participants", "--json").json}
    assert source["speakers"][1]["participant"] == participants["Leader 8"]["id"]
    done("code", "L07", "--quote", "the doctor signs", "--as", "x")
    done("sources", "set", "L07", "--turn", "2", "--speaker", "interviewer")
    assert done("participants", "--json").json[-1]["units"] == 0
    done("sources", "set", "L07", "--turn", "2", "--speaker", "L07")
    assert [one["units"] for one in done("participants", "--json").json if one["name"] == "Leader 8"] == [1]
    done("sources", "set", "L07", "--speaker", "INT=neither")
    assert done("sources", "--json").json[0]["speakers"][0]["role"] == "neither"
    for wrong in (["--speaker", "XX=Leader 8"], ["--turn", "99", "--speaker", "L07"], ["--date", "yesterday"]):
        assert postil("sources", "set", "L07", *wrong).status == 1
    for wrong in ([], ["--turn", "2"], ["--minutes", "long"]):
        assert postil("sources", "set", "L07", *wrong).status == 2


def test_a_source_with_units_is_removed_only_with_them(coded: Path, done: Postil, postil: Postil) -> None:
    refused = postil("sources", "remove", "L07")
    assert refused.status == 1
    assert "--with-units" in refused.err
    done("sources", "remove", "L07", "--with-units")
    assert [source["name"] for source in done("sources", "--json").json] == ["L10"]
    done("undo")
    assert len(done("units", "--json", "--source", "L07").json) == 2


def test_a_source_is_renamed_and_cited_by_its_new_name(coded: Path, done: Postil) -> None:
    done("sources", "rename", "L07", "Seven")
    assert "(Seven:4)" in done("export", "summary", "--locate").out


def test_participants_come_from_a_table_and_keep_what_they_have(study: Path, done: Postil, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("name;role;context\nLeader 7;manager;primary care\nLeader 27;politician;\n", encoding="utf-8")
    done("participants", "add", "--from", table)
    participants = {one["name"]: one for one in done("participants", "--json").json}
    assert participants["Leader 7"]["attributes"] == {"context": "primary care", "role": "manager"}
    assert participants["Leader 7"]["sources"]
    assert participants["Leader 27"]["attributes"] == {"role": "politician"}
    done("undo")
    assert len(done("participants", "--json").json) == 2
    assert "Nothing to change" not in done("participants", "add", "--from", table).err
    assert "Nothing to change" in done("participants", "add", "--from", table).err


def test_participants_are_renamed_and_removed_unless_they_speak(study: Path, done: Postil, postil: Postil) -> None:
    done("participants", "add", "Leader 27", "role=manager")
    done("participants", "rename", "Leader 27", "Leader 28")
    done("participants", "set", "Leader 28", "role=")
    assert done("participants", "--json").json[-1]["attributes"] == {}
    done("participants", "remove", "Leader 28")
    assert postil("participants", "remove", "Leader 7").status == 1
    assert postil("participants", "set", "Leader 7", "role").status == 1
    assert postil("participants", "add").status == 2


def test_the_codebook_is_shaped_by_commands(coded: Path, done: Postil) -> None:
    done("codebook", "move", "writes a page", "unfair", "Conditions")
    assert codes(done)["Conditions"].keys() == {"writes a page", "unfair", "Liability"}
    done("codebook", "rename", "Liability", "Law", "--short", "law")
    done("codebook", "promote", "unfair")
    assert "unfair" in codes(done)["Conditions"]["unfair"]
    done("codebook", "split", "Law", "Forms", "no box for it", "--reason", "another matter")
    assert codes(done)["Conditions"]["Forms"] == {"no box for it": {}}
    done("codebook", "merge", "Forms", "--into", "Law", "--reason", "one after all")
    assert "Forms" not in codes(done)["Conditions"]
    done("codebook", "move", "who signs", "-")
    assert "who signs" in codes(done)
    done("codebook", "park", "who signs", "later")
    done("codebook", "unpark", "who signs")
    done("codebook", "add", "Alone", "--level", "sub-category")
    done("codebook", "group", "Over it", "Alone")
    assert codes(done)["Over it"] == {"Alone": {}}
    done("codebook", "remove", "Alone", "--reason", "nothing lies in it")
    done("codebook", "demote", "Over it")
    assert [node["level"] for node in done("codebook", "--json").json if node["name"] == "Over it"] == ["sub-category"]


def test_what_has_units_is_not_deleted_and_the_ways_out_are_named(coded: Path, postil: Postil) -> None:
    answer = postil("codebook", "remove", "who signs")
    assert answer.status == 1
    assert "merge" in answer.err
    assert "park" in answer.err


def test_definitions_and_examples_reach_the_codebook_that_is_exported(coded: Path, done: Postil) -> None:
    done("codebook", "define", "who signs", "--definition", "Who stands for it", "--include", "signing",
         "--exclude", "buying", "--differs", "unfair=no feeling")  # fmt: skip
    done("codebook", "example", "who signs", unit_of(done, "the doctor signs")[-6:])
    text = done("export", "codebook").out
    for part in ("Who stands for it.", "**When to use:** Signing.", "**When not to use:** Buying."):
        assert part in text
    assert "**Typical example:**" in text
    assert "**Differs from unfair:** No feeling." in text
    done("codebook", "example", "who signs", unit_of(done, "the doctor signs"), "--not-any-more")
    assert "Typical" not in done("export", "codebook").out


def test_units_are_worded_recoded_cut_and_joined(coded: Path, done: Postil, postil: Postil) -> None:
    unit = unit_of(done, "the doctor signs")
    done("units", "set", unit[-6:], "--condensed", "signs", "--code", "unfair", "--quotation")
    found = next(one for one in done("units", "--json").json if one["id"] == unit)
    assert (found["condensed"], len(found["codes"])) == ("signs", 2)
    assert found["quotation"] is not None
    assert postil("units", "recode", unit, "no box for it").status == 1  # of several, which?
    done("units", "recode", unit, "no box for it", "--old", "unfair")
    done("units", "set", unit, "--no-code", "no box for it", "--no-quotation")
    at = L07.index("the doctor signs") + len("the doctor")
    second = done("units", "split", unit, "--at", str(at)).out.strip()
    assert [one["text"] for one in done("units", "--json", "--code", "who signs").json] == [["the doctor"], ["signs"]]
    done("units", "merge", unit, second)
    done("units", "remove", unit)
    assert done("units", "--json", "--code", "who signs").json == []
    assert postil("units", "set", unit, "--condensed", "x").status == 1
    assert postil("units", "set", second).status in (1, 2)


def test_memos_are_written_changed_and_taken_away(coded: Path, done: Postil, postil: Postil) -> None:
    memo = done("memos", "add", "-", "--on", "code", "who signs", "--kind", "decision", stdin="Kept.\n\nFor now.").out
    assert done("memos", "--json").json[-1]["text"] == "Kept.\n\nFor now."
    done("memos", "set", memo.strip()[-6:], "Kept.")
    listed = done("memos", "--kind", "decision").lines
    assert len(listed) == 2
    assert "code who signs" in listed[1]
    done("memos", "remove", memo.strip())
    assert len(done("memos", "--json").json) == 1
    for wrong in (["--on", "moon", "x"], ["--on", "passage", "L07"], ["--on", "unit", "zzzzzz"], ["--span", "1:2"]):
        assert postil("memos", "add", "words", *wrong).status == 1


def test_undo_says_what_it_undid_and_redo_what_it_made_again(coded: Path, done: Postil, postil: Postil) -> None:
    assert done("undo").out == "undo: apply code writes a page\n"
    assert len(done("units", "--json").json) == 3
    assert "writes a page" in done("redo").out
    assert len(done("units", "--json").json) == 4
    assert postil("redo").status == 1


def test_exports_go_to_a_file_that_is_replaced_only_by_force(coded: Path, done: Postil, postil: Postil) -> None:
    done("export", "summary", "-o", "out.md")
    first = Path("out.md").read_bytes()
    assert first == done("export", "summary").out.encode()
    Path("out.md").write_text("mine")
    refused = postil("export", "summary", "-o", "out.md")
    assert refused.status == 1
    assert "--force" in refused.err
    assert Path("out.md").read_text() == "mine"
    done("export", "summary", "-o", "out.md", "--force")
    assert Path("out.md").read_bytes() == first
    assert postil("export", "summary", "-o", "no/such/folder.md").status == 1
    assert postil("export", "summary", "-o", ".").status == 1
    assert [path.name for path in Path().iterdir() if "out.md" in path.name] == ["out.md"]


def test_the_last_line_names_version_and_history_unless_bare(coded: Path, done: Postil) -> None:
    for report in (["summary"], ["codebook"], ["abstraction"], ["units", "--md"], ["transcript", "L07"]):
        signed = done("export", *report).lines
        assert signed[-1].startswith("Postil 0")
        assert " history " in signed[-1]
        assert done("export", *report, "--bare").lines == signed[:-2]
    assert not done("export", "units").out.endswith(signed[-1] + "\n")


def test_the_same_project_gives_the_same_bytes(coded: Path, done: Postil) -> None:
    (coded / "project.json").unlink()
    first = done("export", "summary").out
    assert done("export", "summary").out == first


def test_units_are_exported_as_csv_and_filtered(coded: Path, done: Postil) -> None:
    rows = list(csv.DictReader(io.StringIO(done("export", "units").out)))
    assert [row["source"] for row in rows] == ["L07", "L07", "L10", "L10"]
    assert rows[0]["codes"] == "Conditions / Liability / who signs"
    assert len(list(csv.DictReader(io.StringIO(done("export", "units", "--source", "L10").out)))) == 2


def test_check_is_sound_and_says_so(coded: Path, done: Postil) -> None:
    assert done("check").lines == ["4 to look at: 8 findings of 4 rules of the method; --method lists them.", "Sound."]


def test_a_damaged_project_is_unsound_and_repaired(coded: Path, done: Postil, postil: Postil) -> None:
    journal = next(path for path in (coded / "journal").glob("lena-palm.*.jsonl"))
    lines = journal.read_bytes().split(b"\n")
    lines[-3] = lines[-3].replace(b"wrote", b"wrOte").replace(b'"at"', b'"aT"', 1)
    journal.chmod(0o600)
    journal.write_bytes(b"\n".join(lines))
    answer = postil("check", "--json")
    assert answer.status == 3
    assert answer.json["sound"] is False
    assert answer.json["problems"][0].keys() == {"what", "where", "repair"}
    assert postil("check").out.endswith("Unsound.\n")


def test_a_project_has_a_title_of_one_line_and_a_stance_of_the_field(study: Path, done: Postil, postil: Postil) -> None:
    for arguments in (("--title", ""), ("--title", "Two\nlines"), ("--title", "T", "--stance", "both")):
        assert postil("new", "other", *arguments).status == 1
        assert not Path("other").exists()
    assert postil("new", "two\nlines", "--title", "T").status == 1
    assert "manifest and latent" in postil("project", "set", "stance", "both").err
    done("project", "set", "stance", "latent, manifest")
    assert done("project", "--json").json["stance"] == "manifest and latent"
    done("project", "set", "stance", "")
    assert not done("project", "--json").json["stance"]


def test_files_that_too_many_may_read_are_a_warning_and_the_project_is_sound(
    coded: Path, done: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = next(path for path in (coded / "journal").glob("lena-palm.*.jsonl"))
    journal.chmod(0o666)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    found = done("check", "--json").json
    assert found["sound"] is True
    assert found["problems"] == []
    assert f"{journal.name} may be read or written by more people" in found["warnings"][0]["what"]
    said = done("check").lines
    assert said[0].startswith("Warning: ")
    assert said[-1] == "Sound."


def test_the_demo_is_copied_and_used_again(done: Postil, postil: Postil, tmp_path: Path) -> None:
    first = done("demo")
    assert "Copied the sample project to postil-demo." in first.err
    assert done("-C", "postil-demo", "sources", "--json").json
    assert "Copied" not in done("demo").err
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("x")
    assert postil("demo", "full").status == 1
    assert done("-C", "postil-demo", "check").out.endswith("Sound.\n")


def test_the_app_is_refused_without_a_terminal(study: Path, postil: Postil) -> None:
    for arguments in (["open"], []):
        answer = postil(*arguments)
        assert answer.status == 1
        assert "terminal" in answer.err


def test_reports_follow_the_order_of_the_codebook(coded: Path, done: Postil) -> None:
    listed = "**Codes:** who signs (1), unfair (1), no box for it (1)."
    assert listed in done("export", "summary").out
    done("codebook", "reorder", "no box for it", "--before", "who signs")
    done("codebook", "reorder", "who signs")
    assert "**Codes:** no box for it (1), unfair (1), who signs (1)." in done("export", "summary").out


def test_a_participant_who_speaks_nowhere_is_listed_as_not_heard_yet(coded: Path, done: Postil) -> None:
    done("participants", "add", "Leader 27", "role=manager")
    lines = done("participants").lines
    assert [("not heard yet" in line) for line in lines if "Leader" in line] == [False, False, True]
    assert "2 of 2 participants" in done("export", "summary").out


def test_a_line_of_the_history_is_named_by_its_number_and_its_journal(coded: Path, done: Postil) -> None:
    newest = done("history", "--json", "-n", "1").json[0]
    assert f"{newest['n']}  {newest['journal']}" in done("history", "-n", "1").out
