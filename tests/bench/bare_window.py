"""What our start is measured against: one PySide6 window with one label, painted and answering."""

import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override


class Window(QLabel):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._answer)

    def _answer(self) -> None:
        os.write(int(sys.argv[1]), f"{time.monotonic_ns()}\n".encode())
        QApplication.quit()


app = QApplication([])
window = Window("One label")
window.show()
app.exec()
