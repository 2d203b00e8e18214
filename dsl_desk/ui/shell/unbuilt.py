"""Places whose pages are not built yet: what will be there, in words, and nothing that pretends."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.shell.places import Place

WORDS: dict[Place, tuple[str, str]] = {
    Place.INSIGHTS: (
        "Nothing to count yet",
        "Patterns without names will be shown here in a later version.",
    ),
}


class UnbuiltPage(Page):
    """A place with its name, and what will be there."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.words)
        self.header = PageHeader(place.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(EmptyState(place.icon, *WORDS[place]), 1)

    @override
    def land(self) -> None:
        self.header.take_focus()
