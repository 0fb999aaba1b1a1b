"""What a file may not be: too large, binary, empty or in an encoding that cannot be told for certain."""

from __future__ import annotations

import codecs

from tui.errors import Mistake

LARGEST = 32 * 1024 * 1024
"""How many bytes a transcript may have; two hundred hours of speech are less than a third of it."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive, such as docx, odt or qdpx"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3\x00", "a database"),
)


def decoded(name: str, data: bytes, largest: int = LARGEST) -> str:
    """Return the text of a file that is UTF-8, or UTF-16 or UTF-32 with its byte order mark.

    Raises `Mistake` for a file that is too large, empty, binary or in another encoding.
    """
    if len(data) > largest:
        raise Mistake(
            f"{name} has {len(data) / 1024 / 1024:.0f} MB and a transcript may have {largest / 1024 / 1024:.0f}; "
            "split it, or check that it is a transcript."
        )
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise Mistake(f"{name} is not text but {what}; save it as plain UTF-8 text.")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(name, data, encoding).removeprefix("\ufeff")
    if b"\x00" in data:
        raise Mistake(f"{name} is not text: it holds NUL bytes; save it as plain UTF-8 text{_wide(name, data)}.")
    return _strictly(name, data, "utf-8")


def visible(name: str, text: str) -> str:
    """Return the text; raises `Mistake` where there is nothing in it to read."""
    if not text.strip():
        raise Mistake(f"{name} is empty.")
    return text


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        if encoding != "utf-8":
            raise Mistake(
                f"{name} begins as {encoding.upper()} but is broken at byte {problem.start}; save it as UTF-8."
            ) from None
        raise Mistake(f"{name} is not UTF-8 (byte {problem.start}); {_advice(name, data)}.") from None


def _wide(name: str, data: bytes) -> str:
    """Return the command for UTF-16 without a byte order mark: every second byte of Western text is NUL."""
    sample = data[:2000]
    for offset, encoding in ((1, "utf-16le"), (0, "utf-16be")):
        if sample[offset::2].count(0) > len(sample) // 4:
            return f"; it looks like {encoding}: {_command(name, encoding)}"
    return ""


def _advice(name: str, data: bytes) -> str:
    for encoding, whose in (("cp1252", "Windows, Western Europe"),):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        controls = sum(1 for letter in text if letter < " " and letter not in "\t\n\r\f")
        if controls * 100 <= len(text):
            return f"it looks like {encoding} ({whose}): {_command(name, encoding)}"
    return "save it as UTF-8 in the program it comes from"


def _command(name: str, encoding: str) -> str:
    stem, dot, ending = name.rpartition(".")
    target = f"{stem}-utf8.{ending}" if dot and stem else f"{name}-utf8"
    return f"`iconv -f {encoding} -t utf-8 {_quoted(name)} > {_quoted(target)}`"


def _quoted(name: str) -> str:
    plain = all(letter.isalnum() or letter in "-._/" for letter in name)
    return name if plain else "'" + name.replace("'", "'\\''") + "'"
