"""What files would become: who speaks in each, to be put right before `enter` brings them in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.app.completion import completed
from tui.app.layout.pieces import EMPTY, Line, cut, ends, filled
from tui.app.panes.sheet import Sheet
from tui.errors import Mistake
from tui.formats import files
from tui.formats.incoming import Incoming, Speaker, arriving, edits_of, sentence_of
from tui.formats.parsed import PARTICIPANT
from tui.model.safe_text import safe
from tui.model.turns import ROLES

if TYPE_CHECKING:
    from tui.app.screens.page import Page
    from tui.model.project import Project

_NAME_AT = 14
_ROLE = 13


def ask_for_files(page: Page) -> None:
    """Ask for a file, a folder or a pattern, read what it names, and show what would become of it."""
    here = Path.cwd()

    def shown(incoming: list[Incoming]) -> None:
        page.app.page.open_sheet(ImportSheet(incoming))

    def named(words: str) -> None:
        if words.strip():
            path = here / Path(words.strip()).expanduser()
            page.session.work(lambda: _read(path, page.project), shown, "reading…")

    page.ask("Import", named, word="look at it", complete=lambda words: completed(words, here))


def _read(path: Path, project: Project) -> list[Incoming]:
    found, _ = files.named([path])
    return arriving([(each, files.read(each)) for each in found], project)


class ImportSheet(Sheet):
    """Files and their speakers in rows."""

    rows = 14
    wide = 84
    title = "Import"

    def __init__(self, incoming: Sequence[Incoming]) -> None:
        """Show what was read."""
        super().__init__()
        self.incoming = list(incoming)
        self._at = 0
        self._top = 0
        self._rows: list[tuple[Incoming, Speaker | None]] = []
        for each in self.incoming:
            self._rows.append((each, None))
            self._rows += [(each, speaker) for speaker in each.speakers]

    def fact(self) -> str:
        """Return how much there is."""
        words = sum(each.parsed.words for each in self.incoming)
        return f"{len(self.incoming)} file{'' if len(self.incoming) == 1 else 's'}, {words:,} words"

    def pairs(self) -> Sequence[tuple[str, str]]:
        """Return what the keys do here."""
        speaker = self._here[1] is not None
        return [
            ("enter", "import"),
            ("space", ", ".join(ROLES)) if speaker else ("d", "leave out"),
            ("r", "name"),
            ("j k", "move"),
            ("^C", "back"),
        ]

    @property
    def _here(self) -> tuple[Incoming, Speaker | None]:
        return self._rows[self._at]

    def press(self, key: str, character: str | None) -> None:
        """Move, put right, bring in, or leave."""
        each, speaker = self._here
        if key in ("ctrl+c", "escape", "q"):
            self.close()
        elif key in ("j", "down", "k", "up"):
            self._at = max(0, min(len(self._rows) - 1, self._at + (1 if key in ("j", "down") else -1)))
        elif key == "space" and speaker is not None:
            speaker.role = ROLES[(ROLES.index(speaker.role) + 1) % len(ROLES)]
        elif key == "d" and speaker is None:
            self._leave_out(each)
        elif key == "r":
            self._rename(each, speaker)
        elif key == "enter":
            self._bring_in()

    def _leave_out(self, each: Incoming) -> None:
        self.incoming.remove(each)
        self._rows = [row for row in self._rows if row[0] is not each]
        self._at = max(0, min(self._at, len(self._rows) - 1))
        if not self._rows:
            self.close()

    def _rename(self, each: Incoming, speaker: Speaker | None) -> None:
        def named(words: str) -> None:
            if speaker is None:
                each.name = words.strip() or each.name
            else:
                speaker.participant = words.strip()
                speaker.role = PARTICIPANT if speaker.participant else speaker.role

        asked = "Name of the source" if speaker is None else f"Participant who is {speaker.label or 'speaking'}"
        self.page.ask(asked, named, text=each.name if speaker is None else speaker.participant, word="keep")

    def _bring_in(self) -> None:
        page, incoming = self.page, self.incoming
        session = page.session
        reason = session.cannot_write
        if reason:
            page.say(reason)
            return

        try:
            edits = edits_of(incoming, session.project)
        except Mistake as mistake:
            page.say(str(mistake))
            return
        sentence = sentence_of(incoming)

        def keep_texts() -> None:
            for each in incoming:
                session.store.add_text(each.parsed.text)

        def kept(_: None) -> None:
            session.do(*edits, sentence=sentence, then=lambda _: self.close())

        session.work(keep_texts, kept, "saving…")

    def prepare(self) -> None:
        """Keep the cursor in view."""
        height = max(1, self.down - 3)
        self._top = max(0, min(max(self._at - height + 1, min(self._top, self._at)), len(self._rows) - height))

    def _name_at(self) -> int:
        """Return where the roles begin: behind the longest label, as far as that leaves room for them."""
        longest = max((cell_len(safe(speaker.label or "")) for _, speaker in self._rows if speaker), default=0)
        return max(_NAME_AT, min(longest + 4, self.across // 3))

    def body(self, y: int) -> Line:
        """Return a row, and what was noted of its file at the end."""
        if y == self.down - 2:
            notes = self._here[0].parsed.notes
            return ((" " + cut(safe(notes[0]), self.across - 2, self.page.glyphs.more), "muted"),) if notes else EMPTY
        at = self._top + y
        if at >= len(self._rows) or y >= self.down - 3:
            return EMPTY
        each, speaker = self._rows[at]
        ground = "@row" if at == self._at else ""
        mark = (self.page.glyphs.here if ground else " ", f"accent{ground}")
        if speaker is None:
            preview = each.preview
            said = (
                f"{preview.words:,} words, {preview.turns} turns{', ' + preview.language if preview.language else ''} "
            )
            room = self.across - cell_len(said) - 3
            name = cut(safe(each.name), room, self.page.glyphs.more)
            origin = cut(f"  {safe(each.origin)}", room - cell_len(name), self.page.glyphs.more)
            return ends(
                [mark, (name, f"strong{ground}"), (origin, f"muted{ground}")],
                [(said, f"muted{ground}")],
                self.across,
                f"text{ground}",
            )
        name_at = self._name_at()
        label = cut(safe(speaker.label or "no label"), name_at - 4, self.page.glyphs.more)
        who = (
            safe(speaker.participant)
            if speaker.role == PARTICIPANT and speaker.participant
            else "nobody yet"
            if speaker.role == PARTICIPANT
            else ""
        )
        left = [
            mark,
            ("  ", f"text{ground}"),
            *filled(((label, f"text{ground}"),), name_at - 2, f"text{ground}"),
            *filled(((speaker.role, f"muted{ground}"),), _ROLE, f"text{ground}"),
        ]
        said = f" {speaker.words:,} words "
        room = self.across - name_at - 2 - _ROLE - len(said)
        who = cut(who, max(1, room), self.page.glyphs.more)
        return ends([*left, (who, f"text{ground}")], [(said, f"muted{ground}")], self.across, f"text{ground}")
