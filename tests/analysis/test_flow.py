"""Speech as it is searched: what is skipped, and that every place leads back to the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.flow import Flow, plain, sought
from tui.model.sources import Transcript

TEXT = "INT: Who  signs?\n\nL07: The doctor\u00a0decides [00:12] and the\n doctor signs.\n\nINT: Straße “so”?\n"


def transcript(text: str = TEXT) -> Transcript:
    turns = []
    for line in text.split("\n\n"):
        start = text.index(line)
        label = line.partition(":")[0]
        turns.append([start, start + len(label) + 2, start + len(line.rstrip()), label])
    stamp = text.find("[00:12]")
    stamps = [[stamp, stamp + 7]] if stamp >= 0 else []
    return Transcript({"id": "s", "name": "L07", "turns": turns, "stamps": stamps}, text)


def test_labels_and_stamps_are_skipped_and_white_space_is_folded() -> None:
    assert Flow.of(transcript()).words == "Who signs?\nThe doctor decides and the doctor signs.\nStraße “so”?"


def test_every_word_leads_back_to_where_it_stands() -> None:
    flow = Flow.of(transcript())
    for word in ("Who", "signs?", "decides", "and", "the", "Straße", "“so”?"):
        start, end = flow.span(*flow.found(word)[0])
        assert TEXT[start:end] == word


def test_words_parted_by_a_stamp_are_one_range_of_the_text() -> None:
    flow = Flow.of(transcript())
    start, end = flow.span(*flow.found("decides and the doctor")[0])
    assert TEXT[start:end] == "decides [00:12] and the\n doctor"


def test_places_survive_letters_that_fold_to_two() -> None:
    folded = Flow.of(transcript()).casefolded()
    assert [TEXT[slice(*folded.span(*place))] for place in folded.found("strasse")] == ["Straße"]
    assert [TEXT[slice(*folded.span(*place))] for place in folded.found("“so”?")] == ["“so”?"]


def test_typographic_marks_equal_plain_ones_and_keep_their_length() -> None:
    assert plain("“a” ‘b’ – c — d’s") == "\"a\" 'b' - c - d's"
    assert sought("  e\u0301  “x”\n y ") == 'é "x" y'


@given(st.text(alphabet="aSß İŉ\n\t\u00a0-", max_size=40))
def test_folding_and_unfolding_never_loses_a_place(words: str) -> None:
    document = {"id": "s", "turns": [[0, 0, len(words), None]]}
    flow = Flow.of(Transcript(document, words))
    folded = flow.casefolded()
    assert flow.words == " ".join(words.split(None))
    assert folded.words == flow.words.casefold()
    for offset, letter in enumerate(flow.words):
        if letter != " ":
            assert words[slice(*flow.span(offset, offset + 1))] == letter
    for offset, letter in enumerate(folded.words):
        if letter != " ":
            assert letter in words[slice(*folded.span(offset, offset + 1))].casefold()
