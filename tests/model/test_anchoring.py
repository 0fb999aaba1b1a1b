"""Where passages of one version of a transcript lie in another, and what became of their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_project
from tui.model.anchoring import CHANGED, KEPT, LOST, MOVED, Anchored, Anchoring
from tui.model.graphemes import outwards
from tui.model.sources import Transcript
from tui.model.text import Span

OLD = (
    "INT: Who answers for it? / L07: I lie awake over that. Today the docter signs, and that is simple. / "
    "INT: And with a tool? / L07: I no longer know whose decision it is. My gut says that it is unfair. / "
    "INT: Thank you. / L08: Not at all, it was my pleasure."
)


def a_transcript(turns: str) -> Transcript:
    """A transcript written as `LABEL: words / LABEL: words`."""
    return a_project(L07=turns).transcript("L07")


def spans(transcript: Transcript, *quotes: str) -> list[Span]:
    starts = [(transcript.text.index(quote), len(quote)) for quote in quotes]
    return [Span(start, start + length) for start, length in starts]


def anchored(quotes: str | Sequence[str], new: str, old: str = OLD) -> tuple[Anchored, list[str]]:
    """Anchor quotes of the old transcript in the new one; return how, and the words there."""
    before, after = a_transcript(old), a_transcript(new)
    quotes = [quotes] if isinstance(quotes, str) else quotes
    found = Anchoring(before, after).anchored(spans(before, *quotes))
    return found, [after.text[start:end] for start, end in found.spans]


def test_a_word_corrected_inside_changes_the_words_and_keeps_the_ends() -> None:
    found, words = anchored("Today the docter signs", OLD.replace("docter", "doctor"))
    assert words == ["Today the doctor signs"]
    assert found.fate == CHANGED
    assert not found.is_uncertain


@pytest.mark.parametrize(
    ("quote", "old", "new", "words"),
    [
        ("docter signs", "docter", "doctor", "doctor signs"),
        ("the docter", "docter", "doctor", "the doctor"),
        ("docter signs", "the docter", "the chief doctor", "doctor signs"),
        ("that is simple.", "simple.", "simple!", "that is simple!"),
        ("that is simple", "simple.", "simpler.", "that is simpler"),
        ("signs", "signs", "cosigns", "cosigns"),
        ("docter", "docter", "physician", "physician"),
        ("I lie awake", "I lie", "We lie", "We lie awake"),
    ],
)
def test_what_is_corrected_at_an_end_belongs_to_the_words_there(quote: str, old: str, new: str, words: str) -> None:
    assert anchored(quote, OLD.replace(old, new))[1] == [words]


def test_words_added_beside_a_passage_stay_outside() -> None:
    new = OLD.replace("Today the", "And you know, today, today the").replace("signs, and", "signs, as ever, and")
    found, words = anchored("the docter signs", new)
    assert words == ["the docter signs"]
    assert found == (found.spans, KEPT, False)


def test_labels_written_otherwise_change_nothing() -> None:
    found, words = anchored("I lie awake over that.", OLD.replace("L07:", "Leader 7:").replace("INT:", "Interviewer:"))
    assert words == ["I lie awake over that."]
    assert found.fate == KEPT


def test_a_turn_put_between_parts_a_passage_in_two_spans() -> None:
    new = OLD.replace("over that. Today", "over that. / INT: Mm. / L07: Today")
    found, words = anchored("I lie awake over that. Today the docter signs", new)
    assert words == ["I lie awake over that.", "Today the docter signs"]
    assert found.fate == KEPT


def test_turns_run_together_leave_each_span_its_words() -> None:
    new = OLD.replace("simple. / INT: And with a tool? / L07: I no", "simple. I no")
    found, words = anchored(["that is simple.", "I no longer know"], new)
    assert words == ["that is simple.", "I no longer know"]
    assert found.fate == KEPT


def test_words_that_are_gone_leave_a_place_nearby_of_the_same_speaker() -> None:
    found, words = anchored("My gut says that it is unfair.", OLD.replace(" My gut says that it is unfair.", ""))
    assert words == ["is."]
    assert (found.fate, found.is_uncertain) == (LOST, True)


def test_a_turn_that_is_gone_leaves_a_place_with_its_speaker() -> None:
    new = OLD.replace(" / L07: I no longer know whose decision it is. My gut says that it is unfair.", "")
    found, words = anchored("My gut says that it is unfair.", new)
    assert words == ["simple."]
    assert found.fate == LOST


def test_other_words_in_the_place_of_a_passage_are_its_place_but_uncertain() -> None:
    found, words = anchored("My gut says that it is unfair.", OLD.replace("My gut says that it is unfair.", "Nobody."))
    assert words == ["Nobody."]
    assert (found.fate, found.is_uncertain) == (CHANGED, True)


def test_of_several_spans_one_that_is_gone_is_left_out_and_told() -> None:
    found, words = anchored(["I lie awake over that.", "My gut says"], OLD.replace("I lie awake over that. ", ""))
    assert words == ["My gut says"]
    assert (found.fate, found.is_uncertain) == (CHANGED, True)


def test_words_that_stand_elsewhere_are_found_there() -> None:
    said = "My gut says that it is unfair."
    new = OLD.replace(f" {said}", "").replace("I lie awake", f"{said} I lie awake")
    found, words = anchored(said, new)
    assert words == [said]
    assert (found.fate, found.is_uncertain) == (MOVED, False)


def test_a_few_words_that_stand_everywhere_are_not_looked_for() -> None:
    found, _ = anchored("it is", "L07: So. / L08: Then it is.", old="L07: So it is. / L08: Then.")
    assert found.fate == LOST


def test_nothing_said_at_all_gives_no_place() -> None:
    before, after = a_transcript("L07: So it is."), a_transcript("L07: ")
    assert Anchoring(before, after).anchored(spans(before, "So it is.")) == ([], LOST, True)


def test_no_character_is_cut() -> None:
    assert anchored("cafe", "L07: cafe\u0301 x", old="L07: cafe x")[1] == ["cafe\u0301"]
    assert anchored("caf", "L07: café x", old="L07: cafe x")[1] == ["caf"]


def test_a_turn_is_found_by_its_first_words() -> None:
    before, after = a_transcript(OLD), a_transcript(OLD.replace("INT: Who", "INT: Welcome. / L07: Hello. / INT: Who"))
    way = Anchoring(before, after)
    numbers = [getattr(way.turn(turn.start), "number", None) for turn in before.turns]
    assert numbers == [3, 4, 5, 6, 7, 8]


def test_a_turn_of_which_nothing_is_left_is_not_found() -> None:
    before, after = a_transcript(OLD), a_transcript(OLD.replace("INT: And with a tool? / ", ""))
    assert Anchoring(before, after).turn(before.turns[2].start) is None


# Every word stands once, so that there is but one right answer.
WORDS = [f"w{number}x" for number in range(60)]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A transcript of different words in a few turns, and those words."""
    words = WORDS[: draw(st.integers(4, len(WORDS)))]
    ends = sorted(draw(st.sets(st.integers(1, len(words) - 1), max_size=4)) | {len(words)})
    starts = [0, *ends[:-1]]
    turns = [" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]
    return " / ".join(f"L0{7 + number % 2}: {turn}" for number, turn in enumerate(turns)), words


def a_span(draw: st.DrawFn, transcript: Transcript) -> Span:
    turn = draw(st.sampled_from(list(transcript.turns)))
    said = transcript.text[turn.speech : turn.end].split()
    first = draw(st.integers(0, len(said) - 1))
    last = draw(st.integers(first, len(said) - 1))
    start = transcript.text.index(said[first])
    return Span(start, transcript.text.index(said[last]) + len(said[last]))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_in_the_same_text_a_passage_is_where_it_was(data: st.DataObject) -> None:
    transcript = a_transcript(data.draw(texts())[0])
    span = a_span(data.draw, transcript)
    assert Anchoring(transcript, transcript).anchored([span]) == ([span], KEPT, False)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_is_added_or_deleted_outside_never_changes_the_words(data: st.DataObject) -> None:
    written, words = data.draw(texts())
    before = a_transcript(written)
    span = a_span(data.draw, before)
    said = before.text[slice(*span)]
    outside = [word for word in words if word not in said.split()]
    new = written
    for number in range(data.draw(st.integers(0, 6))):
        word = data.draw(st.sampled_from(outside or [""]))
        if word not in new.split():
            continue
        added = data.draw(st.sampled_from(["", f"{word} new{number} more{number}", f"new{number} {word}", f"{word}."]))
        new = " / ".join(" ".join(turn.replace(f"{word}\0", added).split()) for turn in _ended(new, word).split(" / "))
    after = a_transcript(new)
    found = Anchoring(before, after).anchored([span])
    assert [after.text[start:end] for start, end in found.spans] == [said]
    assert found == (found.spans, KEPT, False)
    back = Anchoring(after, before).anchored(found.spans)
    assert back == ([span], KEPT, False)


def _ended(text: str, word: str) -> str:
    """Mark the one place of a word, so that no longer word is taken for it."""
    return " ".join(f"{piece}\0" if piece == word else piece for piece in text.split(" "))


def without_marks_on_nothing(text: str) -> str:
    """A text in which no mark stands on white space, which is trimmed away from under it."""
    return re.sub(r"(^|\s)[\u0301\u200d🏽]+", r"\1", text)


@settings(max_examples=150, deadline=None)
@given(st.data(), st.text(st.sampled_from("ab. \u0301é👍🏽\u200d"), max_size=30).map(without_marks_on_nothing))
def test_whatever_the_new_text_spans_lie_in_what_is_said_and_cut_nothing(data: st.DataObject, new: str) -> None:
    before, after = a_transcript(data.draw(texts())[0]), a_transcript(f"L07: {new.strip()}")
    span = a_span(data.draw, before)
    end = 0
    for start, stop in Anchoring(before, after).anchored([span]).spans:
        turn = after.turns.at(start)
        assert turn is not None
        assert end <= turn.speech <= start < stop <= turn.end
        assert after.trimmed(start, stop) == (start, stop)
        assert outwards(after.text, start, stop).within(turn.speech, turn.end) == (start, stop)
        end = stop
