"""Files are verified in another process, which tells what this one would."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.study import study
from tests.store.disk import journal_of
from tui.errors import Damaged
from tui.store.aside import CheckAside


def test_a_sound_project_is_sound_from_aside(tmp_path: Path) -> None:
    with study(tmp_path / "study") as store:
        assert CheckAside(store.folder).problems() == store.check() == []


def test_what_is_damaged_is_told_as_this_process_would_tell_it(tmp_path: Path) -> None:
    with study(tmp_path / "study") as store:
        journal = journal_of(store)
        lines = journal.read_bytes().split(b"\n")
        lines[-2] = lines[-2].replace(b"nodes", b"nOdes", 1).replace(b"sources", b"sOurces", 1)
        journal.write_bytes(b"\n".join(lines))
        found = CheckAside(store.folder).problems()
        assert found
        assert [each.what for each in found if "damaged" in each.what]
        assert {type(each.where) for each in found} == {str}


def test_a_check_that_is_stopped_or_cannot_be_made_says_so(tmp_path: Path) -> None:
    with study(tmp_path / "study") as store:
        check = CheckAside(store.folder)
        check.stop()
        with pytest.raises(Damaged, match="could not be checked"):
            check.problems()
        check.stop()
    with pytest.raises(Damaged, match="could not be checked"):
        CheckAside(tmp_path / "nowhere").problems()


def test_nothing_is_written_by_looking(tmp_path: Path) -> None:
    with study(tmp_path / "study") as store:
        before = {path: path.stat().st_mtime_ns for path in (tmp_path / "study").rglob("*")}
        CheckAside(store.folder).problems()
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / "study").rglob("*")} == before
