"""What is typed in the key line: words that are offered, long lines, and drafts that wait."""

from __future__ import annotations

from typing import Any

from tests.app.at_transcript import Reader, reader
from tests.builders import a_project, marked
from tui.app.drafts import Drafts
from tui.app.field import Field

SENTENCE = "That is the one I lie awake over."
LONG = "it is never settled whose decision it is when a tool has taken part in it and nobody says so aloud " * 2


def drafts(reading: Reader) -> Any:
    return reading.app.session.store.state.read().get("drafts")


async def test_offered_words_are_typed_over_or_taken_up() -> None:
    field = Field.of("lie awake", is_offered=True)
    field.press("x", "x")
    assert field.text == "x"
    field = Field.of("lie awake", is_offered=True)
    field.press("left", None)
    field.press("I", "I")
    assert field.text == "Ilie awake"
    field = Field.of("lie awake", is_offered=True)
    field.press("end", None)
    field.press("!", "!")
    assert field.text == "lie awake!"
    field = Field.of("lie awake", is_offered=True)
    field.press("backspace", None)
    assert field.text == ""
    field = Field.of("lie awake", is_offered=True)
    field.insert("pasted")
    assert field.text == "pasted"


async def test_a_long_line_lies_over_the_foot_with_its_cursor_in_view() -> None:
    for size in ((80, 24), (120, 40)):
        async with reader(a_project(), size=size) as reading:
            await reading.go("awake")
            await reading.press("c")
            await reading.type(LONG.strip())
            written = " ".join(" ".join(reading.rows[-6:-1]).split())
            assert "it is never settled whose decision it is" in written
            assert written.endswith("nobody says so aloud")
            assert "longer: 8 words to 42" in reading.key_line
            await reading.press("home", "X")
            assert " Xit is never settled" in "\n".join(reading.rows[-6:-1])


async def test_a_condensed_form_that_one_steps_back_from_waits_and_is_said() -> None:
    one = a_project()
    unit = marked(one, SENTENCE)
    async with reader(one) as reading:
        await reading.go("awake")
        await reading.press("c")
        await reading.type("sleepless over it")
        await reading.press("ctrl+c")
        assert reading.key_line.startswith("What you wrote waits: it is here when you ask again.")
        assert drafts(reading) == {f"condense {unit}": "sleepless over it"}
        await reading.press("c")
        assert reading.key_line.startswith("Condense to sleepless over it ")
        assert "from your draft" in reading.key_line
        await reading.press("enter")
        assert reading.project.need("units", unit)["condensed"] == "sleepless over it"
        assert drafts(reading) == {}


async def test_a_draft_that_is_emptied_is_let_go() -> None:
    async with reader(a_project()) as reading:
        await reading.go("awake")
        await reading.press("c", "x", "ctrl+c", "c", "ctrl+u", "ctrl+c")
        assert "waits" not in reading.key_line
        assert drafts(reading) == {}
        await reading.press("c")
        assert reading.key_line.startswith(f"Condense to {SENTENCE} ")


async def test_what_could_not_be_saved_waits() -> None:
    from tui.errors import NotSaved

    def full() -> None:
        raise NotSaved("The disk is full.")

    async with reader(a_project()) as reading:
        await reading.go("awake")
        reading.app.session.store.before_append = full  # type: ignore[attr-defined]
        await reading.press("c")
        await reading.type("sleepless")
        await reading.press("enter")
        assert [*drafts(reading).values()] == ["sleepless"]
        reading.app.session.store.before_append = lambda: None  # type: ignore[attr-defined]
        await reading.press("c")
        assert reading.key_line.startswith("Condense to sleepless ")
        await reading.press("enter")
        assert drafts(reading) == {}


async def test_what_is_typed_is_put_by_while_one_writes() -> None:
    async with reader(a_project()) as reading:
        await reading.go("awake")
        await reading.press("c")
        await reading.type("half a thought")
        reading.app._keep()
        assert [*drafts(reading).values()] == ["half a thought"]


async def test_a_name_is_let_go_when_one_steps_back_from_it() -> None:
    async with reader(a_project("- who signs"), pane="codebook") as reading:
        await reading.press("a", "x")
        reading.app._keep()
        assert [*drafts(reading).values()] == ["x"]
        await reading.press("ctrl+c")
        assert drafts(reading) == {}


def test_the_oldest_of_very_many_drafts_goes() -> None:
    kept: dict[str, Any] = {}
    waiting = Drafts(kept)
    for number in range(120):
        assert waiting.put(f"memo {number}", "half")
    assert len(kept["drafts"]) == 100
    assert waiting.waiting("memo 0") is None
    assert waiting.waiting("memo 119") == "half"
    assert not waiting.put("memo 119", "half")
