"""The project in memory: every document of every table, with the indexes that answer what screens and reports ask.

Documents are the store's JSON; `put` is the only way to change one, and it keeps indexes, codebook and tally right.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from typing import Any

from tui.errors import Mistake
from tui.model.amended import Amended
from tui.model.codebook import Codebook
from tui.model.documents import TABLES, Document
from tui.model.indexing import indexed
from tui.model.moved import Moved
from tui.model.nodes import LEVELS
from tui.model.sources import Transcript
from tui.model.tally import Tally
from tui.model.turns import Turns
from tui.model.units import is_unit

DEFAULTS: Mapping[str, Any] = {
    "counted": None,
    "omission": "//",
    "attributed": (),
    "original": True,
    "uncovered_words": 6,
    "participants_word": "participants",
    "counts": "numbers",
    "least_shown": 0,
    "amount_words": (("a few", 0), ("some", 20), ("most", 50)),
    "reasons": True,
    "blind": False,
    "fiction": "",
}
"""The settings a project has where it says nothing else."""

_SHORTEST_ID = 6
_KEPT_TRANSCRIPTS = 32

Tables = dict[str, dict[str, Document]]


class Project:
    """All documents of a project and what follows from them."""

    def __init__(self, tables: Tables | None = None, texts: Mapping[str, str] | None = None) -> None:
        """Take over the tables (documents by id, removed ones among them) and where texts are found by their hash."""
        self.tables: Tables = {table: {} for table in TABLES}
        self.texts: Mapping[str, str] = texts if texts is not None else {}
        self.revision = 0
        self.revisions: dict[str, int] = dict.fromkeys(TABLES, 0)
        """How often each table has changed."""
        self._transcripts: OrderedDict[str, Transcript] = OrderedDict()
        self.load(tables or {})

    def load(self, tables: Mapping[str, dict[str, Document]]) -> None:
        """Replace all documents at once and build the indexes anew; the dictionaries are taken over, not copied."""
        for table in TABLES:
            self.tables[table] = tables.get(table) or {}
            self.revisions[table] += 1
        units = indexed(self.tables["units"])
        self._units_in, self._units_with = units.of_source, units.with_code
        self._memos_on: dict[tuple[str, str], list[str]] = {}
        for identifier, memo in self.tables["memos"].items():
            if not memo.get("removed"):
                self._memos_on.setdefault(_subject(memo), []).append(identifier)
        self._in_order: dict[str, list[Document]] = {}
        self._units_at: dict[str, dict[int, list[str]]] = {}
        self._turns: dict[str, Turns] = {}
        self._transcripts.clear()
        self._codebook: Codebook | None = None
        self._changed_nodes: dict[str, None] = {}
        self._tally: Tally | None = None
        self._moved: Moved | None = None
        self._heard: frozenset[str] | None = None
        self.amended = Amended(self, units.texts)
        """What is read otherwise than it is kept, because a source's text was amended."""
        self.revision += 1

    def put(self, table: str, identifier: str, document: Document | None) -> None:
        """Let a document stand in place of the one with this id; `None` takes it out altogether, as if never made."""
        documents = self.tables[table]
        before = documents.get(identifier)
        if document is None:
            documents.pop(identifier, None)
        else:
            documents[identifier] = document
        self.revision += 1
        self.revisions[table] += 1
        self.amended.changed(table, identifier, document)
        if table in ("sources", "participants"):
            self._heard = None
        if table == "units":
            self._index_unit(identifier, _alive(before), _alive(document))
        elif table == "nodes":
            self._changed_nodes[identifier] = None
        elif table == "sources":
            self._forget_source(identifier)
        elif table == "memos":
            self._index_memo(identifier, _alive(before), _alive(document))
        elif table == "project":
            self._tally = None

    def alive(self, table: str) -> Iterator[Document]:
        """Yield the documents of a table that are not removed, in the order they came."""
        alive = (document for document in self.tables[table].values() if not document.get("removed"))
        return self.amended.all(table, alive)

    def get(self, table: str, identifier: str) -> Document | None:
        """Return a document, or `None` where there is none or it is removed."""
        document = _alive(self.tables[table].get(identifier))
        return None if document is None else self.amended.read(table, document)

    def need(self, table: str, identifier: str) -> Document:
        """Return a document.

        Raises:
            Mistake: there is none, or it is removed.
        """
        document = self.get(table, identifier)
        if document is None:
            raise Mistake(f"There is no {_SINGULAR[table]} {identifier} (any more).")
        return document

    def find(self, table: str, words: str) -> Document:
        """Return the document that a user means: by id or its last characters, exact name, or a name's beginning.

        Raises:
            Mistake: none fits, or several do; the message lists them.
        """
        exact = self.get(table, words)
        if exact is not None:
            return exact
        folded = _folded(words)
        alive = list(self.alive(table))
        ways = (
            lambda document: document.get("name") == words,
            lambda document: _folded(document.get("name") or "") == folded,
            lambda document: len(folded) >= _SHORTEST_ID and document["id"].endswith(folded),
            lambda document: bool(folded) and _folded(document.get("name") or "").startswith(folded),
        )
        for fits in ways:
            found = [document for document in alive if fits(document)]
            if len(found) == 1:
                return found[0]
            if found:
                listed = ", ".join(f"{document.get('name') or 'unnamed'} ({document['id'][-6:]})" for document in found)
                raise Mistake(f"Several {table} fit “{words}”: {listed}. Give the full name or the id.")
        known = ", ".join(sorted(document.get("name") or document["id"] for document in alive)[:12])
        there_are = f"There are: {known}." if known else "There are none yet."
        raise Mistake(f"There is no {_SINGULAR[table]} “{words}”. {there_are}")

    @property
    def document(self) -> Document:
        """The project's own document."""
        return next(self.alive("project"), {"id": ""})

    @property
    def id(self) -> str:
        """The project's id."""
        return str(self.document["id"])

    @property
    def title(self) -> str:
        """The project's title."""
        return self.document.get("title") or ""

    @property
    def aim(self) -> str:
        """The research question."""
        return self.document.get("aim") or ""

    def setting(self, key: str) -> Any:
        """Return a setting, its default where the project says nothing."""
        value = (self.document.get("settings") or {}).get(key)
        return DEFAULTS.get(key) if value is None else value

    def counts_coder(self, coder: str | None) -> bool:
        """Tell whether the units of a coder count in findings."""
        counted = self.setting("counted")
        return counted is None or coder in counted

    @property
    def codebook(self) -> Codebook:
        """The tree of codes, sub-categories, categories and themes as it stands."""
        if self._codebook is None:
            self._codebook = Codebook.read(self.tables["nodes"])
        elif self._changed_nodes:
            self._codebook = self._codebook.changed(self.tables["nodes"], self._changed_nodes)
        self._changed_nodes.clear()
        return self._codebook

    @property
    def tally(self) -> Tally:
        """How many units and participants stand under each node."""
        if self._tally is None:
            self._tally = Tally(self)
        self._tally.follow(self.codebook)
        return self._tally

    @property
    def moved(self) -> Moved:
        """Which units wait to be looked at again because a definition moved."""
        if self._moved is None:
            self._moved = Moved(self)
        return self._moved

    @property
    def heard(self) -> frozenset[str]:
        """The ids of the participants who speak in some source; the others are only listed so far."""
        if self._heard is None:
            voices = (self.turns(source["id"]).voices for source in self.alive("sources"))
            listed = {participant["id"] for participant in self.alive("participants")}
            self._heard = frozenset(listed.intersection(set[str]().union(*voices)))
        return self._heard

    def units_in(self, source: str, *, relevant_only: bool = False) -> list[Document]:
        """Return a source's units in the order of the text, passages marked not relevant among them unless told."""
        ordered = self._in_order.get(source)
        if ordered is None:
            ordered = self._in_order[source] = sorted(self._read(self._units_in.get(source, ())), key=_in_text_order)
        return [unit for unit in ordered if is_unit(unit)] if relevant_only else list(ordered)

    def units_at(self, source: str, start: int) -> list[Document]:
        """Return a source's units and passages marked not relevant that begin at a position."""
        starts = self._units_at.get(source)
        if starts is None:
            starts = self._units_at[source] = {}
            for unit in self._read(self._units_in.get(source, ())):
                _add(starts, _start(unit), unit["id"])
        return list(self._read(starts.get(start, ())))

    def units_with(self, code: str) -> list[Document]:
        """Return the units that have a code, those that came by a code merged into it among them."""
        named = (self._units_with.get(each, ()) for each in (code, *self.codebook.merged_into(code)))
        return list(self._read(dict.fromkeys(chain.from_iterable(named))))

    def units_of_code_alone(self, code: str) -> Sequence[str]:
        """Return the ids of the units whose documents name this very code, merged or not."""
        return self._units_with.get(code, ())

    def units_of_source(self, source: str) -> Sequence[str]:
        """Return the ids of a source's units, in no particular order."""
        return self._units_in.get(source, ())

    def memos_on(self, kind: str, identifier: str) -> list[Document]:
        """Return the memos on something, in the order they were written; those on passages under kind `passage`.

        On a node these are all that were written on it, whatever its level was, and on those merged into it.
        """
        keys = [(kind, identifier)]
        if kind in LEVELS:
            keys = [(level, node) for node in (identifier, *self.codebook.merged_into(identifier)) for level in LEVELS]
        memos = self.tables["memos"]
        found = sorted(memo for key in keys for memo in self._memos_on.get(key, ()))
        return list(self.amended.all("memos", (memos[memo] for memo in found)))

    def ids_of_passage_memos(self, source: str) -> Sequence[str]:
        """Return the ids of the memos on passages of a source, in no particular order."""
        return self._memos_on.get(("passage", source), ())

    def turns(self, source: str) -> Turns:
        """Return a source's turns, which need no text."""
        turns = self._turns.get(source)
        if turns is None:
            turns = self._turns[source] = Turns(self._source(source))
        return turns

    def transcript(self, source: str) -> Transcript:
        """Return a source with its text.

        Raises:
            Mistake: there is no such source.
            Damaged: its text is not in the project (raised by the mapping of texts).
        """
        transcript = self._transcripts.get(source)
        if transcript is None:
            document = self.need("sources", source)
            transcript = Transcript(document, self.texts[document["text"]], self.turns(source))
            self._transcripts[source] = transcript
            if len(self._transcripts) > _KEPT_TRANSCRIPTS:
                self._transcripts.popitem(last=False)
        else:
            self._transcripts.move_to_end(source)
        return transcript

    def participants_of(self, unit: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the ids of the participants whose speech a unit holds."""
        if unit.get("id") in self.amended.units:
            return self.amended.participants(unit)
        return self.turns(unit.get("source", "")).participants(unit.get("spans") or ())

    def _read(self, units: Iterable[str]) -> Iterator[Document]:
        """Return units as they are read, without those that wait for their text."""
        return self.amended.all("units", map(self.tables["units"].__getitem__, units))

    def _source(self, source: str) -> Document:
        document = self.tables["sources"].get(source)
        return {} if document is None else self.amended.read("sources", document) or document

    def _index_unit(self, identifier: str, before: Document | None, after: Document | None) -> None:
        if self.amended.units or (before and after and before.get("text") != after.get("text")):
            # It may begin elsewhere than its document says.
            self._units_at.pop((after or before or {}).get("source", ""), None)
        for kept in (self._tally, self._moved):
            if kept is not None:
                kept.unit_changes(before, after)
        for unit, other, change in ((before, after, _take), (after, before, _add)):
            if unit is not None:
                source = unit.get("source", "")
                # Taking an id out of a long list costs more than all the rest: where it stays, it is left alone.
                if other is None or other.get("source", "") != source:
                    change(self._units_in, source, identifier)
                self._in_order.pop(source, None)
                if source in self._units_at:
                    change(self._units_at[source], _start(unit), identifier)
                staying = (other or {}).get("codes") or ()
                for code in unit.get("codes") or ():
                    if code not in staying:
                        change(self._units_with, code, identifier)

    def _index_memo(self, identifier: str, before: Document | None, after: Document | None) -> None:
        if before is not None:
            _take(self._memos_on, _subject(before), identifier)
        if after is not None:
            _add(self._memos_on, _subject(after), identifier)

    def _forget_source(self, source: str) -> None:
        for kept in (self._turns, self._transcripts, self._in_order, self._units_at):
            kept.pop(source, None)
        self._moved = None
        if self._tally is not None:
            self._tally.source_changed(source)


_SINGULAR = {
    "project": "project",
    "coders": "coder",
    "participants": "participant",
    "sources": "source",
    "units": "unit",
    "nodes": "code or category",
    "memos": "memo",
    "passes": "reading pass",
    "snapshots": "snapshot",
    "accepted": "accepted finding",
}


def _alive(document: Document | None) -> Document | None:
    return None if document is None or document.get("removed") else document


def _in_text_order(unit: Mapping[str, Any]) -> tuple[Any, ...]:
    spans = unit.get("spans") or [[0, 0]]
    return spans[0][0], -spans[-1][1], unit["id"]


def _start(unit: Mapping[str, Any]) -> int:
    spans = unit.get("spans")
    return int(spans[0][0]) if spans else 0


def _subject(memo: Mapping[str, Any]) -> tuple[str, str]:
    on = memo.get("on") or {}
    return on.get("kind", "project"), on.get("id", "")


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _add(index: dict[Any, list[str]], key: Any, identifier: str) -> None:
    index.setdefault(key, []).append(identifier)


def _take(index: dict[Any, list[str]], key: Any, identifier: str) -> None:
    entries = index.get(key, [])
    with suppress(ValueError):
        entries.remove(identifier)
        if not entries:
            del index[key]


def names(documents: Iterable[Mapping[str, Any]]) -> str:
    """Return the names of documents as they stand in a sentence, at most three of them."""
    listed = [document.get("name") or "an unnamed pile" for document in documents]
    if len(listed) > 3:
        return f"{listed[0]}, {listed[1]} and {len(listed) - 2} more"
    return " and ".join([", ".join(listed[:-1]), listed[-1]]) if len(listed) > 1 else "".join(listed)
