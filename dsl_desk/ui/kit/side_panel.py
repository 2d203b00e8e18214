"""A panel beside the work: policy, facts, custody. In a small window, one line and a drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from dsl_desk.ui.kit.folded_panel import FoldedPanel

FOLDS_BELOW = 1140  # width of the window
GROWS_FROM = 1600
WIDE = 440
DRAWER = 402
BELOW_FOLD = 12
STAYS_VISIBLE = 56  # of the work, left of an open drawer


class SidePanel(QFrame):
    """Title, subtitle, and a body that scrolls by itself.

    Signals:
        close_wanted(): Escape or the close button, while it is a drawer
    """

    close_wanted = Signal()

    def __init__(self, title: str, subtitle: str, body: QWidget) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setAccessibleName(title)
        self.title = Label(title, Voice.CARD_TITLE, Meaning.INK).wrapped()
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setProperty("ring", "none")  # it is read out, not worked
        self.close_button = Button(self.tr("Close"), Kind.QUIET, keys="Esc").sized(Size.SMALL)
        self.close_button.setObjectName("closeDrawer")
        self.close_button.clicked.connect(self.close_wanted)
        self.close_button.hide()
        head = QHBoxLayout()
        head.addWidget(self.title, stretch=1)
        head.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        words = Label(subtitle, Voice.SECONDARY, Meaning.INK2).wrapped()
        if not subtitle:
            words.hide()  # shown before it has a parent, it would be a window of its own
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(words)
        column.addSpacing(10)
        column.addWidget(_scrolling(title, body), stretch=1)

    def be_drawer(self, *, drawer: bool) -> None:
        """Float over the work with a way to close, or stand beside it."""
        self.close_button.setVisible(drawer)
        self.setProperty("drawer", drawer)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.close_button.isVisible():
            self.close_wanted.emit()
            return
        super().keyPressEvent(event)


class WithSidePanel(QWidget):
    """Work with a panel at its right; the panel folds when the window is narrow."""

    def __init__(
        self, work: QWidget, panel: SidePanel, folded: FoldedPanel, width: int = 318
    ) -> None:
        super().__init__()
        self.setObjectName("withSidePanel")
        self.panel, self.folded = panel, folded
        self._width = width
        self._is_folded = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.addWidget(folded, 0, 0)
        self._grid.addWidget(work, 1, 0)
        self._grid.addWidget(panel, 0, 1, 2, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(0, 1)
        folded.hide()
        folded.open_wanted.connect(self.take_focus)
        panel.close_wanted.connect(self.close_drawer)

    @property
    def is_folded(self) -> bool:
        """Whether the panel is one line now."""
        return self._is_folded

    def take_focus(self) -> None:
        """Give the panel the focus (F6); folded, it opens as a drawer first."""
        if self._is_folded:
            self.panel.show()
            self.panel.raise_()
            self._place_drawer()
        self.panel.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_drawer(self) -> None:
        """Put the drawer away and give the focus back to the line that opened it."""
        self.panel.hide()
        self.folded.button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold_to_fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_to_fit()

    def _fold_to_fit(self) -> None:
        window = self.window().width()
        wanted = window < FOLDS_BELOW
        if wanted != self._is_folded:
            self._is_folded = wanted
            self._change_shape()
        if self._is_folded:
            self._place_drawer()
        else:
            self.panel.setFixedWidth(WIDE if window >= GROWS_FROM else self._width)

    def _change_shape(self) -> None:
        self.folded.setVisible(self._is_folded)
        self._grid.setVerticalSpacing(BELOW_FOLD if self._is_folded else 0)
        self.panel.be_drawer(drawer=self._is_folded)
        if self._is_folded:
            self._grid.removeWidget(self.panel)
            self.panel.hide()
        else:
            self._grid.addWidget(self.panel, 0, 1, 2, 1)
            self.panel.show()

    def _place_drawer(self) -> None:
        width = min(DRAWER, self.width() - STAYS_VISIBLE)
        self.panel.setFixedWidth(width)
        self.panel.setGeometry(self.width() - width, 0, width, self.height())


def _scrolling(title: str, body: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setObjectName("sidePanelScroll")
    scroll.setAccessibleName(title)  # a stop for Tab, since it is scrolled with the arrows
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(body)
    for ground in (body, scroll.viewport()):
        ground.setAutoFillBackground(False)
    return scroll
