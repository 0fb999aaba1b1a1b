"""What two versions of a text have in common, and how long it takes to find."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.model.alignment import Kept, alignment

LONG = Path(__file__).parents[2] / "../shared/data/transcripts/changelog-the-changelog-594.md"
SOME_TEXT = st.text(st.sampled_from("ab cÅ.\n\u0301"), max_size=60)


def kept(old: str, new: str) -> list[str]:
    return [old[stretch.old : stretch.old + stretch.length] for stretch in alignment(old, new)]


def test_equal_texts_are_kept_whole() -> None:
    assert alignment("So it is.", "So it is.") == (Kept(0, 0, 9),)
    assert alignment("", "") == ()


def test_a_corrected_word_is_compared_letter_by_letter() -> None:
    assert kept("Now the docter signs.", "Now the doctor signs.") == ["Now the doct", "r signs."]


def test_another_word_has_nothing_in_common_with_the_one_it_replaces() -> None:
    assert kept("Now the nurse signs.", "Now the doctor signs.") == ["Now the", "signs."]


def test_letters_are_the_same_in_capitals_and_small() -> None:
    assert "".join(kept("ai is here", "AI is here")) == "ai is here"


def test_lines_broken_anew_keep_all_words() -> None:
    old = "one two three\nfour five six seven\neight nine"
    new = "one two\nthree four five\nsix seven eight\nnine"
    assert " ".join(" ".join(kept(old, new)).split()) == old.replace("\n", " ")


def test_two_different_passages_share_no_chance_words() -> None:
    old = "Well, the budget was not there at all in the first year."
    new = "Everybody laughed, and we went home, tired of it."
    assert all(len(piece) < 2 for piece in kept(old, new))


@settings(max_examples=200, deadline=None)
@given(SOME_TEXT, SOME_TEXT)
def test_what_is_kept_stands_in_both_in_order(old: str, new: str) -> None:
    at, new_at = 0, 0
    for stretch in alignment(old, new):
        assert stretch.length > 0
        assert stretch.old >= at
        assert stretch.new >= new_at
        at, new_at = stretch.old + stretch.length, stretch.new + stretch.length
        same = old[stretch.old : at].casefold(), new[stretch.new : new_at].casefold()
        assert same[0] == same[1]
    assert at <= len(old)
    assert new_at <= len(new)


def corrected(text: str, times: int, chance: random.Random) -> str:
    """A text with words taken out, put in and misspelled."""
    words = text.split(" ")
    for _ in range(times):
        place = chance.randrange(len(words))
        words[place] = chance.choice(["", f"{words[place]} as I said", words[place].replace("e", "a")])
    return " ".join(words)


@pytest.mark.parametrize("times", [1, 100, 2000])
def test_a_long_transcript_is_compared_at_once(times: int) -> None:
    if not LONG.exists():
        pytest.skip("the long transcript of the shared data is not here")
    text = LONG.read_text(encoding="utf-8")
    new = corrected(text, times, random.Random(times))
    begun = time.process_time()
    found = alignment(text, new)
    assert time.process_time() - begun < 3  # measured: 0.3 s; the square of 180,000 would take minutes
    assert sum(stretch.length for stretch in found) > 0.9 * len(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("no " * 60_000, "no " * 50_000 + "yes " * 3),
        ("no no\n" * 30_000, "yes no\n" * 30_000),
        ("a" * 180_000, "a" * 179_000 + "b"),
        ("".join(f"w{n} " for n in range(30_000)), "".join(f"w{n} " for n in reversed(range(30_000)))),
    ],
    ids=["one word", "one line", "one long word", "backwards"],
)
def test_no_text_takes_the_square_of_its_length(old: str, new: str) -> None:
    begun = time.process_time()
    alignment(old, new)
    assert time.process_time() - begun < 5


def test_a_long_text_that_says_the_same_again_and_again_is_aligned_from_place_to_place() -> None:
    once = "Today the doctor decides and the doctor signs, and that is simple, but it will not stay so for long.\n"
    paragraphs = [once] * 400
    changed = list(paragraphs)
    for number in range(7, 400, 20):
        changed[number] = once.replace("simple", "easy")
    del changed[200:203]
    old, new = "".join(paragraphs), "".join(changed)
    kept = alignment(old, new)
    assert all(old[a : a + length] == new[b : b + length] for a, b, length in kept)
    assert sum(length for _, _, length in kept) > 0.97 * len(new)
