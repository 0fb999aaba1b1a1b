"""Formats: older ones are lifted, newer ones are read but never written, and blind journals stay shut."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.disk import AT, Put, a_folder, project_id, step
from tui.errors import ReadOnly
from tui.store import migrate
from tui.store.line import Record, encoded
from tui.store.project import Store


def write_with_header(folder: Path, name: str, header: Record, *records: Record) -> None:
    previous, lines = "", []
    for record in ({"n": 0, "project": project_id(folder), "coder": "jon", "at": AT, **header}, *records):
        raw, previous = encoded(record, previous)
        lines.append(raw)
    (folder / "journal" / f"{name}.jsonl").write_bytes(b"".join(lines))


def test_lines_of_an_older_format_are_lifted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def categories_were_called_groups(record: Record) -> Record:
        operations = [["nodes" if table == "groups" else table, *rest] for table, *rest in record.get("ops", [])]
        return {**record, "ops": operations} if operations else record

    monkeypatch.setattr(migrate, "LIFTS", {0: categories_were_called_groups})
    folder = a_folder(tmp_path)
    old = step(2, ["groups", "g1", None, {"name": "Conditions"}])
    write_with_header(folder, "jon.000001", {"format": 0}, old)
    store = Store.open(folder, coder="maria")
    assert store.project.get("nodes", "g1") == {"id": "g1", "name": "Conditions"}
    store.commit(Put("nodes", "g1", {"name": "Terms"}))
    assert store.project.tables["nodes"]["g1"]["name"] == "Terms"


def test_a_newer_format_is_read_and_says_which_version_writes_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    strange = {"n": 3, "at": AT, "do": "weave", "weave": {"new": True}}
    write_with_header(
        folder, "jon.000001", {"format": 2, "needs": "3.1"}, step(2, ["nodes", "n1", None, {"name": "a"}]), strange
    )
    store = Store.open(folder, coder="maria")
    assert store.project.get("nodes", "n1") is not None
    assert "install Postil 3.1 or later" in store.read_only
    with pytest.raises(ReadOnly, match=r"3\.1"):
        store.commit(Put("nodes", "n1", {"name": "b"}))
    store.close()
    assert not list((folder / "journal").glob("maria.*"))


def test_a_project_that_becomes_newer_while_open_is_written_no_more(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    store = Store.open(folder, coder="maria")
    store.commit(Put("nodes", "n1", {"name": "a"}))
    write_with_header(folder, "jon.000001", {"format": 2}, step(2, ["nodes", "n2", None, {"name": "b"}]))
    store.poll()
    with pytest.raises(ReadOnly, match="format 2"):
        store.commit(Put("nodes", "n1", {"name": "c"}))


def test_a_blind_journal_is_not_read(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    write_with_header(folder, "jon.000001", {"format": 1, "blind": "s1"}, step(2, ["nodes", "n1", None, {"name": "a"}]))
    store = Store.open(folder, coder="jon")
    assert store.project.get("nodes", "n1") is None
    assert store.poll() is None
    store.commit(Put("nodes", "n2", {"name": "b"}))
    assert store.state.journal != "jon.000001"
