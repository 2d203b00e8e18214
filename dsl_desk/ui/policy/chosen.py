"""Several out of a list: chosen one by one, each with a button that takes it out again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.ui.kit.pick import Pick


class Chosen(QWidget):
    """`choose` returns what the picks say now; `words` says it to people.

    Signals:
        changed(): something was put in or taken out.
    """

    changed = Signal()

    def __init__(
        self, picks: Sequence[Pick], choose: Callable[[], str], words: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._choose, self._words = choose, words
        self._chosen: list[str] = []
        self._lines = QWidget()
        self.takers: dict[str, Button] = {}
        self.add = Button(self.tr("Add this"))
        self.add.clicked.connect(self._put_in)
        self.setFocusProxy(picks[0])
        row = QWidget()
        flow = Flow(row, between=8)
        for each in (*picks, self.add):
            flow.addWidget(each)
        flow.addWidget(QWidget())  # takes what is left of the line, so that no pick grows
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._lines)
        self._column.addWidget(row)
        self._lines.hide()

    def chosen(self) -> tuple[str, ...]:
        """Return what stands in it, as it was put in."""
        return tuple(self._chosen)

    def show_chosen(self, chosen: Sequence[str]) -> None:
        """Show these and no others; this is not choosing."""
        self._chosen = list(dict.fromkeys(chosen))
        self._show()

    def _put_in(self) -> None:
        one = self._choose()
        if one not in self._chosen:
            self._chosen.append(one)
            self._show()
            self.changed.emit()

    def _take_out(self, one: str) -> None:
        self._chosen.remove(one)
        self._show()
        self.add.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        lines = QWidget()
        column = QVBoxLayout(lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.takers = {}
        for one in self._chosen:
            words = self._words(one)
            button = Button(self.tr("Take out"), Kind.QUIET).sized(Size.SMALL)
            button.setAccessibleName(f"Take out: {words}")
            button.clicked.connect(partial(self._take_out, one))
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Label(words, Voice.SECONDARY_STRONG, Meaning.INK).wrapped(), 1)
            row.addWidget(button)
            column.addLayout(row)
            self.takers[one] = button
        self._column.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        lines.setVisible(bool(self._chosen))
