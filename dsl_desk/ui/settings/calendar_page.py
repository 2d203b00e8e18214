"""The school's calendar: its dates as lines to write, and which clock counts which days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_full, in_full_day
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.school_calendar import (
    CalendarDraft,
    Days,
    RetainedCopy,
    Timer,
    read_stretches,
    stretches_in_words,
)
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.blanks_form import BlanksForm
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from dsl_desk.domain.school_calendar import CalendarVersion, SchoolCalendar
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.means import FormMeans

_WIDEST: Final = 860
_COMING: Final = 8
_DIGITS: Final = 3
BLANKS: Final = (
    Blank(
        "terms",
        "When are pupils in?",
        BlankSort.LINES,
        "One line for each half term, like “Autumn 1: 2 September 2026 to 23 October 2026”.",
    ),
    Blank("inset", "INSET days", BlankSort.LINES, "Staff work, pupils are not in."),
    Blank(
        "closed",
        "Other days nobody works",
        BlankSort.LINES,
        "England's bank holidays are known already.",
    ),
    Blank("begins", "The working day begins", needed=True),
    Blank("ends", "The working day ends", needed=True),
    Blank(
        "transfers",
        "Sending a file to the next school counts",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice(Days.SCHOOL.value, "School days"),
            Choice(Days.WORKING.value, "Working days"),
        ),
    ),
    Blank(
        "transfer_days",
        "and there are so many of them",
        hint="Guidance says five: in the year, and from the first day of a new term.",
        needed=True,
    ),
    Blank(
        "retained",
        "When the next school has signed for a file, our own copy",
        BlankSort.CHOICE,
        "Nothing is ever taken away by itself.",
        needed=True,
        choices=(
            Choice(RetainedCopy.KEEP.value, "is kept until its day"),
            Choice(RetainedCopy.ASK.value, "is decided on each time"),
            Choice(RetainedCopy.LET_GO.value, "is proposed for disposal"),
        ),
    ),
)


class CalendarPage(FormPage):
    """One calendar for every clock of the desk. A change moves what is worked out from then on."""

    def __init__(self, means: FormMeans) -> None:
        super().__init__(means, "School calendar", "Keep the calendar", Compartment.SCHOOL)
        self.form: BlanksForm | None = None
        self.done.connect(self._kept)
        means.worker.ask(self, _read, self._show, self.notice.show_failure)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, entry = self.form, self.entry
        assert form is not None  # noqa: S101 there is no form to finish before it has come
        draft, reason = draft_of(form.answers()), form.reason()

        def change(desk: Desk) -> Changed[str]:
            told = desk.calendars.change(draft, reason, entry)
            return Changed("", told.things)

        return change

    def _kept(self, _none: str) -> None:
        """Leave: the next change is another entry, of a page made anew."""
        self.said.emit(self.tr("The calendar is kept"))
        self.back_wanted.emit()

    def _show(self, read: tuple[SchoolCalendar, tuple[CalendarVersion, ...], date]) -> None:
        calendar, versions, today = read
        subtitle = self.tr("What is worked out from now on goes by it; what was promised stays")
        self.header.say(self.title, subtitle)
        form = BlanksForm(BLANKS, lambda: today, again=True)
        form.show_answers(answers_of(calendar.school), {})
        self.form = form
        self.hold(form, form, "school calendar")
        for card in (_counting(calendar), _holidays(calendar, today), _history(versions)):
            card.setMaximumWidth(_WIDEST)
            self._column.insertWidget(self._column.count() - 1, card)
        self.land()


def answers_of(draft: CalendarDraft) -> dict[str, str]:
    """Return what stands in the form for a calendar."""
    return {
        "terms": stretches_in_words(draft.terms),
        "inset": stretches_in_words(draft.inset),
        "closed": stretches_in_words(draft.closed),
        "begins": draft.begins,
        "ends": draft.ends,
        "transfers": draft.transfers.value,
        "transfer_days": str(draft.transfer_days),
        "retained": draft.retained.value,
    }


def draft_of(answers: dict[str, str]) -> CalendarDraft:
    """Return the calendar that was written; a choice nobody made counts school days."""
    return CalendarDraft(
        terms=read_stretches(answers["terms"]),
        inset=read_stretches(answers["inset"]),
        closed=read_stretches(answers["closed"]),
        begins=answers["begins"],
        ends=answers["ends"],
        transfers=Days(answers["transfers"] or Days.SCHOOL.value),
        transfer_days=_count(answers["transfer_days"]),
        retained=RetainedCopy(answers["retained"] or RetainedCopy.KEEP.value),
    )


def _count(words: str) -> int:
    """Return a count; 0, which no calendar takes, where it is none."""
    return int(words) if words.isdecimal() and len(words) <= _DIGITS else 0


def _read(desk: Desk) -> tuple[SchoolCalendar, tuple[CalendarVersion, ...], date]:
    today = desk.sitting.clock.now().date()
    return desk.calendars.in_force(), desk.calendars.versions(), today


def _counting(calendar: SchoolCalendar) -> QWidget:
    card = Card()
    card.column.addWidget(Label("What counts which days", Voice.CARD_TITLE))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    for row, timer in enumerate(Timer):
        grid.addWidget(Label(label(timer), Voice.STRONG).wrapped(), row, 0)
        days = Label(label(calendar.days_of(timer)), Voice.BODY, Meaning.INK2).wrapped()
        grid.addWidget(days, row, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    card.column.addLayout(grid)
    return card


def _holidays(calendar: SchoolCalendar, today: date) -> QWidget:
    card = Card()
    card.column.addWidget(Label("Bank holidays to come", Voice.CARD_TITLE))
    coming = [day for day in sorted(calendar.bank.holidays) if day >= today][:_COMING]
    said = ", ".join(in_full_day(day) for day in coming) or "None are known."
    card.column.addWidget(Label(said, Voice.BODY).wrapped())
    until = f"England and Wales, known to {in_full_day(calendar.bank.until)}."
    card.column.addWidget(Label(until, Voice.SECONDARY, Meaning.INK2).wrapped())
    return card


def _history(versions: tuple[CalendarVersion, ...]) -> QWidget:
    card = QWidget()
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    if versions:
        inside = Card()
        inside.column.addWidget(Label("History", Voice.CARD_TITLE))
        for each in reversed(versions):
            when = f"Version {each.version}, {in_full(each.written_at)}, {each.author}"
            inside.column.addWidget(Label(when, Voice.STRONG).wrapped())
            inside.column.addWidget(Label(each.reason, Voice.SECONDARY, Meaning.INK2).wrapped())
        column.addWidget(inside)
    return card
