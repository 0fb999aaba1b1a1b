"""Coding some thirty units over 64 kbit/s with 150 ms delay: `python -m tests.benchmarks.bench_slow_line [TRANSCRIPT]`.

Without a transcript the sample interview L07 is coded. For every kind of key it prints how many bytes
it brought and when the first and the last of them arrived: 300 ms of that is the line's delay, there and back.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.slow_line import Answer, SlowLine

_ROOT = Path(__file__).resolve().parents[2]
UNITS = 30
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
        """Type words letter by letter."""
        for letter in words:
            self.press("a letter", letter)

    def unit(self, number: int) -> None:
        """Code one unit, in one of six ways."""
        self.press("next uncovered", ">")
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


def told(coder: Coder) -> None:
    """Print the table, the slowest first."""
    print(f"{'key':24}{'times':>6}{'bytes':>8}{'most':>8}{'first ms':>10}{'last ms':>9}{'slowest':>9}")
    rows = sorted(coder.answers.items(), key=lambda row: -max(answer.last for answer in row[1]))
    for what, answers in rows:
        counts = [answer.count for answer in answers]
        first = statistics.median(answer.first for answer in answers) * 1000
        last = [answer.last * 1000 for answer in answers]
        print(
            f"{what:24}{len(answers):6}{statistics.median(counts):8.0f}{max(counts):8}"
            f"{first:10.0f}{statistics.median(last):9.0f}{max(last):9.0f}"
        )


def main(transcript: Path) -> None:
    """Code and print."""
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "project"
        made(folder, transcript)
        environment = {"PATH": os.environ["PATH"], "HOME": kept, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        environment["PYTHONPATH"] = str(_ROOT)
        with SlowLine(postil(folder, "open"), folder=folder, environment=environment) as line:
            coder = Coder(line)
            line.wait_for("1 source")
            coder.press("open the source", "\r")
            for number in range(UNITS):
                coder.unit(number)
            # Where the last code is given to a passage that has it already, that is no further unit.
            units = re.search(r"(\d+) units", line.rows[0])
            assert units is not None, "\n".join(line.rows)
            assert int(units[1]) >= UNITS - len(WORDS), "\n".join(line.rows)
            coder.press("to the codebook", "\t")
            coder.press("to the board", "\t")
            coder.press("undo", "u")
            print("\n".join(line.rows))
            told(coder)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else _ROOT / "tests" / "sample" / "interviews" / "L07.txt")
