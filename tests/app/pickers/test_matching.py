"""Why one name stands before another: expected scores are sums of the named amounts."""

import time

import pytest

from tui.app.pickers.folding import fold, fold_name
from tui.app.pickers.matching import (
    ADJACENT,
    EXACT,
    GAP,
    LETTER,
    LONGEST_GAP,
    LOOSE,
    NAME_START,
    OLD_NAME,
    SKIPPED,
    WORD_START,
    Matching,
    candidates,
    places,
    run_of,
    score,
)


def found(typed: str, *names: str) -> list[str]:
    matching = Matching(candidates((name, ()) for name in names))
    return [names[hit.index] for hit in matching.hits(typed)]


def worth(typed: str, name: str) -> int:
    [hit] = Matching(candidates([(name, ())])).hits(typed)
    return hit.score


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("w", "who signs", LETTER + WORD_START + NAME_START),
        ("s", "who signs", LETTER + WORD_START),
        ("n", "who signs", LETTER),
        ("wh", "who signs", LETTER + WORD_START + NAME_START + LETTER + ADJACENT),
        ("ho", "who signs", LETTER + LETTER + ADJACENT),
        ("ws", "who signs", LETTER + WORD_START + NAME_START + LETTER + WORD_START + GAP + 3 * SKIPPED),
        ("who signs", "who signs", 9 * LETTER + 8 * ADJACENT + WORD_START + NAME_START + EXACT),
        ("wh", "grows with use", LETTER + WORD_START + LETTER + GAP + 2 * SKIPPED + LOOSE),
        (
            "wz",
            "w" + "a" * 90 + "z",
            LETTER + WORD_START + NAME_START + LETTER + GAP + LONGEST_GAP * SKIPPED + LOOSE,
        ),
        ("bop", "burden of proof", 3 * LETTER + 3 * WORD_START + NAME_START + 2 * GAP + (6 + 2) * SKIPPED),
    ],
)
def test_a_score_is_the_sum_of_named_amounts(typed: str, name: str, expected: int) -> None:
    assert worth(typed, name) == expected


def test_a_plain_run_is_worth_what_placing_its_letters_is_worth() -> None:
    for name in ("who signs", "nobody owns the whole", "a (b) c", "[x]"):
        folded = fold_name(name)
        for start in range(len(folded.text)):
            for end in range(start + 1, len(folded.text) + 1):
                query = folded.text[start:end]
                if query != query.strip():
                    continue
                place = run_of(query, folded)
                letters = range(place, place + len(query))
                assert worth(query, name) == score(letters, folded, exact=query == folded.text)


def test_the_exact_name_comes_first_however_well_others_match() -> None:
    assert found("trust", "trust trust trust", "trust in people", "Trust")[0] == "Trust"


LONG = "So I grew up always wanting to be a writer from a really young age and just kind of like"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("long story", LONG + " to tell a story"),
        ("deep", LONG + " deaf sheep"),
        ("sit", LONG),
        ("time", "test it at home"),
        ("time", "the patient comes prepared"),
        ("also", "data in a mess else or so"),
        ("haste", "who has to see"),
    ],
)
def test_letters_that_merely_lie_scattered_are_no_abbreviation(typed: str, name: str) -> None:
    [hit] = Matching(candidates([(name, ())])).hits(typed)
    assert hit.is_loose


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bop", "burden of proof"),
        ("bp", "burden of proof"),
        ("bupro", "burden of proof"),
        ("bu pr", "burden of proof"),
        ("whosi", "who signs"),
        ("who sig", "who signs"),
        ("proof", "burden of proof"),
        ("roo", "burden of proof"),
        ("young age", LONG),
        ("Burden of Proof", "burden of proof"),
    ],
)
def test_runs_that_begin_words_near_one_another_abbreviate_and_a_run_is_found_anywhere(typed: str, name: str) -> None:
    [hit] = Matching(candidates([(name, ())])).hits(typed)
    assert not hit.is_loose


def test_an_abbreviation_comes_before_scattered_letters_that_lie_closer() -> None:
    assert found("bop", "bo pepper", "burden of proof", "bo xp") == ["bo pepper", "burden of proof", "bo xp"]


def test_word_beginnings_come_before_the_middles_of_words_and_runs_before_scattered_letters() -> None:
    names = [
        "grows with use",
        "nobody owns the whole",
        "wants to see why",
        "tested on whom",
        "who is here",
        "who signs",
    ]
    assert found("wh", *names) == list(reversed(names))


def test_equally_good_names_stand_by_length_then_in_the_given_order() -> None:
    assert found("a", "ab d", "abcd", "ab") == ["ab", "ab d", "abcd"]


def test_letters_must_all_be_there_in_order() -> None:
    assert found("sw", "who signs") == []
    assert found("whoo", "who signs") == []
    assert found("whosignss", "who signs") == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("STRASSE", "Straße"),
        ("cafe\u0301", "Caf\u00e9"),
        ("don't", "don’t"),
        ('"who"', "“who”"),
        ("north-south", "north–south"),
        ("two  words", "two\u00a0words"),
        ("trust [in people]", "trust [in people]"),
        ("[/x]", "[/x] closing"),
        ("(a|b)*", "(a|b)* of all"),
        ("\\", "back\\slash"),
    ],
)
def test_case_white_space_and_typographic_marks_do_not_matter_and_brackets_are_brackets(typed: str, name: str) -> None:
    assert found(typed, "else", name) == [name]


def test_the_places_lifted_are_those_of_the_name_as_it_is_written() -> None:
    assert places("wh", fold_name("tested on whom")) == (10, 11)
    assert places("ss", fold_name("Straße")) == (4,)
    assert places("sse", fold_name("Straße")) == (4, 5)
    assert places("ab", fold_name("a   b")) == (0, 4)
    assert places("é", fold_name("Cafe\u0301")) == (3,)
    assert places("", fold_name("anything")) == ()
    assert places("xyz", fold_name("anything")) == ()


def test_a_letter_is_drawn_to_the_letters_behind_it() -> None:
    assert places("whsi", fold_name("wants who signs")) == (0, 7, 10, 11)
    assert places("tohe", fold_name("rotor the")) == (2, 3, 7, 8)


def test_an_old_name_finds_its_code_behind_present_names_that_match_as_well() -> None:
    matching = Matching(candidates([("no form for it", ["no box"]), ("no box", [])]))
    first, second = matching.hits("no box")
    assert (first.index, first.old_name) == (1, None)
    assert second.index == 0
    assert second.old_name is not None
    assert second.old_name.name == "no box"
    assert first.score - second.score == -OLD_NAME


def test_a_name_found_both_ways_is_found_by_the_better() -> None:
    [hit] = Matching(candidates([("who signs", ["signs"])])).hits("signs")
    assert hit.old_name is not None
    [hit] = Matching(candidates([("who signs", ["whole signs"])])).hits("who")
    assert hit.old_name is None


def test_typing_on_and_taking_back_give_what_typing_anew_gives() -> None:
    names = ["who signs", "who reads the alarm", "tested on whom", "grows with use", "decided above"]
    matching = Matching(candidates((name, ()) for name in names))
    for typed in ("w", "wh", "who", "who ", "who s", "who", "w", "", "d", "de", "e"):
        assert [names[hit.index] for hit in matching.hits(typed)] == found(typed, *names), typed


def test_nothing_typed_leaves_everything_in_its_order() -> None:
    assert found("", "b", "a") == ["b", "a"]
    assert found("  ", "b", "a") == ["b", "a"]


def test_folding_is_the_same_twice() -> None:
    for text in ("Straße", "“A” –  b", "İstanbul", "ﬁn", "\u00a0x"):
        assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("typed", ["a" * 8, "a" * 40, "a" * 40 + "b", "ab" * 20])
def test_repeated_letters_cost_nothing_extra(typed: str) -> None:
    matching = Matching(candidates([("a" * 96, ())] * 200 + [("ab" * 48, ())] * 200))
    begun = time.perf_counter()
    matching.hits(typed)
    assert time.perf_counter() - begun < 0.25


@pytest.mark.parametrize(
    ("name", "heads"),
    [
        ("who signs", "w___s____"),
        ("no-one (else)", "n__o___(e____"),
        ("3D, of 12", "3___o__1_"),
        ("- dash", "-_d___"),
        ("snake_case", "s_____c___"),
    ],
)
def test_words_begin_after_whatever_is_no_letter_or_digit(name: str, heads: str) -> None:
    assert fold_name(name).heads.replace("\0", "_") == heads


@pytest.mark.parametrize("typed", ["e", "et", "eto", "who", "zz"])
def test_two_thousand_names_are_ranked_within_a_key(typed: str) -> None:
    words = [
        "burden",
        "of",
        "proof",
        "who",
        "signs",
        "no",
        "box",
        "for",
        "it",
        "patchwork",
        "laws",
        "data",
        "stops",
        "at",
        "the",
        "road",
        "money",
        "year",
        "two",
    ]
    names = [" ".join(words[(number * step) % len(words)] for step in (1, 3, 7)) for number in range(2000)]
    folded = candidates((name, ()) for name in names)
    spent = []
    for _ in range(5):
        begun = time.perf_counter()
        Matching(folded).hits(typed)
        spent.append(time.perf_counter() - begun)
    assert min(spent) < 0.02  # 5 ms on a quiet machine
