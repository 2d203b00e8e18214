"""Setting a reminder: what, by which day, for whom. It stands on Today, and nowhere outside."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.dates import in_full_day
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.task import TaskDraft
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.bottom_bar import BottomBar, NeedsLook
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.today.linked import NOT_LINKED, Linked, told_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.task import Task
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.today.means import Means

FORM: Final = "reminder"
_WIDEST: Final = 620
_DAYS: Final = 28  # how far ahead a day can be chosen
_SATURDAY: Final = 5
_NEAR: Final = {0: "Today", 1: "Tomorrow"}


class ReminderPage(Page):
    """Three answers; everything but the words is chosen.

    Signals:
        done(): it stands on Today.
    """

    done = Signal()

    def __init__(self, means: Means, about: Linked = NOT_LINKED) -> None:
        super().__init__("Add a reminder")
        self._means, self._about = means, about
        self._form = f"{FORM} {about.concern or about.person}".strip()
        # Made before saving and kept with the draft: trying again never makes a second one.
        self._entry = EntryId(fresh_id(means.clock.now()))
        today = means.clock.now().date()
        self._days = _days_from(today)
        self._members = ("", *(one.id for one in means.members))
        self.header = PageHeader(self.title, self.tr("It stands on Today when its day comes."))
        self.notice = FailureNotice()
        self.what = Line()
        self.when = Pick([_called(day, today) for day in self._days])
        self.who = Pick([self.tr("Everybody"), *(one.name for one in means.members)])
        self.field = Field(
            self.tr("What is to be done?"),
            self.what,
            self.tr("No name is needed: “Ring back about C-2026-041” says enough."),
        )
        self.bar = BottomBar()
        self.later = Button(self.tr("Save and close"))
        self.save = Button(self.tr("Add reminder"), Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.bar.put(self.later, self.save)
        self._listen()
        self._bring_back()
        self._lay_out()

    def _listen(self) -> None:
        self.what.textChanged.connect(self._typed)
        self.when.currentIndexChanged.connect(self._typed)
        self.who.currentIndexChanged.connect(self._typed)
        self.save.clicked.connect(self.finish)
        about = self._about
        if about != NOT_LINKED:
            self._means.worker.ask(self, lambda desk: told_of(desk, about), self._show_about)
        self.later.clicked.connect(self.step_back)

    @override
    def land(self) -> None:
        self.field.go()

    @override
    def regions(self) -> list[QWidget]:
        return [self.header, self.field, self.bar]

    @override
    def let_go(self) -> bool:
        return self._means.drafts.seal_now() and not self.save.is_busy()

    @override
    def step_back(self) -> None:
        if self._means.drafts.seal_now():
            self.back_wanted.emit()

    @override
    def finish(self) -> None:
        if self.save.is_busy():
            return
        self.notice.clear()
        self.bar.clear_errors()
        self.field.clear_error()
        draft, entry = self._draft(), self._entry
        self.save.busy(self.tr("Adding"))
        self._means.worker.do(self, lambda desk: _set(desk, draft, entry), self._saved, self._fail)

    def _draft(self) -> TaskDraft:
        day = self._days[self.when.currentIndex()].isoformat()
        who = self._members[self.who.currentIndex()]
        return TaskDraft(self.what.text(), day, who, self._about.concern, self._about.person)

    def _show_about(self, told: tuple[Linked, str]) -> None:
        self._about, words = told
        self.header.say(
            self.title,
            self.tr("It stands on Today when its day comes, and leads to {what}.").replace(
                "{what}", words
            ),
        )

    def _typed(self) -> None:
        self._means.drafts.typed(self._form, self._fields)

    def _fields(self) -> Mapping[str, str]:
        draft = self._draft()
        return {
            "entry": self._entry,
            "what": draft.title,
            "when": draft.due,
            "who": draft.who,
        }

    def _bring_back(self) -> None:
        fields = self._means.drafts.brought_back(self._form)
        if not fields:
            return
        self._entry = EntryId(fields["entry"])
        self.what.setText(fields["what"])
        days = [day.isoformat() for day in self._days]
        if fields["when"] in days:  # a day that is over is chosen anew
            self.when.setCurrentIndex(days.index(fields["when"]))
        if fields["who"] in self._members:
            self.who.setCurrentIndex(self._members.index(fields["who"]))
        self.bar.say_saved(self.tr("Your draft is back as you left it"))

    def _saved(self, _task: Task) -> None:
        self.save.rest()
        self._means.drafts.forget(self._form)
        self.done.emit()

    def _fail(self, error: DeskError) -> None:
        self.save.rest()
        if isinstance(error, DraftError):
            self.field.show_error(self.tr("Say what is to be done, in at most 200 characters."))
            self.bar.show_errors([NeedsLook(self.tr("What is to be done?"), self.what)])
            self.bar.jump()
        else:
            self.notice.show_failure(error)

    def _lay_out(self) -> None:
        work = QWidget()
        work.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        only = self.tr("Only while you are unlocked. Write it in your diary too.")
        for widget in (
            self.header,
            self.notice,
            self.field,
            Field(self.tr("By which day?"), self.when),
            Field(self.tr("For whom?"), self.who),
            Label(only, Voice.SECONDARY, Meaning.INK2).wrapped(),
        ):
            column.addWidget(widget)
        column.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(work, 1)
        room.addWidget(self.bar)


def _set(desk: Desk, draft: TaskDraft, entry: EntryId) -> Changed[Task]:
    return desk.tasks.record(draft, entry)


def _days_from(today: date) -> tuple[date, ...]:
    """Return today and the weekdays after it."""
    ahead = (today + timedelta(days=number) for number in range(1, _DAYS))
    return (today, *(day for day in ahead if day.weekday() < _SATURDAY))


def _called(day: date, today: date) -> str:
    near = _NEAR.get((day - today).days, "")
    return f"{near}, {in_full_day(day)}" if near else in_full_day(day)
