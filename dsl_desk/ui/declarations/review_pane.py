"""The right side: what was declared, what the policy says of it, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration import Identity
from dsl_desk.domain.declaration_review import EscalatedTo
from dsl_desk.ui.declarations.decision_part import DecisionPart
from dsl_desk.ui.declarations.declared_card import DeclaredCard
from dsl_desk.ui.declarations.history_card import (
    HistoryCard,
    back_card,
    changes_card,
    identity_card,
)
from dsl_desk.ui.declarations.master_list import state_chip
from dsl_desk.ui.declarations.policy_lines import PolicyLines
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.asked_to_see import AskedToSee
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.chip import PartChip, Status, StatusChip
from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.spoken import told_together
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from dsl_desk.domain.declaration_standing import DeclarationLine, DeclarationView
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.declarations.history_card import BackCard
    from dsl_desk.ui.declarations.signed_paper_card import SignedPaperCard
    from dsl_desk.ui.forms.duties_part import DutiesPart


class ReviewPane(QWidget):
    """One declaration. What is done with it is the page's.

    Signals:
        sign_wanted(), back_wanted(), confirm_wanted(), change_wanted(), later_wanted(),
        letter_wanted(), escalate_wanted(str), typed(): what was pressed or typed.
        paper_wanted(PaperSort): a copy of what is sealed, for whoever declared it.
        became_wanted(str, str): open what it became, by its kind.
    """

    sign_wanted = Signal()
    back_wanted = Signal()
    confirm_wanted = Signal()
    change_wanted = Signal()
    later_wanted = Signal()
    letter_wanted = Signal()
    escalate_wanted = Signal(str)
    became_wanted = Signal(str, str)
    typed = Signal()
    paper_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.view: DeclarationView | None = None
        self.decision: DecisionPart | None = None
        self.came: BackCard | None = None
        self.further: Button | None = None
        self.duties_of: Callable[[RecordId], DutiesPart] | None = None
        self.duties: DutiesPart | None = None
        self.signed_of: Callable[[RecordId], SignedPaperCard] | None = None
        self.signed: SignedPaperCard | None = None
        self.asked: AskedToSee | None = None
        self.header = PageHeader("")
        self.notice = FailureNotice()
        self.bar = BottomBar()
        self.later = Button(self.tr("Decide later"))
        self.sign = Button("", Kind.PRIMARY, Icon.SIGNATURE, Shortcut.FINISH.words)
        self.sign.setObjectName("sign")
        self.bar.put(self.later, self.sign)
        self.back = Button(self.tr("All declarations"), Kind.QUIET, Icon.ARROW_LEFT)
        self._make_acts()
        self._body = QVBoxLayout()
        self._body.setSpacing(14)
        self._lay_out()
        self.later.clicked.connect(self.later_wanted)
        self.sign.clicked.connect(self.sign_wanted)

    def _say_whose(self, line: DeclarationLine) -> None:
        draft = line.declaration.draft
        ref = f"declaration {line.declaration.ref}" if line.declaration.ref else "sealed"
        version = f"version {line.declaration.written.version}"
        what = " · ".join(one for one in (draft.role, ref, version) if one)
        self.header.say(draft.by, what)
        self.header.title.setAccessibleName(told_together(draft.by, state_chip(line).text(), what))

    def show_view(self, view: DeclarationView, today: date) -> None:
        """Show a declaration from the top."""
        self.view = view
        self.notice.clear()
        line, draft = view.line, view.line.declaration.draft
        self._say_whose(line)
        self._empty()
        self._add(self._chips(view))
        if draft.identity is Identity.NOT_CHECKED:
            self._add(identity_card(draft.by, self._confirm()))
        self._add(DeclaredCard(draft, view.policy.links, line.reviews), PolicyLines(view))
        self._add_signed(view)
        self._add_duties(view)
        self._add_before(view)
        self.came = back_card(line, today) if view.may_review else None
        if self.came is not None:
            self.came.wanted.connect(self.back_wanted)
            self._add(self.came)
        self._add_escalation(view)
        self.decision = None
        self.asked = None
        self.again.setVisible(view.may_review and not line.waits)
        self.change.setVisible(view.may_review)
        self.letter.setVisible(view.may_review and bool(line.reviews))
        self.bar.setVisible(view.may_review and line.waits)
        if view.may_review and line.waits:
            self.decide()
        elif not view.may_review:
            self._add(Label(_not_yours(view), Voice.SECONDARY, Meaning.INK2).wrapped())
        if self.decision is None:
            self._add_asked(view)
        self._scroll.verticalScrollBar().setValue(0)

    def decide(self) -> None:
        """Open the decision."""
        if self.view is None or self.decision is not None:
            return
        self.decision = DecisionPart(self.view)
        self.decision.chosen.connect(self._say_act)
        self.decision.typed.connect(self.typed)
        self._add(self.decision)
        self.decision.show()
        self._add_asked(self.view)
        self.again.hide()
        self.bar.show()
        self.bar.clear_errors()
        self.bar.say_saved(self.tr("Signed and dated. A change is a new version."))
        self._say_act()

    def bring_back(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        if self.decision is not None:
            self.decision.fill(fields)
            self.bar.say_saved(self.tr("Your draft is back as you left it"))
            self._say_act()

    def _say_act(self) -> None:
        if self.decision is not None:
            self.sign.setText(self.decision.sign_words)

    def _chips(self, view: DeclarationView) -> QWidget:
        row = QWidget()
        flow = Flow(row)
        flow.addWidget(state_chip(view.line))
        if view.line.sealed:
            words = f"Sealed · {len(view.holders)} can open"
            flow.addWidget(StatusChip(Status.SEALED, words))
        else:
            flow.addWidget(PartChip(Compartment.DECLARATIONS, view.holders))
        flow.addWidget(QWidget())
        return row

    def _add_before(self, view: DeclarationView) -> None:
        """Show what has changed, and what was decided before."""
        if changes := changes_card(view):
            self._add(changes)
        if view.line.reviews:
            self._add(HistoryCard(view.line.reviews))

    def _add_signed(self, view: DeclarationView) -> None:
        if self.signed_of is not None:
            self.signed = self.signed_of(view.line.declaration.written.id)
            self._add(self.signed)
            self.signed.hide()  # until it is read
            self.signed.read_again()

    def _add_duties(self, view: DeclarationView) -> None:
        if view.may_review and view.asked and self.duties_of is not None:
            self.duties = self.duties_of(view.line.declaration.written.id)
            self._add(self.duties)
            self.duties.hide()  # until it is read
            self.duties.read_again()

    def _add_escalation(self, view: DeclarationView) -> None:
        last = None if view.line.last is None else view.line.last.draft
        goes = EscalatedTo.NOTHING if last is None else last.escalated_to
        if last is None or goes is EscalatedTo.NOTHING or not view.may_review:
            return
        if last.became:
            button = Button(self.tr("Open what it became"), icon=Icon.ID_CARD)
            button.clicked.connect(lambda: self.became_wanted.emit(goes.value, last.became))
        else:
            low = goes is EscalatedTo.LOW_LEVEL
            words = (
                self.tr("Record the low-level concern") if low else self.tr("Record an allegation")
            )
            button = Button(words, icon=Icon.ID_CARD)
            button.clicked.connect(lambda: self.escalate_wanted.emit(goes.value))
        self.further = button
        self._body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_asked(self, view: DeclarationView) -> None:
        """Offer the copy for whoever declared it, last of all, where it is in no part."""
        if self.asked is not None:
            self._body.removeWidget(self.asked)
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
        if view.line.sealed:
            self.asked = AskedToSee(
                self.tr(
                    "You decide record by record, with the data protection officer. That a copy "
                    "left stands here, under seal, and nowhere else. To the request itself you "
                    "answer as every key holder does."
                )
            )
            self.asked.wanted.connect(self.paper_wanted)
            self._add(self.asked)

    def _confirm(self) -> Button:
        button = Button(self.tr("I have spoken with them"))
        button.clicked.connect(self.confirm_wanted)
        return button

    def _make_acts(self) -> None:
        self.again, self.change = Button(self.tr("Decide again")), Button(self.tr("Change"))
        self.letter = Button(self.tr("Letter"), icon=Icon.FILE_DOWN)
        self.letter.clicked.connect(self.letter_wanted)
        self.again.clicked.connect(self.decide)
        self.change.clicked.connect(self.change_wanted)
        for button in (self.again, self.change, self.letter):
            self.header.put_right(button)

    def _add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._body.addWidget(widget)

    def _empty(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _lay_out(self) -> None:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(12)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.header, self.notice):
            column.addWidget(widget)
        column.addLayout(self._body)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._scroll, 1)
        room.addWidget(self.bar)


def _not_yours(view: DeclarationView) -> str:
    if view.mine:
        return "This is your own. Nobody reviews their own declaration."
    return f"Reviewed by the {view.policy.reviewer}. You can read it, and not sign it."
