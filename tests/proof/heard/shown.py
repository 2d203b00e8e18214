"""The program that is read: the tour, waiting at every page until whoever reads it says go on.

`python -m tests.proof.heard.shown FOLDER [PAGES [FAULT]]` tells the name of each page on a line of
its own and goes on at a line from outside; after so many pages it ends. A fault is planted in each.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)
from typing_extensions import override

from dsl_desk.app import last_resort
from dsl_desk.app.paths import resources
from dsl_desk.app.tour import command
from dsl_desk.app.tour.album import Album, sizes_of
from dsl_desk.app.tour.waiting import until
from dsl_desk.ui.kit import reading_order
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress


class EnoughError(Exception):
    """As many pages were shown as were asked for."""


@dataclass
class ReadAlbum(Album):
    """An album of which each page is read in place of being painted."""

    most: int = 0
    planted: str = ""

    @override
    def take(self, window: QWidget, name: str) -> None:
        super().take(window, name)
        window.raise_()
        window.activateWindow()
        until(window.isActiveWindow)
        if self.planted:
            plant(window, self.planted)
        before = QApplication.focusWidget()
        tell(name)
        if len(self.pictures) == self.most:
            raise EnoughError
        if before is not None:
            with_focus_again(before)


def with_focus_again(widget: QWidget) -> None:
    """Put the focus back where the page had it: a reader has walked about."""
    try:
        widget.setFocus()
    except RuntimeError:  # its page has gone meanwhile
        return


def tell(name: str) -> None:
    """Tell where we are, and live on until we hear to go on."""
    sys.stdout.write(f"{name}\n")
    sys.stdout.flush()
    loop = QEventLoop()
    heard = QSocketNotifier(0, QSocketNotifier.Type.Read)
    heard.activated.connect(loop.quit)
    loop.exec()
    heard.setEnabled(False)
    if not os.read(0, 64):
        sys.exit(1)


def plant(window: QWidget, fault: str) -> None:
    """Lay something faulty over the page: two buttons that would be a nuisance to a reader."""
    over = QWidget(window)
    direction = QBoxLayout.Direction
    upwards = fault in {"backwards", "untold"}
    row = QBoxLayout(direction.BottomToTop if upwards else direction.TopToBottom, over)
    question = "Is it so?"
    row.addWidget(QLabel(question))
    for word in ("", "No") if fault == "nameless" else ("Yes", "No"):
        choice = QRadioButton(word) if fault == "question" else QPushButton(word)
        row.addWidget(choice)
        if fault == "question" and word == "Yes":
            choice.setAccessibleName(question)
    if fault == "trap":  # what takes Tab for a letter never lets go of who came by it
        row.addWidget(QTextEdit())
    if fault == "untold":  # gone through as it lies, told as it was made
        row.setDirection(direction.TopToBottom)
        row.addWidget(choices_told_late(row))
        reading_order.tell_in_order = _told_as_made
    if fault in {"unasked", "unchosen"}:
        row.addWidget(pick(fault, question))
    over.setGeometry(20, 20, 200, 120)
    over.show()


def pick(fault: str, question: str) -> QComboBox:
    """Return a pick that says what is chosen and not what it asks, or the other way round."""
    box = QComboBox()
    box.addItems(["One", "Two"])
    if fault == "unchosen":
        box.setAccessibleName(question)
        box.setAccessibleDescription(question)
        box.setCurrentIndex(-1)
    return box


def choices_told_late(row: QBoxLayout) -> QWidget:
    """Take the first choice out of a row, to be put in again behind the one that was made later."""
    item = row.itemAt(1)
    assert item is not None
    first = item.widget()
    assert first is not None
    row.removeWidget(first)
    return first


def _told_as_made(top: QWidget) -> None:
    """Leave everything under a widget in the order in which it was made."""


def main(folder: Path, most: int, planted: str) -> int:
    """Walk through every page."""
    last_resort.catch_python()
    app = QApplication(["dsl-desk"])
    dress(app, resources(), Look(Scheme.LIGHT))
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    album = ReadAlbum(pictures, Scheme.LIGHT, sizes_of(None)[0], most=most, planted=planted)
    with suppress(EnoughError):
        command._walk(app, folder / "vault", album)
    return 0


if __name__ == "__main__":
    count, fault = (*sys.argv[2:], "0", "")[:2] if len(sys.argv) > 2 else ("0", "")
    sys.exit(main(Path(sys.argv[1]), int(count), fault))
