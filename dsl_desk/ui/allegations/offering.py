"""Offering adults to the line that names one: those who work here, and those from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.person import PersonKind

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from dsl_desk.domain.person import PersonRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.adult_part import AdultPart
    from dsl_desk.ui.work.worker import Worker

_ASKED, _OFFERED = 24, 6
_ADULTS = (PersonKind.STAFF, PersonKind.PROFESSIONAL)


def offer_adults(owner: QObject, worker: Worker[Desk], part: AdultPart) -> None:
    """Let a form offer who is on the list of staff; whoever is not offered is written by name."""

    def find(words: str) -> None:
        worker.ask(
            owner,
            lambda desk: _adults(desk, words),
            lambda found: part.name.show_found(words, found),
            lambda _error: None,  # the name is taken as it is typed
        )

    part.find_wanted.connect(find)


def _adults(desk: Desk, words: str) -> tuple[PersonRow, ...]:
    found = desk.people.find(words, _ASKED)
    return tuple(row for row in found if row.kind in _ADULTS)[:_OFFERED]
