"""The sealed cases somebody holds. Whoever holds a group sees this page, with a case or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.words import label
from dsl_desk.ui.cases.sheet import Sheet, empty_out
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.case import CaseView
    from dsl_desk.ui.cases.means import Means


class CasesPage(Page):
    """A card for each case.

    Signals:
        begin_wanted(): begin a case.
        case_wanted(RecordId): open this one.
    """

    begin_wanted = Signal()
    case_wanted = Signal(str)
    shows = frozenset({Thing.CASES, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Sealed cases")
        self._means = means
        self.begin = Button(self.tr("Begin a case"), Kind.SECONDARY, icon=Icon.PLUS)
        self.begin.clicked.connect(self.begin_wanted)
        subtitle = self.tr(
            "About adults who work here; opened only by those a case goes to, and never searched"
        )
        self.header = PageHeader(self.title, subtitle, self.begin)
        self.notice = FailureNotice()
        self.cards: list[CaseCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.empty = EmptyState(
            Icon.SHIELD_BAN,
            self.tr("You hold no case"),
            self.tr(
                "A case is kept here when it is about an adult who works here. The page says who "
                "receives it before the first word is saved."
            ),
        )
        sheet = Sheet()
        for widget in (self.header, self.notice):
            sheet.column.addWidget(widget)
        sheet.column.addLayout(self._cards)
        sheet.column.addWidget(self.empty, 1)
        sheet.column.addStretch(0)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(sheet)
        self.empty.hide()

    @override
    def read_again(self) -> None:
        self._means.worker.ask(
            self, lambda desk: desk.cases.mine(), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, cases: tuple[CaseView, ...]) -> None:
        self.notice.clear()
        empty_out(self._cards)
        self.cards = [CaseCard(case) for case in cases]
        for card in self.cards:
            card.open_wanted.connect(self.case_wanted)
            self._cards.addWidget(card)
        self.empty.setVisible(not cases)


class CaseCard(Card):
    """One case: about whom, why it is here, how much is written.

    Signals:
        open_wanted(RecordId): open it.
    """

    open_wanted = Signal(str)

    def __init__(self, case: CaseView) -> None:
        super().__init__()
        notes = "1 note" if len(case.notes) == 1 else f"{len(case.notes)} notes"
        self.open = Button(self.tr("Open"))
        self.open.setAccessibleName(f"Open the case about {case.about}")
        self.open.clicked.connect(lambda: self.open_wanted.emit(case.id))
        self.setAccessibleName(f"Sealed case about {case.about}, {notes}")
        self.column.setContentsMargins(18, 14, 14, 14)
        head = QHBoxLayout()
        head.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(Label(f"About {case.about}", Voice.STRONG).wrapped())
        words.addWidget(Label(f"{label(case.row)}. {notes}.", Voice.SECONDARY, Meaning.INK2))
        head.addLayout(words, 1)
        head.addWidget(StatusChip(Status.SEALED))
        head.addWidget(self.open)
        self.column.addLayout(head)
