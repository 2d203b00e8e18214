"""One thing that was left: its words as they came, its times, and what it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.drop import LeftAbout, LeftSort, Whom
from dsl_desk.domain.left import Became
from dsl_desk.domain.words import label
from dsl_desk.ui.drop.rows import detail_of
from dsl_desk.ui.drop.sheet import left_sheet
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.drop.means import Means

    Seen = tuple[LeftRecord, bool]

_WIDEST = 860
# What each may become, the likeliest first. The trade of declarations takes up its own.
_OF_A_CHILD: Final = (
    *(Became.CONCERN, Became.CONTACT_ATTEMPT, Became.LOW_LEVEL, Became.ALLEGATION),
)
_OF_AN_ADULT: Final = (Became.LOW_LEVEL, Became.ALLEGATION)
_OF_A_LINK: Final = (LeftSort.DECLARATION, LeftSort.NIL_RETURN, LeftSort.ANSWER)


class LeftPage(Page):
    """Read it, then say what it becomes. The words stay as they came.

    Signals:
        becomes(Became): the form of what it becomes is wanted.
        record_wanted(Became, str): open what it became.
    """

    becomes = Signal(object)
    record_wanted = Signal(object, str)
    shows = frozenset({Thing.LEFT})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Sealed note")
        self._means, self._id = means, record
        self.record: LeftRecord | None = None
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self._told = Label("", Voice.BODY, Meaning.INK2).wrapped()
        words = {
            Became.CONCERN: self.tr("Record a concern"),
            Became.CONTACT_ATTEMPT: self.tr("Write down a contact attempt"),
            Became.LOW_LEVEL: self.tr("Record a low-level concern"),
            Became.ALLEGATION: self.tr("Record an allegation"),
            Became.DECLARATION: self.tr("Take it up"),
            Became.CLOSED: self.tr("Close it with a reason"),
        }
        self.buttons = {what: Button(said) for what, said in words.items()}
        self.go_on = Button(self.tr("Open what it became"), Kind.PRIMARY)
        for what, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, it=what: self._choose(it))
        self.go_on.clicked.connect(self._open_record)
        self._sheet = QVBoxLayout()
        self._lay_out()

    @override
    def read_again(self) -> None:
        record = self._id
        self._means.worker.do(
            self, lambda desk: _seen(desk, record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def say(self, words: str) -> None:
        """Say what stands in the way of going on."""
        self._told.say(words)

    def _show(self, seen: Seen) -> None:
        record, may_settle = seen
        self.record = record
        self.title = f"{label(record.left.sort)} {record.left.code}"
        self.header.say(self.title, detail_of(record))
        while (item := self._sheet.takeAt(0)) is not None:
            if (sheet := item.widget()) is not None:
                sheet.hide()
                sheet.deleteLater()
        shown = left_sheet(record)
        self._sheet.addWidget(shown)
        shown.show()  # now, and not with the next turn of the loop: it takes the old one's place
        offered = _offered(record) if may_settle and record.waits else ()
        first = next(iter(offered), None)
        for what, button in self.buttons.items():
            button.kind = Kind.PRIMARY if what is first else Kind.SECONDARY
            button.setVisible(what in offered)
            button.update()
        self.go_on.setVisible(bool(record.draft.record))
        self.say(_told(record, may_settle=may_settle))

    def _choose(self, what: Became) -> None:
        if what is Became.CLOSED:
            self._close()
        else:
            self.becomes.emit(what)

    def _close(self) -> None:
        question = Question(
            title=self.tr("Close this note?"),
            sentence=self.tr("It stays, with your reason, and nothing else is recorded from it."),
            act=self.tr("Close it"),
            keep=self.tr("Leave it open"),
            reason=self.tr("Why does nothing more come of it?"),
        )
        answer, record = self._means.ask.confirm(self, question), self.record
        if answer is not None and record is not None:
            why = answer.reason
            self._means.worker.do(
                self,
                lambda desk: desk.drop.became(record, Became.CLOSED, why=why),
                None,
                self.notice.show_failure,
            )

    def _open_record(self) -> None:
        if self.record is not None:
            self.record_wanted.emit(self.record.draft.became, self.record.draft.record)

    def _lay_out(self) -> None:
        work, area, choices = QWidget(), QScrollArea(), QWidget()
        flow = Flow(choices)
        for button in (*self.buttons.values(), self.go_on):
            button.hide()
            flow.addWidget(button)
        flow.addWidget(QWidget())  # the last piece takes what is left of its line
        work.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        for widget in (self.header, self.notice):
            column.addWidget(widget)
        column.addLayout(self._sheet)
        column.addWidget(self._told)
        column.addWidget(choices)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _seen(desk: Desk, record: RecordId) -> Changed[Seen]:
    opened = desk.drop.open(record)
    return Changed((opened.answer, desk.drop.may_settle(record)), opened.things)


def _offered(record: LeftRecord) -> tuple[Became, ...]:
    sort, about = record.left.sort, record.left.whom.about
    if about is LeftAbout.LINK:
        return (*((Became.DECLARATION,) if sort in _OF_A_LINK else ()), Became.CLOSED)
    chosen = record.left.whom != Whom(LeftAbout.ADULT)
    if sort is LeftSort.ALLEGATION or (record.sealed and chosen):
        return (Became.ALLEGATION, Became.CLOSED)
    return (*(_OF_A_CHILD if about is LeftAbout.CHILD else _OF_AN_ADULT), Became.CLOSED)


def _told(record: LeftRecord, *, may_settle: bool) -> str:
    if not record.waits:
        why = f": {record.draft.why}" if record.draft.why else ""
        return f"{label(record.draft.became)}{why}"
    if not may_settle:
        return "You may read this. Somebody who writes in this part settles it."
    if record.left.sort is LeftSort.ALLEGATION:
        return "The clock to the LADO runs from when somebody here was first told. Take it up now."
    if record.left.sort is LeftSort.DECLARATION:
        return "Nobody has confirmed yet who left it. Take it up, then speak with them."
    if record.left.sort is LeftSort.ANSWER:
        return "Taken up, it stands beside the paper with this code. The words stay as they came."
    return "What does it become? The words are carried over, and stay here as they came."
