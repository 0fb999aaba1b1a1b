"""What `--json` prints, field by field."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import L07, L10, Postil
from tui.model.ids import is_id

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def test_sources(coded: Path, done: Postil) -> None:
    sources = done("sources", "--json").json
    first = sources[0]
    participant = done("participants", "--json").json[0]["id"]
    assert list(first) == [
        *("id", "name", "speakers", "words", "turns", "language", "date", "mode", "minutes"),
        *("units", "coded_share", "passes"),
    ]
    assert is_id(first.pop("id"))
    share = first.pop("coded_share")
    said = L07.index("That is"), L07.index("simple.") + 7, L07.index("I no longer"), L07.index("unfair.") + 7
    coded_length = len("the doctor signs") + len("My gut says that this is unfair.")
    speech = said[1] - said[0] + said[3] - said[2]
    assert share == pytest.approx(coded_length / speech, abs=0.02)
    assert first == {
        "name": "L07",
        "speakers": [
            {"label": "INT", "role": "interviewer", "participant": None},
            {"label": "L07", "role": "participant", "participant": participant},
        ],
        "words": 52,
        "turns": 4,
        "language": "en",
        "date": None,
        "mode": None,
        "minutes": None,
        "units": 2,
        "passes": [],
    }
    assert [source["name"] for source in sources] == ["L07", "L10"]


def test_participants(coded: Path, done: Postil) -> None:
    done("participants", "set", "Leader 7", "role=manager", "context=primary care")
    participants = done("participants", "--json").json
    sources = {source["name"]: source["id"] for source in done("sources", "--json").json}
    assert is_id(participants[0].pop("id"))
    assert participants[0] == {
        "name": "Leader 7",
        "attributes": {"context": "primary care", "role": "manager"},
        "sources": [sources["L07"]],
        "units": 2,
    }
    assert participants[1]["name"] == "Leader 10"


def test_codebook(coded: Path, done: Postil) -> None:
    done("codebook", "define", "who signs", "--definition", "Who stands for it.")
    done("codebook", "key", "3", "who signs")
    done("codebook", "park", "writes a page", "not yet")
    done("codebook", "theme", "Alone with it", "Liability")
    category, parked, theme = done("codebook", "--json").json
    pile = category["children"][0]
    code = pile["children"][0]
    fields = ["id", "name", "short", "level", "definition", "units", "own_units", "participants", "letter"]
    fields += ["quick_key", "parked", "aliases", "notes", "moved", "children"]
    for node in (category, pile, code, parked):
        assert list(node) == fields
        assert is_id(node["id"])
    assert (category["name"], category["level"], category["units"], category["participants"]) == (
        "Conditions",
        "category",
        3,
        2,
    )
    assert category["own_units"] == 0
    assert (pile["name"], pile["level"], pile["letter"]) == ("Liability", "sub-category", "a")
    assert {key: code[key] for key in fields[1:]} == {
        "name": "who signs",
        "short": None,
        "level": "code",
        "definition": "Who stands for it.",
        "units": 1,
        "own_units": 1,
        "participants": 1,
        "letter": None,
        "quick_key": "3",
        "parked": None,
        "aliases": [],
        "notes": None,
        "moved": 0,
        "children": [],
    }
    assert (parked["name"], parked["parked"]) == ("writes a page", "not yet")
    assert (theme["level"], theme["members"], theme["units"]) == ("theme", [pile["id"]], 3)


def test_units(coded: Path, done: Postil) -> None:
    units = done("units", "--json").json
    box = next(unit for unit in units if len(unit["spans"]) == 2)
    assert list(box) == [
        *("id", "source", "line", "turn", "participants", "coder", "at", "spans", "text", "condensed", "codes"),
        *("quotation", "memos", "topic"),
    ]
    source = next(source for source in done("sources", "--json").json if source["name"] == "L10")
    participant = next(one for one in done("participants", "--json").json if one["name"] == "Leader 10")
    memo = done("memos", "--json").json[0]
    codebook = done("codebook", "--json").json
    code = next(node for node in codebook[0]["children"][0]["children"] if node["name"] == "no box for it")
    assert is_id(box.pop("id"))
    assert MOMENT.fullmatch(box.pop("at"))
    quotes = ["There was no box for it.", "Or, well, equipment."]
    assert box == {
        "source": source["id"],
        "line": 3,
        "turn": 2,
        "participants": [participant["id"]],
        "coder": "lena-palm",
        "spans": [[L10.index(quote), L10.index(quote) + len(quote)] for quote in quotes],
        "text": quotes,
        "condensed": None,
        "codes": [{"id": code["id"], "path": "Conditions / Liability / no box for it", "moved": False}],
        "quotation": dict.fromkeys(("edited", "translation", "attribution", "translator", "translated")),
        "memos": [memo["id"]],
        "topic": None,
    }
    plain = next(unit for unit in units if unit["condensed"] is None and unit["line"] == 3 and unit["turn"] == 2)
    assert plain["quotation"] is None or list(plain["quotation"])[:3] == ["edited", "translation", "attribution"]


def test_units_are_filtered(coded: Path, done: Postil) -> None:
    def texts(*options: str) -> list[str]:
        return [unit["text"][0] for unit in done("units", "--json", *options).json]

    assert texts("--source", "L07") == ["the doctor signs", "My gut says that this is unfair."]
    assert texts("--code", "Liability") == texts("--code", "Conditions") != texts()
    assert texts("--code", "writes a page") == ["And then I wrote a page."]
    assert texts("--participant", "Leader 10") == texts("--source", "l1")
    assert texts("--coder", "lena") == texts()


def test_search(coded: Path, done: Postil) -> None:
    hit = done("search", "no box", "--json").json
    source = next(source for source in done("sources", "--json").json if source["name"] == "L10")
    assert hit == [
        {
            "source": source["id"],
            "start": L10.index("no box"),
            "end": L10.index("no box") + 6,
            "line": 3,
            "turn": 2,
            "left": "There was ",
            "hit": "no box",
            "right": " for it. I could tick staff. Or, well, e",
        }
    ]


def test_memos(coded: Path, done: Postil) -> None:
    done("memos", "add", "Here.", "--on", "passage", "L07", "--span", "70:80", "--kind", "reflexive")
    on_unit, on_passage = done("memos", "--json").json
    source = done("sources", "--json").json[0]["id"]
    for memo in (on_unit, on_passage):
        assert list(memo) == ["id", "on", "kind", "coder", "at", "text"]
        assert is_id(memo["id"])
        assert MOMENT.fullmatch(memo["at"])
    assert on_unit["on"]["kind"] == "unit"
    assert on_unit["text"] == "Two categories, neither fits."
    assert on_passage["on"] == {"kind": "passage", "id": source, "spans": [[70, 80]]}
    assert (on_passage["kind"], on_passage["coder"]) == ("reflexive", "lena-palm")


def test_project(study: Path, done: Postil) -> None:
    done("project", "set", "invited", "28")
    done("project", "set", "omission", "[…]")
    shape = done("project", "--json").json
    assert list(shape) == ["id", "title", "aim", "stance", "settings", "invited", "declined", "guide"]
    assert is_id(shape["id"])
    assert (shape["title"], shape["aim"], shape["stance"]) == ("Leaders and AI", "What hinders it?", "manifest")
    assert (shape["invited"], shape["declined"]) == (28, None)
    assert shape["settings"]["omission"] == "[…]"
    assert shape["settings"]["counted"] is None


def test_history(coded: Path, done: Postil) -> None:
    entries = done("history", "--json").json
    assert list(entries[0]) == ["n", "journal", "coder", "at", "what", "ops"]
    assert [entry["n"] for entry in entries] == sorted((entry["n"] for entry in entries), reverse=True)
    assert entries[0]["coder"] == "lena-palm"
    assert entries[0]["journal"].startswith("lena-palm.")
    assert MOMENT.fullmatch(entries[0]["at"])
    assert entries[0]["ops"] == 2
    assert "writes a page" in entries[0]["what"]
    assert done("history", "--json", "-n", "1").json == entries[:1]


def test_check(coded: Path, done: Postil) -> None:
    shape = done("check", "--json").json
    assert {**shape, "method": []} == {"sound": True, "problems": [], "warnings": [], "method": []}
    assert {tuple(one) for one in shape["method"]} == {("rule", "what", "where", "id", "group", "accepted")}


def test_an_accepted_finding_says_why_by_whom_and_when(coded: Path, done: Postil) -> None:
    first, *others = done("check", "--json").json["method"]
    done("check", "accept", first["id"], "--reason", "It waits.")
    assert done("check", "--json").json["method"] == others
    accepted = done("check", "--all", "--json").json["method"][0]
    assert MOMENT.fullmatch(accepted["accepted"].pop("at"))
    assert accepted == {**first, "accepted": {"reason": "It waits.", "coder": "lena-palm", "holds": True}}


def test_an_empty_list_is_a_document_too(postil: Postil, done: Postil, tmp_path: Path) -> None:
    done("new", "empty", "--title", "Nothing yet")
    for command in ("sources", "participants", "codebook", "units", "memos"):
        assert done("-C", "empty", command, "--json").out == "[]\n"


def test_the_topic_that_a_unit_answers(study: Path, done: Postil) -> None:
    done("project", "guide", "Your work", "What stands in the way")
    guide = done("project", "--json").json["guide"]
    assert [(topic["number"], topic["words"]) for topic in guide] == [(1, "Your work"), (2, "What stands in the way")]
    assert done("project", "guide").lines[-1].split() == ["2", "What", "stands", "in", "the", "way"]
    done("sources", "set", "L10", "--turn", "2", "--topic", "2")
    done("code", "L10", "--quote", "There was no box for it.", "--as", "no box")
    assert done("units", "--source", "L10", "--json").json[0]["topic"] == guide[1]["id"]
    done("sources", "set", "L10", "--turn", "2", "--topic", "0")
    assert done("units", "--source", "L10", "--json").json[0]["topic"] is None
