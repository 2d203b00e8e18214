"""The decision as it was recorded: each question with its answer, the limits, who and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.viewing import Look
from dsl_desk.domain.viewing_answers import LIMITS, answers_of
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.chip import Status, StatusChip
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.viewing_rules import RuleClause
    from dsl_desk.services.viewings import ViewingView

_TOP: Final = Qt.AlignmentFlag.AlignTop
STATUS: Final = {
    Standing.NOT_TO_LOOK: Status.CLOSED,
    Standing.ADVICE_FIRST: Status.OVERDUE,
    Standing.WAITING: Status.WAITING,
    Standing.REFUSED: Status.OFF,
    Standing.TO_COME: Status.WAITING,
    Standing.OPEN: Status.IN_PROGRESS,
    Standing.OVER: Status.CAUTION,
    Standing.ENDED: Status.CLOSED,
}


class DecisionCard(Card):
    """Left of the page of a decision.

    Signals:
        change_wanted(): a new version is to be written.
    """

    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column.setSpacing(0)
        self.column.setContentsMargins(0, 0, 0, 0)

    def show_view(self, view: ViewingView) -> None:
        """Show what was decided, and what others said to it."""
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        viewing = view.viewing
        self.column.addWidget(_head(view))
        for answered in answers_of(viewing.draft):
            if answered.name != "limits":
                clause = view.rules.clauses.get(answered.name)
                self._part(_pair(answered.question, answered.text, clause))
        if viewing.draft.look is Look.LOOK:
            self._part(_limits(view))
        for answer in view.answers:
            who = f"{answer.author}, {in_full(answer.written_at)}"
            said = f"{label(answer.draft.agreed)}. {answer.draft.words}"
            self._part(_pair(who, said))
        self._part(self._foot(view))

    def _part(self, widget: QWidget) -> None:
        rule = QFrame()
        rule.setObjectName("hairline")
        rule.setFixedHeight(1)
        self.column.addWidget(rule)
        self.column.addWidget(widget)

    def _foot(self, view: ViewingView) -> QWidget:
        viewing = view.viewing
        words = f"{viewing.author}, {in_full(viewing.written_at)}, version {viewing.version}"
        box, row = _box()
        row.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
        link = Link(self.tr("Add a new version"))
        link.setObjectName("new-version")
        link.clicked.connect(self.change_wanted)
        link.setVisible(view.standing is not Standing.ENDED)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return box


def _head(view: ViewingView) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(18, 14, 18, 14)
    row.setSpacing(8)
    title = f"Viewing decision {view.viewing.ref}"
    row.addWidget(Label(title, Voice.CARD_TITLE).wrapped(), 1)
    row.addWidget(StatusChip(STATUS[view.standing], label(view.standing)), 0, _TOP)
    return box


def _pair(question: str, answer: str, clause: RuleClause | None = None) -> QWidget:
    box, column = _box()
    heading = QHBoxLayout()
    heading.addWidget(Label(question, Voice.SECONDARY_STRONG).wrapped(), 1)
    if clause is not None:
        heading.addWidget(ClauseMark(clause.mark, clause.words, clause.source), 0, _TOP)
    column.addLayout(heading)
    column.addWidget(Label(answer, Voice.BODY, Meaning.INK2).wrapped())
    return box


def _limits(view: ViewingView) -> QWidget:
    box, column = _box()
    column.setSpacing(6)
    column.addWidget(Label("Limits agreed", Voice.SECONDARY_STRONG))
    for name, words in LIMITS.items():
        if getattr(view.viewing.draft, name):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconView(Icon.CHECK, Meaning.GREEN, 15), 0, _TOP)
            row.addWidget(Label(words, Voice.BODY).wrapped(), 1)
            clause = view.rules.clauses.get(name)
            if clause is not None:
                row.addWidget(ClauseMark(clause.mark, clause.words, clause.source), 0, _TOP)
            column.addLayout(row)
    return box


def _box() -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(18, 11, 18, 12)
    column.setSpacing(1)
    return box, column
