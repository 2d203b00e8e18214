"""Finding somebody by name, for the lines of a concern's form."""

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


def finder(owner: QObject, worker: Worker[Desk]) -> Finder:
    """Return what asks the vault who is called so, on behalf of a page."""

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
