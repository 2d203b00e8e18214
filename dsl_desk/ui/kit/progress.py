"""Progress: what is being done, how far it is, how long it still takes, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.brushwork import Skin, paint_box
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_BAR = 8


class Progress(QWidget):
    """A label, a bar, a percentage, and a line that says how long.

    Signals:
        cancel_wanted(): somebody wants it stopped.
    """

    cancel_wanted = Signal()

    def __init__(self, words: str, cancel: str = "") -> None:
        super().__init__()
        self._label = Label(words, Voice.SECONDARY_STRONG)
        self._percent = Label("0%", Voice.SECONDARY).tabular()
        self._note = Label("", Voice.META, Meaning.INK3)
        self.bar = Bar()
        self.bar.setAccessibleName(words)
        self.cancel = Link(cancel, voice=Voice.SECONDARY)
        self.cancel.clicked.connect(self.cancel_wanted)
        self._lay_out()
        # Only now: a widget without a parent that is made visible is a window of its own.
        self.cancel.setVisible(bool(cancel))

    def name(self, words: str) -> None:
        """Say what is being done."""
        self._label.say(words)
        self.bar.setAccessibleName(words)

    def show_progress(self, done: float, note: str = "") -> None:
        """Show how much is done, from 0 to 1, and what the line under the bar says."""
        percent = round(done * 100)
        self.bar.setValue(percent)
        self.bar.setAccessibleDescription(note)
        self._percent.say(f"{percent}%")
        self._note.say(note)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._label, 1)
        top.addWidget(self._percent)
        foot.addWidget(self._note, 1)
        foot.addWidget(self.cancel)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addLayout(foot)


class Bar(QProgressBar):
    """The bar itself; the percentage stands beside it as a word."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setTextVisible(False)  # Qt's own signature
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(_BAR))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        track = QRectF(self.rect())
        round_end = track.height() / 2
        paint_box(painter, track, Skin(Meaning.LINE, None, round_end))
        share = self.value() / 100
        if share > 0:
            done = QRectF(track)
            done.setWidth(max(track.height(), track.width() * share))
            paint_box(painter, done, Skin(Meaning.ACCENT, None, round_end))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
