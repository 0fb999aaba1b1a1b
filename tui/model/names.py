"""Names and other short words that coders give: how they are cleaned, compared and refused."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from tui.errors import Mistake
from tui.model.documents import Document

LONGEST_NAME = 200


class NameTaken(Mistake):
    """A sibling has the name already.

    `node` is that sibling's id and `newcomer` the id of the node that would have the same name (empty for a new one),
    so that merging the two can be offered.
    """

    def __init__(self, message: str, node: str, newcomer: str = "") -> None:
        """Keep whose name it is beside the message."""
        super().__init__(message)
        self.node = node
        self.newcomer = newcomer


def one_line(words: str) -> str:
    """Return words in their composed form (NFC) on one line: white space and control characters become one space."""
    composed = unicodedata.normalize("NFC", words)
    return " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in composed).split())


def prose(words: str) -> str:
    """Return longer words in their composed form (NFC), line ends as line feeds, no white space around them."""
    return unicodedata.normalize("NFC", words).replace("\r\n", "\n").replace("\r", "\n").strip()


@lru_cache(maxsize=16_384)
def folded(name: str) -> str:
    """Return what two names are compared by: neither case nor white space tells them apart."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return what names are put in order by, as people do it: `Leader 9` before `Leader 10`."""
    parts = re.split(r"(\d+)", folded(name))
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Return documents as people order their names, those of one name by their ids."""
    return sorted(documents, key=lambda document: (natural(str(document.get("name") or "")), document["id"]))


def clean_name(words: str, of: str) -> str:
    """Return a name as it is kept; `of` says in a message whose name it is.

    Raises:
        Mistake: it is empty or longer than 200 characters.
    """
    name = one_line(words)
    if not name:
        raise Mistake(f"A {of} needs a name.")
    if len(name) > LONGEST_NAME:
        raise Mistake(f"The name of a {of} may have {LONGEST_NAME} characters at most; this one has {len(name)}.")
    return name


def initials(name: str) -> str:
    """Return the initials a person's name gives: `Lena Palm` gives `LP`, at most three letters."""
    return "".join(word[0] for word in re.findall(r"[^\W_]+", name)[:3]).upper()
