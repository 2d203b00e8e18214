"""Finding people for a line while somebody types: whoever fits best, and what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from dsl_desk.domain.person import PersonRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.kit.token_field import Finder, Found
    from dsl_desk.ui.work.worker import Worker

_PEOPLE = 6


def finder_of(owner: QObject, worker: Worker[Desk]) -> Finder:
    """Return what a line for people asks; the answers come for as long as their owner lives."""

    def find(words: str, then: Callable[[Sequence[Found]], None]) -> None:
        worker.ask(
            owner,
            lambda desk: tuple(_found(row) for row in desk.people.find(words, _PEOPLE)),
            then,
            lambda _error: then(()),  # whoever is not found is taken by the name
        )

    return find


def _found(row: PersonRow) -> Found:
    draft = row.draft
    year = f"Year {draft.year}" if draft.year.isdecimal() else draft.year
    return row.name, row.id, ", ".join(part for part in (year, draft.form, draft.role) if part)
