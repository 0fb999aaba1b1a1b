"""The sample's interviews read like as many people: long enough, each with words of their own."""

import itertools
import re
from pathlib import Path

import pytest

from tests.sample.study import LEADERS, Leader

INTERVIEWS = Path(__file__).parent / "interviews"
PHRASE = 5


def words(source: str) -> list[str]:
    """Return the words of an interview, without its labels."""
    text = (INTERVIEWS / f"{source}.txt").read_text(encoding="utf-8")
    return re.findall(r"[\w'-]+", re.sub(r"^\w+:", "", text, flags=re.MULTILINE).casefold())


@pytest.mark.parametrize("leader", LEADERS, ids=lambda leader: leader.source)
def test_an_interview_has_two_speakers_and_takes_a_few_minutes_to_read(leader: Leader) -> None:
    source = leader.source
    text = (INTERVIEWS / f"{source}.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"^(\w+):", text, re.MULTILINE)) == {"INT", source}
    assert 300 <= len(words(source)) <= 900


def test_no_phrase_returns_from_interview_to_interview() -> None:
    phrases = {}
    for leader in LEADERS:
        said = words(leader.source)
        phrases[leader.source] = {tuple(said[at : at + PHRASE]) for at in range(len(said) - PHRASE + 1)}
    for one, other in itertools.combinations(phrases, 2):
        assert phrases[one] & phrases[other] == set()
