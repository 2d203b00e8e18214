"""Chips: how something stands, and which part of the vault it is in."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.avatar import Avatar
from dsl_desk.ui.kit.chip_face import ChipFace
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.slip_opener import SlipOpener
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from dsl_desk.ui.kit.slip import Slip


class Status(Enum):
    """How something stands: its icon, its hue, and the word it has when no other is given."""

    NEW = (Icon.CIRCLE_DASHED, Meaning.AMBER, "New")
    IN_PROGRESS = (Icon.CIRCLE_DOT, Meaning.BLUE, "In progress")
    WAITING = (Icon.HOURGLASS, Meaning.INK2, "Waiting")
    CLOSED = (Icon.CHECK, Meaning.GREEN, "Closed")
    OVERDUE = (Icon.TRIANGLE_ALERT, Meaning.RED, "Overdue")
    ENDS = (Icon.HOURGLASS, Meaning.AMBER, "Ends soon")
    CAUTION = (Icon.TRIANGLE_ALERT, Meaning.AMBER, "Needs a look")
    MATCHES = (Icon.FINGERPRINT_PATTERN, Meaning.GREEN, "Matches")
    DOES_NOT_MATCH = (Icon.UNLINK, Meaning.RED, "Does not match")
    WHOLE = (Icon.SHIELD_CHECK, Meaning.GREEN, "Whole")
    ANSWERED = (Icon.MESSAGES_SQUARE, Meaning.BLUE, "Answered")
    SEALED = (Icon.LOCK_KEYHOLE, Meaning.SEAL, "Sealed")
    STAFF = (Icon.ID_CARD, Meaning.PLUM, "Staff")
    OFF = (Icon.IMAGE_OFF, Meaning.INK2, "Switched off")

    def __init__(self, icon: Icon, hue: Meaning, word: str) -> None:
        """Keep the parts under names."""
        self.icon = icon
        self.hue = hue
        self.word = word


_PARTS = {
    Compartment.SCHOOL: (Icon.SCHOOL, Meaning.INK2),
    Compartment.CHILDREN: (Icon.BACKPACK, Meaning.ACCENT),
    Compartment.STAFF: (Icon.ID_CARD, Meaning.PLUM),
    Compartment.DECLARATIONS: (Icon.SIGNATURE, Meaning.BLUE),
}


def part_face(part: Compartment) -> ChipFace:
    """Return how a part of the vault looks in a row: its icon and its name."""
    icon, hue = _PARTS[part]
    return ChipFace(icon, label(part), hue)


class StatusChip(QLabel):
    """How something stands. Give words to say it in full: "Overdue by 2 h"."""

    def __init__(self, status: Status, words: str = "") -> None:
        super().__init__()
        self._face = ChipFace(status.icon, words or status.word, status.hue)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(status, words)

    def show_status(self, status: Status, words: str = "") -> None:
        """Say how it stands now."""
        self._face = ChipFace(status.icon, words or status.word, status.hue)
        self.setText(self._face.words)  # never painted as such: it is what readers speak
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return self._face.size()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._face.size()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._face.paint(QPainter(self), QRectF(self.rect()))

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


class PartChip(SlipOpener):
    """A part of the vault, and who can open it: the names are on its slip."""

    def __init__(self, part: Compartment, who: Sequence[str]) -> None:
        super().__init__()
        self.part = part
        self._who: tuple[str, ...] = ()
        self.show_who(who)

    def show_who(self, who: Sequence[str]) -> None:
        """Say who can open it now."""
        part, self._who = self.part, tuple(who)
        icon, hue = _PARTS[part]
        # Until it is told who, the part alone: nobody at all never can.
        words = f"{label(part)} · {len(self._who)} can open" if self._who else label(part)
        self._face = ChipFace(icon, words, hue)
        people = "1 person" if len(self._who) == 1 else f"{len(self._who)} people"
        said = f"{label(part)} part, {people} can open" if self._who else f"{label(part)} part"
        self.setText(self._face.words)
        self.setAccessibleName(said)
        self.setAccessibleDescription(", ".join(self._who))
        self.close_slip()
        self.updateGeometry()
        self.update()

    @override
    def write(self, slip: Slip) -> None:
        heading = self.tr("Who can open this")
        slip.column.addWidget(Label(heading, Voice.SECONDARY_STRONG))
        for name in self._who:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(Avatar(name, 22))
            row.addWidget(Label(name), 1)
            slip.column.addLayout(row)

    @override
    def sizeHint(self) -> QSize:
        size = self._face.size()
        return QSize(size.width(), max(size.height(), 24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = (self.height() - self._face.size().height()) / 2
        self._face.paint(QPainter(self), QRectF(self.rect()).adjusted(0, room, 0, -room))
