"""A little study to report on: two interviews, two coders, a small category system. Everything in it is invented."""

from __future__ import annotations

from typing import Any

from tests.dialogue import source_of
from tui.model.documents import Document
from tui.model.ids import new_id
from tui.model.project import Project
from tui.model.quoting import as_kept, fingerprint, said

L2 = """INT: Who signs?

LB: The supplier *shows* nothing. The patient cannot show it.

INT: And then?

LB: [00:12] Then nobody signs. Nobody at all.
"""

L10 = """INT: Go on.

LA: There was no box for it. I could tick staff. Or, well, equipment.

INT: Mm.

LA: Equipment, they said. And then I wrote a page.
"""


class Study:
    """A project under construction; every method returns the id of what it made."""

    def __init__(self, **settings: Any) -> None:
        self.tables: dict[str, dict[str, Document]] = {}
        self.texts = {"l2": L2, "l10": L10}
        self.settings = settings
        self.put("coders", "lp", name="Lena Palm", initials="LP")
        self.put("coders", "je", name="Jon Ek", initials="JE")
        self.put("participants", "lb", name="Leader 2")
        self.put("participants", "la", name="Leader 10")
        self.put("sources", **{**source_of(L10), "id": "s10", "name": "L10", "text": "l10"})
        self.put("sources", **{**source_of(L2), "id": "s2", "name": "L2", "text": "l2"})

    def put(self, table: str, id: str | None = None, **fields: Any) -> str:  # noqa: A002
        identifier = id or new_id()
        self.tables.setdefault(table, {})[identifier] = {"id": identifier, **fields}
        return identifier

    def node(self, level: str, name: str, parent: str | None = None, **fields: Any) -> str:
        order = f"{len(self.tables.get('nodes', {})):04}"
        return self.put("nodes", level=level, name=name, parent=parent, order=order, **fields)

    def unit(self, source: str, quotes: list[str], codes: list[str], coder: str = "lp", **fields: Any) -> str:
        text = self.texts[self.tables["sources"][source]["text"]]
        spans = [[text.index(quote), text.index(quote) + len(quote)] for quote in quotes]
        marked = dict.fromkeys(codes, True)
        return self.put("units", kind="unit", source=source, coder=coder, spans=spans, codes=marked, **fields)

    def project(self) -> Project:
        tables = {table: dict(documents) for table, documents in self.tables.items()}
        tables["project"] = {"p": {"id": "p", "title": "Leaders and AI", "settings": self.settings}}
        project = Project(tables, self.texts)
        for unit in list(project.alive("units")):
            if unit.get("edited"):
                fields = {"edited": as_kept(unit["edited"]), "edited_from": fingerprint(said(project, unit))}
                project.put("units", unit["id"], {**unit, **fields})
        return project


def small_study(**settings: Any) -> Study:
    """Two categories, three sub-categories, codes with units by both participants, one code unsorted, one parked."""
    study = Study(participants_word="leaders", **settings)
    outside = study.node("category", "Conditions outside", definition="what lies outside their reach")
    law = study.node("sub-category", "Liability & law", outside, narrative="Most did not know.\n\nSome had *asked*.")
    change = study.node("category", "Capacity for change")
    study.node("sub-category", "Roles", change)
    proof = study.node("code", "burden of proof", law)
    box = study.node("code", "no box for it", law)
    wrote = study.node("code", "writes a page", change)
    study.node("code", "waits", None)
    study.node("code", "too vague", None, parked="says nothing")
    study.unit("s10", ["There was no box for it.", "Or, well, equipment."], [box], quoted=True, condensed="no box")
    study.unit("s2", ["The patient cannot show it."], [proof], quoted=True, attribution="Leader 2, politician")
    study.unit("s2", ["nothing. The patient"], [proof, box], condensed="shows nothing")
    study.unit("s10", ["And then I wrote a page."], [wrote], translation="Und dann schrieb ich.", quoted=True)
    study.unit("s2", ["Then nobody signs."], [proof], coder="je")
    study.put("units", kind="not-relevant", source="s2", coder="lp", spans=[[5, 9]])
    study.node("theme", "Alone with it", members={law: True, change: True})
    return study
