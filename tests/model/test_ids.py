"""Ids and the ids of coders."""

from datetime import datetime, timedelta, timezone

import pytest

from tui.model.ids import coder_id, is_id, new_id, time_of


def test_ids_sort_in_the_order_they_were_drawn() -> None:
    drawn = [new_id() for _ in range(5000)]
    assert drawn == sorted(set(drawn))
    assert all(is_id(identifier) for identifier in drawn)


def test_an_id_knows_when_it_was_drawn() -> None:
    before = datetime.now(timezone.utc) - timedelta(milliseconds=1)
    assert before <= time_of(new_id()) <= datetime.now(timezone.utc) + timedelta(seconds=1)


def test_what_is_no_id_has_no_time() -> None:
    with pytest.raises(ValueError, match="not an id"):
        time_of("burden of proof")


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Jon Ek", "jon-ek"),
        ("  Lena   Park ", "lena-park"),
        ("Åsa Öberg-Lind", "asa-oberg-lind"),
        ("JE", "je"),
        ("山田 花子", "山田-花子"),
        ("?!", ""),
    ],
)
def test_a_coders_id_is_the_name_made_plain(name: str, identifier: str) -> None:
    assert coder_id(name) == identifier
