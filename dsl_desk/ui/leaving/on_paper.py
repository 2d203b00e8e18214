"""A paper on a printer: each page drawn off the main thread, the job under a neutral name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from dsl_desk.ui.leaving.paper_view import image_of

if TYPE_CHECKING:
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.progress import Progress
    from dsl_desk.ui.leaving.outcome import Looked
    from dsl_desk.ui.work.errands import Errands

JOB: Final = "DSL Desk"  # what the printer's list of jobs shows to whoever looks at it
_WIDTH: Final = 1654  # an A4 page at 200 dots to the inch


class OnPaper(QObject):
    """One print of one paper.

    Signals:
        printed(bool): the printer took all of it, or did not.
    """

    printed = Signal(bool)

    def __init__(self, errands: Errands, printer: QPrinter, looked: Looked) -> None:
        super().__init__()
        self._errands, self._printer, self._looked = errands, printer, looked
        self._painter = QPainter()

    def begin(self) -> None:
        """Begin with the first page."""
        self._printer.setDocName(JOB)
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        self._printer.setFullPage(True)
        if self._painter.begin(self._printer):
            self._draw(0)
        else:
            self.printed.emit(False)

    def _draw(self, number: int) -> None:
        looked = self._looked

        def job(_progress: Progress) -> Pixels:
            return looked.page(number, _WIDTH)

        self._errands.run(self, job, lambda drawn: self._put(drawn, number))

    def _put(self, drawn: Pixels, number: int) -> None:
        whole = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        image = image_of(drawn)
        self._painter.drawImage(QRectF(0, 0, whole.width(), whole.height()), image)
        if number + 1 < self._looked.count:
            self._printer.newPage()
            self._draw(number + 1)
        else:
            self.printed.emit(self._painter.end())
