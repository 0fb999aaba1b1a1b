"""What is typed to measure the app, and the bars that the answers must keep: bytes, and milliseconds to the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.benchmarks.bench_store import Table
from tests.benchmarks.meter import Answer, Metered

CTRL_C = "\x03"
_BODY, _FOOT = slice(2, 33), slice(34, 39)
"""Rows of the screen: the text, and the lines below it."""


class Keys:
    """A program that keys are typed to, and the table of what that costs."""

    def __init__(self, table: Table, program: Metered) -> None:
        self.table = table
        self.program = program

    def type(self, keys: Iterable[str]) -> list[Answer]:
        """Type keys one by one."""
        return [self.program.press(key) for key in keys]

    def row(
        self,
        what: str,
        answers: Sequence[Answer],
        size: int | None = None,
        spent: float | None = None,
        *,
        quantile: float = 0.95,
        of_sizes: float = 0.5,
    ) -> None:
        """Print what a kind of key costs: a quantile of the bytes, the median unless told, and one of the times."""
        assert answers, f"{what}: nothing was measured"
        written = sorted(answer.size for answer in answers)[round(of_sizes * (len(answers) - 1))]
        late = sorted(answer.milliseconds for answer in answers)[round(quantile * (len(answers) - 1))]
        bars = [f"{size:,} B"] if size is not None else []
        bars += [f"{spent:g} ms"] if spent is not None else []
        met = (size is None or written <= size) and (spent is None or late <= spent)
        self.table.row(f"{what} ({len(answers)})", "≤ " + ", ".join(bars), f"{written:,.0f} B, {late:.1f} ms", met=met)


def transcript_keys(keys: Keys, folder: Path) -> None:
    """Read, select, look at the codebook, choose a code, code."""
    keys.type(["\x1b[6~"] * 5)
    lines(keys)
    pages = keys.type(["\x1b[6~"] * 25)
    keys.row("a page on", pages, 2_200, 33)
    sentences = []
    for _ in range(15):
        sentences += keys.type("s")
        keys.type([CTRL_C, ")"])
    keys.row("select a sentence", sentences, 250)
    focused = keys.type(["\t", "\x1b[Z"] * 10)
    keys.row("transcript to codebook and back", focused, 1_500)
    coding(keys, folder)


def lines(keys: Keys, times: int = 150) -> None:
    """Go down a line: within what is in view, with the same unit below the text or another, and scrolling."""
    stays: list[Answer] = []
    changes: list[Answer] = []
    scrolls: list[Answer] = []
    for _ in range(times):
        before = _rows_of_text(keys)
        answer = keys.program.press("j")
        after = _rows_of_text(keys)
        if before[0] != after[0]:
            scrolls.append(answer)
            if len(scrolls) % 4 == 0:
                keys.type(["k"] * 12)
        else:
            (stays if before[1] == after[1] else changes).append(answer)
    keys.row("a line down, the unit stays", stays, 100, 16)
    keys.row("a line down, another unit", changes, 300, 16)
    keys.row("a line down that scrolls", scrolls, 2_000, 16)


def _rows_of_text(keys: Keys) -> tuple[list[str], list[str]]:
    """Return what stands in the transcript's text, and what below it."""
    rows = keys.program.rows
    return [row[1:60] for row in rows[_BODY]], [row[:60] for row in rows[_FOOT]]


def coding(keys: Keys, folder: Path) -> None:
    """Open the picker on a sentence, type in it, take a code; then the last code again."""
    opened, typed, taken, again = [], [], [], []
    for _ in range(10):
        keys.type(">")
        opened += keys.type("\r")
        typed += keys.type("wh")
        taken.append(_coded(keys, folder, "\r"))
        keys.type(">")
        again.append(_coded(keys, folder, "."))
    keys.row("open the picker", opened, 6_000, 33, quantile=0.5)
    keys.row("a letter in it", typed, 2_500)
    keys.row("code: on disk and on the screen", taken, None, 50, quantile=0.5)
    keys.row("the last code again", again, None, 50, quantile=0.5)


def _coded(keys: Keys, folder: Path, key: str) -> Answer:
    """Press what codes, and see that it is on the disk."""
    before = _journals(folder)
    answer = keys.program.press(key)
    assert _journals(folder) > before, "\n".join(["nothing was coded:", *keys.program.rows])
    return answer


def _journals(folder: Path) -> int:
    return sum(path.stat().st_size for path in (folder / "journal").glob("*.jsonl"))


def nodes_keys(keys: Keys) -> None:
    """Move, carry and throw cards, filter them; go to the codebook, fold piles, filter rows."""

    def row(what: str, answers: Sequence[Answer], of_sizes: float = 0.95) -> None:
        keys.row(what, answers, 2_500, 33, of_sizes=of_sizes)

    row("a card on", keys.type("j" * 20 + "k" * 20))
    row("a column on", keys.type("lh" * 10))
    row("carry a card", keys.type("LH" * 12))
    thrown = []
    for letter in "abcdefghijkm" * 2:
        keys.type("t")
        thrown += keys.type(letter)
    row("throw a card", thrown)
    row("filter cards by a letter, half of the times", filtering(keys), of_sizes=0.5)
    keys.type(["g", "2"])
    row("codebook: a row on", keys.type("j" * 20))
    row("reorder", keys.type("JK" * 12))
    row("fold, unfold", keys.type("hl" * 15))
    row("filter rows by a letter", filtering(keys))


def filtering(keys: Keys) -> list[Answer]:
    """Type words that rows are filtered by."""
    letters = []
    for word in ("sig", "tru", "wai", "box"):
        keys.type("/")
        letters += keys.type(word)
        keys.type([CTRL_C] * 3)
    return letters
