"""Throwing codes onto piles, by letter or by name, and what a name that is taken there leads to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.app.actions.moving import rows_of
from tui.app.layout.feet import counted
from tui.app.pickers.nodes import pile_picker
from tui.app.pickers.picker import Taken
from tui.errors import PostilError
from tui.model.edits.codebook import CreateNode
from tui.model.edits.shaping import MergeNodes
from tui.model.edits.sorting import MoveNodes
from tui.model.ids import new_id
from tui.model.merge_preview import MergeOf, merge_edits, merge_preview
from tui.model.names import NameTaken
from tui.model.nodes import CATEGORY, CODE, SUB_CATEGORY, THEME

if TYPE_CHECKING:
    from tui.app.screens.main import MainScreen
    from tui.model.transaction import Edit

NOTHING_HERE = "There is no code or pile under the cursor."


def throw(page: MainScreen, key: str) -> None:
    """Throw the marked, or the card under the cursor, onto the pile with a letter."""
    pile = page.project.codebook.pile_with(key)
    if pile is None:
        page.say(f"No pile has the letter {key}.")
    else:
        throw_onto(page, pile)


def throw_back(page: MainScreen, key: str) -> None:
    """Throw them back to what is unsorted."""
    throw_onto(page, None)


def throw_new(page: MainScreen, key: str) -> None:
    """Throw them onto a new pile, which gets its name when one knows it."""
    nodes = rows_of(page).acts_on()
    if not nodes:
        page.say(NOTHING_HERE)
        return
    new = new_id()
    pile = CreateNode(new, SUB_CATEGORY, "", parent=_category_of_cursor(page))
    sentence = f"new pile of {_kinds(page, nodes)}"
    bring(page, nodes, [pile, MoveNodes(nodes, new)], lambda: _say_new_pile(page, new, sentence), sentence)


def throw_picker(page: MainScreen, key: str) -> None:
    """Choose by name the pile to throw onto; what matches none makes a new one."""
    nodes = rows_of(page).acts_on()
    if not nodes:
        page.say(NOTHING_HERE)
        return

    parent = _category_of_cursor(page)

    def take(taken: Taken) -> None:
        if taken.ids:
            throw_onto(page, taken.ids[0])
        elif taken.new:
            new = new_id()
            pile = CreateNode(new, SUB_CATEGORY, taken.new[0], parent=parent)
            sentence = f"new pile {taken.new[0]} of {_kinds(page, nodes)}"
            bring(page, nodes, [pile, MoveNodes(nodes, new)], sentence=sentence)

    page.open_sheet(pile_picker(page, rows_of(page).prefix_words("t"), take, parent=parent))


def throw_onto(page: MainScreen, pile: str | None) -> None:
    """Bring the marked, or the node under the cursor, into a pile, `None` for unsorted."""
    nodes = rows_of(page).acts_on()
    if not nodes:
        page.say(NOTHING_HERE)
        return
    book = page.project.codebook
    top = next((book.nodes[node] for node in nodes if book.nodes[node].level in (CATEGORY, THEME)), None)
    if top is not None:
        page.say(f"Only codes and sub-categories are thrown: “{top.title}” is a {top.level}.")
        return
    there = [node for node in nodes if book.nodes[node].parent == pile and not book.nodes[node].parked]
    if len(there) == len(nodes):
        where = book.nodes[pile].title if pile is not None else "unsorted"
        page.say(f"Already in {where}." if pile is not None else "Unsorted already.")
        return
    bring(page, nodes, [MoveNodes(nodes, pile)])


def bring(
    page: MainScreen,
    nodes: Sequence[str],
    edits: Sequence[Edit],
    after: Callable[[], None] | None = None,
    sentence: str | None = None,
) -> None:
    """Do it; then the marks are gone and the cursor stands on the next card. A name taken there offers to merge."""
    if not edits:
        return
    following = _next_card(page, nodes)

    def brought(receipt: object) -> None:
        standing = page.project.codebook.nodes
        page.desk.marked = [node for node in page.desk.marked if node in standing and node not in nodes]
        if after is not None:
            after()

    def refused(error: PostilError) -> bool:
        if not isinstance(error, NameTaken):
            return False
        offer_merge(page, error, go_on)
        return True

    def go_on() -> None:
        bring(page, _without(page, nodes), _again(page, nodes, edits), after, sentence)

    # the cursor moves on at once: what is drawn while the edit is being saved already has it on the next card
    if page.session.do(*edits, then=brought, refused=refused, sentence=sentence) and following:
        rows_of(page).go_to(following)


def offer_merge(page: MainScreen, error: NameTaken, then: Callable[[], None] | None = None) -> None:
    """Offer to merge two of one name; `then` goes on with what was asked for."""
    book = page.project.codebook
    into, newcomer = error.node, error.newcomer
    if into not in book.nodes or newcomer not in book.nodes or book.nodes[into].level != book.nodes[newcomer].level:
        page.say(str(error))
        return
    node = book.nodes[into]
    above = book.nodes[node.parent] if node.parent else None
    where = (above.short or above.title) if above is not None else ""
    how = MergeOf((newcomer,), into)
    units = counted(len(merge_preview(page.project, how).units), "units")
    prompt = f"“{node.title}” is there already{f' in {where}' if where else ''}. Merge them: {units}?"

    def merge(reason: str = "") -> None:
        edits = merge_edits(page.project, how, reason)
        sentence = MergeNodes(how.ids, into, reason=reason).sentence(page.project)
        page.session.do(*edits, then=lambda receipt: _merged(page, into, then), sentence=sentence)

    def merged() -> None:
        if node.level == CODE or not page.project.setting("reasons"):
            merge()
        else:
            page.ask("Merged, because", merge, word="merge", draft=f"merged {newcomer} {into}")

    page.choose(prompt, {"y": ("merge", merged), "n": ("leave it", lambda: None)})


def _merged(page: MainScreen, into: str, then: Callable[[], None] | None) -> None:
    """Go on with what was asked for once the merge is saved, or stand on what was merged into."""
    if then is not None:
        page.session.soon(then)
    else:
        rows_of(page).go_to(into)


def _without(page: MainScreen, nodes: Sequence[str]) -> list[str]:
    """Return the nodes that still stand by themselves after a merge."""
    return [node for node in nodes if node in page.project.codebook.nodes]


def _again(page: MainScreen, nodes: Sequence[str], edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits without the nodes that have been merged meanwhile."""
    left = _without(page, nodes)
    moved = (MoveNodes(left, edit.parent) if isinstance(edit, MoveNodes) else edit for edit in edits)
    return list(moved) if left else []


def _next_card(page: MainScreen, leaving: Sequence[str]) -> str:
    """Return the card to stand on when these have left: the next in its pile, the one before, or the heading.

    Empty where the cursor need not move.
    """
    pane, book = rows_of(page), page.project.codebook
    here = pane.standing(page.desk.node)
    if here not in leaving or here not in book.nodes:
        return ""
    node = book.nodes[here]
    numbers = pane.numbers
    if not node.is_code or here not in numbers:
        return ""
    gone = set(leaving)
    staying = sorted(
        (other for other in book.siblings(here) if other not in gone and other in numbers), key=numbers.__getitem__
    )
    behind = [other for other in staying if numbers[other] > numbers[here]]
    if behind:
        return behind[0]
    if staying:
        return staying[-1]
    return node.parent or ("parked" if node.parked else "unsorted")


def _category_of_cursor(page: MainScreen) -> str | None:
    """Return the category in which a new pile is made: that of the cursor's heading or card."""
    node = rows_of(page).standing(page.desk.node)
    return page.project.codebook.category_of(node) if node in page.project.codebook.nodes else None


def _kinds(page: MainScreen, nodes: Sequence[str]) -> str:
    codes = all(page.project.codebook.nodes[node].is_code for node in nodes)
    return counted(len(nodes), "codes" if codes else "nodes")


def _say_new_pile(page: MainScreen, pile: str, sentence: str) -> None:
    letter = page.project.codebook.letter(pile)
    how = f" '{letter} r names it." if letter else ""
    page.say(f"{sentence.replace('new pile', f'New pile {letter}'.rstrip())}.{how}", undo=True)
