"""The left side: what this is, its clause, the ways on, and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.declarations.master_list import MasterList
from dsl_desk.ui.declarations.policy_lines import clause_mark
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.domain.policy.family_links import LinkPolicy
    from dsl_desk.ui.kit.clause import ClauseMark


class MasterSide(QWidget):
    """White, with a thin edge to the right.

    Signals:
        declare_wanted(), register_wanted(), round_wanted(): go there.
    """

    declare_wanted = Signal()
    register_wanted = Signal()
    round_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.header = PageHeader(self.tr("Declarations"))
        self.notice = FailureNotice()
        self.declare = Button(self.tr("Enter a declaration"), icon=Icon.PLUS)
        self.left = Button("", icon=Icon.MAIL)
        self.left.hide()
        self.register = Link(self.tr("Register"), voice=Voice.SECONDARY)
        self.round = Link(self.tr("Yearly round"), voice=Voice.SECONDARY)
        self.list = MasterList()
        self._mark: ClauseMark | None = None
        self._clause = QHBoxLayout()
        self._lay_out()
        self.declare.clicked.connect(self.declare_wanted)
        self.register.clicked.connect(self.register_wanted)
        self.round.clicked.connect(self.round_wanted)

    def say(self, policy: LinkPolicy) -> None:
        """Say to whom links are told here, and by which clause."""
        words = self.tr("Family links, told to the {who}").replace("{who}", policy.reviewer)
        self.header.say(self.tr("Declarations"), words)
        if self._mark is not None:
            self._mark.hide()
            self._mark.deleteLater()
            self._mark = None
        if policy.links.clause:
            self._mark = clause_mark(policy, policy.links.clause)
            self._clause.insertWidget(0, self._mark)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour(Meaning.SURFACE))
        edge = self.rect().adjusted(self.width() - 1, 0, 0, 0)
        painter.fillRect(edge, theme().colour(Meaning.LINE))

    def _lay_out(self) -> None:
        column, head = QVBoxLayout(self), QVBoxLayout()
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(6)
        head.setContentsMargins(20, 20, 20, 4)
        head.setSpacing(8)
        self._clause.addStretch(1)
        ways = QHBoxLayout()
        ways.setSpacing(14)
        for link in (self.register, self.round):
            ways.addWidget(link)
        ways.addStretch(1)
        head.addWidget(self.header)
        head.addLayout(self._clause)
        head.addWidget(self.declare, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self.left, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(ways)
        head.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self.list, 1)
