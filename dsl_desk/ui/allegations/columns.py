"""Columns of cards: piled up once, and filled again whenever what they show has changed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def fill(room: QVBoxLayout, *cards: QWidget) -> None:
    """Show these cards, in the place of those of before."""
    while (item := room.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for card in cards:
        room.addWidget(card)


def pile(side: QWidget, parts: tuple[QWidget | QVBoxLayout, ...]) -> None:
    """Put widgets and columns under one another."""
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            part.setSpacing(14)
            column.addLayout(part)
    column.addStretch(1)
