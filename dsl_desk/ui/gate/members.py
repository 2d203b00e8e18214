"""The members of the vault, to choose from: arrows move, the chosen one is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from dsl_desk.domain.role_words import ROLE_LABELS
from dsl_desk.ui.kit.avatar import Avatar
from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from dsl_desk.domain.member import Member

_ROW = 58


class MemberRow(QAbstractButton):
    """One member: initials, name, role, and a round mark when chosen.

    Signals:
        settled(): chosen for good, with Enter, Space or the mouse: what is asked comes next.
    """

    settled = Signal()

    def __init__(self, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.member = member
        self.last = False
        self.setCheckable(True)
        self.setObjectName(f"member-{member.id}")
        self.setAccessibleName(f"{member.name}, {ROLE_LABELS[member.role]}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._face = Avatar(member.name, 34, self)

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, theme().px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._face.move(15, (self.height() - self._face.sizeHint().height()) // 2)
        self._face.resize(self._face.sizeHint())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            paint_box(painter, ground, Skin(Meaning.ACCENT_SOFT, None, 9))
        if not self.last:
            painter.setPen(theme().colour(Meaning.LINE))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        half, left = self.height() / 2, 28 + self._face.sizeHint().width()
        painter.setFont(theme().font(Voice.STRONG))
        painter.setPen(theme().colour(Meaning.INK))
        name = QRectF(left, 0, self.width() - left - 50, half)
        painter.drawText(name, Qt.AlignmentFlag.AlignBottom, self.member.name)
        painter.setFont(theme().font(Voice.SECONDARY))
        painter.setPen(theme().colour(Meaning.INK3))
        role = QRectF(left, half + 1, self.width() - left - 50, half)
        painter.drawText(role, Qt.AlignmentFlag.AlignTop, ROLE_LABELS[self.member.role])
        self._paint_mark(painter)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.setChecked(True)
            self.settled.emit()
            return
        super().keyPressEvent(event)  # arrows move the choice, and the focus with it

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.settled.emit()

    def _paint_mark(self, painter: QPainter) -> None:
        mark = QRectF(self.width() - 34, (self.height() - 18) / 2, 18, 18)
        chosen = self.isChecked()
        edge = Meaning.ACCENT if chosen else Meaning.LINE_STRONG
        painter.setPen(QPen(theme().colour(edge), 1.5))
        painter.setBrush(theme().colour(Meaning.SURFACE))
        painter.drawEllipse(mark.adjusted(0.75, 0.75, -0.75, -0.75))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(Meaning.ACCENT))
            painter.drawEllipse(mark.adjusted(4.5, 4.5, -4.5, -4.5))


class MemberList(QFrame):
    """Every member in one card.

    Signals:
        chosen(Member): somebody else is about to unlock.
        settled(): they go on to what is asked.
    """

    chosen = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(self.tr("Who are you?"))
        self._rows: list[MemberRow] = []
        self._group = QButtonGroup(self)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self._room.setSpacing(0)

    @property
    def member(self) -> Member | None:
        """Who is chosen."""
        return next((row.member for row in self._rows if row.isChecked()), None)

    def show_members(self, members: Sequence[Member]) -> None:
        """Show these members, the first one chosen."""
        for row in self._rows:
            self._group.removeButton(row)
            row.deleteLater()
        self._rows = [MemberRow(member) for member in members]
        for row in self._rows:
            self._group.addButton(row)
            row.last = row is self._rows[-1]
            row.toggled.connect(self._tell)
            row.settled.connect(self.settled)
            self._room.addWidget(row)
        if self._rows:
            with QSignalBlocker(self):
                self._rows[0].setChecked(True)

    def choose(self, member_id: str) -> None:
        """Choose a member, the one who was here last."""
        for row in self._rows:
            if row.member.id == member_id:
                row.setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        if event.key() in ends and self._rows:
            row = self._rows[ends[Qt.Key(event.key())]]
            row.setChecked(True)
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _tell(self, checked: bool) -> None:  # noqa: FBT001  # the signal sends it
        if checked:
            self.chosen.emit(self.member)
