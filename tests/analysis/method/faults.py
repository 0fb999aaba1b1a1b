"""For each rule of the method a fault that it finds and nothing else does, and a case beside it that is no fault.

Each is planted in the sound project; they are so far apart from each other that many can be planted in one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from tests.analysis.method.sound import put, units_of
from tests.builders import add_source, do, draw, marked, node, not_relevant
from tui.model.edits.codebook import CreateNode, DefineNode, ParkNode, RenameNode
from tui.model.edits.project import BeginPass, EndPass
from tui.model.edits.quotations import ChooseAnchor, SetQuotation, WriteQuotation
from tui.model.edits.sorting import MoveNodes
from tui.model.edits.units import ApplyCode, Condense, MarkUnit, Recode, TakeCodeOff
from tui.model.ids import new_id
from tui.model.project import Project

Plant = Callable[[Project], object]

LEFT_OVER = "a single krona left for it"
ASKED = "Is there anything else that you would like to say?"


def define(project: Project, name: str, **fields: str | None) -> None:
    """Write a definition as it was from the beginning: nothing was coded under an older one."""
    put(project, "nodes", node(project, name), **fields)


def rename(project: Project, name: str, to: str) -> None:
    """Give a node another name."""
    do(project, RenameNode(node(project, name), to))


def condense(project: Project, words: str) -> None:
    """Condense the unit in which somebody learns in the lunch break."""
    do(project, Condense(units_of(project, "own evenings")[0], words))


def code(project: Project, name: str, pile: str, like: str) -> None:
    """Make a code with all that belongs to one, and give it to the units of another."""
    made = new_id()
    do(project, CreateNode(made, "code", name, node(project, pile)))
    put(project, "nodes", made, definition=f"All about {name[::-1]}.", include="a", exclude="b")
    for unit in units_of(project, like):
        do(project, ApplyCode(unit, made), ChooseAnchor(made, unit, "typical"))


def interview(project: Project, said: str, *quotes: str, ends: bool = True, name: str = "L09") -> None:
    """Add an interview with the first leader, read it, and mark some of its words."""
    add_source(project, name, said)
    speakers = {"INT": {"role": "interviewer"}, "L09": {"role": "participant", "participant": "l07"}}
    put(project, "sources", name, speakers=speakers)
    reading = new_id()
    do(project, BeginPass(reading, "maria", name))
    if ends:
        do(project, EndPass(reading))
    for quote in quotes:
        marked(project, quote, "who signs", source=name)


def write(project: Project, text: str, pile: str = "Liability") -> None:
    """Write the text of a pile in the results."""
    do(project, DefineNode(node(project, pile), {"narrative": text}))


def quote(project: Project, attribution: str) -> None:
    """Choose a quotation and say whose it is."""
    unit = units_of(project, "own evenings")[0]
    do(project, SetQuotation(unit, True), WriteQuotation(unit, attribution=attribution))


def once_called(project: Project, text: str) -> None:
    """Let a code have had another name, and write a text."""
    put(project, "nodes", node(project, "money runs out"), aliases={"the purse is empty": True})
    write(project, text, "Resources")


PIECES = {
    "sees why": {"L07": "a name under it", "L08": "three people"},
    "vouches": {"L07": "showed us", "L08": "somewhere else"},
    "alarm": {"L07": "single krona", "L08": "first year"},
    "rounds": {"L07": "lunch breaks", "L08": "on Saturdays"},
}
"""Words of both interviews that no unit of the sound project has as its own."""


def second_category(project: Project, *, coder: str) -> None:
    """Make a second category as sound as the first, and let a coder have one passage in both."""
    for name, level, parent in (
        ("Practice", "category", ""),
        ("Trust in it", "sub-category", "Practice"),
        ("Daily chores", "sub-category", "Practice"),
        ("sees why", "code", "Trust in it"),
        ("vouches", "code", "Trust in it"),
        ("alarm", "code", "Daily chores"),
        ("rounds", "code", "Daily chores"),
    ):
        made = new_id()
        do(project, CreateNode(made, level, name, node(project, parent) if parent else None))
        put(project, "nodes", made, definition=f"{name[::-1]}.", include="a", exclude="b")
        for source, words in PIECES.get(name, {}).items():
            unit = marked(project, words, name, source=source)
            do(project, ChooseAnchor(made, unit, "typical"), ChooseAnchor(node(project, parent), unit, "typical"))
    project.put("coders", "jon", {"id": "jon", "name": "Jon"})
    spans = project.need("units", units_of(project, "who signs")[0])["spans"]
    do(project, MarkUnit(new_id(), "L07", spans, coder, (node(project, "sees why"),)))


def one_voice(project: Project, *codes: str) -> None:
    """Take the second leader's units of some codes out of Resources; examples go along."""
    for name in codes:
        unit = units_of(project, name)[1]
        for each in (name, "Resources"):
            do(project, ChooseAnchor(node(project, each), unit, None))
        do(project, Recode(unit, node(project, name), node(project, "who signs")))
    for name in codes:
        define(project, name, anchors={units_of(project, name)[0]: "typical"})
    define(project, "Resources", anchors={units_of(project, "money runs out")[0]: "typical"})


def examples(project: Project, *quotes: str) -> None:
    """Let a code's examples be the first leader's: the one there is, and some more words."""
    money = node(project, "money runs out")
    do(project, ChooseAnchor(money, units_of(project, "money runs out")[1], None))
    for words in quotes:
        do(project, ChooseAnchor(money, marked(project, words, "money runs out"), "borderline"))


def move(project: Project, name: str, to: str) -> None:
    """Throw a code onto another pile, with its examples."""
    unit_ids = units_of(project, name)
    pile = project.codebook.pile_of(node(project, name)) or ""
    for unit in unit_ids:
        do(project, ChooseAnchor(pile, unit, None))
    do(project, MoveNodes((node(project, name),), node(project, to)))


def park(project: Project, name: str) -> None:
    """Make a code and park it."""
    draw(project, f"- {name}")
    do(project, ParkNode(node(project, name), "says nothing"))


def redefine(project: Project, *, units_follow: bool) -> None:
    """Write another definition of a code that was used; `units_follow`: and code its units once more."""
    signs = node(project, "who signs")
    do(project, DefineNode(signs, {"definition": "Nobody puts a name under it."}))
    for unit in units_of(project, "who signs") if units_follow else ():
        do(project, TakeCodeOff(unit, signs))
        do(project, ApplyCode(unit, signs))


def alike(project: Project, one: str, other: str) -> None:
    """Define two codes of one pile."""
    define(project, "who signs", definition=one)
    define(project, "proof is missing", definition=other)


def close(project: Project, because: str | None) -> None:
    """Let the two piles come close to each other; say why they differ, or not."""
    differs = {node(project, "Liability"): because} if because else None
    put(project, "nodes", node(project, "Resources"), definition="What shows that a thing is paid.", differs=differs)


def uncertain(project: Project, *, is_uncertain: bool) -> None:
    """Let a unit's words have changed when its text was amended."""
    put(project, "units", units_of(project, "who signs")[0], uncertain=is_uncertain or None)


def lost(project: Project, name: str) -> None:
    """Let a pile have been merged into something that is gone."""
    put(project, "nodes", node(project, name), merged_into="gone")


_LONG = "L09: He said it. It took all of an hour and nothing of it was any good to us."

FAULTS: Mapping[str, Plant] = {
    "uncoded": lambda project: marked(project, LEFT_OVER),
    "unsorted": partial(draw, codebook="- never seen"),
    "unread": lambda project: interview(project, "L09: He did. / INT: So? / L09: He does.", "He did", ends=False),
    "unmarked": lambda project: interview(project, "L09: He did."),
    "two-categories": partial(second_category, coder="maria"),
    "two-piles": lambda project: code(project, "who signs", "Resources", "money runs out"),
    "mixed-levels": lambda project: code(project, "the wider world", "Conditions", "who signs"),
    "named-as-its-pile": lambda project: rename(project, "own evenings", "Resources"),
    "names-alike": lambda project: rename(project, "proof is missing", "who signed"),
    "definitions-alike": lambda project: alike(project, "Who answers for a decision.", "Who answers for decisions."),
    "no-difference": partial(close, because=None),
    "one-voice": lambda project: one_voice(project, "money runs out", "own evenings"),
    "fewer-than-two": lambda project: move(project, "own evenings", "Liability"),
    "no-speech": lambda project: marked(project, ASKED, "who signs"),
    "amended": partial(uncertain, is_uncertain=True),
    "longer-than-unit": partial(condense, words="we are all to learn it in our own short lunch breaks"),
    "long-name": lambda project: rename(project, "own evenings", "all that learning costs one’s evenings"),
    "same-words": partial(condense, words="Own evenings"),
    "no-definition": lambda project: define(project, "own evenings", definition=None),
    "incomplete-definition": lambda project: define(project, "own evenings", exclude=None),
    "older-definition": partial(redefine, units_follow=False),
    "one-sided-examples": lambda project: examples(project, LEFT_OVER),
    "does-not-fit": lambda project: lost(project, "Liability"),
    "outside-units": lambda project: interview(project, _LONG, "He said it.", name="L10"),
    "old-label": partial(once_called, text="The purse is empty, they say."),
    "not-verbatim": partial(write, text="One said “nobody ever signed anything here at all”."),
    "unknown-speaker": partial(quote, attribution="Leader 99"),
    "coded-elsewhere": partial(write, text="One said “we are to learn it in our lunch breaks”."),
}
"""By rule: what plants just one fault."""

NO_FAULTS: Mapping[str, Plant] = {
    "uncoded": lambda project: not_relevant(project, LEFT_OVER),
    "unsorted": lambda project: park(project, "never seen"),
    "unread": lambda project: interview(project, "L09: He did. / INT: So?", "He did", ends=False),
    "unmarked": lambda project: interview(project, "L09: He did.", "He did"),
    "two-categories": partial(second_category, coder="jon"),
    "two-piles": lambda project: code(project, "who pays", "Resources", "money runs out"),
    "mixed-levels": lambda project: code(project, "the wider world", "Liability", "who signs"),
    "named-as-its-pile": lambda project: rename(project, "own evenings", "Resources of one’s own"),
    "names-alike": lambda project: rename(project, "proof is missing", "who designs"),
    "definitions-alike": lambda project: alike(project, "Who answers in 1999.", "Who answers in 2024."),
    "no-difference": partial(close, because="it costs something"),
    "one-voice": lambda project: one_voice(project, "own evenings"),
    "fewer-than-two": lambda project: code(project, "one more thing", "Liability", "who signs"),
    "no-speech": lambda project: marked(project, LEFT_OVER, "who signs"),
    "amended": partial(uncertain, is_uncertain=False),
    "longer-than-unit": partial(condense, words="– we are – to learn it – in our lunch breaks –"),
    "long-name": lambda project: rename(project, "own evenings", "all that learning costs evenings"),
    "same-words": partial(condense, words="Money runs out"),
    "no-definition": lambda project: park(project, "never defined"),
    "incomplete-definition": lambda project: define(project, "Conditions", exclude=None),
    "older-definition": partial(redefine, units_follow=True),
    "one-sided-examples": examples,
    "does-not-fit": lambda project: rename(project, "Liability", "Responsible for it"),
    "outside-units": lambda project: interview(
        project, _LONG, "He said it.", "It took all of an hour and nothing of it"
    ),
    "old-label": partial(once_called, text="Money runs out, and the purse is emptied."),
    "not-verbatim": partial(write, text="One said “nobody has put a name // under it [so] far”."),
    "unknown-speaker": partial(quote, attribution="L07, a manager"),
    "coded-elsewhere": partial(write, text="One said “we are to learn it in our lunch breaks”.", pile="Resources"),
}
"""By rule: what comes near a fault and is none."""
