"""`postil amend`: what it shows first, asks, keeps and refuses; with real transcripts where they are at hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import L07, L10, Postil
from tui.cli import amending
from tui.formats.registry import readable
from tui.store.project import Store

TRANSCRIPTS = Path(__file__).parents[2] / "../shared/data/transcripts"


@pytest.fixture
def corrected(coded: Path) -> Path:
    """L07 with a word corrected inside a unit, and a turn put before; beside the project."""
    text = L07.replace("doctor signs", "physician signs").replace("INT: When", "INT: Hm.\n\nL07: Yes.\n\nINT: When")
    (coded.parent / "corrected.txt").write_text(text, encoding="utf-8")
    return coded.parent / "corrected.txt"


def units(done: Postil, source: str = "L07") -> list[str]:
    return [" // ".join(unit["text"]) for unit in done("units", "--source", source, "--json").json]


def test_looking_first_lists_what_changes_and_keeps_the_text(corrected: Path, done: Postil) -> None:
    texts = sorted(Path("texts").iterdir())
    answer = done("amend", "L07", corrected, "--dry-run")
    assert "unit: changed" in answer.out
    assert "the physician signs" in answer.out
    assert "L07:4" in answer.out
    assert answer.lines[-1] == "1 passage as before, 1 passage otherwise."
    assert units(done) == ["the doctor signs", "My gut says that this is unfair."]
    assert sorted(Path("texts").iterdir()) == texts


def test_where_nobody_can_be_asked_changed_words_need_a_yes(corrected: Path, postil: Postil, done: Postil) -> None:
    refused = postil("amend", "L07", corrected)
    assert refused.status == 1
    assert "--yes accepts that" in refused.err
    assert units(done) == ["the doctor signs", "My gut says that this is unfair."]
    answer = done("amend", "L07", corrected, "--yes")
    assert "Done: amend L07." in answer.err
    assert units(done) == ["the physician signs", "My gut says that this is unfair."]
    assert done("history", "--json", "-n", "1").json[0]["what"] == "amend L07"
    assert done("check", "--json").json["sound"]
    assert amended(done) == ["L07:4"]


@pytest.mark.parametrize(("key", "status"), [("y\n", 0), ("n\n", 1)])
def test_at_a_terminal_it_asks(
    key: str, status: int, corrected: Path, postil: Postil, done: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amending, "is_at_terminal", lambda: True)
    assert postil("amend", "L07", corrected, stdin=key).status == status
    assert units(done)[0] == ("the doctor signs" if status else "the physician signs")


def test_where_no_marked_word_changes_nothing_is_asked(coded: Path, done: Postil) -> None:
    path = coded.parent / "L07 again.txt"
    path.write_text(L07.replace("I lie awake over", "I lie wide awake over"), encoding="utf-8")
    assert done("amend", "L07", path).out == "2 passages as before, 0 passages otherwise.\n"


def test_undoing_and_redoing_leave_the_project_sound(corrected: Path, done: Postil) -> None:
    done("amend", "L07", corrected, "--yes")
    assert done("undo").out == "undo: amend L07\n"
    assert units(done)[0] == "the doctor signs"
    assert done("check").lines[-1] == "Sound."
    done("redo")
    assert units(done)[0] == "the physician signs"
    assert done("check").lines[-1] == "Sound."


def test_words_that_are_gone_are_found_by_check_until_somebody_confirms_the_place(coded: Path, done: Postil) -> None:
    path = coded.parent / "shorter.txt"
    path.write_text(L07.replace(" My gut says that this is unfair.", ""), encoding="utf-8")
    assert "unit: lost" in done("amend", "L07", path, "--yes").out
    assert amended(done) == ["L07:4"]
    lost = done("units", "--source", "L07", "--json").json[1]
    assert lost["codes"][0]["path"].endswith("unfair")
    assert "confirm a unit's place" in done("units", "confirm", lost["id"]).err
    assert amended(done) == []


def amended(done: Postil) -> list[str]:
    """Return where the check finds units whose words changed."""
    return [one["where"] for one in done("check", "--json").json["method"] if one["rule"] == "amended"]


def test_speakers_stay_who_they_are_and_new_labels_are_guessed(coded: Path, done: Postil) -> None:
    path = coded.parent / "three.txt"
    path.write_text(L07 + "\nINT: And you?\n\nL08: I came in late, and I agree.\n", encoding="utf-8")
    assert "New participant: L08." in done("amend", "L07", path).err
    source = done("sources", "--json").json[0]
    names = {one["id"]: one["name"] for one in done("participants", "--json").json}
    assert [(one["label"], one["role"], names.get(one["participant"])) for one in source["speakers"]] == [
        ("INT", "interviewer", None), ("L07", "participant", "Leader 7"), ("L08", "participant", "L08")
    ]  # fmt: skip


def test_a_label_written_otherwise_is_still_the_same_speaker(coded: Path, done: Postil) -> None:
    path = coded.parent / "renamed.txt"
    path.write_text(L07.replace("L07:", "Chief:").replace("INT:", "Interviewer:"), encoding="utf-8")
    answer = done("amend", "L07", path)
    assert "New participant" not in answer.err
    assert answer.out == "2 passages as before, 0 passages otherwise.\n"
    assert [one["participant"] for one in done("units", "--json").json if "participant" in one] == []
    assert {tuple(one["participants"]) for one in done("units", "--source", "L07", "--json").json} == {
        (next(one["id"] for one in done("participants", "--json").json if one["name"] == "Leader 7"),)
    }


def test_whose_interview_it_was_stays_known_when_labels_are_added(study: Path, done: Postil) -> None:
    said = "I came late. Nobody was there any more, and so I wrote it down."
    (study.parent / "plain.txt").write_text(said, encoding="utf-8")
    done("import", study.parent / "plain.txt", "--participant", "Leader 7")
    done("code", "plain", "--quote", "Nobody was there", "--as", "alone")
    (study.parent / "labelled.txt").write_text(f"INT: And then?\n\nP: {said}\n\nINT: Yes.\n\nP: So.", encoding="utf-8")
    answer = done("amend", "plain", study.parent / "labelled.txt")
    assert "New participant" not in answer.err
    assert answer.out == "1 passage as before, 0 passages otherwise.\n"


def test_labels_that_were_named_by_a_pattern_are_found_again(study: Path, done: Postil) -> None:
    odd = "~q Where?\n~a There, with the others.\n~q When?\n~a Then.\n"
    (study.parent / "odd.txt").write_text(odd, encoding="utf-8")
    done("import", study.parent / "odd.txt", "--labels", "~([qa]) ", "--interviewer", "q")
    (study.parent / "odd2.txt").write_text(odd.replace("Then.", "Then, at once."), encoding="utf-8")
    done("amend", "odd", study.parent / "odd2.txt")
    assert done("sources", "--json").json[2]["turns"] == 4


def test_the_same_text_is_nothing_to_change(coded: Path, done: Postil) -> None:
    (coded.parent / "same.txt").write_text(L07, encoding="utf-8")
    assert "Nothing to change" in done("amend", "L07", coded.parent / "same.txt").err


@pytest.mark.parametrize(
    ("source", "text", "told"),
    [("L07", L10, "the text of L10"), ("L99", L07, "no source “L99”"), ("L07", "", "L07 new.txt")],
)
def test_what_cannot_be_is_told(source: str, text: str, told: str, coded: Path, postil: Postil, done: Postil) -> None:
    path = coded.parent / "L07 new.txt"
    path.write_text(text, encoding="utf-8")
    answer = postil("amend", source, path, "--yes")
    assert answer.status == 1
    assert told in answer.err
    assert units(done) == ["the doctor signs", "My gut says that this is unfair."]


def test_a_unit_waits_where_the_text_it_counts_in_is_absent(corrected: Path, done: Postil, postil: Postil) -> None:
    with Store.open(Path(), coder="jon-ek") as store:
        old = store.project.need("sources", store.project.find("sources", "L07")["id"])
        done("amend", "L07", corrected, "--yes")
        start = L07.index("I lie awake")
        late = {"source": old["id"], "text": old["text"], "coder": "jon-ek", "spans": [[start, start + 11]]}
        store.poll()
        store.db.table("units").insert(late)
    path = Path("texts") / f"{old['text']}.txt"
    kept = path.read_bytes()
    assert units(done)[0] == "I lie awake"
    path.unlink()
    assert units(done)[0] == "the physician signs"
    answer = postil("check")
    assert answer.status == 3
    assert "A unit of L07 waits for the text it counts in. Copy the file" in answer.out
    assert str(path) in answer.out
    path.write_bytes(kept)
    assert done("check").lines[-1] == "Sound."
    assert units(done)[0] == "I lie awake"


def real() -> list[Path]:
    return [path for path in sorted(TRANSCRIPTS.glob("*")) if readable(path) and path.stat().st_size > 3000]


@pytest.mark.skipif(not TRANSCRIPTS.exists(), reason="the real transcripts of the shared data are not here")
@pytest.mark.parametrize("path", real(), ids=lambda path: path.name)
def test_units_of_a_real_transcript_keep_to_their_words(
    path: Path, done: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done("new", "real", "--title", "Real")
    monkeypatch.chdir(tmp_path / "real")
    done("import", path, "--name", "R")
    with Store.open(Path(), write=False) as store:
        transcript = store.project.transcript(store.project.find("sources", "R")["id"])
        paragraphs = [piece for turn in transcript.turns for piece in transcript.paragraphs(turn)]
    chosen = paragraphs[:: max(len(paragraphs) // 20, 1)]
    lines = "".join(f'{{"source": "R", "spans": [[{start}, {end}]], "as": ["c"]}}\n' for start, end in chosen)
    done("code", "--from", "-", stdin=lines)
    before = units(done, "R")
    text = path.read_text(encoding="utf-8")
    # A remark of the transcriber's between the last two lines, and lines broken off less far.
    place = text.rstrip().rindex("\n")
    (tmp_path / path.name).write_text(f"{text[:place]}\n[laughs loudly here]{text[place:]}", encoding="utf-8")
    answer = done("amend", "R", tmp_path / path.name, "--yes")
    changed = re.findall(r"unit: (\w+)", answer.out)
    assert len(changed) <= 1
    assert sum(old == new for old, new in zip(before, units(done, "R"), strict=True)) >= len(before) - 1
    assert done("check").lines[-1] == "Sound."


def test_what_would_become_of_what_is_marked_is_told_as_json(corrected: Path, done: Postil) -> None:
    told = done("amend", "L07", corrected, "--dry-run", "--json").json
    assert told["as_before"] == 1
    assert told["lost_corrections"] == []
    passage = told["passages"][0]
    assert {key: passage[key] for key in ("kind", "fate", "uncertain", "other_speaker", "place")} == {
        "kind": "unit", "fate": "changed", "uncertain": False, "other_speaker": False, "place": "L07:4",
    }  # fmt: skip
    assert (passage["before"], passage["after"]) == ("the doctor signs", "the physician signs")
    done("amend", "L07", corrected, "--yes", "--json")
    assert done("units", "--json").json[0]["spans"] == passage["spans"]
    assert done("amend", "L07", corrected, "--json").json["passages"] == []
