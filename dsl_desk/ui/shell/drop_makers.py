"""From a spot of what was left to its page, and on to the form of what it becomes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION, AllegationDraft
from dsl_desk.domain.changes import Changed
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Teller
from dsl_desk.domain.drop import LeftSort
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.left import Became
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.allegations.intake_page import FORM as INTAKE
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.low_level_page import FORM as LOW_LEVEL_FORM
from dsl_desk.ui.allegations.low_level_page import LowLevelPage
from dsl_desk.ui.concerns.record_page import FORM as CONCERN_FORM
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.drop.carrying import Carried, carried_of
from dsl_desk.ui.drop.left_page import LeftPage
from dsl_desk.ui.drop.list_page import DropPage
from dsl_desk.ui.drop.means import Means as DropMeans
from dsl_desk.ui.registers.entry_form_page import AddEntryPage
from dsl_desk.ui.registers.means import Means as RegisterMeans
from dsl_desk.ui.shell.adult_makers import adult_means
from dsl_desk.ui.shell.spot import left_of, where_read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means as AdultMeans
    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means
    from dsl_desk.ui.shell.spot import Spot

    Go = Callable[[Spot], None]

_CONTACTS = RegisterName.CONTACT_ATTEMPTS
_FORMS: Final[Mapping[Became, str]] = {
    Became.CONCERN: CONCERN_FORM,
    Became.CONTACT_ATTEMPT: f"add to {_CONTACTS.value}",
    Became.LOW_LEVEL: LOW_LEVEL_FORM,
    Became.ALLEGATION: INTAKE,
}
_KINDS: Final[Mapping[Became, str]] = {
    Became.CONCERN: "concern",
    Became.CONTACT_ATTEMPT: _CONTACTS.value,
    Became.LOW_LEVEL: "low_level",
    Became.ALLEGATION: "allegation",
    Became.DECLARATION: "declaration",
}
# What was written as a record of its trade becomes that, as it came.
_BECOMES: Final[Mapping[LeftSort, Became]] = {
    LeftSort.ALLEGATION: Became.ALLEGATION,
    LeftSort.DECLARATION: Became.DECLARATION,
    LeftSort.NIL_RETURN: Became.DECLARATION,
    LeftSort.ANSWER: Became.DECLARATION,
}


class DropMakers:
    """Makes the pages of the drop and joins them to the forms of the other trades."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means, self._go, self._become = means, go, become
        self._carried: dict[str, Carried] = {}
        self._using = DropMeans(means.worker, means.drafts, means.ask, means.clock, means.face)

    def page_for(self, what: str) -> Page:
        """Make the list, or one thing that was left."""
        record, _, form = what.partition("/")
        if form:
            return self._form(Became(form), RecordId(record))
        return self._left(RecordId(record)) if record else self._list()

    def _list(self) -> Page:
        page = DropPage(self._using)
        page.left_wanted.connect(lambda one: self._go(left_of(one)))
        return page

    def _left(self, record: RecordId) -> Page:
        page = LeftPage(self._using, record)
        page.becomes.connect(partial(self._begin, page))
        page.record_wanted.connect(lambda what, one: self._go(where_read(_KINDS[what], one)))
        return page

    def _begin(self, page: LeftPage, what: Became) -> None:
        record = page.record
        if record is None:
            return
        if what is Became.DECLARATION or record.left.sort is LeftSort.ALLEGATION:
            self._take_up(page, record)
        elif self._means.drafts.brought_back(_FORMS[what]):
            page.say("A form of this kind is begun and not finished. Finish or clear it first.")
        else:
            self._carried[record.written.id] = carried_of(record, self._means.face)
            self._go(left_of(f"{record.written.id}/{what.value}"))

    def _take_up(self, page: LeftPage, record: LeftRecord) -> None:
        """Record what was handed in as it came: its words, its times, whom it is about."""
        entry = EntryId(fresh_id(self._means.clock.now()))
        self._means.worker.do(
            page,
            partial(_recorded, record=record, entry=entry),
            lambda one: self._become(where_read(_KINDS[_BECOMES[record.left.sort]], one)),
            page.notice.show_failure,
        )

    def _form(self, what: Became, record: RecordId) -> Page:
        """Make the form of what it becomes, with the words carried over."""
        done = partial(self._done, what, record)
        begun = self._means.drafts.brought_back(_FORMS[what])  # comes back by itself
        carried = None if begun else self._carried.get(record)
        if what is Became.CONCERN:
            return self._concern(carried, done)
        pages = {
            Became.LOW_LEVEL: self._low_level,
            Became.ALLEGATION: self._allegation,
            Became.CONTACT_ATTEMPT: self._contact,
        }
        page = pages[what](carried)
        page.done.connect(done)
        return page

    def _concern(self, carried: Carried | None, done: Callable[[str], None]) -> Page:
        means = self._means
        page = RecordPage(means.worker, means.drafts, means.clock)
        if carried is not None:
            told_by = Teller(carried.by, rather_not=not carried.by)
            page.form.show_draft(
                ConcernDraft((), told_by, carried.at, carried.words, SafeNow.UNANSWERED)
            )

        def recorded(concern: Concern) -> None:
            done(concern.id)

        page.recorded.connect(recorded)
        return page

    def _low_level(self, carried: Carried | None) -> FormPage:
        page = LowLevelPage(self._adults())
        if carried is not None:
            fields = {"words": carried.words, "shared_by": carried.by}
            page.form.fill({**page.form.kept(), **fields})
            page.form.at.show_at(carried.at)
            page.form.adult.show_adult(carried.adult)
        return page

    def _allegation(self, carried: Carried | None) -> FormPage:
        page = IntakePage(self._adults())
        if carried is not None:
            page.form.begin_from(
                AllegationDraft(
                    adult=carried.adult,
                    told_by=carried.by,
                    told_at=carried.at,
                    words=carried.words,
                )
            )
        return page

    def _contact(self, carried: Carried | None) -> FormPage:
        means = self._means
        using = RegisterMeans(means.worker, means.errands, means.drafts, means.ask, means.clock)
        page = AddEntryPage(using, _CONTACTS)
        if carried is not None:
            page.form.show_answers({"words": carried.words, "at": carried.at}, {})
        return page

    def _adults(self) -> AdultMeans:
        return adult_means(self._means)

    def _done(self, what: Became, record: RecordId, into: str) -> None:
        worker = self._means.worker
        worker.do(worker, lambda desk: desk.drop.turned_into(record, what, into))
        self._carried.pop(record, None)
        self._become(where_read(_KINDS[what], into))


def _recorded(desk: Desk, record: LeftRecord, entry: EntryId) -> Changed[str]:
    """Record what was handed in or declared, and write down what it became."""
    if _BECOMES[record.left.sort] is Became.DECLARATION:
        declared = desk.left_declarations.take_up(record)
        return Changed(declared.answer.written.id, declared.things)
    draft = ALLEGATION.of_fields(Fields(dict(record.left.fields)))
    done = desk.allegations.record(draft, entry)
    into = done.answer.written.id
    settled = desk.drop.turned_into(record.written.id, Became.ALLEGATION, into)
    return Changed(into, done.things | settled.things)
