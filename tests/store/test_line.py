"""Lines: every byte counts, and damage to one costs no other."""

from __future__ import annotations

import json

import pytest

from tests.store.disk import AT, step
from tui.store.line import Line, are_well_formed, decoded, encoded, is_sound, line_of, sound_parts, sum_in
from tui.store.reading import sift, understood

RECORD = step(7, ["units", "u1", None, {"condensed": "“unklar” – whose decision\nit is \u2028 🙂"}], do="mark a unit")


def test_a_line_is_one_line_of_json_that_carries_its_own_sum() -> None:
    raw, total = encoded(RECORD, "0064000000000000")
    assert raw.endswith(b"\n")
    assert raw.count(b"\n") == 1
    assert json.loads(raw) == {**RECORD, "prev": "0064000000000000", "sum": total}
    assert is_sound(raw[:-1])
    assert sum_in(raw[:-1]) == total


@pytest.mark.parametrize("bit", [0, 5])
def test_a_flip_of_any_byte_of_a_line_shows(bit: int) -> None:
    raw = encoded(RECORD, "")[0][:-1]
    for place in range(len(raw)):
        spoilt = bytearray(raw)
        spoilt[place] ^= 1 << bit
        assert not is_sound(bytes(spoilt)), place


def test_half_a_surrogate_pair_survives_writing_and_reading() -> None:
    raw, _ = encoded(step(1, ["memos", "m1", None, {"text": "broken \ud83d paste"}]), "")
    assert decoded([raw[:-1]])[0]["ops"][0][3] == {"text": "broken \ud83d paste"}


def test_a_number_that_json_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        encoded(step(1, ["memos", "m1", None, {"text": float("nan")}]), "")


def test_a_line_comes_back_as_it_was_written() -> None:
    line = Line(9, AT, "undo: rename", [["nodes", "n1", {"name": "a"}, {"name": "b"}]], undo=(4, "jon.1"))
    raw, total = encoded(line.record(), "")
    back = line_of(decoded([raw[:-1]])[0], "maria.1")
    assert (back.n, back.do, back.ops, back.undo, back.redo) == (9, line.do, line.ops, (4, "jon.1"), None)
    assert back.order == (9, "maria.1", total)


def test_two_lines_joined_by_a_spoilt_break_are_both_found() -> None:
    first, second = encoded(step(1), "")[0][:-1], encoded(step(2), "")[0][:-1]
    assert sound_parts(first + b"\x8a" + second) == [first, second]
    assert sound_parts(b"\0\0" + first + bytes(40) + second[:-1]) == [first]


def test_bytes_are_told_apart_into_lines_damage_and_an_unfinished_end() -> None:
    first, second, third = (encoded(step(n), "")[0] for n in (1, 2, 3))
    found = sift(first + b"{garbage}\n" + second + third[:20], 100)
    assert found.lines == [first[:-1], second[:-1]]
    assert [(damage.start, damage.raw) for damage in found.damaged] == [(100 + len(first), b"{garbage}")]
    assert found.end == 100 + len(first) + len(b"{garbage}\n") + len(second)
    assert found.tail == third[:20]


def test_a_last_line_without_its_break_is_complete_if_its_sum_holds() -> None:
    first, second = encoded(step(1), "")[0], encoded(step(2), "")[0]
    found = sift(first + second[:-1], 0)
    assert found.lines == [first[:-1], second[:-1]]
    assert (found.end, found.tail) == (len(first + second) - 1, b"")


def test_a_last_line_whose_break_is_spoilt_is_kept_and_the_spoilt_byte_is_not() -> None:
    first, second = encoded(step(1), "")[0], encoded(step(2), "")[0]
    found = sift(first + second[:-1] + b"\x0b", 0)
    assert found.lines == [first[:-1], second[:-1]]
    assert (found.end, found.tail) == (len(first + second) - 1, b"\x0b")


@pytest.mark.parametrize(
    "body",
    [
        b"[]",
        b'"text"',
        b'{"n":true,"sum":"x"}',
        b'{"n":1,"ops":5,"sum":"x"}',
        b'{"n":1,"ops":[["units","u",null]],"sum":"x"}',
        b'{"n":1,"ops":[["units",5,null,{}]],"sum":"x"}',
        b'{"n":1,"ops":[["units","u",[],{}]],"sum":"x"}',
        b'{"n":1,"ops":[],"undo":[1],"sum":"x"}',
    ],
)
def test_what_a_stranger_wrote_with_a_right_sum_is_not_taken_for_a_line(body: bytes) -> None:
    assert not are_well_formed([json.loads(body)])
    assert understood([body]) == ([], 1)


def test_one_line_that_is_no_json_costs_only_itself() -> None:
    good = encoded(step(1), "")[0][:-1]
    records, strange = understood([good, b"{", good + b"," + good, b"[" * 100_000])
    assert ([record["n"] for record in records], strange) == ([1], 3)
