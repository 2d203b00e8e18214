"""What the dark half says while somebody leaves something: a few points, each with its icon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.ui.theme.icon import Icon


@dataclass(frozen=True)
class Point:
    """One point: a bold word, and what it means."""

    icon: Icon
    word: str
    more: str


class SidePoints(QWidget):
    """The points, one under the other."""

    def __init__(self, points: Sequence[Point], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(22)
        for point in points:
            column.addLayout(_row(point))


def _row(point: Point) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(point.word, Voice.STRONG, Meaning.RAIL_INK).wrapped())
    words.addWidget(Label(point.more, Voice.BODY, Meaning.RAIL_INK).wrapped())
    row = QHBoxLayout()
    row.setSpacing(14)
    icon = IconView(point.icon, Meaning.MINT, 20)
    row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
