"""What was left is read, and becomes a record of its trade with its words carried over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.allegation import ALLEGATION, AllegationDraft
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, NoteDraft, Whom
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.left import Became
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.today import NeedSort
from dsl_desk.keys.drop_cells import CELL
from dsl_desk.services.dropping import Dropping
from dsl_desk.storage.drop import DropFile
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.low_level_page import LowLevelPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.drop.left_page import LeftPage
from dsl_desk.ui.drop.list_page import DropPage
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.registers.entry_form_page import AddEntryPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import VAULT, Spot, left_of
from dsl_desk.ui.today.need_row import NeedRow
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.vault.page import VaultPage
from tests.fakes.ask import ScriptedAsk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.services.desk import Desk
    from tests.stories.afternoon import Afternoon

WORDS = "At lunch Wren asked me to follow her."
CHILD, ADULT = Whom(LeftAbout.CHILD), Whom(LeftAbout.ADULT)


def leave(afternoon: Afternoon, whom: Whom = CHILD, name: str = "Lena Harebell") -> Left:
    now = afternoon.clock.now()
    left = Left.fresh(LeftSort.NOTE, whom, NoteDraft(WORDS, name, "Room 4").as_json(), now)
    Dropping(afternoon.folder, afternoon.clock).leave(left)
    return left


def words_of(widget: QWidget) -> str:
    return "\n".join(one.words for one in widget.findChildren(Label) if one.isVisibleTo(widget))


def kept(afternoon: Afternoon, left: Left) -> LeftRecord:
    found: list[LeftRecord] = []
    record = RecordId(left.id)

    def read(desk: Desk) -> LeftRecord:
        return desk.drop.open(record).answer

    assert afternoon.front is not None
    afternoon.front.worker.ask(afternoon.window, read, found.append)
    afternoon.wait(lambda: found)
    return found[0]


def taken_in(afternoon: Afternoon) -> None:
    """Wait until the rounds of the desk have taken in what was left."""
    counted: list[int] = []

    def there() -> bool:
        counted.clear()
        assert afternoon.front is not None
        afternoon.front.worker.ask(
            afternoon.window, lambda desk: desk.drop.waiting().total, counted.append
        )
        afternoon.wait(lambda: counted)
        return bool(counted[0])

    afternoon.wait(there)


def read(afternoon: Afternoon, left: Left) -> LeftPage:
    """Open the note from Today, as somebody does who has just unlocked."""
    afternoon.unlock()
    taken_in(afternoon)
    afternoon.window.go(left_of(left.id))
    page = afternoon.window.stack.page
    assert isinstance(page, LeftPage)
    afternoon.wait(lambda: page.record is not None and page.record.draft.opened_at)
    afternoon.at_rest()
    return page


def test_that_today_leads_to_what_nobody_has_opened(afternoon: Afternoon) -> None:
    left = leave(afternoon)
    afternoon.unlock()
    today = afternoon.window.stack.page
    assert isinstance(today, TodayPage)
    afternoon.wait(lambda: today.findChildren(NeedRow))
    row = today.findChildren(NeedRow)[0]
    assert "1 sealed note nobody has opened" in words_of(row)
    assert "Left" in words_of(row)
    row.button.click()
    page = afternoon.window.stack.page
    assert isinstance(page, DropPage)
    afternoon.wait(lambda: page.rows)
    assert WORDS not in words_of(page)
    page.rows[0].open.click()
    shown = afternoon.window.stack.page
    assert isinstance(shown, LeftPage)
    afternoon.wait(lambda: WORDS in words_of(shown))
    for word in ("Lena Harebell", "Room 4", left.code, "First opened: Thu 19 Nov, 12:14"):
        assert word in words_of(shown)


def test_that_a_note_becomes_a_concern_with_its_words(afternoon: Afternoon) -> None:
    left = leave(afternoon)
    page = read(afternoon, left)
    page.buttons[Became.CONCERN].click()
    form_page = afternoon.window.stack.page
    assert isinstance(form_page, RecordPage)
    draft = form_page.form.draft()
    assert (draft.words, draft.told_by.name) == (WORDS, "Lena Harebell")
    assert draft.told_at == "2026-11-19T12:14"
    wren = (Involved(PersonRef("Wren Tamarisk")),)
    form_page.form.show_draft(replace(draft, people=wren, safe_now=SafeNow.YES))
    form_page.finish()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ConcernPage))
    afternoon.at_rest()
    record = kept(afternoon, left)
    assert (record.draft.became, record.left) == (Became.CONCERN, left)
    afternoon.window.go(left_of(left.id))
    again = afternoon.window.stack.page
    assert isinstance(again, LeftPage)
    afternoon.wait(again.go_on.isVisible)
    assert not any(button.isVisible() for button in again.buttons.values())
    again.go_on.click()
    assert isinstance(afternoon.window.stack.page, ConcernPage)


def test_that_a_note_that_gives_no_name_says_so_in_the_concern(afternoon: Afternoon) -> None:
    page = read(afternoon, leave(afternoon, name=""))
    assert "somebody who did not say" in words_of(page)
    page.buttons[Became.CONCERN].click()
    form_page = afternoon.window.stack.page
    assert isinstance(form_page, RecordPage)
    assert form_page.form.draft().told_by.rather_not


@pytest.mark.parametrize(
    ("what", "sort"),
    [
        (Became.LOW_LEVEL, LowLevelPage),
        (Became.ALLEGATION, IntakePage),
        (Became.CONTACT_ATTEMPT, AddEntryPage),
    ],
)
def test_that_the_words_stand_in_the_form_of_every_trade(
    afternoon: Afternoon, what: Became, sort: type
) -> None:
    page = read(afternoon, leave(afternoon))
    page.buttons[what].click()
    form_page = afternoon.window.stack.page
    assert isinstance(form_page, sort)
    assert isinstance(form_page, LowLevelPage | IntakePage | AddEntryPage)
    assert WORDS in form_page.form.kept().values()


def test_that_a_low_level_concern_is_linked_to_its_note(afternoon: Afternoon) -> None:
    left = leave(afternoon, ADULT)
    page = read(afternoon, left)
    page.buttons[Became.LOW_LEVEL].click()
    form_page = afternoon.window.stack.page
    assert isinstance(form_page, LowLevelPage)
    form_page.form.adult.show_adult(Adult("Rowan Kestrel", standing=Standing.SUPPLY, employer="x"))
    form_page.read_again()
    afternoon.at_rest()
    form_page.finish()
    afternoon.wait(lambda: not isinstance(afternoon.window.stack.page, LowLevelPage))
    afternoon.at_rest()
    assert kept(afternoon, left).draft.became is Became.LOW_LEVEL


def test_that_a_form_already_begun_is_not_written_over(afternoon: Afternoon) -> None:
    page = read(afternoon, leave(afternoon))
    assert afternoon.front is not None
    afternoon.window.go(Spot(Place.CONCERNS, "new"))
    form_page = afternoon.window.stack.page
    assert isinstance(form_page, RecordPage)
    form_page.form.words.setPlainText("Half a sentence of something else")
    form_page.step_back()
    afternoon.at_rest()
    page = afternoon.window.stack.page  # type: ignore[assignment]  # the page we came from
    assert isinstance(page, LeftPage)
    page.buttons[Became.CONCERN].click()
    assert afternoon.window.stack.page is page
    assert "begun and not finished" in words_of(page)


def test_that_a_note_is_closed_with_a_reason(afternoon: Afternoon) -> None:
    left = leave(afternoon)
    page = read(afternoon, left)
    ask = ScriptedAsk()
    page._means = replace(page._means, ask=ask)
    ask.will(None)
    page.buttons[Became.CLOSED].click()
    assert page.buttons[Became.CLOSED].isVisible()
    ask.will(Yes("Told in person an hour ago"))
    page.buttons[Became.CLOSED].click()
    afternoon.wait(lambda: not page.buttons[Became.CLOSED].isVisible())
    assert "Told in person an hour ago" in words_of(page)
    assert WORDS in words_of(page)


def test_that_an_allegation_handed_in_is_taken_up_as_it_came(afternoon: Afternoon) -> None:
    draft = AllegationDraft(
        adult=Adult("Rowan Kestrel", standing=Standing.EMPLOYED),
        told_by="Wren Tamarisk",
        told_to="Lena Harebell",
        told_at="2026-11-19T09:00",
        words=WORDS,
        safe_now=SafeNow.YES,
    )
    now = afternoon.clock.now()
    left = Left.fresh(LeftSort.ALLEGATION, ADULT, ALLEGATION.to_fields(draft), now)
    Dropping(afternoon.folder, afternoon.clock).leave(left)
    page = read(afternoon, left)
    assert "Thu 19 Nov" in words_of(page)
    assert "Take it up now" in words_of(page)
    page.buttons[Became.ALLEGATION].click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, AllegationPage))
    afternoon.at_rest()
    assert kept(afternoon, left).draft.became is Became.ALLEGATION
    needs: list[list[NeedSort]] = []
    assert afternoon.front is not None
    afternoon.front.worker.ask(
        afternoon.window, lambda desk: [one.sort for one in desk.today.read().now], needs.append
    )
    afternoon.wait(lambda: needs)
    assert needs[0].count(NeedSort.LADO_CLOCK) == 1


def test_that_what_could_not_be_read_is_told(afternoon: Afternoon) -> None:
    leave(afternoon)
    path = next((afternoon.folder / "drop").glob("*.drop"))
    DropFile(path, CELL).write({3: b"x" * CELL})
    afternoon.unlock()
    taken_in(afternoon)
    afternoon.window.go(left_of())
    page = afternoon.window.stack.page
    assert isinstance(page, DropPage)
    afternoon.wait(page.aside.isVisible)
    assert "1 place in your file of the drop could not be read" in words_of(page)


def test_that_an_empty_drop_says_how_it_fills(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.window.go(left_of())
    page = afternoon.window.stack.page
    assert isinstance(page, DropPage)
    afternoon.wait(page.empty.isVisible)


def test_that_the_vault_page_says_who_receives_what(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.window.go(VAULT)
    page = afternoon.window.stack.page
    assert isinstance(page, VaultPage)
    afternoon.wait(lambda: page.drop.facts)
    told = {fact.words.words: fact.beside.words for fact in page.drop.facts}
    assert told["About a child"] == "Maya Fernsby"
    assert "LADO alone" in told["About the Designated Safeguarding Lead"]
    page.drop.look.click()
    assert isinstance(afternoon.window.stack.page, DropPage)


def test_that_whoever_writes_no_children_only_reads(afternoon: Afternoon) -> None:
    left = leave(afternoon)
    page = read(afternoon, left)
    assert page.record is not None
    page._show((page.record, False))
    assert not any(button.isVisible() for button in page.buttons.values())
    assert "You may read this" in words_of(page)
