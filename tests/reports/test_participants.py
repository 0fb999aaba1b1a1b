"""Who took part: the table of attributes, how the interviews were held, and what a least number hides."""

from __future__ import annotations

from tests.reports.study import Study
from tui.model.project import Project
from tui.reports.participants import how_held, how_long, participants, took_part
from tui.reports.tree import Heading, Paragraph, Table

ROLES = ["manager"] * 5 + ["strategist"] * 3 + ["politician"] * 2


def study_of(roles: list[str], **settings: object) -> Study:
    study = Study(participants_word="leaders", **settings)
    study.tables["participants"] = {
        f"p{n}": {"id": f"p{n}", "name": f"Leader {n}", "attributes": {"role": role}} for n, role in enumerate(roles)
    }
    study.tables["sources"] = {
        f"s{n}": {
            "id": f"s{n}",
            "name": f"L{n}",
            "turns": [[0, 0, 9, None]],
            "participant": f"p{n}",
            "date": f"2026-03-{10 + n}",
            "mode": "phone" if n < 4 else "video call",
            "minutes": 30 + 10 * n,
        }
        for n in range(len(roles))
    }
    return study


def project_of(roles: list[str], **settings: object) -> Project:
    return study_of(roles, **settings).project()


def rows_of(project: Project) -> list[tuple[str, ...]]:
    return [row for block in participants(project) if isinstance(block, Table) for row in block.rows]


def test_a_row_for_each_value_the_most_frequent_first() -> None:
    blocks = participants(project_of(ROLES))
    assert blocks[0] == Heading(1, "Leaders and AI: leaders")
    assert blocks[3] == Table(
        ("Attribute", "Value", "n"),
        (("role", "manager", "5"), ("", "strategist", "3"), ("", "politician", "2")),
        frozenset({2}),
    )
    assert blocks[4] == Paragraph("Numbers are leaders, 10 in all.", lead="Note.")


def test_who_lacks_an_attribute_is_counted_as_not_said() -> None:
    study = study_of(ROLES)
    del study.tables["participants"]["p9"]["attributes"]
    assert rows_of(study.project())[-2:] == [("", "politician", "1"), ("", "not said", "1")]


def test_who_speaks_in_no_source_did_not_take_part() -> None:
    study = study_of(ROLES)
    study.put("participants", "p99", name="Leader 99", attributes={"role": "politician"})
    assert rows_of(study.project())[-1] == ("", "politician", "2")


def test_no_number_below_the_least_is_shown_and_none_that_would_tell_it() -> None:
    rows = rows_of(project_of(ROLES, least_shown=3))
    assert rows == [("role", "manager", "5"), ("", "strategist", "not shown"), ("", "politician", "not shown")]
    assert rows_of(project_of(ROLES, least_shown=4)) == rows
    assert [row[2] for row in rows_of(project_of(ROLES))] == ["5", "3", "2"]


def test_shares_stand_in_words_where_the_project_says_so() -> None:
    blocks = participants(project_of(ROLES, counts="words"))
    assert [row[2] for row in rows_of(project_of(ROLES, counts="words"))] == ["some", "some", "a few"]
    assert blocks[-1] == Paragraph("As shares of all leaders.", lead="Note.")


def test_when_how_and_how_long() -> None:
    project = project_of(ROLES)
    held = "The sources date from 2026-03-10 to 2026-03-19. Interviews were held by video call (6) and phone (4)."
    assert how_held(project) == held
    assert how_long(project) == "Each took between 30 and 120 minutes, 12 h 30 min in all."
    study = study_of(ROLES[:2])
    del study.tables["sources"]["s1"]["minutes"]
    assert how_long(study.project()) == "Each took 30 minutes, 30 min in all. The length is known of 1 of 2."


def test_what_was_not_written_down_is_not_said() -> None:
    study = study_of(ROLES)
    for source in study.tables["sources"].values():
        source.update(date=None, mode=None, minutes=None)
    project = study.project()
    assert (how_held(project), how_long(project)) == ("", "")
    assert took_part(project) == "10 leaders took part."
    project.document["invited"], project.document["declined"] = 12, 2
    assert took_part(project) == "Of 12 leaders who were invited, 10 took part and 2 declined."


def test_who_was_invited_and_did_not_come_is_not_told_by_a_difference() -> None:
    project = study_of(["manager"] * 26, least_shown=10).project()
    project.document["invited"], project.document["declined"] = 28, 2
    assert took_part(project) == "26 leaders took part; fewer than 10 of those who were invited did not."
    project.document["invited"] = 40
    assert took_part(project) == "Of 40 leaders who were invited, 26 took part and fewer than 10 declined."
    project.document["declined"] = 11  # the three who did neither could be told
    assert took_part(project) == "Of 40 leaders who were invited, 26 took part."


def test_ways_of_meeting_have_no_numbers_where_one_is_too_small() -> None:
    assert "held by video call and phone." in how_held(project_of(ROLES, least_shown=5))
    assert "held by video call (6) and phone (4)." in how_held(project_of(ROLES, least_shown=4))
    assert "held by video call (most) and phone (some)." in how_held(project_of(ROLES, counts="words"))
