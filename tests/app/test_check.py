"""The check: what the rules of the method ask, each finding a way to its place and back, accepted with a reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.app.at_check import checked, coded, go_to, row_of
from tests.app.study import opened, study
from tui.analysis.method.table import GROUPS
from tui.app import looking
from tui.cli.main import run
from tui.model.edits.codebook import CreateNode, DefineNode, RemoveNode
from tui.model.edits.project import AddCoder, BeginPass
from tui.model.edits.units import MarkUnit
from tui.model.ids import new_id

WIDE = (120, 40)


async def test_the_command_and_the_screen_say_the_same_number_to_look_at(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store = coded(tmp_path / "study")
    assert run(["-C", str(tmp_path / "study"), "check"]) == 0
    said = capfd.readouterr().out.partition(":")[0]
    assert re.fullmatch(r"\d+ to look at", said)
    async with opened(store, size=(120, 40)) as at:
        await checked(at)
        assert f" {said} " in at.rows[0]


async def test_every_group_is_named_also_where_it_finds_nothing(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        assert [group for group in GROUPS if not any(row[1:].startswith(group) for row in at.rows)] == []
        assert "nothing found" in row_of(at, "Condensed")
        assert "condensed form longer than its unit" in row_of(at, "Condensed")
        assert "2 units without a code ▸" in row_of(at, "units without a code")
        assert "L01:2, L01:2" in row_of(at, "units without a code")


async def test_the_rule_under_the_cursor_asks_and_says_who_says_so(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        assert at.rows[-8].startswith(" Exhaustive  Graneheim and Lundman 2004")
        assert "Where does this belong, or why is it set aside?" in at.rows[-7]
        await go_to(at, "Condensed")
        assert "condensed form longer than its unit · code of more than" in at.rows[-7]


async def test_enter_unfolds_then_goes_to_the_unit_and_back_to_the_finding(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        await go_to(at, "units without a code")
        await at.press("enter", "j", "j")
        second = next(row for row in at.rows if row.startswith("›"))
        await at.press("enter")
        assert "Transcript" in at.rows[1]
        assert at.desk.cursor == 100
        assert at.project.need("units", at.desk.current or "")["spans"] == [[100, 120]]
        await at.press("'", "'")
        assert "Check" in at.rows[1]
        assert next(row for row in at.rows if row.startswith("›")) == second
        await at.press("q")
        assert "Transcript" in at.rows[1]


async def test_folding_leads_back_to_the_row_that_was_unfolded(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        await go_to(at, "units without a code")
        before = at.rows
        await at.press("l", "j", "j")
        assert len([row for row in at.rows if "L01:2" in row]) == 4  # the row, its two findings, the foot
        await at.press("h")
        assert at.rows == before


async def test_a_finding_about_a_definition_opens_the_card_where_words_are_missing(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        await go_to(at, "without a definition")
        await at.press("l", "j", "enter")
        assert any("Definition card" in row for row in at.rows)
        await at.type("who answers")
        await at.press("ctrl+d")
        assert [node.definition for node in at.book.nodes.values() if node.name == "Liability"] == ["who answers"]
        await at.press("backspace")
        await at.until("no definition")
        assert "burden of proof" in row_of(at, "no definition")


async def test_a_finding_is_left_with_a_reason_and_asked_again(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        await go_to(at, "neither placed nor parked")
        to_see = at.rows[0]
        await at.press("m")
        await at.type("waits")
        await at.press("enter")
        assert at.key_line.startswith("Done: accept: code neither placed nor parked, who signs   u undo")
        assert "accepted: waits" in row_of(at, "neither placed nor parked")
        assert "1 accepted" in at.rows[0]
        assert any("Lena Pohl, " in row and row.endswith("accepted: waits") for row in at.rows[-9:])
        await at.press("d")
        assert at.rows[0] == to_see
        await at.press("u")
        assert "1 accepted" in at.rows[0]
        await at.press("u", "u")
        assert at.rows[0] == to_see
        assert not list(at.project.alive("accepted"))


async def test_all_that_a_rule_finds_is_left_at_once_as_one_step(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        await go_to(at, "units without a code")
        await at.press("m")
        assert at.key_line.startswith("Leave these 2, because")
        await at.type("early")
        await at.press("enter")
        assert at.key_line.startswith("Done: accept: 2 units without a code")
        assert "2 units without a code, accepted ▸" in row_of(at, "units without a code")
        await at.press("u")
        assert "accepted" not in row_of(at, "units without a code")


async def test_an_acceptance_says_when_what_it_was_about_has_changed(tmp_path: Path) -> None:
    store = coded(tmp_path / "study")
    pile = next(node.id for node in store.project.codebook.nodes.values() if node.name == "Liability")
    async with opened(store, WIDE) as at:
        await checked(at)
        await go_to(at, "fewer than two parts")
        await at.press("m")
        await at.type("more to come")
        await at.press("enter")
        assert "accepted: more to come" in row_of(at, "fewer than two parts")
        code = next(node.id for node in at.book.nodes.values() if node.name == "burden of proof")
        await at.pilot.pause()
        at.app.session.do(RemoveNode(code))
        await at.app.session.settled()
        await at.until("Liability: empty")
        assert any("accepted, but it has changed since: more to come" in row for row in at.rows[-9:])
        assert pile in at.book.nodes


async def test_one_rule_is_shown_alone_and_rows_are_filtered(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        await go_to(at, "units without a code")
        await at.press("f")
        assert not any("Codebook" in row for row in at.rows)
        assert len([row for row in at.rows if "L01:2" in row]) >= 3
        await at.press("f", "/")
        await at.type("liab")
        await at.press("enter")
        assert any("fewer than two parts" in row for row in at.rows)
        assert not any("units without a code" in row for row in at.rows)


async def test_the_check_says_what_to_do_where_nothing_was_found(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        await go_to(at, "Condensed")
        for key in ("enter", "m", "f"):
            await at.press(key)
            assert at.key_line.startswith("Nothing was found here.")
        await at.press("d")
        assert at.key_line.startswith("This is not accepted.")


async def test_findings_on_units_of_a_colleague_who_codes_apart_are_hidden_and_counted(tmp_path: Path) -> None:
    store = coded(tmp_path / "study")
    source = next(store.project.alive("sources"))["id"]
    store.commit(AddCoder("jon-ek", "Jon Ek"))
    store.commit(MarkUnit(new_id(), source, [[70, 75]], "jon-ek", ()))
    for coder in ("jon-ek", "lena-pohl"):
        store.commit(BeginPass(new_id(), coder, source))
    async with opened(store, WIDE) as at:
        await checked(at)
        assert "2 units without a code" in row_of(at, "units without a code")
        assert any("1 finding on units of colleagues who code apart from you hidden" in row for row in at.rows)


async def test_what_changes_while_the_check_is_open_is_found(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), WIDE) as at:
        await checked(at)
        pile = next(node.id for node in at.book.nodes.values() if node.name == "Liability")
        at.app.session.do(DefineNode(pile, {"definition": "who answers"}))
        await at.app.session.settled()
        await at.until("definition not complete")


async def test_at_80_columns_nothing_is_lost_but_width(tmp_path: Path) -> None:
    async with opened(coded(tmp_path / "study"), (80, 24)) as at:
        await checked(at)
        assert all(len(row) <= 80 for row in at.rows)
        assert "leave it, because" in at.key_line
        await go_to(at, "units without a code")
        assert "2 units without a code ▸" in row_of(at, "units without a code")


async def test_a_look_lets_keys_through_and_begins_again_where_something_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = study(tmp_path / "study")
    monkeypatch.setattr(looking, "AT_ONCE", 0.0)
    asked: list[int] = []

    def project() -> object:
        asked.append(store.project.revision)
        if len(asked) == 2:
            store.commit(CreateNode(new_id(), "code", "came meanwhile"))
        return store.project

    revision, found = await looking.looked(project)  # type: ignore[arg-type]
    assert len(asked) > 5
    assert revision == store.project.revision
    assert any("came meanwhile" in finding.where for finding in found)
    store.close()


async def test_a_text_with_words_nobody_said_is_opened_beside_its_units(tmp_path: Path) -> None:
    store = coded(tmp_path / "study")
    pile = store.project.codebook.find_path("Liability")
    text = "Most said: “the hospital pays for whatever the machine has done wrong”."
    store.commit(DefineNode(pile, {"narrative": text}))
    async with opened(store, size=(120, 40)) as at:
        await checked(at)
        await go_to(at, "the hospital pays")
        await at.press("enter")
        await at.until("Text of Liability")
        assert any("Units" in row for row in at.rows)
