"""A kit on the screen: its code in groups, Hide, and the ways it gets onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from dsl_desk.domain.kit_groups import GROUPS, IN_A_GROUP
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ways_in import Kit

_IN_A_ROW = 3
_COVERED = "•" * IN_A_GROUP


class KitSheet(Card):
    """Six groups in boxes. Hide covers them at once; they are covered while the code is typed.

    Signals:
        print_wanted(): two copies, on a printer.
        save_wanted(): a PDF.
    """

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.setContentsMargins(22, 16, 22, 18)
        self.column.setSpacing(12)
        self._groups: tuple[str, ...] = ()
        self._hidden = self._typing = False
        self.hide_button = Button(self.tr("Hide"), Kind.QUIET, Icon.EYE_OFF).sized(Size.SMALL)
        self.hide_button.setObjectName("hide-code")
        self.print_button = Button(self.tr("Print 2 copies"), icon=Icon.PRINTER)
        self.print_button.setObjectName("print-kit")
        self.save_button = Button(self.tr("Save as PDF"), icon=Icon.FILE_DOWN)
        self.save_button.setObjectName("save-kit")
        self._done = Label("", Voice.SECONDARY_STRONG, Meaning.GREEN).wrapped()
        self._boxes = [_Box(at + 1) for at in range(GROUPS)]
        self.hide_button.clicked.connect(self._hide)
        self.print_button.clicked.connect(self.print_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self._lay_out()

    def show_kit(self, kit: Kit) -> None:
        """Show this kit's code."""
        self._groups = tuple(kit.code.split("-"))
        self._show()

    def cover(self, *, typing: bool) -> None:
        """Cover the code while it is typed back."""
        self._typing = typing
        self._show()

    def say_done(self, words: str) -> None:
        """Say where the paper is."""
        self._done.say(words)

    @property
    def is_covered(self) -> bool:
        """Whether nobody can read the code from the screen now."""
        return self._hidden or self._typing

    def words(self) -> str:
        """Return what can be read in the boxes."""
        return "-".join(box.group.words for box in self._boxes)

    def _hide(self) -> None:
        self._hidden = not self._hidden
        self._show()

    def _show(self) -> None:
        for box, group in zip(self._boxes, self._groups, strict=False):
            box.show_group(_COVERED if self.is_covered else group, covered=self.is_covered)
        words = self.tr("Show") if self._hidden else self.tr("Hide")
        self.hide_button.setText(words)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(Label(self.tr("Recovery code"), Voice.CARD_TITLE), 1)
        top.addWidget(self.hide_button)
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, box in enumerate(self._boxes):
            grid.addWidget(box, at // _IN_A_ROW, at % _IN_A_ROW)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        self.column.addLayout(top)
        self.column.addLayout(grid)
        self.column.addLayout(buttons)
        self.column.addWidget(self._done)


class _Box(Card):
    """One group with its number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setProperty("card", "inset")
        self.column.setContentsMargins(10, 8, 10, 8)
        self._number = number
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Label(str(number), Voice.SECONDARY, Meaning.INK3).tabular())
        self.group = Label("", Voice.CODE)
        row.addWidget(self.group, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)

    def show_group(self, group: str, *, covered: bool) -> None:
        """Show a group, or dots."""
        self.group.say(group)
        said = self.tr("covered") if covered else " ".join(group)
        self.group.setAccessibleName(f"Group {self._number}: {said}")
