"""What no reader takes: too much, nothing, no text, another encoding; each told with the way out."""

from __future__ import annotations

import pytest

from tui.errors import Mistake
from tui.formats.limits import decoded
from tui.formats.registry import read


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "L07.txt is empty"),
        (b" \r\n\t\n\x07", "L07.txt is empty"),
        (b"\xef\xbb\xbf", "L07.txt is empty"),
        (b"INT: Who?\x00L07: I.", "L07.txt is not text: it holds NUL bytes"),
        (b"%PDF-1.7\nblind text", "a PDF"),
        (b"PK\x03\x04rest", "docx"),
        (b"{\\rtf1 words}", "RTF"),
        (b"\xff\xfeI\x00N", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, told: str) -> None:
    if data.startswith(b"\xff\xfe"):
        data += b"\x00\xd8"  # half of a surrogate pair
    with pytest.raises(Mistake) as caught:
        read("L07.txt", data)
    assert told in str(caught.value)
    assert "L07.txt" in str(caught.value)


def test_a_windows_file_is_told_how_to_convert_it() -> None:
    with pytest.raises(Mistake) as caught:
        read("interview 7.txt", "Intervjuare: Hur är det på jobbet? – Bra.".encode("cp1252"))
    assert "cp1252" in str(caught.value)
    assert "`iconv -f cp1252 -t utf-8 'interview 7.txt' > 'interview 7-utf8.txt'`" in str(caught.value)


def test_broken_bytes_are_not_called_windows_text() -> None:
    with pytest.raises(Mistake) as caught:
        read("L07.txt", bytes(range(1, 256)))
    assert "cp1252" not in str(caught.value)


def test_utf_16_without_its_mark_is_recognised() -> None:
    with pytest.raises(Mistake, match="iconv -f utf-16le"):
        read("L07.txt", "INT: Who answers?".encode("utf-16le"))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_file_with_a_byte_order_mark_is_read_whatever_its_width(encoding: str) -> None:
    parsed = read("L07.txt", "INT: Vem är det?\nL07: Jag.".encode(encoding))
    assert parsed.text == "INT: Vem är det?\nL07: Jag."


def test_a_file_over_the_limit_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(Mistake, match=r"big\.txt has 3 MB and a transcript may have 2"):
        decoded("big.txt", b"\xff" * (3 << 20), largest=2 << 20)
