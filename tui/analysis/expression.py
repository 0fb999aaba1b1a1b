"""Regular expressions that users write, run where they can be stopped: a process of its own.

Python's `re` has no time limit and holds the interpreter while it matches, so a runaway expression in this process
would stop everything. The other process needs nothing but the standard library and starts in a few milliseconds.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import IO

from tui.errors import Mistake

PATIENCE = 2.0
"""Seconds that one source may take."""

# It reads the expression, then a text a line; it answers a line each: what is wrong, or the places found.
_PROGRAM = """
import json, re, sys
reads, writes = sys.stdin.buffer, sys.stdout
def answer(said):
    writes.write(json.dumps(said) + "\\n")
    writes.flush()
order = json.loads(reads.readline())
try:
    found = re.compile(order["expression"], re.MULTILINE | (re.IGNORECASE if order["ignores_case"] else 0)).finditer
    answer(None)
except (re.error, OverflowError, RecursionError, MemoryError) as problem:
    answer(str(problem) or type(problem).__name__)
for line in reads:
    answer([match.span() for match in found(json.loads(line)) if match.end() > match.start()])
"""


class Expression:
    """A regular expression, ready to be matched against texts until it is closed (a context manager)."""

    def __init__(self, expression: str, *, ignores_case: bool) -> None:
        """Start the process and let it read the expression.

        Raises:
            Mistake: the expression is not one, or could not be read in time.
        """
        self.expression = expression
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", _PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        try:
            problem = json.loads(self._asked({"expression": expression, "ignores_case": ignores_case}))
            if problem is not None:
                raise Mistake(f"“{expression}” is not a regular expression: {problem}.")
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Expression:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:  # what was still to be sent has no reader any more
                    continue
        self._process.wait()

    def matches(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the places in a text that match, as half-open ranges; matches of nothing are left out.

        Raises:
            Mistake: two seconds were not enough.
        """
        found: list[list[int]] = json.loads(self._asked(text))
        return ((start, end) for start, end in found)

    def _asked(self, question: object) -> bytes:
        """Return the other process's answer. Its questions are read whole before it works, so sending cannot block."""
        ends = time.monotonic() + PATIENCE
        sends, reads = self._pipes()
        try:
            sends.write(json.dumps(question).encode() + b"\n")
            sends.flush()
        except BrokenPipeError:
            raise self._gave_up("the search ended before its time") from None
        answer = b""
        while not answer.endswith(b"\n"):
            if not select.select([reads], [], [], max(0.0, ends - time.monotonic()))[0]:
                raise self._gave_up("it ran for two seconds without an end")
            piece = os.read(reads.fileno(), 1 << 20)
            if not piece:
                raise self._gave_up("it needed more memory than there is")
            answer += piece
        return answer

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        sends, reads = self._process.stdin, self._process.stdout
        if sends is None or reads is None:
            raise self._gave_up("it could not be started")
        return sends, reads

    def _gave_up(self, why: str) -> Mistake:
        return Mistake(
            f"The search for “{self.expression}” was stopped: {why}. "
            "Nested repeats such as (a+)+ are the usual cause; a plainer expression finds the same."
        )
