"""Whether the school uses the single unique identifier; off until it says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from dsl_desk.domain.people_settings import PeopleSettings
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.vault.means import Means


class NumberCard(Card):
    """One tick. The choice is the school's, and is written down."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self._settings = PeopleSettings()
        self.notice = FailureNotice()
        self.uses = Tick(self.tr("This school uses it"))
        self.uses.setObjectName("single-identifier")
        self.uses.toggled.connect(self._choose)
        fact = Fact(
            IconView(Icon.FINGERPRINT_PATTERN),
            self.tr("A child's file asks for it only where a school uses it"),
            self.tr("For everybody in this school. A number once written down stays."),
        )
        head = CardHead(self.tr("Single unique identifier"))
        for widget in (head, fact, self.notice, self.uses):
            self.column.addWidget(widget)

    def read_again(self) -> None:
        """Read what was chosen."""
        self._means.worker.ask(
            self, lambda desk: desk.importing.settings(), self._show, self.notice.show_failure
        )

    def _show(self, settings: PeopleSettings) -> None:
        self._settings = settings
        with QSignalBlocker(self.uses):
            self.uses.setChecked(settings.single_identifier)

    def _choose(self, uses: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        self.notice.clear()
        self._means.worker.do(
            self, lambda desk: _chosen(desk, uses=uses), lambda _done: None, self._refused
        )

    def _refused(self, error: DeskError) -> None:
        self._show(self._settings)  # as it was
        self.notice.show_failure(error)


def _chosen(desk: Desk, *, uses: bool) -> Changed[None]:
    """Change this one choice, and leave the others as they are now."""
    return desk.importing.settle(replace(desk.importing.settings(), single_identifier=uses))
