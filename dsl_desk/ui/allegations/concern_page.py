"""One low-level concern: what was shared, who signed it, and whether it has grown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.allegation_texts import SEEN, texts_of_low_level
from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.duties_part import DutiesPart
from dsl_desk.ui.forms.marking import marking_of
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means

    Seen = tuple[LowLevel, bool, Kept]

_MARKED = "It is marked, and kept with the concern"
_WIDEST = 820


class LowLevelConcernPage(Page):
    """Read it, sign it, or record the allegation it has grown into.

    Signals:
        grow_wanted(): record an allegation that goes on from here.
        allegation_wanted(RecordId): open the allegation it has become.
        amend_wanted(): put right what it says.
        compare_wanted(): see what stood before.
        paper_wanted(Wish): a copy of it for somebody.
    """

    grow_wanted = Signal()
    allegation_wanted = Signal(str)
    amend_wanted = Signal()
    compare_wanted = Signal()
    paper_wanted = Signal(object)
    shows = frozenset({Thing.ALLEGATIONS, Thing.KEEPING, Thing.DUTIES})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Low-level concern")
        self._means, self._record = means, record
        self._concern: LowLevel | None = None
        self.is_read = False
        self._chip = WhoOpens(means.worker, Compartment.STAFF)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self.why = Line()
        self.sign = Button(self.tr("Sign as low-level"), Kind.PRIMARY)
        self.grow = Button(self.tr("It has grown: record an allegation"))
        self.go_on = Button(self.tr("Open the allegation"))
        self.amend = Button(self.tr("Amend"))
        self.compare = Button(self.tr("Compare versions"))
        self.sign_field = Field(self.tr("Why is it low-level?"), self.why)
        self.paper = Button(self.tr("Make a copy"), icon=Icon.FILE_DOWN, keys=Shortcut.EXPORT.words)
        self.paper.clicked.connect(self.export)
        self.header.put_right(self.paper)
        self.kept = Label("", Voice.META, Meaning.INK3).wrapped()
        self.duties = DutiesPart(means, marking_of(record, lambda desk: desk.adult_duties), _MARKED)
        self.duties.done.connect(self.said)
        self.duties.failed.connect(self.notice.show_failure)
        self._body = QVBoxLayout()
        self._lay_out()
        self.sign.clicked.connect(self.finish)
        self.grow.clicked.connect(self.grow_wanted)
        self.go_on.clicked.connect(self._open_allegation)
        self.amend.clicked.connect(self.amend_wanted)
        self.compare.clicked.connect(self.compare_wanted)

    @override
    def read_again(self) -> None:
        record = self._record
        self._chip.read_again()
        self.duties.read_again()
        self._means.worker.ask(
            self, lambda desk: _seen(desk, record), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def export(self) -> None:
        self.paper_wanted.emit(Wish(PaperSort.LOW_LEVEL, self._record))

    @override
    def finish(self) -> None:
        if self.duties.finish():
            return
        concern, why = self._concern, self.why.text()
        if concern is None or self.sign.isHidden() or self.sign.is_busy():
            return
        if not why.strip():
            self.sign_field.show_error(self.tr("Write why, in a sentence."))
            self.sign_field.go()
            return
        entry = EntryId(fresh_id(self._means.clock.now()))
        self.sign.busy(self.tr("Signing"))
        self._means.worker.do(
            self,
            lambda desk: desk.low_level.sign(concern, why, entry),
            lambda _signed: self.sign.rest(),
            self.notice.show_failure,
        )

    @override
    def step_back(self) -> None:
        if not self.duties.close_form():
            super().step_back()

    def _show(self, seen: Seen) -> None:
        concern, may_sign, kept = seen
        self._concern, self.is_read = concern, True
        draft = concern.draft
        self.title = f"Low-level concern {concern.ref}"
        role = draft.adult.role or label(draft.adult.standing)
        self.header.say(self.title, f"About {draft.adult.name}, {role}")
        signed = bool(draft.signed_by)
        for widget in (self.sign_field, self.sign):
            widget.setVisible(may_sign and not signed)
        self.grow.setVisible(not draft.grew_into)
        self.go_on.setVisible(bool(draft.grew_into))
        self.amend.show()
        self.compare.setVisible(concern.written.version > 1)
        while (item := self._body.takeAt(0)) is not None:
            if (widget_there := item.widget()) is not None:
                widget_there.hide()
                widget_there.deleteLater()
        self._body.addWidget(_sheet(concern))
        self.kept.say(kept.line(self._means.clock.now().date()))

    def _open_allegation(self) -> None:
        if self._concern is not None:
            self.allegation_wanted.emit(self._concern.draft.grew_into)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.sign, self.grow, self.go_on, self.amend, self.compare):
            button.hide()
            buttons.addWidget(button)
        buttons.addStretch(1)
        return buttons

    def _lay_out(self) -> None:
        work, inside = QWidget(), QWidget()
        work.setMaximumWidth(_WIDEST)
        self.sign_field.hide()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        for widget in (self.header, self.notice):
            column.addWidget(widget)
        column.addLayout(self._body)
        column.addWidget(self.kept)
        column.addWidget(self.sign_field)
        column.addLayout(self._buttons())
        column.addWidget(self.duties)
        column.addStretch(1)
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(work, 1000)
        across.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _seen(desk: Desk, record: RecordId) -> Seen:
    concern = desk.low_level.open(record)
    return concern, desk.low_level.may_sign(), desk.retention.of(record)


def _sheet(concern: LowLevel) -> Card:
    draft, written = concern.draft, concern.written
    card = Card()
    card.column.addWidget(Label(draft.words, Voice.VERBATIM).wrapped())
    pairs = {
        **texts_of_low_level(draft),
        "Written down by": written.author,
        "Signed as low-level by": draft.signed_by or "nobody yet",
    }
    for question, answer in pairs.items():
        if question != SEEN:
            words = f"{question}: {answer}"
            card.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
    if written.version > 1:
        changed = f"Version {written.version}: {written.body.reason}"
        card.column.addWidget(Label(changed, Voice.SECONDARY, Meaning.INK2).wrapped())
    return card
