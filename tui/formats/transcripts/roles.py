"""Roles: a guess at who interviews and who is interviewed, for the user to confirm."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.formats.parsed import INTERVIEWER, PARTICIPANT, Stamp, Turn
from tui.formats.transcripts.names import role_of
from tui.model.words import count_words, without

_ENDS_IN_QUESTION = re.compile(r"[?？؟][^\w?？؟]*$")
_HOLDS_QUESTION = re.compile(r"[?？؟]")
_TAIL = 200
"""A question in the last code points of a turn passes the word on; one further up may be rhetoric."""
_FEW = 3
"""Below so many turns only a turn that ends in a question mark counts as asking."""


@dataclass
class _Share:
    """How much one label says and asks."""

    turns: int = 0
    words: int = 0
    passing_on: int = 0
    ending: int = 0

    @property
    def rate(self) -> float:
        """The share of turns that ask, 0 to 1."""
        return (self.ending if self.turns < _FEW else self.passing_on) / self.turns


def roles_of(text: str, turns: Sequence[Turn], stamps: Sequence[Stamp], language: str | None) -> dict[str, str]:
    """Return each label in order of appearance with its likely role.

    What a label's words say counts first. Where nobody is an interviewer by name, it is who passes the word on with
    questions most often and speaks no more than the others do on average; several may, as podcasts have two hosts.
    """
    shares: dict[str, _Share] = {}
    for _, speech, end, label in turns:
        if label is not None:
            share = shares.setdefault(label, _Share())
            share.turns += 1
            within = stamps[bisect_left(stamps, (speech, 0)) : bisect_left(stamps, (end, 0))]
            share.words += count_words(text, without([(speech, end)], within))
            share.passing_on += bool(_HOLDS_QUESTION.search(text, max(speech, end - _TAIL), end))
            share.ending += bool(_ENDS_IN_QUESTION.search(text[max(speech, end - 8) : end]))
    named = {label: role_of(label) for label in shares}
    _settle_letters(named, language)
    if INTERVIEWER in named.values():
        return {label: role or PARTICIPANT for label, role in named.items()}
    open_labels = {label: share for label, share in shares.items() if named[label] is None}
    asking = _asking(open_labels, has_participants=PARTICIPANT in named.values())
    return {label: role or (INTERVIEWER if label in asking else PARTICIPANT) for label, role in named.items()}


def _settle_letters(named: dict[str, str | None], language: str | None) -> None:
    """Read single letters by their partner: P and R are question and answer in Spanish and Portuguese."""
    letters = {label.casefold(): label for label in named if len(label) == 1}
    if {"p", "r"} <= letters.keys() and not {"i", "q", "m"} & letters.keys():
        romance = language in ("es", "pt")
        named[letters["p"]] = INTERVIEWER if romance else None
        named[letters["r"]] = PARTICIPANT if romance else None
    if {"s", "m"} <= letters.keys() or {"f", "m"} <= letters.keys():
        named[letters["m"]] = None
        named[letters["f" if "f" in letters else "s"]] = None


def _asking(shares: Mapping[str, _Share], *, has_participants: bool) -> set[str]:
    """Return the labels that ask: the most questioning one, and those that ask nearly as often."""
    if len(shares) + has_participants < 2:
        return set()
    best = max((share.rate for share in shares.values()), default=0.0)
    if best < 0.2:
        return set()
    average = sum(share.words for share in shares.values()) / len(shares)
    return {
        label
        for label, share in shares.items()
        if share.rate >= max(0.2, best * 0.65) and (share.words <= average or share.rate >= 0.5 or has_participants)
    }
