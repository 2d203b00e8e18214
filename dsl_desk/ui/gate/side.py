"""The dark half of the lock screen: for anybody who comes by with a worry."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.member import Role
from dsl_desk.ui.gate.drop_card import DropCard
from dsl_desk.ui.gate.leavings import LEAVINGS
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.mark import Mark
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.member import Member
    from dsl_desk.ui.gate.leavings import Leaving
    from dsl_desk.ui.gate.side_points import Point

_SAFEGUARDING = (Role.DSL, Role.DEPUTY_DSL)


class Side(QFrame):
    """Name, school, a few plain words, and the line about 999, which never goes away.

    Signals:
        leaving_wanted(Leaving): somebody wants to leave something.
    """

    leaving_wanted = Signal(object)

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setProperty("on_rail", True)
        self._school = Label("", Voice.SECONDARY, Meaning.RAIL_MUTE).wrapped()
        self._find = Label("", Voice.BODY, Meaning.RAIL_INK).wrapped()
        room = QVBoxLayout(self)
        room.setContentsMargins(56, 44, 52, 36)
        room.setSpacing(0)
        room.addLayout(self._brand())
        room.addStretch(2)
        room.addWidget(self._welcome(title, words))
        self._points = QWidget()
        self._points_room = QVBoxLayout(self._points)
        self._points_room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._points)
        room.addStretch(5)
        line = QFrame()
        line.setObjectName("side-line")
        line.setFixedHeight(1)
        room.addWidget(line)
        room.addSpacing(18)
        room.addLayout(self._danger())

    def show_school(self, school: str, members: Sequence[Member]) -> None:
        """Show whose desk this is and whom to find."""
        self._school.say(school)
        names = [member.name for member in members if member.role in _SAFEGUARDING]
        who = " or ".join(names) if names else self.tr("your safeguarding lead")
        self._find.say(self.tr("Then find {who}.").replace("{who}", who))

    def offer(self, *, leaving: bool) -> None:
        """Offer what anybody may leave, or not; the welcome takes the place of any points."""
        for card in self.cards:
            card.setVisible(leaving)
        self._hello.show()
        self._points.hide()

    def show_points(self, points: Sequence[Point]) -> None:
        """Say what matters while something is being left, in the place of the welcome."""
        from dsl_desk.ui.gate.side_points import SidePoints  # noqa: PLC0415  # seldom shown

        for before in self._points.findChildren(SidePoints):
            before.hide()
            before.deleteLater()
        self._points_room.addWidget(SidePoints(points))
        self._hello.hide()
        self._points.show()

    def _welcome(self, title: str, words: str) -> QWidget:
        self._hello = QWidget()
        column = QVBoxLayout(self._hello)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(title, Voice.TITLE, Meaning.RAIL_INK).wrapped())
        column.addWidget(Label(words, Voice.BODY, Meaning.RAIL_INK).wrapped())
        column.addSpacing(12)
        self.cards = [DropCard(one.icon, one.words, one.more, one.keys) for one in LEAVINGS]
        for card, leaving in zip(self.cards, LEAVINGS, strict=True):
            card.clicked.connect(partial(self._want, leaving))
            QShortcut(leaving.keys.keys, self).activated.connect(card.click)
            column.addWidget(card)
        return self._hello

    def _want(self, leaving: Leaving) -> None:
        self.leaving_wanted.emit(leaving)

    def _brand(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(Label("DSL Desk", Voice.BRAND, Meaning.RAIL_INK))
        names.addWidget(self._school)
        brand = QHBoxLayout()
        brand.setSpacing(10)
        brand.addWidget(Mark(42))
        brand.addLayout(names, 1)
        return brand

    def _danger(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        urgent = self.tr("If a child is in danger now, call 999.")
        words.addWidget(Label(urgent, Voice.STRONG, Meaning.RAIL_INK).wrapped())
        words.addWidget(self._find)
        danger = QHBoxLayout()
        danger.setSpacing(12)
        danger.addWidget(
            IconView(Icon.PHONE, Meaning.MINT, 20), alignment=Qt.AlignmentFlag.AlignTop
        )
        danger.addLayout(words, 1)
        return danger
