"""What may load what, held by running it; import-linter holds the same by reading it."""

import subprocess
import sys

import pytest

from tests.contracts.house import ROOT, modules

ABOVE = {
    "model": ("tui.store", "tui.formats", "tui.analysis", "tui.reports", "tui.app", "tui.cli"),
    "store": ("tui.formats", "tui.analysis", "tui.reports", "tui.app", "tui.cli"),
    "formats": ("tui.store", "tui.analysis", "tui.reports", "tui.app", "tui.cli"),
    "analysis": ("tui.store", "tui.formats", "tui.reports", "tui.app", "tui.cli"),
    "reports": ("tui.store", "tui.formats", "tui.app", "tui.cli"),
    "app": ("tui.cli",),
}
FOREIGN = {
    "model": ("textual", "rich.console", "click", "tinydb"),
    "store": ("textual", "rich", "click"),
    "formats": ("textual", "rich", "click", "tinydb"),
    "analysis": ("textual", "rich", "click", "tinydb"),
    "reports": ("textual", "rich", "click", "tinydb"),
    "app": ("click",),
}


def names_loaded_by(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running some code."""
    report = "\nimport sys; sys.stderr.write('loaded ' + ' '.join(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", code + report], cwd=ROOT, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    return set(answer.stderr.rpartition("loaded ")[2].split())


@pytest.mark.parametrize("layer", ABOVE)
def test_a_layer_loads_without_what_lies_above_it(layer: str) -> None:
    names = [".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in modules(f"tui/{layer}")]
    loaded = names_loaded_by("import " + ", ".join(names))
    forbidden = ABOVE[layer] + FOREIGN[layer]
    assert {
        name for name in loaded if name.startswith(tuple(f"{each}." for each in forbidden)) or name in forbidden
    } == set()


HELP = """
import runpy, sys
sys.argv = ["postil", "--help"]
try:
    runpy.run_module("tui", run_name="__main__")
except SystemExit as end:
    assert not end.code
"""


def test_help_loads_neither_the_application_nor_the_database() -> None:
    loaded = names_loaded_by(HELP)
    assert loaded & {"textual", "rich", "tinydb", "tui.app"} == set()
    assert "click" in loaded
