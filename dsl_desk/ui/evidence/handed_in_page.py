"""Something was handed in: first who, when and how; then the stop; then it is taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.moments import told_in_full
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence.capture_desk import CaptureDesk
from dsl_desk.ui.evidence.conversations_card import ConversationsCard
from dsl_desk.ui.evidence.told_forms import HandedInForm
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.handed_in import HandedIn
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.evidence.means import Means

_WIDEST = 860


class TakePage(FormPage):
    """Who handed it in, when, and how."""

    def __init__(self, means: Means, concern: str = "") -> None:
        super().__init__(means, "Handed in to us", "Write it down", Compartment.CHILDREN)
        self._concern = concern
        said = self.tr("It needs no decision to look. The stop is asked before it is taken in.")
        self.header.say(self.title, said)
        self.form = HandedInForm(means.clock)
        self.hold(self.form, self.form, f"handed in {concern}".strip())

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        draft, entry = replace(self.form.draft(), concern=self._concern), self.entry

        def send(desk: Desk) -> Changed[str]:
            changed = desk.told.take(draft, entry)
            return Changed(changed.answer.id, changed.things)

        return send


class HandedInPage(Page):
    """What was handed in, and taking it in behind the stop.

    Signals:
        evidence_wanted(str), words_wanted(str): open this; record it in words.
    """

    evidence_wanted = Signal(str)
    words_wanted = Signal(str)
    shows = frozenset({Thing.EVIDENCE, Thing.VIEWINGS, Thing.MEMBERS})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Handed in to us")
        self.is_read = False
        self._means, self._record = means, record
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self._said = Label("").wrapped()
        self.capture = CaptureDesk(means, record)
        self.capture.list.wanted.connect(self.evidence_wanted)
        self.capture.words_wanted.connect(lambda _answer: self.words_wanted.emit(record))
        self.capture.captured.connect(self._say_captured)
        self.conversations = ConversationsCard(means, record)
        self._lay_out()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        self.conversations.read_again()
        record = self._record
        self._means.worker.ask(
            self,
            lambda desk: (desk.told.handed_in(record), desk.evidence.under(record)),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, read: tuple[HandedIn, tuple[Evidence, ...]]) -> None:
        handed_in, pieces = read
        draft = handed_in.draft
        self.header.say(self.title, handed_in.ref)
        self._chip.be_of(draft.kept_in)
        when = told_in_full(draft.at)
        under = f"\nPolicy in force: {draft.policy.words()}" if draft.policy.words() else ""
        self._said.say(f"By {draft.from_whom}, {when}, {draft.how}.\n{draft.words}{under}")
        self.capture.show_pieces(pieces)
        self.is_read = True

    def _say_captured(self, ref: str) -> None:
        self.said.emit(self.tr("{ref} is captured and sealed").replace("{ref}", ref))

    def _lay_out(self) -> None:
        card = Card()
        card.column.addWidget(Label("What was handed in", Voice.SECONDARY, Meaning.INK3))
        card.column.addWidget(self._said)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        for widget in (self.header, self.notice):
            column.addWidget(widget)
        column.addLayout(_no_wider((card, self.capture, self.conversations)))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("What was handed in"))
        scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(scroll)


def _no_wider(widgets: Sequence[QWidget]) -> QHBoxLayout:
    """Return these under one another, no wider than is read with ease.

    A row asks how high they are at the width they get; a column would ask at its own.
    """
    narrow = QWidget()
    narrow.setMaximumWidth(_WIDEST)
    column = QVBoxLayout(narrow)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for widget in widgets:
        column.addWidget(widget)
    row = QHBoxLayout()
    row.addWidget(narrow, 1)
    row.addStretch(0)
    return row
