"""Disks and systems that fail: full, limited, not syncing, read only, without locks, files replaced, a narrow umask."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.disk import Put, a_folder, a_store, journal_of, shown
from tests.torture.arena import alive, counts, forked, let_everybody_pass, replayed, told, without_syncing
from tui.errors import Mistake, NotSaved, PostilError, ReadOnly
from tui.store.project import Store

NOBODY = 65534

as_root = pytest.mark.skipif(os.getuid() != 0, reason="only root may become somebody else or mount")


@counts(40, 1200)
def test_a_limit_on_the_files_size_tears_no_line(tmp_path: Path, count: int) -> None:
    store, draw, saved = a_store(tmp_path), random.Random(count), set[str]()
    store.commit(Put("memos", "first", {"text": "x"}))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    refused = 0
    for number in range(count):
        path = journal_of(store)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + draw.randint(0, 300), hard))
        try:
            store.commit(Put("memos", f"m{number}", {"text": "y" * draw.randint(0, 300)}))
            saved.add(f"m{number}")
        except NotSaved as error:
            refused += 1
            assert "file too large" in str(error)  # noqa: PT017 - both outcomes are right
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert path.read_bytes().endswith(b"\n")
        assert alive(store.project.tables) == saved | {"first"}
    assert refused > count // 4
    assert replayed(store.folder).tables == store.project.tables
    assert store.check() == []
    told(refused, f"refused writes among {count:,}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 kB, where one can be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(place)], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no small file system can be mounted here: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@as_root
@counts(3, 60)
def test_a_full_disk_loses_nothing_and_room_makes_it_work_again(small_disk: Path, count: int) -> None:
    store, draw, saved = a_store(small_disk), random.Random(count), set[str]()
    number = refused = 0
    for each in range(count):
        while True:
            number += 1
            try:
                store.commit(Put("memos", f"m{number}", {"text": "z" * draw.randint(10, 6000)}))
                saved.add(f"m{number}")
            except NotSaved as error:
                refused += 1
                assert "no space left" in str(error)  # noqa: PT017 - it ends the loop
                break
        assert store.checkpoint() in (True, False)
        assert alive(replayed(store.folder).tables) == saved == alive(store.project.tables)
        with pytest.raises(NotSaved, match="no space left"):
            store.add_text("words " * 50_000)
        subprocess.run(["mount", "-o", f"remount,size={256 + 32 * (each + 1)}k", str(small_disk)], check=True)
        store.commit(Put("memos", f"again{number}", {"text": "room"}))
        saved.add(f"again{number}")
    assert shown(Store.open(store.folder)) == shown(store)
    assert not list((store.folder / "texts").iterdir())
    told(refused, f"times a full disk, {len(saved):,} edits kept")


@counts(60, 2500)
def test_a_failing_sync_closes_the_journal_and_keeps_what_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    draw, failed = random.Random(count), 0

    def fsync(descriptor: int) -> None:
        if draw.random() < 0.2:
            raise OSError(errno.EIO, "Input/output error")

    store, saved = a_store(tmp_path), set[str]()
    monkeypatch.setattr(os, "fsync", fsync)
    for number in range(count):
        try:
            store.commit(Put("memos", f"m{number}", {"text": "x"}))
            saved.add(f"m{number}")
        except NotSaved as error:
            failed += 1
            assert "NOT SAVED" in str(error)  # noqa: PT017 - both outcomes are right
        assert alive(store.project.tables) == saved
    monkeypatch.undo()
    store.commit(Put("memos", "last", {"text": "x"}))
    assert alive(replayed(store.folder).tables) == saved | {"last"}
    assert shown(Store.open(store.folder, coder="jon")) == shown(store)
    told(failed, f"failed syncs among {count:,} edits")


@as_root
def test_a_folder_one_may_only_read_is_read_and_says_so(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    with Store.open(folder, coder="maria") as store:
        store.commit(Put("memos", "m1", {"text": "x"}))
        digest = store.add_text("words")
    let_everybody_pass(tmp_path)
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o755 if path.is_dir() else 0o644)

    def task(say: Callable[[str], None]) -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        with Store.open(folder, coder="jon") as store:
            say(store.read_only)
            say(" ".join(alive(store.project.tables)) + store.texts[digest])
            for refused in (
                lambda: store.commit(Put("memos", "m2", {"text": "x"})),
                store.undo,
                store.redo,
                store.repair,
                lambda: store.add_text("more"),
            ):
                with pytest.raises(ReadOnly, match="may not write"):
                    refused()
            say(f"{store.checkpoint()} {store.state.write({'place': 1})} {store.poll()}")

    said = forked(task).acknowledged()
    assert "may not write in this project, only read it" in said[0]
    assert said[1:] == ["m1words", "False False None"]
    told(1, "read-only folder")


@as_root
def test_a_journal_one_may_not_read_counts_as_not_there_until_one_may(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, group=True)
    with Store.open(folder, coder="maria") as store:
        store.commit(Put("memos", "m1", {"text": "x"}))
        (folder / "project.json").unlink(missing_ok=True)
        store._shown.is_ahead = False
    journal = next((folder / "journal").glob("maria.*.jsonl"))
    let_everybody_pass(tmp_path)
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o777 if path.is_dir() else 0o644)
    journal.chmod(0o600)

    def task(say: Callable[[str], None]) -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        store = Store.open(folder, coder="jon")
        say(
            f"{sorted(alive(store.project.tables))} {store.checkpoint()} {len(store.problems)} {len(store.check()) > 0}"
        )
        store.commit(Put("memos", "m2", {"text": "x"}))
        store.poll()
        say(f"{sorted(alive(store.project.tables))}")

    assert forked(task).acknowledged() == ["[] False 1 True", "['m2']"]
    with Store.open(folder, coder="maria") as store:
        assert alive(store.project.tables) == {"m1", "m2"}
    told(1, "journal that may not be read")


@counts(6, 60)
def test_without_any_locks_every_session_has_a_journal_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    def no_locks(descriptor: int, how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    folder, journals = a_folder(tmp_path), set()
    for number in range(count):
        first, second = Store.open(folder, coder="maria"), Store.open(folder, coder="maria")
        for session, store in enumerate((first, second)):
            store.commit(Put("memos", f"m{number}{session}", {"text": "x"}))
            journals.add(store.state.journal)
        assert Store.open(folder).last_coder() == "maria"
        first.close()
        second.close()
    monkeypatch.undo()
    with Store.open(folder, coder="maria") as store:
        store.commit(Put("memos", "with locks", {"text": "x"}))
        assert store.state.journal not in journals
        assert len(journals) == 2 * count
        assert len(alive(store.project.tables)) == 2 * count + 1
        assert store.check() == []
    told(2 * count, "sessions without locks")


@counts(40, 800)
def test_a_journal_replaced_underneath_loses_no_edit(
    quick_place: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    without_syncing(monkeypatch)
    draw, saved, begun_with = random.Random(count), set[str](), 1
    store = a_store(quick_place)
    store.commit(Put("memos", "m", {"text": "x"}))
    saved.add("m")
    for number in range(count):
        for each in range(draw.randint(1, 4)):
            store.commit(Put("memos", f"m{number}.{each}", {"text": "x" * draw.randint(0, 100)}))
            saved.add(f"m{number}.{each}")
        # What earlier sessions wrote is cut off in place only in the tests of the checkpoint, which then restores it.
        before = journal_of(store)
        _strange_hand(before, draw, begun_with)
        store.commit(Put("memos", f"after{number}", {"text": "x"}))
        saved.add(f"after{number}")
        begun_with = begun_with if journal_of(store) == before else 1
        store.poll()
        assert alive(store.project.tables) == saved
        if draw.random() < 0.1 or number == count - 1:
            store.close()
            store = Store.open(store.folder, coder="maria")
            store.commit(Put("memos", f"opened{number}", {"text": "x"}))
            saved.add(f"opened{number}")
            begun_with = len(journal_of(store).read_bytes().splitlines())
            assert alive(replayed(store.folder).tables) == saved
    told(count, "journals replaced underneath")


def _strange_hand(path: Path, draw: random.Random, begun_with: int) -> None:
    """Do to a journal what git, a backup or a person might; cut in place, it keeps the lines it was begun with."""
    data = path.read_bytes()
    lines = data.splitlines(keepends=True)
    kept = b"".join(lines[: draw.randint(1, len(lines))])
    what = draw.randrange(6)
    if what == 0:
        path.unlink()
    elif what == 1:
        path.write_bytes(b"".join(lines[: draw.randint(begun_with, len(lines))]))
    elif what == 2:
        path.write_bytes(data + b'{"n":')
    elif what == 3:
        later = lines[begun_with:]
        draw.shuffle(later)
        path.write_bytes(b"".join(lines[:begun_with] + later))
    else:
        other = path.with_suffix(".restored")
        shutil.copyfile(path, other)
        if what == 4:
            other.write_bytes(kept)
        other.replace(path)


@as_root
@pytest.mark.parametrize("rounds", [3, pytest.param(60, marks=pytest.mark.torture)])
def test_a_group_works_together_under_a_umask_of_077(tmp_path: Path, rounds: int) -> None:
    shared_group, users = 54320, {"maria": 54321, "jon": 54322}
    let_everybody_pass(tmp_path)
    place = tmp_path / "shared"
    place.mkdir()
    os.chown(place, users["maria"], shared_group)
    place.chmod(0o2775)

    def become(coder: str) -> None:
        os.setgroups([shared_group])
        os.setgid(70000 + users[coder])
        os.setuid(users[coder])
        os.umask(0o077)

    def found(say: Callable[[str], None]) -> None:
        become("maria")
        say(str(a_folder(place, group=True)))

    folder = Path(forked(found).acknowledged()[0])
    for number in range(rounds):
        for coder in users:

            def work(say: Callable[[str], None], coder: str = coder, number: int = number) -> None:
                become(coder)
                with Store.open(folder, coder=coder) as store:
                    say(str(len(alive(store.project.tables))))
                    digest = store.add_text(f"words of {coder} {number}")
                    store.commit(Put("memos", f"{coder}{number}", {"text": digest}))
                    assert store.checkpoint()
                    for memo in store.project.alive("memos"):
                        assert store.texts[memo["text"]]
                    assert store.problems == []

            before = 2 * number + list(users).index(coder)
            assert forked(work).acknowledged() == [str(before)]
    told(2 * rounds, "sessions of a group under umask 077")


@counts(30, 400)
def test_whatever_the_system_refuses_is_told_in_a_sentence(
    quick_place: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    without_syncing(monkeypatch)
    draw, refused, saved = random.Random(count), 0, set[str]()
    folder = a_folder(quick_place)
    refusals = [
        OSError(number, os.strerror(number)) for number in (errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EACCES)
    ]
    for number in range(count):
        name = draw.choice(["open", "write", "ftruncate", "fchmod", "pread", "fstat"])
        real, likelihood = getattr(os, name), draw.choice((0.05, 0.5, 1.0))

        def failing(*arguments: object, real: Callable[..., object] = real, likely: float = likelihood) -> object:
            if draw.random() < likely:
                raise draw.choice(refusals)
            return real(*arguments)

        store = Store.open(folder, coder="maria")
        with monkeypatch.context() as system:
            system.setattr(os, name, failing)
            try:
                store.commit(Put("memos", f"m{number}", {"text": "x"}))
                saved.add(f"m{number}")
                store.poll()
            except PostilError:
                refused += 1
        store.close()
        assert alive(replayed(folder).tables) >= saved
    with Store.open(folder, coder="maria") as store:
        assert alive(store.project.tables) >= saved
        store.commit(Put("memos", "last", {"text": "x"}))
    told(refused, f"refusals of all kinds among {count:,}")


@as_root
def test_a_folder_one_may_not_look_into_is_said(tmp_path: Path) -> None:
    folder = a_folder(tmp_path)
    let_everybody_pass(tmp_path)
    folder.chmod(0o700)

    def task(say: Callable[[str], None]) -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        with pytest.raises(Mistake, match="may not look into"):
            Store.open(folder)

    forked(task).acknowledged()
