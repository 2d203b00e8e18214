"""The frame of a page with one picture: its head, the bar that works it, what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.folded_panel import FoldedPanel
from dsl_desk.ui.kit.side_panel import SidePanel, WithSidePanel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.ui.evidence.picture_view import PictureView
    from dsl_desk.ui.evidence.viewer_bar import ViewerBar
    from dsl_desk.ui.theme.icon import Icon

_PANEL: Final = 402


@dataclass(frozen=True)
class Beside:
    """What stands beside the picture: its heading, and what a narrow window says of it."""

    title: str
    icon: Icon
    folded: str
    body: QWidget


class PictureFrame(WithSidePanel):
    """Only one of the views is shown; `stack` chooses which."""

    def __init__(
        self, head: Sequence[QWidget], bar: QWidget, views: Sequence[QWidget], beside: Beside
    ) -> None:
        work = QWidget()
        folded = FoldedPanel(beside.icon)
        folded.say(beside.folded, "")
        panel = SidePanel(beside.title, "", beside.body)
        super().__init__(work, panel, folded, _PANEL)
        self.stack = QStackedLayout()
        self._lay_out(work, head, bar)
        # Only now, with a parent: a stack shows its first widget at once, if need be as a window.
        for widget in views:
            self.stack.addWidget(widget)

    def _lay_out(self, work: QWidget, head: Sequence[QWidget], bar: QWidget) -> None:
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(28, 22, 28, 14)
        above.setSpacing(12)
        for widget in head:
            above.addWidget(widget)
        column.addWidget(top)
        column.addWidget(bar)
        column.addLayout(self.stack, 1)


def join(bar: ViewerBar, picture: PictureView) -> None:
    """Let the bar work the picture, and show how it stands."""
    bar.clear.toggled.connect(lambda on: picture.set_clear(clear=on))
    bar.grey.toggled.connect(lambda on: picture.set_grey(grey=on))
    bar.nearer.clicked.connect(lambda: picture.zoom(1))
    bar.further.clicked.connect(lambda: picture.zoom(-1))
    picture.zoomed.connect(bar.show_zoom)
    picture.cleared.connect(bar.clear.setChecked)
