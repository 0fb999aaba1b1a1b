"""Report: what is written about the results says what the system and the transcripts say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.analysis.method import narrative
from tui.analysis.method.alike import likeness, words_of
from tui.analysis.method.facts import Facts
from tui.analysis.method.finding import CARD, NARRATIVE, UNIT, Finding, Rule, Spot
from tui.analysis.method.heterogeneous import NAMES_ALIKE
from tui.analysis.method.quotations import belongs, coded_as, coded_there, said_at
from tui.model.documents import Document
from tui.model.nodes import Node
from tui.model.quoting import is_outdated

GROUP = "Report"
FEWEST_WORDS = 4
"""From so many words on, what stands in quotation marks counts as a quotation; shorter it may be a label or a word."""
_SHOWN = 60


def _old_labels(facts: Facts) -> Iterator[Finding | None]:
    """Find labels in the texts of the results that the system has under another name, or nearly so."""
    texts = [(node, text) for node in facts.book.nodes.values() if (text := str(node.document.get("narrative") or ""))]
    if not texts:
        return
    present = {" ".join(words_of(name)) for node in facts.book.nodes.values() for name in (node.name, node.short)}
    old = {words: now for words, now in _former(facts).items() if words and words not in present}
    labels = narrative.Labels([*present, *old])
    for node, text in texts:
        yield None
        used: dict[str, str] = {}
        for found in labels.within(text):
            words = " ".join(found)
            if words in old:
                used[words] = facts.titles([old[words]])
        for phrase in narrative.stressed(text):
            words = " ".join(words_of(phrase))
            if words in old:
                used[words] = facts.titles([old[words]])
            elif words and words not in present:
                near = max(facts.book.nodes.values(), key=lambda each: likeness(each.name, phrase))
                yield None
                if likeness(near.name, phrase) >= NAMES_ALIKE:
                    used[words] = near.title
        for words, now in used.items():
            about = f"“{words}” is {now}"
            yield OLD_LABEL.found(
                Spot(NARRATIVE, node.id), facts.path(node.id), about, key=[node.id, words], stands_on=[words, now]
            )


def _former(facts: Facts) -> dict[str, str]:
    """Return names that nodes had, by their words: those merged into others, and those of earlier snapshots."""
    former = {" ".join(words_of(alias)): node.id for node in facts.book.nodes.values() for alias in node.aliases}
    for snapshot in facts.project.alive("snapshots"):
        for identifier, document in (snapshot.get("nodes") or {}).items():
            stands = facts.book.resolve(identifier)
            if stands is not None and isinstance(document, Mapping):
                former.setdefault(" ".join(words_of(str(document.get("name") or ""))), stands)
    return former


def _outdated(facts: Facts, unit: Document) -> Iterator[Finding]:
    """Find quotations whose edited form was made from other words than they have now."""
    if unit.get("quoted") and is_outdated(facts.project, unit):
        about = "the edited form was made before its words changed"
        stands_on = [unit["edited"], unit["spans"]]
        yield NOT_VERBATIM.found(Spot(UNIT, unit["id"]), facts.place_of(unit), about, stands_on=stands_on)


def _quotations(facts: Facts) -> Iterator[Finding | None]:
    """Find quotations in the texts of the results that nobody said, and those of passages that are coded elsewhere."""
    labels = {" ".join(words_of(node.name)) for node in facts.book.nodes.values()}
    for node in facts.book.nodes.values():
        for phrase in narrative.quoted(str(node.document.get("narrative") or "")):
            pieces = narrative.parts(phrase)
            words = " ".join(word for piece in pieces for word in piece)
            if len(words.split()) < FEWEST_WORDS or words in labels:
                continue
            shown = phrase if len(phrase) <= _SHOWN else phrase[:_SHOWN].rstrip() + "…"
            place: tuple[str, int] | None = None
            for found in said_at(facts, node, pieces):
                place = found or place
                yield None
            spot, title = Spot(NARRATIVE, node.id), facts.path(node.id)
            if place is None:
                yield NOT_VERBATIM.found(
                    spot, facts.path(node.id), f"“{shown}”", key=[node.id, words], stands_on=[words]
                )
            elif not belongs(facts, node, *place):
                where = facts.place(*place)
                about = f"“{shown}”, {where}, {coded_there(facts, *place)}"
                yield ELSEWHERE.found(spot, title, about, key=[node.id, words], stands_on=[words, about])


def _stale_examples(facts: Facts, node: Node) -> Iterator[Finding]:
    """Find anchor examples whose unit has no code under the node (any more)."""
    for identifier in sorted(node.document.get("anchors") or ()):
        unit = facts.project.get("units", identifier)
        if unit is None or unit.get("source") not in facts.source_names:
            continue
        codes = facts.book.codes_of(unit)
        if not any(node.id in facts.book.counted_under(code) for code in codes):
            about = f"example {facts.place_of(unit)}, {coded_as(facts, [unit])}"
            yield ELSEWHERE.found(
                Spot(CARD, node.id), facts.path(node.id), about, key=[node.id, identifier], stands_on=sorted(codes)
            )


def _unknown_speaker(facts: Facts, unit: Document) -> Iterator[Finding]:
    """Find quotations attributed to nobody who took part, or to somebody else than the one who speaks."""
    if not unit.get("quoted") or not facts.participants:
        return
    heard = [facts.participants[one] for one in facts.project.participants_of(unit) if one in facts.participants]
    written = str(unit.get("attribution") or "")
    if not written and heard:
        return
    named = [
        name for name in facts.participants.values() if name and narrative.spoken_as(words_of(name)).search(written)
    ]
    longest = [name for name in named if not any(name != other and name in other for other in named)]
    if longest and (not heard or set(longest) & set(heard)):
        return
    said = f"“{written}”" if written else "nobody is named"
    speaks = f", {', '.join(heard)} speaks" if longest and heard else ""
    yield UNKNOWN_SPEAKER.found(
        Spot(UNIT, unit["id"]), facts.place_of(unit), said + speaks, stands_on=[written, *sorted(heard)]
    )


OLD_LABEL = Rule(
    "old-label",
    GROUP,
    "label differs from the system",
    "labels that differ from the system",
    "Which of the two is it called?",
    "A reader looks for the category under the name that the text uses. Exports take names from the system; what was "
    "written by hand keeps the old one. Looked for: names that were merged or stood in a snapshot, and labels in "
    "quotation marks or stressed that are nearly those of the system.",
    "Tong et al. 2007, COREQ 30",
    of_all=_old_labels,
)
NOT_VERBATIM = Rule(
    "not-verbatim",
    GROUP,
    "quotation differs from its source",
    "quotations that differ from sources",
    "Did somebody say this?",
    "A quotation is verbatim but for what is marked: // or […] where words are left out, [brackets] around what was "
    "put in. Edited forms belong on the quotation’s card, where the original stays beside them.",
    "Tong et al. 2007, COREQ 29",
    of_units=_outdated,
    of_all=_quotations,
)
UNKNOWN_SPEAKER = Rule(
    "unknown-speaker",
    GROUP,
    "attribution to no participant",
    "attributions to no participant",
    "Who said this?",
    "Each quotation is identified, by the participant’s pseudonym, so that readers see how many speak in the results. "
    "An attribution written by hand does not follow when a participant is renamed.",
    "Tong et al. 2007, COREQ 29",
    of_units=_unknown_speaker,
)
ELSEWHERE = Rule(
    "coded-elsewhere",
    GROUP,
    "quotation of a unit coded elsewhere",
    "quotations of units coded elsewhere",
    "Does this passage still show what it is quoted for?",
    "Data and findings agree where a quotation stands under a category that its unit belongs to. Units move when "
    "codes are thrown to other piles; texts and examples stay behind.",
    "Tong et al. 2007, COREQ 30",
    of_nodes=_stale_examples,
)
RULES = (OLD_LABEL, NOT_VERBATIM, UNKNOWN_SPEAKER, ELSEWHERE)
