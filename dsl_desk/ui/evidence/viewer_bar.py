"""What can be done with a picture that stands open: show it clearly, grey, nearer, further."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from dsl_desk.ui.evidence.page_steps import PageSteps
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice


class ViewerBar(QFrame):
    """Off until there is a picture. The original has no tools: nothing here changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("viewerBar")
        self.clear = Tick(self.tr("Show it clearly"))
        self.clear.setObjectName("show-clearly")
        self.grey = Tick(self.tr("Without colours"))
        self.further = Button(self.tr("Zoom out"), icon=Icon.ZOOM_OUT).sized(Size.SMALL)
        self.nearer = Button(self.tr("Zoom in"), icon=Icon.ZOOM_IN).sized(Size.SMALL)
        self.steps = PageSteps()
        self._percent = Label("100%", Voice.SECONDARY).tabular()
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 10, 28, 10)
        row.setSpacing(16)
        row.addWidget(self.clear)
        row.addWidget(self.grey)
        row.addWidget(self.steps)
        row.addStretch(1)
        for widget in (self.further, self._percent, self.nearer):
            row.addWidget(widget)
        self.switch(on=False)

    def show_zoom(self, percent: int) -> None:
        """Say how near it is."""
        self._percent.say(f"{percent}%")

    def switch(self, *, on: bool) -> None:
        """Let it be used, or not."""
        for widget in (self.clear, self.grey, self.further, self.nearer):
            widget.setEnabled(on)
