"""Make the picture that Textual draws of a screen portable: local fonts, no window around it, small, stable."""

import re
from collections import Counter

FONTS = '"DejaVu Sans Mono", Menlo, Consolas, monospace'
CELL, TITLE_BAR = 12.2, 32

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_FONT_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_WINDOW = re.compile(
    r'<text class="\S*-title".*?</text>|\.\S*-title \{.*?\}|<g transform="translate\(26,22\)">.*?</g>', re.DOTALL
)
_CLIPS = re.compile(r'<clipPath id="\S*-line-\d+">.*?</clipPath>\s*| clip-path="url\(#\S*-line-\d+\)"', re.DOTALL)
_IDS = re.compile(r"\bterminal-(?:\d+-)?([\w-]+)")
_FRAME = re.compile(r'<rect fill="([^"]+)"( stroke=[^>]*? height=)"([\d.]+)"')
_SCREEN = re.compile(r'<rect x="0" y="0" width="([\d.]+)" height="([\d.]+)"')
_BOX = re.compile(r'<rect fill="([^"]+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"[^>]*/>')
_WORDS = re.compile(r'(<text class="[^"]*") x="([\d.]+)"( y="[^"]*") textLength="[\d.]+"([^>]*)>([^<]*)</text>')
_ENTITY = re.compile(r"&[#\w]+;")


def portable(svg: str) -> str:
    """Return the picture with local fonts, without a window's title and buttons, and with as little in it as shows."""
    for needless in (_REMARK, _FONT_FACES, _WINDOW, _CLIPS):
        svg = needless.sub("", svg)
    svg = _IDS.sub(r"screen-\1", svg).replace("Fira Code, monospace", FONTS)
    svg = _WORDS.sub(_trimmed, svg.replace("&#160;", "\u00a0"))
    svg = _lowered(_grounded(svg))
    svg = svg.replace("<text", "\n<text").replace("<rect fill", "\n<rect fill")
    return re.sub(r"\s*\n\s*", "\n", svg)


def _trimmed(match: re.Match[str]) -> str:
    """Leave out the blanks around a run of words, which would only be drawn as nothing."""
    opening, x, y, rest, words = match.groups()
    kept = words.strip()
    if not kept:
        return ""
    left = float(x) + CELL * (len(words) - len(words.lstrip()))
    length = CELL * len(_ENTITY.sub("-", kept))
    return f'{opening} x="{left:g}"{y} textLength="{length:g}"{rest}>{kept}</text>'


def _grounded(svg: str) -> str:
    """Draw the commonest ground once, as the frame, and neighbouring boxes of one colour as one."""
    covered: Counter[str] = Counter()
    for fill, _, _, width, height in _BOX.findall(svg):
        covered[fill] += round(float(width) * float(height))
    screen, frame = _SCREEN.search(svg), _FRAME.search(svg)
    if not covered or screen is None or frame is None:
        return svg
    ground, area = covered.most_common(1)[0]
    if area < float(screen[1]) * float(screen[2]) / 2:
        ground = frame[1]
    boxes: list[list[str]] = []
    for fill, x, y, width, height in _BOX.findall(svg):
        last = boxes[-1] if boxes else []
        if last and last[0] == fill and last[2] == y and abs(float(last[1]) + float(last[3]) - float(x)) < 0.01:
            last[3] = f"{float(last[3]) + float(width):g}"
        else:
            boxes.append([fill, x, y, width, height])
    drawn = "".join(
        f'<rect fill="{fill}" x="{x}" y="{y}" width="{width}" height="{height}" shape-rendering="crispEdges"/>'
        for fill, x, y, width, height in boxes
        if fill != ground
    )
    start = _BOX.search(svg)
    assert start is not None
    svg = svg[: start.start()] + drawn + _BOX.sub("", svg[start.start() :])
    return _FRAME.sub(lambda frame: f'<rect fill="{ground}"{frame[2]}"{frame[3]}"', svg, count=1)


def _lowered(svg: str) -> str:
    """Take off the height of the title bar that is gone."""
    svg = re.sub(r'viewBox="0 0 (\S+) (\S+)"', lambda m: f'viewBox="0 0 {m[1]} {float(m[2]) - TITLE_BAR:g}"', svg)
    svg = re.sub(r"translate\(9, 41\)", f"translate(9, {41 - TITLE_BAR})", svg)
    return _FRAME.sub(lambda m: f'<rect fill="{m[1]}"{m[2]}"{float(m[3]) - TITLE_BAR:g}"', svg, count=1)
