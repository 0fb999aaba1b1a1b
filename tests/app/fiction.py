"""A project of fiction, sorted into nine piles, for tests of codebook, board and picker."""

from __future__ import annotations

from hashlib import sha256

from tui.model.documents import Document
from tui.model.project import Project

TEXT = """INT: And what happens meanwhile?

L12: Meanwhile is where we live. Everybody in the corridor says the region will come with something. So we wait.

INT: What did you do about them?

L12: I paid. The tools were good, and somebody has to try first.
"""

CATEGORIES = {
    "out": ("Conditions external to the healthcare system", "Conditions external"),
    "cap": ("Capacity for strategic change management", "Capacity for change"),
    "tra": ("Transformation of healthcare professions and healthcare practice", "Transformation"),
}
PILES = {
    "a": ("out", "Addressing liability issues and legal information sharing", "Liability and law"),
    "b": ("out", "Calibrating quality standards", "Quality standards"),
    "c": ("out", "Managing higher education", "Higher education"),
    "d": ("cap", "Taking systematic steps", "Systematic steps"),
    "e": ("cap", "Allocating resources", "Resources"),
    "f": ("cap", "Involving staff", ""),
    "g": ("cap", "Collaboration", ""),
    "h": ("tra", "New roles", ""),
    "i": ("tra", "Building trust", "Trust"),
}
CODES = {
    "-": [
        ("language of the vendors", 4),
        ("waits for someone", 3),
        ("afraid of the audit", 2),
        ("a quiet helper", 1),
        ("distance to hospital", 2),
        ("evenings, weekends", 1),
    ],
    "a": [
        ("burden of proof", 12),
        ("who signs", 8),
        ("no box for it", 4),
        ("patchwork of laws", 3),
        ("data stops at the road", 5),
    ],
    "b": [("good enough to buy", 9), ("tested on whom", 6), ("a label for each tool", 4)],
    "c": [("schools lag behind", 5), ("teach the teachers", 2)],
    "d": [
        ("pilots that never end", 14),
        ("nobody owns the whole", 11),
        ("start from the need", 9),
        ("decided above", 6),
    ],
    "e": [("money for year two", 10), ("time set aside", 8), ("old systems", 7)],
    "f": [("asked too late", 12), ("the enthusiast leaves", 6), ("afraid to be measured", 5)],
    "g": [("buy together", 8), ("talk past each other", 5)],
    "h": [("who reads the alarm", 9), ("nurse catches it", 7), ("the doctor decides", 6)],
    "i": [("wants to see why", 16), ("grows with use", 13), ("colleague vouches", 9), ("it never tires", 4)],
}
QUICK = {
    "1": "burden of proof",
    "2": "who signs",
    "3": "good enough to buy",
    "4": "pilots that never end",
    "5": "asked too late",
    "6": "wants to see why",
}
CODER = "lena-pohl"


def code_id(name: str) -> str:
    """Return the id that the fiction gives a code."""
    return "code-" + name.replace(" ", "-")


def pile_id(letter: str) -> str:
    """Return the id that the fiction gives the pile with a letter."""
    return f"pile-{letter}"


def fiction(*, sorted_into_piles: bool = True, units: bool = True) -> Project:
    """Return the project; with `sorted_into_piles` false all its codes are unsorted, without `units` none is used."""
    digest = sha256(TEXT.encode()).hexdigest()
    tables: dict[str, dict[str, Document]] = {
        "project": {"p": {"id": "p", "title": "Leaders and AI", "settings": {"participants_word": "leaders"}}},
        "coders": {
            CODER: {
                "id": CODER,
                "name": "Lena Pohl",
                "initials": "LP",
                "quick": {digit: code_id(name) for digit, name in QUICK.items()},
            }
        },
        "participants": {
            "leader-12": {
                "id": "leader-12",
                "name": "Leader 12",
                "attributes": {"role": "strategist", "context": "primary care"},
            }
        },
        "sources": {"l12": _source(digest)},
        "nodes": {node["id"]: node for node in _nodes(sorted_into_piles)},
        "units": {},
    }
    if units:
        _use(tables["units"], digest)
    return Project(tables, {digest: TEXT})


def _nodes(sorted_into_piles: bool) -> list[Document]:
    nodes: list[Document] = []
    if sorted_into_piles:
        for category, (name, short) in CATEGORIES.items():
            nodes.append(_node(f"category-{category}", "category", name, None, short=short))
        for letter, (category, name, short) in PILES.items():
            nodes.append(
                _node(pile_id(letter), "sub-category", name, f"category-{category}", short=short, letter=letter)
            )
    for letter, codes in CODES.items():
        parent = pile_id(letter) if letter != "-" and sorted_into_piles else None
        nodes += [_node(code_id(name), "code", name, parent) for name, _ in codes]
    for number, node in enumerate(nodes):
        node["order"] = f"i{number:03d}{node['id'][-4:]}"
    return nodes


def _node(identifier: str, level: str, name: str, parent: str | None, **fields: str) -> Document:
    return {"id": identifier, "level": level, "name": name, "parent": parent, **{k: v for k, v in fields.items() if v}}


def _source(digest: str) -> Document:
    turns = []
    at = 0
    for line in TEXT.split("\n\n"):
        label, _, _ = line.partition(":")
        turns.append([at, at + len(label) + 2, at + len(line.rstrip()), label])
        at += len(line) + 2
    return {
        "id": "l12",
        "name": "L12",
        "text": digest,
        "turns": turns,
        "speakers": {"INT": {"role": "interviewer"}, "L12": {"role": "participant", "participant": "leader-12"}},
    }


def _use(units: dict[str, Document], digest: str) -> None:
    """Give every code as many units as the fiction says; all lie in the same few words."""
    start = TEXT.index("Everybody in the corridor")
    for codes in CODES.values():
        for name, count in codes:
            for number in range(count):
                identifier = f"unit-{code_id(name)}-{number:02d}"
                units[identifier] = {
                    "id": identifier,
                    "kind": "unit",
                    "source": "l12",
                    "text": digest,
                    "coder": CODER,
                    "spans": [[start + number, start + 40 + number]],
                    "codes": {code_id(name): True},
                    "condensed": f"waiting for the region, {number}",
                }
