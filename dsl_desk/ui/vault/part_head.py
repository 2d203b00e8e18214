"""The head of a column: the part, how much is in it, and on its slip how its rights are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.words import label
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.slip_opener import SlipOpener
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.vault.key_cell import PART_WIDTH, ROW, paint_cell
from dsl_desk.ui.vault.parts import PART_LOOKS, how_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.ui.kit.slip import Slip

_SLIP_WIDTH = 300
# How each right is kept (design 5: published for each): the same in every part.
READING = "Reading is kept by cryptography: without the key the file cannot be read."
WRITING = (
    "Who may write or authorise is kept by the app, and proved by signatures when the ledger is "
    "checked."
)


class Corner(QWidget):
    """The empty head of the column of names."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 8, 0)
        row.addWidget(Label(self.tr("Member"), Voice.SECONDARY, Meaning.INK2))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_cell(QPainter(self), self, Meaning.INSET, first=True)


class PartHead(SlipOpener):
    """A part's name and count; hover or Enter shows who opens it and what keeps it so."""

    def __init__(self, part: Compartment, count: int, who: Sequence[str]) -> None:
        super().__init__()
        self.part = part
        self._who = tuple(who)
        icon, hue = PART_LOOKS[part]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setProperty("ring_radius", 3)
        self._words = QVBoxLayout(self)
        self._words.setContentsMargins(14, 8, 8, 8)
        self._words.setSpacing(1)
        top = QHBoxLayout()
        top.setSpacing(7)
        picture, name = IconView(icon, hue, 16), Label(label(part), Voice.STRONG, hue)
        amount = Label(how_many(part, count), Voice.SECONDARY, Meaning.INK3).tabular()
        top.addWidget(picture)
        top.addWidget(name, 1)
        self._words.addLayout(top)
        self._words.addWidget(amount)
        for widget in (picture, name, amount):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            widget.setForegroundRole(QPalette.ColorRole.WindowText)  # a button's child has another
        people = "1 person" if len(self._who) == 1 else f"{len(self._who)} people"
        spoken = f"{label(part)} part, {how_many(part, count)}, {people} can open"
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(f"{', '.join(self._who)}. {READING} {WRITING}")

    @override
    def write(self, slip: Slip) -> None:
        title = self.tr("Who can open {part}").replace("{part}", label(self.part))
        slip.column.addWidget(Label(title, Voice.SECONDARY_STRONG))
        for words in (", ".join(self._who), READING, WRITING):
            line = Label(words, Voice.SECONDARY, Meaning.INK2).wrapped()
            line.setFixedWidth(theme().px(_SLIP_WIDTH))
            slip.column.addWidget(line)

    @override
    def sizeHint(self) -> QSize:
        inside = self._words.sizeHint()
        return QSize(
            max(theme().px(PART_WIDTH), inside.width()), max(theme().px(ROW), inside.height())
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_cell(QPainter(self), self, Meaning.INSET)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setProperty("ring_rect", QRect(self.rect()).adjusted(5, 5, -5, -5))
