"""Every command has a help text and an example, and every example runs."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.conftest import L07, L10, Postil
from tui.cli.main import COMMANDS
from tui.cli.main import postil as group


def every_command() -> Iterator[tuple[str, click.Command]]:
    """All commands with the words that call them."""

    def below(words: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
        yield words, command
        if isinstance(command, click.Group):
            for name, child in sorted(command.commands.items()):
                yield from below(f"{words} {name}", child)

    context = click.Context(group)
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None
        yield from below(f"postil {name}", command)


ALL = dict(every_command())


def example_of(command: click.Command) -> str:
    return (command.epilog or "").rpartition("Example:\n")[2].strip()


@pytest.mark.parametrize("words", ALL)
def test_a_command_says_what_it_does_and_shows_an_example(words: str) -> None:
    command = ALL[words]
    assert command.help, words
    assert command.help.splitlines()[0].endswith("."), words
    assert example_of(command).startswith(words), words
    assert len(example_of(command)) < 100


@pytest.mark.parametrize("words", ALL)
def test_every_option_says_what_it_is_for(words: str) -> None:
    for parameter in ALL[words].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, (words, parameter.name)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_command_says_first(name: str) -> None:
    help_text = ALL[f"postil {name}"].help
    assert help_text is not None
    assert help_text.split("\n\n")[0] == COMMANDS[name][1]


@pytest.mark.parametrize("words", ["stats", "compare", "merge", "sync", "doctor", "release"])
def test_what_is_not_there_yet_is_not_offered(words: str, postil: Postil) -> None:
    assert f"\n  {words} " not in postil("--help").out


UNIT, OTHER_UNIT, MEMO = "4f2k9q", "7h3m1c", "4f2k9q"
FINDING, ACCEPTED = "9ae4b6a1", "9ae4b6a2"
"""Findings of the method as the examples name them: one to look at, and one that somebody accepted."""


@pytest.fixture(scope="module")
def exemplary(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], str]:
    """A folder in which the examples can be run: a project with what they name; and the ids they stand for."""
    from tui.analysis.method.table import findings
    from tui.cli import main

    here = tmp_path_factory.mktemp("examples")
    before, variables = Path.cwd(), dict(os.environ)
    os.environ["POSTIL_CODER"] = "Lena Palm"
    os.environ.pop("POSTIL_PROJECT", None)
    os.chdir(here)
    try:
        for name, text in (("L07", L07), ("L10", L10)):
            Path(f"{name}.txt").write_text(text, encoding="utf-8")
        assert main.run(["new", "study", "--title", "Leaders and AI"]) == 0
        os.chdir("study")
        Path("L07.txt").write_text(L07.replace("doctor decides", "physician decides"), encoding="utf-8")
        Path("N01.txt").write_text("INT: How was the night?\n\nN01: Long.\n", encoding="utf-8")
        for line in (
            'import ../L07.txt --participant "Leader 7"',
            'import ../L10.txt --participant "Leader 10"',
            'participants add "Leader 27"',
            '--coder Lina project set title "Leaders and AI"',
            'code L07 --quote "the doctor signs" --as "Conditions / Liability / who signs" --make',
            'code L07 --quote "My gut says" --as "Liability / burden of proof" --memo "Ask."',
            'code L10 --quote "no box" --as "Liability / no box for it"',
            'codebook add Quality --level sub-category',
            'codebook add waits',
            'codebook add "too vague"',
            'codebook park "too vague" "says nothing"',
            'snapshot "after four interviews"',
            'project set invited 28',
            'export summary -o results.md',
            'project set declined 2',
            'undo',
        ):  # fmt: skip
            assert main.run(shlex.split(line)) == 0, line
        from tui.store.project import Store

        with Store.open(Path.cwd(), write=False) as store:
            found = [finding.id for finding in findings(store.project)][:2]
        for line in (f'check accept {found[1]} --reason "It is early."', "project set declined 3", "undo"):
            assert main.run(shlex.split(line)) == 0, line
        with Store.open(Path.cwd(), write=False) as store:
            units = [unit["id"] for unit in store.project.alive("units")]
            memo = next(memo["id"] for memo in store.project.alive("memos"))
    finally:
        os.chdir(before)
        os.environ.clear()
        os.environ.update(variables)
    return here / "study", {UNIT: units[0], OTHER_UNIT: units[1], FINDING: found[0], ACCEPTED: found[1]}, memo


@pytest.mark.parametrize("words", ALL)
def test_the_example_runs(
    words: str,
    exemplary: tuple[Path, dict[str, str], str],
    postil: Postil,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    study, known, memo = exemplary
    shutil.copytree(study, tmp_path / "study", ignore=shutil.ignore_patterns("*.mine", "state"))
    monkeypatch.chdir(tmp_path if words == "postil open" else tmp_path / "study")
    named = {**known, MEMO: memo} if " memos " in words else known
    line = example_of(ALL[words])
    for example, identifier in named.items():
        line = line.replace(example, identifier)
    answer = postil(*shlex.split(line)[1:])
    if words == "postil open":  # there is no terminal here
        assert answer.status == 1
        assert "terminal" in answer.err
    else:
        assert answer.status == 0, answer.err
