"""What can be drawn on a copy, and how near it is looked at."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from dsl_desk.domain.sharing_marks import MarkSort
from dsl_desk.domain.words import label
from dsl_desk.ui.evidence.page_steps import PageSteps
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

_TOOLS: Final = (MarkSort.COVER, MarkSort.CROP, MarkSort.ARROW, MarkSort.NOTE)


class CopyBar(QFrame):
    """Off until there is a picture, and the tools until it is shown clearly.

    Signals:
        tool_chosen(MarkSort): this is drawn from now on.
    """

    tool_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("viewerBar")
        self.tools = Segmented([label(each) for each in _TOOLS], self.tr("What is drawn"))
        self.tools.chosen.connect(lambda at: self.tool_chosen.emit(_TOOLS[at]))
        self.undo = Button(self.tr("Undo"), icon=Icon.UNDO_2).sized(Size.SMALL)
        self.clear = Tick(self.tr("Show it clearly"))
        self.clear.setObjectName("show-clearly")
        self.further = Button("", icon=Icon.ZOOM_OUT).sized(Size.SMALL)
        self.nearer = Button("", icon=Icon.ZOOM_IN).sized(Size.SMALL)
        for button, name in ((self.further, "Zoom out"), (self.nearer, "Zoom in")):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.steps = PageSteps()
        self.letters = Tick(self.tr("Letter keys"))
        self.letters.setToolTip(self.tr("C, X, A, N draw, O shows the original"))
        self._percent = Label("100%", Voice.SECONDARY).tabular()
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(12)
        row.addWidget(self.tools)
        row.addWidget(self.undo)
        row.addWidget(self.steps)
        row.addStretch(1)
        row.addWidget(self.letters)
        row.addWidget(self.clear)
        for widget in (self.further, self._percent, self.nearer):
            row.addWidget(widget)
        self.switch(on=False)

    def show_zoom(self, percent: int) -> None:
        """Say how near it is."""
        self._percent.say(f"{percent}%")

    def switch(self, *, on: bool) -> None:
        """Let it be looked at, or not."""
        for widget in (self.clear, self.further, self.nearer):
            widget.setEnabled(on)
        self.let_draw(on=False)

    def let_draw(self, *, on: bool, undo: bool = False) -> None:
        """Let it be drawn on, or not."""
        self.tools.setEnabled(on)
        self.undo.setEnabled(on and undo)
