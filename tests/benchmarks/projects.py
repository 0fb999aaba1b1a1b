"""Projects that the app is measured on, made through the store as a coder would make them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import islice
from pathlib import Path, PurePath

from tui.formats.incoming import arriving, edits_of
from tui.formats.registry import read
from tui.model.edits.codebook import CreateNode
from tui.model.edits.participants import AddParticipant
from tui.model.edits.project import AddCoder
from tui.model.edits.sources import ImportSource
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id
from tui.model.transaction import Edit
from tui.store.project import Store, create

INTERVIEW = Path(__file__).parents[3] / "shared" / "data" / "transcripts" / "changelog-the-changelog-594.md"
CODER = "lena-palm"
WORD = "Zwischenzeitlich"
"""A word of every first line, that stands nowhere else."""
SENTENCE = "Today the doctor decides and the doctor signs, and that is simple, but it will not stay so for long. "
RARE = "The wheelwright came by. "


def many_sources(folder: Path, sources: int = 100, units: int = 10_000, words: int = 1_500) -> Path:
    """Make a project of many interviews with their units, left in the transcript of the first."""
    draw = random.Random(1)
    create(folder, title="Leaders and AI")
    with Store.open(folder, coder=CODER) as store:
        codes = _codebook(store, categories=4, piles=20, codes=200)
        first, edits = "", list[Edit]()
        for number in range(sources):
            source, starts = _interview(store, number, words)
            first = first or source
            for start in draw.choices(starts, k=units // sources):
                start += draw.randrange(300)
                edits.append(_unit(draw, source, start, start + draw.randrange(30, 90), codes))
        if edits:
            store.commit(*edits, sentence="code")
        _leave(store, first, pane="transcript")
    return folder


def one_long_source(folder: Path, words: int = 100_000, units: int = 5_000) -> Path:
    """Make a project of one interview of so many words with many units."""
    draw = random.Random(2)
    create(folder, title="Leaders and AI")
    with Store.open(folder, coder=CODER) as store:
        codes = _codebook(store, categories=5, piles=15, codes=60)
        incoming = arriving([(PurePath("L07.md"), read("L07.md", long_text(words).encode(), None))], store.project)
        store.add_text(incoming[0].parsed.text)
        store.commit(*edits_of(incoming, store.project))
        source = str(next(store.project.alive("sources"))["id"])
        turns = [turn for turn in list(store.project.turns(source))[1:] if turn.end - turn.speech > 50]
        edits: list[Edit] = []
        for _ in range(units):
            turn = draw.choice(turns)
            length = min(draw.randrange(20, 300), turn.end - turn.speech - 2)
            start = draw.randrange(turn.speech, turn.end - length)
            edits.append(_unit(draw, source, start, start + length, codes))
        store.commit(*edits, sentence="code")
        _leave(store, source, pane="transcript", last_code=codes[0])
    return folder


def many_nodes(folder: Path, nodes: int = 2_000, units: int = 8_000, pane: str = "board", large: int = 0) -> Path:
    """Make a project of many codes in 40 piles, left on the board; the first two codes have `large` units or more."""
    draw = random.Random(3)
    create(folder, title="Leaders and AI")
    with Store.open(folder, coder=CODER) as store:
        codes = _codebook(store, categories=8, piles=40, codes=nodes - 48)
        edits: list[Edit] = []
        first = ""
        for number in range(20):
            source, starts = _interview(store, number, 8_000)
            first = first or source
            for start in draw.choices(starts, k=units // 20):
                start += draw.randrange(300)
                among = [codes[len(edits) % 2]] if len(edits) < 2 * large else codes
                edits.append(_unit(draw, source, start, start + draw.randrange(30, 90), among))
        store.commit(*edits, sentence="code")
        _leave(store, first, pane=pane, node=codes[100])
    return folder


def two_large_codes(folder: Path, units: int = 5_000, sources: int = 40) -> Path:
    """Make a project of two codes with so many units each, left in the codebook on the first, the other below it."""
    draw = random.Random(4)
    piles = 4
    create(folder, title="Leaders and AI")
    with Store.open(folder, coder=CODER) as store:
        codes = _codebook(store, categories=2, piles=piles, codes=40)
        edits: list[Edit] = []
        first = ""
        for number in range(sources):
            source, starts = _interview(store, number, 8_000)
            first = first or source
            for code in (codes[0], codes[piles]):
                for start in draw.choices(starts, k=units // sources):
                    start += draw.randrange(300)
                    edits.append(_unit(draw, source, start, start + draw.randrange(30, 90), [code]))
        store.commit(*edits, sentence="code")
        _leave(store, first, pane="codebook", node=codes[0])
    return folder


def long_text(words: int) -> str:
    """Return an interview of so many words: one that was held, again and again, or else a generated one."""
    once = INTERVIEW.read_text(encoding="utf-8") if INTERVIEW.is_file() else _generated()
    label, mark, rest = once.partition(":** ")
    whole = f"{label}{mark}It is {WORD} so. {rest.rstrip()}\n\n" + f"{once.rstrip()}\n\n" * (words // len(once.split()))
    last = next(islice(re.finditer(r"\S+", whole), words - 1, None))
    return whole[: last.end()] + "\n"


def _generated() -> str:
    return "\n\n".join(f"**Jon:** Who decides, {turn}?\n\n**Lena:** " + SENTENCE * 4 for turn in range(300))


def _codebook(store: Store, *, categories: int, piles: int, codes: int) -> Sequence[str]:
    """Make the coder and a category system, and return its codes; a tenth of them is unsorted."""
    store.commit(AddCoder(CODER, "Lena Palm", "LP"))
    tops, middles, below = ([new_id() for _ in range(number)] for number in (categories, piles, codes))
    edits: list[Edit] = [CreateNode(one, "category", f"category {n}") for n, one in enumerate(tops)]
    edits += [
        CreateNode(one, "sub-category", f"pile number {n}", tops[n % categories]) for n, one in enumerate(middles)
    ]
    names = ("who signs", "burden of proof", "trust in the vendor", "no box for it", "time to learn", "waiting")
    for number, code in enumerate(below):
        parent = None if number % 10 == 9 else middles[number % piles]
        edits.append(CreateNode(code, "code", f"{names[number % len(names)]} {number}", parent))
    store.commit(*edits, sentence="make the codebook")
    return below


def _interview(store: Store, number: int, words: int) -> tuple[str, list[int]]:
    """Import an interview of about so many words; return its id and where the participant begins to speak."""
    text, turns, speech = "", [], []
    for turn in range(max(2, words // 45)):
        label = "INT" if turn % 2 == 0 else "L"
        start = len(text)
        opening = f"It is {WORD} in source {number}. " if turn == 0 else f"Turn {turn} of {number}. "
        text += f"{label}: " + (opening + (SENTENCE * 4 if label == "L" else RARE * (turn % 50 == 0))).strip()
        turns.append([start, start + len(label) + 2, len(text), label])
        if label == "L":
            speech.append(start + 3)
        text += "\n\n"
    participant, source = new_id(), new_id()
    text = text.rstrip("\n") + "\n"
    speakers = {"INT": {"role": "interviewer"}, "L": {"role": "participant", "participant": participant}}
    fields = {"name": f"L{number:04}", "text": store.add_text(text), "turns": turns, "speakers": speakers}
    store.commit(AddParticipant(participant, f"Leader {number}"), ImportSource(source, fields))
    return source, speech


def _unit(draw: random.Random, source: str, start: int, end: int, codes: Sequence[str]) -> Edit:
    condensed = draw.choice([None, "who signs is unclear"])
    return MarkUnit(new_id(), source, [[start, end]], CODER, [draw.choice(codes)], condensed)


def _leave(store: Store, source: str, **where: object) -> None:
    """Leave the project as a coder does who has been at the beginning of a source."""
    store.state.write({"desk": {"source": source, "cursor": 0, **where}})
    store.checkpoint()
