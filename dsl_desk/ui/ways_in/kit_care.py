"""Taking care of a new kit: on paper, promised to two keepers, and typed back from the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.kit_groups import groups_that_differ
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.ways_in.code_line import CodeLine
from dsl_desk.ui.ways_in.kit_sheet import KitSheet
from dsl_desk.ui.ways_in.wrapping_tick import WrappingTick

if TYPE_CHECKING:
    from dsl_desk.domain.ways_in import Kit
    from dsl_desk.ui.kit.tick import Tick


class KitCare(QWidget):
    """The sheet, two promises and the code once more; nothing goes on before all is done.

    Signals:
        changed(): something more is done, or undone.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit: Kit | None = None
        self._on_paper = False
        self.sheet = KitSheet()
        self.promises: tuple[Tick, Tick] = (WrappingTick(""), WrappingTick(""))
        self.code = CodeLine()
        self.code.setObjectName("code-back")
        hint = self.tr("Type the code from the paper. It is covered above meanwhile.")
        self.field = Field(self.tr("Check your paper"), self.code, hint)
        for tick in self.promises:
            tick.toggled.connect(self.changed)
        self.code.textChanged.connect(self._typed)
        self._lay_out()

    def show_kit(self, kit: Kit, promises: tuple[str, str]) -> None:
        """Show a new kit, and what its owner promises about each copy."""
        self._kit = kit
        self._on_paper = False
        self.code.clear()
        for tick, words in zip(self.promises, promises, strict=True):
            tick.setText(words)
            tick.setAccessibleName(words)
            tick.setChecked(False)
        self.sheet.say_done("")
        self.sheet.show_kit(kit)
        self.changed.emit()

    def say_on_paper(self, words: str) -> None:
        """Say where the paper is; from now on it is there."""
        self._on_paper = True
        self.sheet.say_done(words)
        self.changed.emit()

    def left(self) -> int:
        """Return how many things are left to do."""
        promised = sum(tick.isChecked() for tick in self.promises)
        return (not self._on_paper) + len(self.promises) - promised + (not self.is_typed_back)

    @property
    def is_typed_back(self) -> bool:
        """Whether the code was copied well from the paper."""
        return self._kit is not None and self.code.is_whole() and not self._slips()

    def _slips(self) -> tuple[int, ...]:
        return groups_that_differ(self.code.text(), self._kit.code) if self._kit else ()

    def _typed(self) -> None:
        self.sheet.cover(typing=bool(self.code.text()))
        if self.code.is_whole() and (slips := self._slips()):
            self.field.show_error(look_at(slips))
        else:
            self.field.clear_error()
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.sheet)
        column.addSpacing(4)
        for tick in self.promises:
            column.addWidget(tick)
        column.addSpacing(4)
        column.addWidget(self.field)


def look_at(groups: tuple[int, ...]) -> str:
    """Return which groups to compare with the paper again."""
    if len(groups) == 1:
        return f"Look at group {groups[0]} again."
    said = ", ".join(map(str, groups[:-1]))
    return f"Look at groups {said} and {groups[-1]} again."


def things_left(count: int) -> str:
    """Return what the sentence beside Continue says."""
    numbers = ("", "One thing", "Two things", "Three things", "Four things", "Five things")
    return f"{numbers[count]} left to do on this step" if count else ""
