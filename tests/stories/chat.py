"""A chat that never was, on thirty pictures of a telephone's screen: drawn, words and all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

if TYPE_CHECKING:
    from pathlib import Path

WIDE, HIGH = 540, 1170
_SAID = (
    ("wren.t", "are you coming tomorrow"),
    ("ivy.x", "why would i"),
    ("wren.t", "because you said you would"),
    ("ivy.x", "i say a lot of things"),
    ("wren.t", "please stop sending it round"),
    ("ivy.x", "everybody has it already"),
)


@dataclass(frozen=True)
class Screen:
    """One picture: its first time, and its messages."""

    time: str
    said: tuple[tuple[str, str], ...] = field(repr=False)

    @property
    def words(self) -> str:
        return "\n".join(f"{who}: {what}" for who, what in self.said)


def screens(count: int = 30) -> tuple[Screen, ...]:
    """The second begins with the last two of the first; before the twentieth something is lost."""
    found: list[Screen] = []
    for number in range(count):
        said = [(who, f"{what} ({number * 4 + at})") for at, (who, what) in enumerate(_SAID[:4])]
        if number == 1:
            said = [*found[0].said[-2:], *said]
        minute = number * 2
        found.append(Screen(f"{19 + minute // 60}:{minute % 60:02}", tuple(said)))
    return tuple(found)


def drawn(screen: Screen, number: int) -> QImage:
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor("#e9ece8"))
    painter = QPainter(image)
    font = QFont("Inter")
    font.setPixelSize(26)
    painter.setFont(font)
    painter.fillRect(0, 0, WIDE, 120, QColor("#24463f"))
    painter.setPen(QColor("white"))
    painter.drawText(24, 44, screen.time)
    painter.drawText(24, 96, f"6H girls {number}")
    top = 150.0
    for who, what in screen.said:
        mine = who == "wren.t"
        box = QRectF(150 if mine else 24, top, 366, 130)
        painter.setBrush(QColor("#cfe7dd") if mine else QColor("white"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 18, 18)
        painter.setPen(QColor("#16211e"))
        words = box.adjusted(16, 12, -16, -12)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, f"{who}\n{what}")
        top += 146
    painter.end()
    return image


def saved(folder: Path, count: int = 30) -> tuple[Path, ...]:
    """Save them as a telephone names them; in the folder the newest stands first."""
    paths = []
    for number, screen in enumerate(screens(count), start=1):
        path = folder / f"Screenshot_{number}.png"
        drawn(screen, number).save(str(path))
        paths.append(path)
    return tuple(paths)
