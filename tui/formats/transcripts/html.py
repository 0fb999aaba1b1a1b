"""HTML in markdown: tags are taken out, the words in them stay; what is no HTML, as `<name>`, is words.

Nothing but a scan from left to right: no entity, script or file that HTML names is ever followed.
"""

from __future__ import annotations

import html
import re

_NAME = r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)"
# A quoted value may hold angle brackets, but not without end: what never closes its quotation is words, not a tag.
_TAG = re.compile(_NAME + r"(?:[\s/](?:[^<>\"']|\"[^\"]{0,999}\"|'[^']{0,999}')*)?>")
_LINE_TAGS = """
address article aside blockquote br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1
h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p pre section summary table tbody tfoot thead tr ul
"""
_INLINE_TAGS = """
a abbr acronym audio b base bdi bdo big body button canvas cite code col colgroup data datalist del dfn em embed font
head html i iframe img input ins kbd label link map mark meta meter object optgroup output param picture progress q rp
rt ruby s samp select small source span strike strong sub sup svg template textarea time title track tt u var video wbr
"""
_LINES = frozenset(_LINE_TAGS.split())
_INLINE = frozenset(_INLINE_TAGS.split())
_CELLS = frozenset(("td", "th"))
_HIDDEN = frozenset(("script", "style"))
_PARAGRAPHS = frozenset(("p", "table", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "section"))


def words_of_html(source: str) -> str:
    """Return the words of a piece of HTML as a browser shows them: a line a row or item, cells divided by a bar."""
    pieces: list[str] = []
    position = 0
    unclosed: set[str] = set()
    while (opening := source.find("<", position)) >= 0:
        pieces.append(_flowing(source[position:opening]))
        position, shown = _markup(source, opening, unclosed)
        pieces.append(shown)
    pieces.append(_flowing(source[position:]))
    lines = re.split(r"\n", "".join(pieces))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_row(line) for line in lines)).strip("\n")


def is_html(source: str) -> bool:
    """Tell whether a piece that begins with a tag or comment begins with one of HTML's: `<laughs>` is none."""
    return not _markup(source, source.find("<"), set())[1].startswith("<")


def shown_tag(source: str) -> str:
    """Return what is seen of one tag among words: nothing, a line break, or the tag where it is none of HTML's."""
    return _markup(source, 0, set())[1].replace("\n\n", "\n").replace("\t", " ") if source.startswith("<") else source


def _markup(source: str, start: int, unclosed: set[str]) -> tuple[int, str]:
    """Return where the markup at a position ends and what is seen of it; what is no markup ends after its `<`.

    `unclosed` remembers what is opened and never closed, so that nobody looks for its end again.
    """
    if source.startswith("<!--", start):
        return _hidden(source, start + 4, "-->", unclosed) or (start + 1, "<")
    match = _TAG.match(source, start)
    if match is None:
        return start + 1, "<"
    name = match["name"].lower()
    if name in _HIDDEN and not match["end"]:
        return _hidden(source, match.end(), f"</{name}>", unclosed) or (match.end(), "")
    if name in _CELLS:
        return match.end(), "" if match["end"] else "\t"
    if name in _LINES:
        return match.end(), "\n\n" if name in _PARAGRAPHS else "\n"
    if name in _INLINE or name in _HIDDEN:
        return match.end(), ""
    return match.end(), match[0]


def _hidden(source: str, start: int, closing: str, unclosed: set[str]) -> tuple[int, str] | None:
    if closing in unclosed:
        return None
    found = re.compile(re.escape(closing), re.IGNORECASE).search(source, start)
    if found is None:
        unclosed.add(closing)
        return None
    return found.end(), ""


def _flowing(words: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(words))


def _row(line: str) -> str:
    cells = [" ".join(cell.split()) for cell in line.split("\t")]
    return " | ".join(cell for cell in cells if cell)
