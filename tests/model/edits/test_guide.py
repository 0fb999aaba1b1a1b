"""The interview guide: topics keep their turns whatever they are called and wherever they stand."""

import pytest

from tests.builders import INTERVIEW, a_project, do, undo
from tui.errors import Mistake
from tui.model.edits.guide import SetGuide, SetTopic
from tui.model.edits.sources import CorrectTurn
from tui.model.guide import guide, rewritten, topic_numbered, topic_of
from tui.model.project import Project


def with_guide(*words: str) -> Project:
    project = a_project(L07=INTERVIEW)
    do(project, SetGuide(rewritten(project, words)))
    return project


def said(project: Project) -> list[str]:
    return [topic.words for topic in guide(project)]


def test_a_turn_answers_a_topic_until_that_is_taken_back() -> None:
    project = with_guide("Your work", "What helps")
    turn = project.turns("L07")[1]
    done = do(project, SetTopic("L07", turn.start, topic_numbered(project, 2).id))
    assert done.sentence == "L07:2 answers “What helps”"
    assert topic_of(project, project.turns("L07")[1]) == topic_numbered(project, 2)
    do(project, SetTopic("L07", turn.start, None))
    assert project.turns("L07")[1] == turn
    assert "corrections" not in project.need("sources", "L07")


def test_a_topic_leaves_alone_who_speaks_and_the_other_way_round() -> None:
    project = with_guide("Your work")
    start = project.turns("L07")[0].start
    do(project, CorrectTurn("L07", start, "participant", "l07"))
    do(project, SetTopic("L07", start, topic_numbered(project, 1).id))
    first = project.turns("L07")[0]
    assert (first.role, first.participant, topic_of(project, first)) == ("participant", "l07", guide(project)[0])
    do(project, CorrectTurn("L07", start, None))
    first = project.turns("L07")[0]
    assert (first.role, first.participant, topic_of(project, first)) == ("interviewer", None, guide(project)[0])


def test_a_topic_put_otherwise_or_moved_keeps_its_turns() -> None:
    project = with_guide("Your work", "What helps")
    start = project.turns("L07")[1].start
    do(project, SetTopic("L07", start, topic_numbered(project, 2).id))
    do(project, SetGuide(rewritten(project, ["Your work", "What helps and hinders"])))
    do(project, SetGuide(rewritten(project, ["What helps and hinders", "Beliefs", "Your work"])))
    assert said(project) == ["What helps and hinders", "Beliefs", "Your work"]
    assert topic_of(project, project.turns("L07")[1]) == topic_numbered(project, 1)


def test_a_topic_that_is_gone_is_answered_by_nobody_until_undo_brings_it_back() -> None:
    project = with_guide("Your work", "What helps")
    do(project, SetTopic("L07", project.turns("L07")[1].start, topic_numbered(project, 2).id))
    gone = do(project, SetGuide(rewritten(project, ["Your work"])))
    assert topic_of(project, project.turns("L07")[1]) is None
    undo(project, gone)
    assert topic_of(project, project.turns("L07")[1]) == topic_numbered(project, 2)


def test_topics_need_words_and_differ() -> None:
    project = with_guide("Your work")
    with pytest.raises(Mistake, match="no words"):
        do(project, SetGuide([("a", " ")]))
    with pytest.raises(Mistake, match="the same words"):
        do(project, SetGuide([("a", "Work"), ("b", "work")]))
    with pytest.raises(Mistake, match="no topic 2; the last is 1"):
        topic_numbered(project, 2)
    with pytest.raises(Mistake, match="No turn of L07 begins at 3"):
        do(project, SetTopic("L07", 3, guide(project)[0].id))
    with pytest.raises(Mistake, match="no such topic"):
        do(project, SetTopic("L07", project.turns("L07")[1].start, "gone"))
