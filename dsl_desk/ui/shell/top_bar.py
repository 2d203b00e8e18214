"""The top bar: search, the lock clock, who I am, Lock, and Record a concern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from dsl_desk.ui.kit.button import CAPS_FROM, Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.shell.member_chip import MemberChip
from dsl_desk.ui.shell.search_button import SearchButton
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.member import Member

HEIGHT = 54


class TopBar(QFrame):
    """One line above every page.

    Signals:
        search_wanted(): the search field was clicked or chosen.
        lock_wanted(): lock now.
        concern_wanted(): record a concern.
        look_wanted(Look): another look was chosen in the member chip's menu.
    """

    search_wanted = Signal()
    lock_wanted = Signal()
    concern_wanted = Signal()
    look_wanted = Signal(object)

    def __init__(self, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top-bar")
        self.setAccessibleName(self.tr("Top bar"))
        self.setFixedHeight(HEIGHT)
        self.search = SearchButton()
        self.search.clicked.connect(self.search_wanted)
        self._clock_words = Label(self.tr("Locks in"), Voice.SECONDARY, Meaning.INK2)
        self._clock = Label("", Voice.SECONDARY_STRONG).tabular()
        # The clock is not spoken each second: a dialog speaks at sixty (look.md 9).
        self._clock.setAccessibleName(self.tr("Lock clock"))
        self._clock_icon = IconView(Icon.TIMER, Meaning.INK2, 16)
        self.chip = MemberChip(member)
        self.chip.look_wanted.connect(self.look_wanted)
        self.lock = Button(self.tr("Lock"), icon=Icon.LOCK_KEYHOLE, keys="Ctrl L")
        self.lock.setObjectName("lock")
        self.lock.clicked.connect(self.lock_wanted)
        self.record = Button(
            self.tr("Record a concern"), Kind.PRIMARY, icon=Icon.PLUS, keys="Ctrl N"
        )
        self.record.setObjectName("record-a-concern")
        self.record.clicked.connect(self.concern_wanted)
        self._lay_out()

    def show_left(self, seconds: int) -> None:
        """Show how long until we lock."""
        minutes, rest = divmod(seconds, 60)
        self._clock.setText(f"{minutes}:{rest:02}")

    def show_width(self, width: int) -> None:
        """Fold what has no room in a window of this width."""
        full = width >= CAPS_FROM
        self.chip.show_small(small=not full)

    def _lay_out(self) -> None:
        room = QHBoxLayout(self)
        room.setContentsMargins(24, 0, 20, 0)
        room.setSpacing(12)
        room.addWidget(self.search)
        room.addStretch(1)
        room.addWidget(self._clock_icon)
        room.addSpacing(-5)
        room.addWidget(self._clock_words)
        room.addSpacing(-8)
        room.addWidget(self._clock)
        line = QFrame()
        line.setObjectName("upright-line")
        line.setFixedSize(1, 30)
        room.addWidget(line)
        room.addWidget(self.chip)
        room.addSpacing(4)
        room.addWidget(self.lock)
        room.addWidget(self.record)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
