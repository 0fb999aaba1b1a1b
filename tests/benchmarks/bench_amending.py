"""Amending measured: `python -m tests.benchmarks.bench_amending`.

A source of 100,000 words with 5,000 units gets a text in which every hundredth longer word is another, and one of two
hundred paragraphs is gone. The bar is a wait that one does not mind for something done once.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.benchmarks import projects
from tui.formats import corrected
from tui.model.edits.amending import amended
from tui.store.project import Store

Result = TypeVar("Result")
BAR = 5.0
"""Seconds for all of it."""


def main() -> None:
    """Measure each step and print it."""
    with tempfile.TemporaryDirectory() as place:
        folder = projects.one_long_source(Path(place) / "study")
        path = Path(place) / "corrected.md"
        path.write_text(a_corrected_text(projects.long_text(100_000)), encoding="utf-8")
        total = 0.0

        def measured(what: str, task: Callable[[], Result]) -> Result:
            nonlocal total
            begun = time.perf_counter()
            result = task()
            taken = time.perf_counter() - begun
            total += taken
            print(f"{what:44}{taken:8.2f} s")
            return result

        with Store.open(folder, coder=projects.CODER) as store:
            source = next(store.project.alive("sources"))
            before = measured("the source as it is", lambda: store.project.transcript(source["id"]))
            parsed = measured("the corrected text is read", lambda: corrected.read(path, before))
            edit, cast = measured("its labels", lambda: corrected.amendment(path, parsed, store.project, source))
            found = measured(
                "the units find their words", lambda: amended(store.project, edit.source, edit.fields, parsed.text)
            )
            store.add_text(parsed.text)
            measured("one step, on the disk", lambda: store.commit(*cast.edits, edit))
            measured("undone", store.undo)
            otherwise = sum(1 for passage in found.passages if not passage.is_as_it_was)
        print(f"{'all of it, bar ' + str(BAR) + ' s':44}{total:8.2f} s   {'met' if total <= BAR else 'NOT MET'}")
        print(f"{otherwise:,} of {len(found.passages):,} units have other words")


def a_corrected_text(text: str) -> str:
    """Return the text with words changed, paragraphs gone and one new."""
    paragraphs = text.split("\n\n")
    kept = [paragraph for number, paragraph in enumerate(paragraphs) if number % 200 != 5]
    number = 0

    def changed(word: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return "corrected" if number % 100 == 0 else word[0]

    return re.sub(r"\b[a-z]{4,}\b", changed, "\n\n".join(kept))


if __name__ == "__main__":
    main()
