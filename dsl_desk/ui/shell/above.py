"""All that stands above a page, so that it can be covered together."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Above(QWidget):
    """Lines under one another; each is as high as it needs."""

    def __init__(self, *lines: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            column.addWidget(line)
