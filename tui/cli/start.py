"""Commands that open or make a project: open, demo, new, and `postil` alone."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from tui.cli import output
from tui.cli.options import example
from tui.cli.place import Place, is_at_terminal, place
from tui.errors import Mistake, PostilError
from tui.model.ids import coder_id as made_plain
from tui.store.layout import is_project

DEMO = "postil-demo"
_PARTS = ("project.json", "journal/*.jsonl", "texts/*.txt", ".gitattributes", ".gitignore")


@example("postil open study")
@click.command("open")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def open_command(folder: Path | None) -> None:
    """Open a project in the terminal app."""
    here = place()
    _open(Place(folder, here.coder) if folder is not None else here)


@example("postil demo")
@click.command("demo")
@click.argument("folder", metavar="[DIR]", default=DEMO, type=click.Path(path_type=Path))
def demo_command(folder: Path) -> None:
    """Copy the sample project and open it.

    The sample goes to DIR, or to postil-demo. Where it is already, it is opened as it was left. Its interviews are
    fiction.
    """
    if not is_project(folder):
        _copy_sample(folder)
        output.tell(f"Copied the sample project to {folder}.")
    if is_at_terminal():
        _open(Place(folder, place().coder))
    else:
        output.tell(f"“postil open {folder}” opens it in a terminal.")


@example('postil new leaders --title "Leaders and AI" --aim "What hinders it?"')
@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", metavar="T", required=True, help="The project's title.")
@click.option("--aim", metavar="A", default="", help="The research question.")
@click.option("--stance", metavar="S", default="", help="Manifest, latent, or manifest and latent.")
@click.option("--group", metavar="G", help="The group of this server whose members share the project.")
def new_command(folder: Path, title: str, aim: str, stance: str, group: str | None) -> None:
    """Make a new project."""
    _make(folder, title, aim, stance, group)
    here = place()
    if here.coder is not None:
        with Place(folder, here.coder).writing():
            pass  # whoever makes a project and says who that is, is its first coder


def begin(context: click.Context) -> None:
    """Open the project around the current folder; without one, offer to make one or to show the demo."""
    here = place()
    if here.named is not None or here.around() is not None:
        _open(here)
        return
    if not is_at_terminal():
        raise Mistake(here.nothing_here())
    output.show("There is no project here.")
    answer = click.prompt(
        "(n)ew project, (d)emo or (q)uit", type=click.Choice(["n", "d", "q"]), default="d", show_choices=False
    )
    if answer == "d":
        context.invoke(demo_command, folder=Path(DEMO))
    elif answer == "n":
        title = click.prompt("Title")
        folder = Path(click.prompt("Folder", default=made_plain(title) or "study")).expanduser()
        _make(folder, title, click.prompt("Aim (may stay empty)", default="", show_default=False), "", None)
        _open(Place(folder, here.coder))


def _make(folder: Path, title: str, aim: str, stance: str, group: str | None) -> None:
    from tui.store.project import create

    number = _group(group) if group is not None else None
    create(folder, title=title, aim=aim, stance=stance, group=group is not None)
    if number is not None:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, -1, number)
    output.tell(f"Made {folder}. Next: “postil -C {folder} import FILE…”, or “postil open {folder}”.")


def _group(name: str) -> int:
    """Return the number of a group of this server that one belongs to."""
    import grp

    try:
        number = grp.getgrnam(name).gr_gid
    except KeyError:
        raise Mistake(f"There is no group {name} on this server.") from None
    if number not in os.getgroups() and os.geteuid() != 0:
        raise Mistake(f"You are not a member of the group {name}.")
    return number


def _open(where: Place) -> None:
    """Hand the terminal to the app; a coder who was named and is new is made when the project is open."""
    folder = where.folder()
    if not is_at_terminal():
        raise Mistake("The app needs a terminal. “postil --help” lists what commands can do without one.")
    from tui.app.start import open_project

    open_project(folder, where.sit if where.coder is not None else None)


def _copy_sample(folder: Path) -> None:
    """Copy the sample to a folder that is not there yet or empty, whole or not at all."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Mistake(f"{folder} is there already and is no project; name another folder: “postil demo DIR”.")
    with _sample() as sample:
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        except OSError as problem:
            raise Mistake(f"{folder} could not be made: {problem.strerror or problem}.") from problem
        try:
            for path in (path for part in _PARTS for path in sorted(sample.glob(part))):
                copy = unfinished / path.relative_to(sample)
                copy.parent.mkdir(exist_ok=True, mode=0o700)
                shutil.copyfile(path, copy)
            unfinished.replace(folder)
        except OSError as problem:
            raise Mistake(f"{folder} could not be made: {problem.strerror or problem}.") from problem
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


@contextmanager
def _sample() -> Iterator[Path]:
    """Give the sample's folder: inside the installed package, or in the checkout."""
    from importlib import resources

    packaged = resources.files("tui") / "sample"
    if packaged.is_dir():
        with resources.as_file(packaged) as folder:
            yield folder
        return
    checkout = Path(__file__).parents[2] / "sample_project"
    if not checkout.is_dir():
        raise PostilError("The sample project is not part of this installation.")
    yield checkout
