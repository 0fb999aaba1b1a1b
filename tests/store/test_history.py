"""History: everything, the newest first, by whom and when, from all journals."""

from __future__ import annotations

from pathlib import Path

from tests.store.disk import AT, Put, a_folder, a_store, step, write_journal
from tui.store.project import Store
from tui.store.reading import raw_lines_backwards


def test_history_runs_over_all_journals_from_the_newest(tmp_path: Path) -> None:
    maria = a_store(tmp_path)
    maria.commit(Put("nodes", "n1", {"name": "a"}, "create code a"))
    jon = Store.open(maria.folder, coder="jon")
    jon.commit(Put("nodes", "n1", {"name": "b"}, "rename code a"))
    maria.poll()
    maria.commit(Put("nodes", "n1", {"name": "c"}, "rename code b"))
    assert [(entry.n, entry.coder, entry.what) for entry in maria.history()] == [
        (4, "maria", "rename code b"),
        (3, "jon", "rename code a"),
        (2, "maria", "create code a"),
        (1, "", "begin the project Leaders and AI"),
    ]
    newest = next(maria.history())
    assert newest.ops == [["nodes", "n1", {"name": "b"}, {"name": "c"}]]
    assert newest.at.endswith("Z")
    assert newest.journal == maria.state.journal


def test_a_line_in_two_journals_is_told_once(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    path = write_journal(folder, "jon.000001", [step(2, ["nodes", "n1", None, {"name": "a"}], do="once")])
    path.with_name("jon.000002.jsonl").write_bytes(path.read_bytes())
    assert [entry.what for entry in Store.open(folder).history()].count("once") == 1


def test_damaged_lines_are_left_out(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    path = write_journal(folder, "jon.000001", [step(2, do="first"), step(3, do="second"), step(4, do="third")])
    path.write_bytes(path.read_bytes().replace(b'"second"', b'"sXcond"'))
    assert [entry.what for entry in Store.open(folder).history()][:-1] == ["third", "first"]


def test_a_file_is_read_backwards_a_piece_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    lines = [b"%d %s" % (number, b"x" * (number * 37 % 500)) for number in range(2000)]
    path.write_bytes(b"\n".join(lines) + b"\n")
    assert list(raw_lines_backwards(path)) == lines[::-1]
    path.write_bytes(b"\n".join([*lines, b"y" * 200_000, b"end"]))
    assert list(raw_lines_backwards(path)) == [b"end", b"y" * 200_000, *lines[::-1]]
    path.write_bytes(b"")
    assert list(raw_lines_backwards(path)) == []


def test_times_are_those_of_the_coders_clock(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    write_journal(folder, "jon.000001", [step(2, do="long ago")])
    assert next(Store.open(folder).history()).at == AT


def test_history_of_some_tables_tells_what_touches_them_and_what_was_taken_back(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    store.commit(Put("nodes", "n1", {"name": 'a ["units", b'}, "create code a"))
    store.commit(Put("units", "u1", {"condensed": 'says ["nodes", but is none'}, "condense a unit"))
    store.commit(Put("units", "u2", {"condensed": "c"}, "condense another"))
    store.commit(Put("memos", "m1", {"text": "d"}, "write a memo"), Put("nodes", "n1", {"name": "e"}, "rename"))
    store.undo()
    assert [(entry.what, entry.undoes is not None) for entry in store.history("nodes") if entry.ops] == [
        ("undo: write a memo and 1 more", True),
        ("write a memo and 1 more", False),
        ("create code a", False),
    ]
    assert [entry.what for entry in store.history("passes")] == ["undo: write a memo and 1 more"]
