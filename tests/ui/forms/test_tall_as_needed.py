"""The sheet a form stands on is given its height, even when its area missed a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Growing(QWidget):
    """Needs more room than when it was measured."""

    def __init__(self) -> None:
        super().__init__()
        self.needs = 100

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.needs)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()


def test_that_a_sheet_measured_too_early_is_given_its_height_once_it_is_painted(
    qtbot: QtBot,
) -> None:
    area, sheet, growing = QScrollArea(), TallAsNeeded(), Growing()
    column = QVBoxLayout(sheet)
    words = QLabel("As many words as fit on two lines of a narrow sheet, or perhaps on three")
    words.setWordWrap(True)
    column.addWidget(words)
    column.addWidget(growing)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    area.resize(400, 300)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    for needs in (900, 1200):  # and again: it is not asked for only once in its life
        growing.needs = needs
        growing.updateGeometry()
        QCoreApplication.removePostedEvents(sheet, QEvent.Type.LayoutRequest)  # missed
        assert growing.height() < needs
        sheet.repaint()
        qtbot.waitUntil(lambda: growing.height() >= needs)  # noqa: B023  # waited for at once


def test_that_what_may_not_be_wide_takes_its_height_from_nobody(qtbot: QtBot) -> None:
    area, sheet, above, narrow = (
        QScrollArea(),
        TallAsNeeded(),
        Growing(),
        QLabel("many words " * 40),
    )
    narrow.setWordWrap(True)
    narrow.setMaximumWidth(200)
    above.needs = 300
    column = QVBoxLayout(sheet)
    column.addWidget(above)
    column.addWidget(narrow)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(sheet)
    area.resize(900, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    assert above.height() == 300
    assert narrow.height() >= narrow.heightForWidth(narrow.width())
