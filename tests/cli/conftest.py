"""A project made by commands, and a way to run them in this process as a user would in a shell."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tui.cli import main

L07 = """INT: When the system advises one thing, who answers for it?

L07: That is the one I lie awake over. Today the doctor decides and the doctor signs, and that is simple.

INT: And when a tool has a say?

L07: [00:12:40] I no longer know whose decision it is. My gut says that this is unfair.
"""
L10 = """INT: What did you write?

L10: There was no box for it. I could tick staff. Or, well, equipment. And then I wrote a page.
"""


@dataclass(frozen=True)
class Answer:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Postil = Callable[..., Answer]


@pytest.fixture
def postil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Postil:
    """Run a command in a folder of its own, as coder Lena Palm."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POSTIL_CODER", "Lena Palm")
    monkeypatch.delenv("POSTIL_PROJECT", raising=False)
    monkeypatch.delenv("POSTIL_DEBUG", raising=False)

    def run(*arguments: object, stdin: str = "") -> Answer:
        streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (stdin.encode(), b"", b"")]
        with monkeypatch.context() as patch:
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            status = main.run([str(argument) for argument in arguments])
            texts = []
            for stream in streams[1:]:
                stream.flush()
                texts.append(stream.buffer.getvalue().decode())  # type: ignore[attr-defined]
        assert "Traceback" not in texts[1]
        return Answer(status, *texts)

    return run


@pytest.fixture
def done(postil: Postil) -> Postil:
    """Run a command that must succeed."""

    def run(*arguments: object, stdin: str = "") -> Answer:
        answer = postil(*arguments, stdin=stdin)
        assert answer.status == 0, (arguments, answer)
        return answer

    return run


@pytest.fixture
def study(done: Postil, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two interviews; the current folder is in it."""
    done("new", "study", "--title", "Leaders and AI", "--aim", "What hinders it?", "--stance", "manifest")
    monkeypatch.chdir(tmp_path / "study")
    for name, text, who in (("L07", L07, "Leader 7"), ("L10", L10, "Leader 10")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        done("import", tmp_path / f"{name}.txt", "--participant", who, "--interviewer", "INT")
    return tmp_path / "study"


@pytest.fixture
def coded(study: Path, done: Postil) -> Path:
    """The same with a small codebook and four units."""
    done("code", "L07", "--quote", "the doctor signs", "--as", "Conditions / Liability / who signs", "--make")
    done("code", "L07", "--quote", "My gut says that this is unfair.", "--as", "Liability / unfair",
         "--condensed", "feels unfair", "--quotation")  # fmt: skip
    done("code", "L10", "--quote", "There was no box for it.", "--quote", "Or, well, equipment.",
         "--as", "Liability / no box for it", "--quotation", "--memo", "Two categories, neither fits.")  # fmt: skip
    done("code", "L10", "--quote", "And then I wrote a page.", "--as", "writes a page")
    return study
