"""What a rule of the method is, and what it finds: questions to the analyst, never errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.analysis.method.facts import Facts

UNIT, SOURCE, NODE, CARD, NARRATIVE, MOVED = "unit", "source", "node", "card", "narrative", "moved"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one goes to look at a finding.

    A `unit` by its id; a `source` by its id and a position in its text, or -1 for all of it; a `node` in the codebook;
    the `card` of a node, or its `narrative`, by the node's id; what is to be looked at again since a code `moved`.
    """

    kind: str
    id: str
    position: int = -1


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at one place.

    `key` names the place by ids, so that it stays the same whatever is renamed. `stands_on` is a digest of what the
    rule looked at: where that has become something else, the finding is another one.
    """

    rule: str
    what: str
    about: str
    """What is found there in particular, for the eye: names, numbers."""
    where: str
    called: str
    """What history calls it: the rule's words and the place, and nothing of what anybody said."""
    key: str
    stands_on: str
    spot: Spot

    @property
    def id(self) -> str:
        """Eight letters by which the finding is named in commands; the same as long as rule and place are."""
        return _digest((self.rule, self.key), 4)


Look = Callable[["Facts", Any], Iterable[Finding]]
"""What a rule does with one unit, node or source."""
Search = Callable[["Facts"], Iterator["Finding | None"]]
"""What a rule does with the whole project; it yields nothing now and then, so that others get their turn."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the method: what it is called, what it asks, why, who says so, and what it does.

    `one` says what it finds at one place, `several` the same after a number. One of the four last fields is given.
    """

    id: str
    group: str
    one: str
    several: str
    question: str
    explanation: str
    source: str
    of_units: Look | None = None
    of_nodes: Look | None = None
    of_sources: Look | None = None
    of_all: Search | None = None

    def found(
        self, spot: Spot, where: str, about: str = "", *, key: Iterable[str] = (), stands_on: Iterable[object] = ()
    ) -> Finding:
        """Return a finding of this rule; without a key it is known by the id of its spot."""
        named = "+".join(sorted(key)) or spot.id
        what = f"{self.one}: {about}" if about else self.one
        return Finding(self.id, what, about, where, f"{self.one}, {where}", named, _digest(stands_on, 8), spot)


def _digest(parts: Iterable[object], size: int) -> str:
    return blake2b("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()
