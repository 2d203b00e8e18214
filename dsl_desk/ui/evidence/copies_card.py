"""The copies for sharing of one original, each with its own number and how much is covered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_full
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.sharing_copy import SharingCopy


class CopiesCard(QWidget):
    """Away while there is none.

    Signals:
        wanted(str): open this copy.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(Label(self.tr("Copies for sharing"), Voice.CARD_TITLE))
        self.hide()

    def show_copies(self, copies: Sequence[SharingCopy]) -> None:
        """Show these and no others."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.buttons = []
        self._rows = [self._row(copy) for copy in copies]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(copies))

    def _row(self, copy: SharingCopy) -> QWidget:
        row = QWidget()
        across, words = QHBoxLayout(row), QVBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        words.addWidget(Label(copy.ref, Voice.STRONG))
        made = f"{covered_areas(copy)}. {copy.author}, {in_full(copy.written_at)}"
        words.addWidget(Label(made, Voice.SECONDARY, Meaning.INK2).wrapped())
        across.addLayout(words, 1)
        button = Button(self.tr("Open")).sized(Size.SMALL)
        button.setAccessibleName(self.tr("Open {ref}").replace("{ref}", copy.ref))
        button.clicked.connect(partial(self.wanted.emit, copy.id))
        self.buttons.append(button)
        across.addWidget(button)
        return row


def covered_areas(copy: SharingCopy) -> str:
    """Return how much is covered on a copy."""
    covers = len(copy.copied.draft.covers)
    if not covers:
        return "Nothing covered"
    return "1 area covered" if covers == 1 else f"{covers} areas covered"
