"""Who interviews, where no label says so."""

from __future__ import annotations

from tui.formats.parsed import INTERVIEWER, NEITHER, PARTICIPANT
from tui.formats.registry import read


def roles(text: str) -> dict[str, str]:
    return dict(read("x.txt", text.encode()).speakers)


def test_who_asks_most_and_says_least_interviews() -> None:
    text = "".join(f"Jon: And then, what was it?\nAnna: {'It was as it was. ' * 9}\n" for _ in range(4))
    assert roles(text) == {"Jon": INTERVIEWER, "Anna": PARTICIPANT}


def test_two_hosts_interview_one_guest() -> None:
    turn = "Jon: And then, what was it?\nAnna: {}\nUlla: Was it large?\nAnna: {}\n"
    text = "".join(turn.format("It was as it was. " * 9, "It was. " * 9) for _ in range(3))
    assert roles(text) == {"Jon": INTERVIEWER, "Anna": PARTICIPANT, "Ulla": INTERVIEWER}


def test_where_nobody_asks_all_are_participants() -> None:
    assert set(roles("[id1] It was so.\n\n[id2] It was not.\n\n[id1] It was.").values()) == {PARTICIPANT}


def test_a_speech_with_a_question_in_it_does_not_make_an_interviewer() -> None:
    text = "Anf. 2 ANNA EK (C):\nDet är bra.\n\nAnf. 3 BO ÅS (V):\nÄr det så? Blir det bättre? Det tror jag inte.\n"
    assert set(roles(text).values()) == {PARTICIPANT}


def test_a_named_interviewer_leaves_all_others_participants() -> None:
    assert roles("Interviewer: So.\nAnna: Who?\nBen: What?\nAnna: Who?\nBen: What?") == {
        "Interviewer": INTERVIEWER,
        "Anna": PARTICIPANT,
        "Ben": PARTICIPANT,
    }


def test_music_is_nobody() -> None:
    text = "Music: la la\nJon: What is it?\nAnna: It is.\nMusic: la\nJon: Is it?\nAnna: It is."
    assert roles(text)["Music"] == NEITHER


def test_p_and_r_are_question_and_answer_in_spanish_but_not_in_english() -> None:
    spanish = (
        "P: ¿Cómo empezó todo en el pueblo?\nR: Con una carta que no era para mí.\nP: ¿Y después?\nR: No hubo más."
    )
    english = (
        "R: How did it all begin in the village?\nP: With a letter that was not for me.\nR: And then?\nP: No more."
    )
    assert roles(spanish) == {"P": INTERVIEWER, "R": PARTICIPANT}
    assert roles(english) == {"R": INTERVIEWER, "P": PARTICIPANT}
