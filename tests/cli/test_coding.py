"""`postil code`: what becomes of quotes and spans, of paths, and of the same order again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import L07, L10, Answer, Postil
from tui.analysis.search import Hit
from tui.cli import search

SIGNS = ("code", "L07", "--quote", "the doctor signs")


def texts(done: Postil) -> list[list[str]]:
    return [unit["text"] for unit in done("units", "--json").json]


def paths(done: Postil) -> list[list[str]]:
    return [[code["path"] for code in unit["codes"]] for unit in done("units", "--json").json]


def test_the_units_id_is_printed_and_a_new_code_is_named_on_standard_error(study: Path, done: Postil) -> None:
    answer = done(*SIGNS, "--as", "who signs")
    assert answer.out.strip() == done("units", "--json").json[0]["id"]
    assert answer.err == "New code: who signs.\n"
    assert paths(done) == [["who signs"]]


def test_the_same_again_changes_nothing_and_prints_the_same_id(study: Path, done: Postil) -> None:
    order = (*SIGNS, "--as", "who signs", "--condensed", "signs", "--memo", "Ask.", "--quotation")
    first = done(*order)
    before = done("history", "--json").json
    again = done(*order)
    assert again.out == first.out
    assert again.err == "Nothing to change.\n"
    assert done("history", "--json").json == before


def test_another_code_is_added_to_the_unit_that_is_there(study: Path, done: Postil) -> None:
    first = done(*SIGNS, "--as", "who signs")
    assert done(*SIGNS, "--as", "the doctor").out == first.out
    assert paths(done) == [["who signs", "the doctor"]]


def test_a_unit_may_stand_without_a_code(study: Path, done: Postil) -> None:
    done(*SIGNS)
    assert paths(done) == [[]]


def test_one_undo_takes_back_unit_code_memo_and_quotation(study: Path, done: Postil) -> None:
    done(*SIGNS, "--as", "A / B / who signs", "--make", "--memo", "Ask.", "--quotation")
    assert done("undo").out == "undo: apply code who signs\n"
    for command in ("units", "codebook", "memos"):
        assert done(command, "--json").json == []


@pytest.mark.parametrize(
    ("path", "made", "becomes"),
    [
        ("who signs", [], "who signs"),
        ("Liability / who signs", ["--make"], "Liability / who signs"),
        ("Law / Liability / who signs", ["--make"], "Law / Liability / who signs"),
        ("and/or", [], "and/or"),
    ],
)
def test_missing_codes_and_with_make_missing_piles_are_made(
    path: str, made: list[str], becomes: str, study: Path, done: Postil
) -> None:
    done(*SIGNS, "--as", path, *made)
    assert paths(done) == [[becomes]]


def test_a_pile_is_made_only_with_make(study: Path, postil: Postil) -> None:
    answer = postil(*SIGNS, "--as", "Liability / who signs")
    assert (answer.status, answer.out) == (1, "")
    assert "--make" in answer.err
    assert postil("units", "--json").json == []


def test_a_path_is_found_by_its_right_end(coded: Path, done: Postil) -> None:
    for path in ("who signs", "Liability / who signs", "Conditions / who signs", "conditions / liability / WHO SIGNS"):
        done("code", "L07", "--quote", "I no longer know", "--as", path)
    assert ["Conditions / Liability / who signs"] in paths(done)
    assert len(paths(done)) == 5


def test_several_codes_of_one_name_are_listed_and_none_is_chosen(coded: Path, done: Postil, postil: Postil) -> None:
    done("codebook", "add", "Standards", "--level", "sub-category")
    done("codebook", "add", "Standards / who signs")
    answer = postil("code", "L07", "--quote", "I no longer know", "--as", "who signs")
    assert answer.status == 1
    assert "Conditions / Liability / who signs" in answer.err
    assert "Standards / who signs" in answer.err


def test_a_merged_code_is_found_by_its_old_name(coded: Path, done: Postil) -> None:
    done("codebook", "merge", "unfair", "--into", "who signs", "--reason", "one thing")
    done("code", "L07", "--quote", "I no longer know", "--as", "unfair")
    assert paths(done)[1] == ["Conditions / Liability / who signs"]


def test_quotes_that_stand_several_times_are_refused_with_their_places(
    study: Path, done: Postil, postil: Postil
) -> None:
    answer = postil("code", "L07", "--quote", "the doctor", "--as", "doctor")
    assert answer.status == 1
    assert "2 times in L07 (L07:2, L07:2); --nth" in answer.err
    done("code", "L07", "--quote", "the doctor", "--nth", "2", "--as", "doctor")
    second = L07.index("the doctor", L07.index("the doctor") + 1)
    assert done("units", "--json").json[0]["spans"] == [[second, second + len("the doctor")]]
    assert postil("code", "L07", "--quote", "the doctor", "--nth", "3", "--as", "doctor").status == 1


def test_nth_goes_with_every_quote(study: Path, done: Postil, postil: Postil) -> None:
    order = ("code", "L07", "--quote", "the doctor", "--quote", "My gut", "--as", "doctor", "--nth", "2")
    assert postil(*order).status == 1
    done(*order, "--nth", "1")
    assert texts(done) == [["the doctor", "My gut"]]


def test_nth_is_of_the_quote_before_it(study: Path, done: Postil, postil: Postil) -> None:
    done("code", "L07", "--quote", "the doctor", "--nth", "2", "--quote", "My gut", "--as", "doctor")
    assert texts(done) == [["the doctor", "My gut"]]
    done("code", "L07", "--quote", "That is the one", "--quote", "the doctor", "--nth", "1", "--as", "doctor")
    assert ["That is the one", "the doctor"] in texts(done)
    order = ("code", "L07", "--nth", "2", "--quote", "the doctor", "--quote", "My gut", "--as", "doctor")
    assert postil(*order).status == 2


def test_words_that_stand_nowhere_are_a_mistake(study: Path, postil: Postil) -> None:
    answer = postil("code", "L07", "--quote", "the nurse signs", "--as", "who signs")
    assert answer.status == 1
    assert "does not stand in L07" in answer.err


def test_white_space_and_typographic_marks_of_a_quote_do_not_matter(study: Path, done: Postil) -> None:
    done("code", "L07", "--quote", "the  doctor\nsigns,  and", "--as", "who signs")
    assert texts(done) == [["the doctor signs, and"]]


def test_spans_are_cut_as_a_selection_is(study: Path, done: Postil) -> None:
    start, end = L07.index("simple"), L07.index("I no longer know") + len("I no longer know ")
    done("code", "L07", "--span", f"{start}:{end}", "--as", "who signs")
    assert texts(done) == [["simple.", "I no longer know"]]


def test_a_quote_that_runs_over_the_interviewer_becomes_two_spans(study: Path, done: Postil) -> None:
    done("code", "L07", "--quote", "that is simple. And when a tool has a say? I no longer know", "--as", "x")
    assert texts(done) == [["that is simple.", "I no longer know"]]


def test_the_interviewers_words_may_be_coded_and_it_is_said(study: Path, done: Postil) -> None:
    answer = done("code", "L07", "--quote", "who answers for it?", "--as", "x")
    assert "L07:1 is not a participant's speech." in answer.err
    findings = done("check", "--json").json["method"]
    assert [finding["where"] for finding in findings if finding["rule"] == "no-speech"] == ["L07:1"]


@pytest.mark.parametrize("span", ["5:5", "9:3", "a:b", "5", "1:99999"])
def test_spans_that_are_none_are_refused(span: str, study: Path, postil: Postil) -> None:
    answer = postil("code", "L07", "--span", span, "--as", "x")
    assert answer.status == 1
    assert postil("units", "--json").json == []


def test_neither_quote_nor_span_is_wrong_usage(study: Path, postil: Postil) -> None:
    assert postil("code", "L07", "--as", "x").status == 2
    assert postil("code", "--as", "x").status == 2


def from_lines(run: Postil, *orders: object) -> Answer:
    return run(
        "code", "--from", "-", stdin="\n".join(one if isinstance(one, str) else json.dumps(one) for one in orders)
    )


def test_lines_of_json_are_one_transaction(study: Path, done: Postil) -> None:
    answer = from_lines(
        done,
        {"source": "L07", "quote": "the doctor signs", "as": "Law / who signs", "make": True, "condensed": "signs"},
        "",
        {"source": "L07", "quote": "My gut says", "as": ["who signs", "gut"], "quotation": True, "memo": "Ask."},
        {"source": "L10", "spans": [[L10.index("I could"), L10.index("staff.") + 6]]},
        {"source": "L10", "quote": ["a page", "no box"], "as": "gut"},
    )
    assert len(answer.lines) == 4
    assert paths(done) == [["Law / who signs"], ["Law / who signs", "gut"], ["gut"], []]
    assert done("history", "--json").json[0]["what"] == "code 4 units"
    done("undo")
    assert done("units", "--json").json == []


@pytest.mark.parametrize(
    "line",
    [
        '{"source": "L07", "quote": "nowhere at all", "as": "x"}',
        '{"source": "L99", "quote": "the doctor signs", "as": "x"}',
        '{"source": "L07", "quote": "the doctor signs", "as": "No pile / x"}',
        '{"source": "L07", "quote": "the doctor signs", "as": 7}',
        '{"source": "L07", "quote": "the doctor signs", "code": "x"}',
        '{"source": "L07", "spans": [[1, 2, 3]], "as": "x"}',
        '{"source": "L07", "spans": [[true, 2]], "as": "x"}',
        '{"source": "L07", "quote": "the doctor signs", "quotation": "yes"}',
        '{"source": "L07", "quote": "the doctor signs", "as": " "}',
        '{"source": "L07", "quote": ["the doctor", "My gut"], "nth": 1, "as": "x"}',
        '{"quote": "the doctor signs"}',
        '{"source": "L07"}',
        "[1, 2]",
        "{",
        "[" * 100_000,
    ],
)
def test_an_error_names_its_line_and_nothing_is_kept(line: str, study: Path, postil: Postil) -> None:
    before = postil("history", "--json").json
    answer = from_lines(postil, {"source": "L07", "quote": "My gut says", "as": "gut"}, line)
    assert answer.status == 1
    assert answer.out == ""
    assert answer.err.startswith("Line 2: ")
    assert answer.err.count("\n") == 1
    assert answer.err.endswith("Nothing was coded.\n")
    assert postil("history", "--json").json == before


def test_the_same_unit_twice_in_one_file_is_one(study: Path, done: Postil) -> None:
    order = {"source": "L07", "quote": "My gut says", "as": "gut", "memo": "Ask."}
    answer = from_lines(done, order, order, {**order, "as": "other"})
    assert len(set(answer.lines)) == 1
    assert paths(done) == [["gut", "other"]]
    assert len(done("memos", "--json").json) == 1


def test_the_same_file_again_changes_nothing(study: Path, done: Postil, tmp_path: Path) -> None:
    lines = tmp_path / "units.jsonl"
    lines.write_text('\ufeff{"source": "L07", "quote": "My gut says", "as": "A / gut", "make": true}\r\n', "utf-8")
    first = done("code", "--from", lines)
    assert done("code", "--from", lines).out == first.out
    assert len([entry for entry in done("history", "--json").json if "gut" in entry["what"]]) == 1


def test_every_hit_of_a_search_can_be_coded(study: Path, done: Postil) -> None:
    done("search", "the doctor", "--code", "doctor")
    assert texts(done) == [["the doctor"], ["the doctor"]]
    assert len(done("history", "--json", "-n", "1").json) == 1
    done("undo")
    assert texts(done) == []


def test_hits_are_shown_as_they_are_found_in_one_column(
    study: Path, done: Postil, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened = []
    find, show = search.keyword_in_context, search.output.show

    def found(*arguments: Any, **named: Any) -> Iterator[Hit]:
        for hit in find(*arguments, **named):
            happened.append("found")
            yield hit

    def shown(text: str) -> None:
        happened.append("shown")
        show(text)

    monkeypatch.setattr(search, "keyword_in_context", found)
    monkeypatch.setattr(search.output, "show", shown)
    lines = done("search", "no").lines
    assert happened == ["found", "shown"] * 3
    assert [line.partition(":")[0] for line in lines] == ["L07", "L07", "L10"]
    assert {line[47:49].casefold() for line in lines} == {"no"}
