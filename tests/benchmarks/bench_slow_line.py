"""Coding an interview over 64 kbit/s with 150 ms delay: `python -m tests.benchmarks.bench_slow_line [TRANSCRIPT]`.

Without a transcript it is the beginning of the sample interview L07. One is coded to its last turn, words typed ahead
of the screen as a fast typist does, then the board is gone through. For every kind of key the median and the worst are
printed: bytes, when the first and the last of them arrived, and by how much that is later than the line itself takes,
300 ms there and back and its bytes. What is later than 100 ms is counted as having waited for the screen; of keys typed
ahead, 150 ms of it is the pause after which the rest of what they change is painted.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.slow_line import BITS, DELAY, Answer, SlowLine
from tui.app.pace import PAUSE

_ROOT = Path(__file__).resolve().parents[2]
APART = 0.12
"""Seconds between letters: a hundred words a minute."""
FEW = 12
"""Units of the sample interview that are enough to see how keys fare."""
MOST = 300
"""Units after which an interview is long enough."""
WORDS = ("self taught", "school paid off", "friends first", "left the big studio", "learned by doing", "luck")


def postil(folder: Path, *words: str) -> list[str]:
    """Return the command that runs Postil as coder."""
    return [sys.executable, "-m", "tui", "-C", str(folder), "--coder", "Lena Pohl", *words]


def made(folder: Path, transcript: Path) -> None:
    """Make a project with one transcript."""
    import subprocess

    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    new = [sys.executable, "-m", "tui", "new", str(folder), "--title", "Slow", "--aim", "Why do they stay?"]
    for command in (new, postil(folder, "import", str(transcript))):
        subprocess.run(command, check=True, env=environment, capture_output=True)


class Coder:
    """Codes, and notes what every key brought."""

    def __init__(self, line: SlowLine) -> None:
        """Work on a line."""
        self.line = line
        self.answers: dict[str, list[Answer]] = defaultdict(list)

    def press(self, what: str, keys: str) -> None:
        """Press a key and wait for its answer."""
        self.answers[what].append(self.line.press(keys))

    def type(self, words: str) -> None:
        """Type words without waiting for their letters."""
        self.answers["words"].append(self.line.type_ahead(list(words), APART))

    def unit(self, number: int) -> bool:
        """Code one unit, in one of six ways; answers whether there was anything to code."""
        self.press("next uncovered", ">")
        if self.line.shows("No uncovered passage follows") or self.line.shows("All is covered"):
            return False
        way, words = number % 6, WORDS[number % len(WORDS)]
        if way == 0:
            self.press("open the picker", "\r")
            self.type(words)
            self.press("take", "\r")
        elif way == 1:
            self.press("the last code again", ".")
        elif way == 2:
            self.press("select a sentence", "s")
            self.press("one more", "s")
            self.press("condense", "c")
            self.type("they began alone")
            self.press("keep", "\r")
            self.press("open the picker", "\r")
            self.type(words)
            self.press("take", "\r")
        elif way == 3:
            self.press("select freely", "v")
            for _ in range(6):
                self.press("a word", "w")
            self.press("in vivo", "i")
            self.press("take", "\r")
        elif way == 4:
            self.press("select a sentence", "s")
            self.press("hold", "+")
            self.press("next turn", "J")
            self.press("select a sentence", "s")
            self.press("the last code again", ".")
        else:
            self.press("page on", " ")
            self.press("page back", "\x1b[5~")
            self.press("the last code again", ".")
        return True


def late(answer: Answer) -> float:
    """Return by how many milliseconds the last byte came later than the line takes."""
    return (answer.last - 2 * DELAY) * 1000 - answer.after / BITS * 8_000 if answer.last else 0.0


def told(coder: Coder) -> None:
    """Print the table, the latest first, and how often one would have waited."""
    print(f"{'key':24}{'times':>6}{'bytes':>8}{'most':>8}{'first':>10}{'last':>9}{'slowest':>9}{'late':>7}{'worst':>7}")
    rows = sorted(coder.answers.items(), key=lambda row: -max(map(late, row[1])))
    for what, answers in rows:
        counts, lates = [answer.count for answer in answers], [late(answer) for answer in answers]
        first = statistics.median(answer.first for answer in answers) * 1000
        last = [answer.last * 1000 for answer in answers]
        print(
            f"{what:24}{len(answers):6}{statistics.median(counts):8.0f}{max(counts):8}{first:10.0f}"
            f"{statistics.median(last):9.0f}{max(last):9.0f}{statistics.median(lates):7.0f}{max(lates):7.0f}"
        )
    pauses = {"words": PAUSE * 1000, "down the tray": PAUSE * 1000}
    waits = [late(one) - pauses.get(what, 0) > 100 for what, answers in rows for one in answers]
    total = sum(one.count for _, answers in rows for one in answers)
    print(f"{len(waits)} answers, {total:,} bytes, {sum(waits)} times later than the line by more than 100 ms")


def main(transcript: Path, most: int) -> None:
    """Code at most so many units of a transcript, and print."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "project"
        made(folder, transcript)
        environment = {"PATH": os.environ["PATH"], "HOME": kept, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment["PYTHONPATH"] = str(_ROOT)
        with SlowLine(postil(folder, "open"), folder=folder, environment=environment) as line:
            coder = Coder(line)
            line.wait_for("1 source")
            coder.press("open the source", "\r")
            number = 0
            while number < most and coder.unit(number):
                number += 1
            units = re.search(r"(\d+) units", line.rows[0])
            assert units is not None, "\n".join(line.rows)
            # Where the last code is given to a passage that has it already, that is no further unit.
            assert int(units[1]) >= number * 2 // 3, "\n".join(line.rows)
            coder.press("to the codebook", "\t")
            coder.press("to the board", "\t")
            coder.press("to the tray", "gg")
            coder.answers["down the tray"].append(line.type_ahead(["j"] * 6, APART))
            coder.press("mark", " ")
            coder.press("a pile", "A")
            coder.press("undo", "u")
            print("\n".join(line.rows))
            told(coder)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), MOST)
    else:
        main(_ROOT / "tests" / "sample" / "interviews" / "L07.txt", FEW)
