"""Labels: which of the lines that could name a speaker do.

A word before a colon is weighed with all others of the text: a label is used again and again, or is a word for a part
in an interview, or stands where everybody else's label stands. Better to miss a label than to invent a speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.errors import Mistake
from tui.formats.parsed import INTERVIEWER, NEITHER, Stamp
from tui.formats.transcripts.blocks import Line
from tui.formats.transcripts.headers import header_lines
from tui.formats.transcripts.layouts import REACH, Candidate, Layout, candidates_in, name_in
from tui.formats.transcripts.names import Kind, role_of

_FAMILIES = (
    frozenset({Layout.STAMPED}),
    frozenset({Layout.COLON, Layout.ALONE, Layout.STAMPED}),
    frozenset({Layout.TIMED}),
    frozenset({Layout.BRACKETS}),
    frozenset({Layout.DASH}),
    frozenset({Layout.POINT}),
)
_SENTENCE = re.compile(r"[.?!…。？！؟]")
# A repeat inside a repeat may take longer than anybody waits: (\w+\s?)+
_NESTED_REPEAT = re.compile(r"\((?:[^()\\]|\\.)*(?<!\\)[*+}](?:[^()\\]|\\.)*\)(?:[*+]|\{\d*,)")


class Label(NamedTuple):
    """One label in the text: where it begins, where words may begin, whose it is, and the stamps in it."""

    start: int
    speech: int
    name: str
    stamps: tuple[Stamp, ...]


def labels_in(text: str, lines: Sequence[Line], marked: frozenset[str] = frozenset()) -> list[Label]:
    """Return the labels of an assembled text, in order; `marked` are those that the format sets off, as in bold."""
    page = _Page(text, lines, marked)
    chosen: list[Candidate] = []
    for family in _FAMILIES:
        accepted = page.accepted(family)
        if len(accepted) > len(chosen):
            chosen = accepted
    return page.labels(page.joined_by_others(chosen))


def labels_by_pattern(text: str, lines: Sequence[Line], pattern: str) -> list[Label]:
    """Return what a user's regular expression finds at the beginning of lines, in order.

    The label is its group `label`, else its first group, else all of it, without brackets and colon. Raises `Mistake`
    for a pattern that is none, that could run for ever or that finds nothing.
    """
    try:
        compiled = re.compile(pattern)
    except re.error as problem:
        raise Mistake(f"--labels {pattern!r} is not a regular expression: {problem}.") from None
    if _NESTED_REPEAT.search(pattern):
        raise Mistake(f"--labels {pattern!r} repeats what repeats itself, which may never end; write it without.")
    group = "label" if "label" in compiled.groupindex else int(compiled.groups > 0)
    found = []
    for line in lines:
        match = compiled.match(text[line.start : min(line.end, line.start + REACH)])
        if match is None or not match.end():
            continue
        name = name_in((match[group] or "").strip(" \t:：[]()<>-–—|"))
        if name:
            found.append(Label(_first_mark(text, line.start), line.start + match.end(), name, ()))
    if not found:
        raise Mistake(
            f"--labels {pattern!r} fits no line; it must fit from the beginning of a line that names a speaker."
        )
    return found


def _is_list(counts: Counter[str]) -> bool:
    """Whether hardly any word comes twice, as in a list of terms; speakers take turns."""
    return counts.total() > 8 and len(counts) * 2 > counts.total()


def _spelled_alike(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates with labels that differ in capitals only spelled as the first one is."""
    spelled: dict[str, str] = {}
    return [
        candidate._replace(label=spelled.setdefault(candidate.label.casefold(), candidate.label))
        for candidate in candidates
    ]


def _is_numbered_code(candidate: Candidate) -> bool:
    return candidate.kind is Kind.CODE and any(letter.isdigit() for letter in candidate.label)


def _first_mark(text: str, position: int) -> int:
    while text[position].isspace():
        position += 1
    return position


class _Page:
    """The candidates of one text and what they are weighed with."""

    def __init__(self, text: str, lines: Sequence[Line], marked: frozenset[str]) -> None:
        self.text = text
        self.lines = lines
        self.marked = marked
        self.candidates: list[Candidate] = []
        for number, line in enumerate(lines):
            if not line.is_heading:
                self.candidates += candidates_in(number, text[line.start : line.end])
        skipped = header_lines(text, lines, self.candidates)
        self.candidates = _spelled_alike(candidate for candidate in self.candidates if candidate.line not in skipped)
        spoken = [line for number, line in enumerate(lines) if not line.is_heading and number not in skipped]
        self.first_line = lines.index(spoken[0]) if spoken else 0
        self.line_count = len(spoken)
        blocks = len({line.block for line in spoken})
        self.paragraphs = max(1, blocks if blocks > 1 else self.line_count)
        self._smalls: set[str] | None = None

    def accepted(self, family: frozenset[Layout]) -> list[Candidate]:
        """Return the candidates of one family of layouts that name speakers, one a line; often none do."""
        by_line: dict[int, Candidate] = {}
        for candidate in self.candidates:
            if candidate.layout in family:
                by_line.setdefault(candidate.line, candidate)
        members = list(by_line.values())
        counts = Counter(candidate.label for candidate in members)
        share = len(members) / self.paragraphs
        names = {candidate.label for candidate in members if self._counts(candidate, counts, share)}
        if not self._is_dialogue(members, names, counts, family):
            if len(counts) < 2 or share < 0.6 or _is_list(counts) or not self._are_spoken(members, counts):
                return []
            names |= {candidate.label for candidate in members if candidate.kind is not Kind.LOWER}
            if not self._is_dialogue(members, names, counts, family):
                return []
        return self._with_singles(members, names)

    def joined_by_others(self, chosen: list[Candidate]) -> list[Candidate]:
        """Return the chosen candidates and those of other layouts that name the same speakers."""
        by_line = {candidate.line: candidate for candidate in chosen}
        names = {candidate.label for candidate in chosen}
        for candidate in self.candidates:
            if candidate.label in names and candidate.layout is not Layout.TIMED:
                by_line.setdefault(candidate.line, candidate)
        return [by_line[line] for line in sorted(by_line)]

    def labels(self, candidates: list[Candidate]) -> list[Label]:
        """Return the candidates as labels of the text."""
        result = []
        for candidate in candidates:
            start = self.lines[candidate.line].start
            stamps = tuple((start + first, start + last) for first, last in candidate.stamps)
            result.append(Label(_first_mark(self.text, start), start + candidate.speech, candidate.label, stamps))
        return result

    def _counts(self, candidate: Candidate, counts: Counter[str], share: float) -> bool:
        """Whether a label is one by its own evidence: what it says and how often it is used."""
        times = counts[candidate.label]
        kind = candidate.kind
        if self._opens(candidate) or (times > 1 and candidate.label in self.marked):
            return True
        if kind is Kind.ROLE:
            return times > 1 or role_of(candidate.label) != NEITHER
        if kind is Kind.LETTER:
            return times > 1 or len(counts) > 1
        if kind is Kind.LOWER:
            return times > 2 and share >= 0.5
        if candidate.layout in (Layout.TIMED, Layout.BRACKETS) and share < 0.3:
            return False
        return times > 1 and ((share >= 0.15 and times > 2) or not self._is_common(candidate.label))

    def _is_dialogue(
        self,
        members: list[Candidate],
        names: set[str],
        counts: Counter[str],
        family: frozenset[Layout],
    ) -> bool:
        """Whether the labels found make a conversation, or one speaker's words at least."""
        times = sum(counts[name] for name in names)
        kinds = {candidate.kind for candidate in members if candidate.label in names}
        if family <= {Layout.DASH, Layout.POINT}:
            return len(names) > 1 and times > 2 and (Kind.LETTER in kinds or Kind.ROLE in kinds)
        if not names or all(role_of(name) == NEITHER for name in names):
            return False
        if len(names) > 1 or len(self.marked & counts.keys()) > 1 or any(map(self._opens, members)):
            return True
        return Kind.ROLE in kinds or (times > 2 and (times >= 0.15 * self.paragraphs or Kind.LETTER in kinds))

    def _with_singles(self, members: list[Candidate], names: set[str]) -> list[Candidate]:
        """Return the candidates of the names, and those named once that stand exactly as the others do."""
        sure = [candidate for candidate in members if candidate.label in names]
        layouts = Counter((candidate.layout, bool(candidate.stamps)) for candidate in sure)
        usual = layouts.most_common(1)[0][0]
        every_line = len(sure) >= 0.9 * self.line_count
        only_asks = all(role_of(name) == INTERVIEWER for name in names)
        result = []
        for candidate in members:
            alike = (candidate.layout, bool(candidate.stamps)) == usual
            enough = len(sure) > 1 or _is_numbered_code(candidate) or only_asks
            if candidate.label in names or (
                alike and enough and self._may_be_single(candidate, trusted=every_line or only_asks)
            ):
                result.append(candidate)
        return result

    def _opens(self, candidate: Candidate) -> bool:
        """Whether a code such as L07 stands at the beginning of the text."""
        return candidate.line == self.first_line and _is_numbered_code(candidate)

    def _may_be_single(self, candidate: Candidate, *, trusted: bool) -> bool:
        if candidate.kind in (Kind.ROLE, Kind.LETTER) or candidate.label in self.marked:
            return True
        if candidate.kind is Kind.LOWER:
            return False
        set_off = candidate.stamps or candidate.layout in (Layout.ALONE, Layout.STAMPED)
        if set_off or _is_numbered_code(candidate) or trusted:
            return not self._is_common(candidate.label)
        return " " in candidate.label and candidate.label.isascii() and not self._is_common(candidate.label)

    def _is_common(self, label: str) -> bool:
        """Whether all words of the label stand in the text in small letters too: "Problem", not "Anna"."""
        if self._smalls is None:
            self._smalls = set(re.findall(r"[^\W\d_]+", self.text))
        words = re.findall(r"[^\W\d_]+", label)
        return bool(words) and all(word[0].isupper() and word.lower() in self._smalls for word in words)

    def _are_spoken(self, members: list[Candidate], counts: Counter[str]) -> bool:
        """Whether what follows the labels reads as speech rather than as values in a list."""
        if any(candidate.kind in (Kind.ROLE, Kind.LETTER) for candidate in members) or max(counts.values()) > 1:
            return True
        rests = [self._rest(candidate) for candidate in members]
        return sum(1 for rest in rests if len(rest.split()) > 3 or _SENTENCE.search(rest)) >= 0.6 * len(rests)

    def _rest(self, candidate: Candidate) -> str:
        line = self.lines[candidate.line]
        rest = self.text[line.start + candidate.speech : line.end]
        if rest.strip() or candidate.line + 1 >= len(self.lines):
            return rest
        following = self.lines[candidate.line + 1]
        return self.text[following.start : following.end]
