"""The command `postil`: which commands there are, and what happens to an error on its way out.

A command's module is imported when the command is used; `postil --help` reads the table below and nothing else.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from tui import __version__
from tui.cli import output
from tui.errors import PostilError

COMMANDS: dict[str, tuple[str, str]] = {
    "open": ("start", "Open a project in the terminal app."),
    "demo": ("start", "Copy the sample project and open it."),
    "new": ("start", "Make a new project."),
    "project": ("project", "Show the project's title, aim and settings, or set one."),
    "coders": ("coders", "List who codes."),
    "import": ("importing", "Bring transcripts in."),
    "sources": ("sources", "List the sources, their speakers and how much is coded."),
    "participants": ("participants", "List the participants and their attributes."),
    "codebook": ("shaping", "Show codes, sub-categories, categories and themes."),
    "units": ("units", "List meaning units."),
    "memos": ("memos", "List memos."),
    "code": ("coding", "Mark a meaning unit and give it a code."),
    "amend": ("amending", "Give a source a corrected text."),
    "search": ("search", "Find words in all sources, in their context."),
    "export": ("export", "Write a report of the project."),
    "trace": ("trace", "Lead each line of an export back to the words it came from."),
    "history": ("history", "Show what happened, newest first."),
    "undo": ("history", "Take the last change back."),
    "redo": ("history", "Make the change again that was taken back."),
    "snapshot": ("snapshots", "Keep the category system under a name, or list what was kept."),
    "diff": ("snapshots", "Show what became of the category system, in words."),
    "check": ("check", "Verify everything the project promises."),
}
"""By name: the module that holds the command, and its first sentence."""

DEBUG = "POSTIL_DEBUG"

_EARLY = {"-C": "-C DIR", "--coder": "--coder NAME"}
"""Options of `postil` itself, as they are written; after a command they would mean something of its own."""


class Told(click.ClickException):
    """A mistake of the user's on its way to the user."""

    def show(self, file: Any = None) -> None:
        """Write the message to standard error."""
        output.tell(self.message)


class Unsaved(Told):
    """The same for what was not saved, or a project that is damaged."""

    exit_code = 3


class Commands(click.Group):
    """The group of all commands, each imported when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"tui.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, sentence) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; a name that is none is answered with those that look like it."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            meant = f" Did you mean “{near[0]}”?" if near else " “postil --help” lists them."
            raise click.UsageError(f"There is no command “{args[0]}”.{meant}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what its user did wrong becomes one line."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as missing:
            if missing.name != "fcntl":
                raise
            raise Told("Postil needs Linux or macOS; on Windows, start it inside WSL or on the server.") from missing
        except PostilError as error:
            raise (Unsaved if error.status == Unsaved.exit_code else Told)(str(error)) from error


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "folder", metavar="DIR", help="The project's folder (else POSTIL_PROJECT, else the one around).")
@click.option("--coder", metavar="NAME", help="Who writes (else POSTIL_CODER, else whoever it last was here).")
@click.version_option(__version__, prog_name="postil")
@click.pass_context
def postil(context: click.Context, folder: str | None, coder: str | None) -> None:
    """Qualitative content analysis in the terminal: from transcript to written result, every line traceable.

    Alone in a project it opens the terminal app; elsewhere it offers to make a project or to show the demo.
    """
    from pathlib import Path

    from tui.cli.place import Place

    context.obj = Place(
        Path(named) if (named := folder or os.environ.get("POSTIL_PROJECT")) else None,
        coder or _readable(os.environ.get("POSTIL_CODER") or "") or None,
    )
    if context.invoked_subcommand is None:
        from tui.cli.start import begin

        begin(context)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit status; no traceback leaves this function."""
    try:
        words = [_readable(argument) for argument in arguments]
        status = postil.main(words, prog_name="postil", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as wrong:
        _explain(wrong)
        return wrong.exit_code
    except click.ClickException as told:
        output.tell(told.message)
        return told.exit_code
    except (click.Abort, KeyboardInterrupt, EOFError):
        output.tell("Stopped.")
        return 130
    except BrokenPipeError:
        output.nobody_reads()
        return 0
    except UnicodeError:
        output.tell("This locale cannot hold these letters; LC_ALL=C.UTF-8 can.")
        return 1
    except OSError as problem:
        what = f"{problem.filename}: " if problem.filename else ""
        output.tell(f"{what}{problem.strerror or problem}.")
        return 1
    except Exception as bug:  # noqa: BLE001  (whatever it is, it must not reach the user as a traceback)
        return _confess(bug)


def _readable(argument: str) -> str:
    """Return an argument as text: where the locale could not read its bytes, they are UTF-8 or the name of a file."""
    if argument.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in argument):
        return argument
    if os.path.lexists(argument):
        return argument
    try:
        return os.fsencode(argument).decode()
    except UnicodeDecodeError:
        raise click.ClickException(f"{argument!a} is not text in UTF-8.") from None


def _explain(wrong: click.UsageError) -> None:
    """Say what is wrong with a command line, and where its help is."""
    early = _EARLY.get(wrong.option_name) if isinstance(wrong, click.NoSuchOption) else None
    if early and wrong.ctx is not None:
        before, _, command = wrong.ctx.command_path.partition(" ")
        output.tell(f"{early.split()[0]} stands before the command: “{before} {early} {command} …”.")
        return
    output.tell(wrong.format_message())
    if wrong.ctx is not None:
        output.tell(f"“{wrong.ctx.command_path} --help” shows how it is used.")


def _confess(bug: Exception) -> int:
    """Say that Postil itself failed, without a word of anybody's text; with POSTIL_DEBUG set, crash loudly."""
    if os.environ.get(DEBUG):
        raise bug
    output.tell(
        f"Postil failed ({type(bug).__name__}); this is a mistake in the program. What was saved is safe. "
        f"{DEBUG}=1 shows where; leave names and transcripts out of what you report."
    )
    return 3


def main() -> NoReturn:
    """Run the command line of this process, which leaves no bytecode beside the program."""
    sys.dont_write_bytecode = True
    try:
        status = run(sys.argv[1:])
    except BrokenPipeError:  # the message itself had no reader
        output.nobody_reads()
        status = 0
    sys.exit(status)
