"""Taking a part of the screen: the app hides itself, the screen is held still, a part is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from dsl_desk.domain.stop_errors import ScreenGrabError
from dsl_desk.ui.evidence.region_picker import RegionPicker
from dsl_desk.ui.evidence.ways import picture_held

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from dsl_desk.ui.evidence.screen import Screen

_GONE_MS: Final = 400  # until the window is off the screen, with whatever the system fades
_NAME: Final = "Part of the screen"


class Grabbing(QObject):
    """Begun behind an open doorway, and by nobody else.

    Signals:
        taken(Incoming): a part was chosen.
        given_up(): nothing was taken.
        failed(DeskError): the system gave no picture.
    """

    taken = Signal(object)
    given_up = Signal()
    failed = Signal(object)

    def __init__(self, screen: Screen, window: QWidget) -> None:
        super().__init__(window)
        self._screen, self._window = screen, window
        self.picker: RegionPicker | None = None

    def begin(self) -> None:
        """Hide the app, and hold the screen still as soon as it is gone."""
        self._window.hide()
        QTimer.singleShot(_GONE_MS, self, self._hold_still)

    def _hold_still(self) -> None:
        try:
            still = self._screen.still(self._window)
        except ScreenGrabError as error:
            self._come_back()
            self.failed.emit(error)
            return
        picker = self.picker = RegionPicker(still)
        picker.chosen.connect(self._chosen)
        picker.given_up.connect(self._given_up)
        picker.setGeometry(self._window.screen().geometry())
        picker.showFullScreen()
        picker.activateWindow()
        picker.setFocus()

    def _chosen(self, part: QImage) -> None:
        self._come_back()
        self.taken.emit(picture_held(part, _NAME))

    def _given_up(self) -> None:
        self._come_back()
        self.given_up.emit()

    def _come_back(self) -> None:
        picker, self.picker = self.picker, None
        if picker is not None:
            picker.hide()
            picker.deleteLater()
        self._window.show()
        self._window.activateWindow()
