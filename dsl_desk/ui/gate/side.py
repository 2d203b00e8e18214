"""The dark half of the lock screen: for anybody who comes by with a worry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.member import Role
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.mark import Mark
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.member import Member

_SAFEGUARDING = (Role.DSL, Role.DEPUTY_DSL)


class Side(QFrame):
    """Name, school, a few plain words, and the line about 999, which never goes away."""

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
        room.addWidget(Label(title, Voice.TITLE, Meaning.RAIL_INK).wrapped())
        room.addSpacing(8)
        room.addWidget(Label(words, Voice.BODY, Meaning.RAIL_INK).wrapped())
        # What a feature adds (a sealed note, a family link) goes here.
        self.cards = QVBoxLayout()
        self.cards.setSpacing(12)
        room.addSpacing(20)
        room.addLayout(self.cards)
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
