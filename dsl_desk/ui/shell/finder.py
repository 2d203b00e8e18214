"""People and records by their words, for the palette: found while typing, opened with Enter."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.words import label
from dsl_desk.ui.shell.palette_item import PaletteItem
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

SHORTEST = 2  # letters before anything is looked for
_PEOPLE = 5
_RECORDS = 8


@dataclass(frozen=True)
class Found:
    """Who and what was found. A hit is no opening, and tells nothing of what one cannot open."""

    people: tuple[PersonRow, ...] = field(repr=False)
    records: tuple[ConcernRow, ...] = field(repr=False)


@dataclass(frozen=True)
class Finder:
    """Asks the vault's thread; what was typed is kept nowhere."""

    worker: Worker[Desk]
    go: Callable[[Spot], None]

    def find(
        self, owner: QObject, typed: str, then: Callable[[str, list[PaletteItem]], None]
    ) -> None:
        """Look for what was typed, and tell it together with what was found."""
        self.worker.ask(
            owner,
            lambda desk: _found(desk, typed),
            lambda found: then(typed, self._items(found)),
            lambda _error: then(typed, []),  # the commands are offered all the same
        )

    def _items(self, found: Found) -> list[PaletteItem]:
        people = [
            PaletteItem(row.name, "", partial(self.go, Spot(Place.PEOPLE, row.id)), label(row.kind))
            for row in found.people
        ]
        records = [
            PaletteItem(
                f"Concern {row.ref}, {row.title}",
                "",
                partial(self.go, Spot(Place.CONCERNS, row.id)),
                f"About {row.whom()}",
            )
            for row in found.records
        ]
        return people + records


def _found(desk: Desk, typed: str) -> Found:
    people = desk.people.find(typed, _PEOPLE)
    if Compartment.CHILDREN not in desk.sitting.parts:
        return Found(people, ())
    return Found(people, desk.search.find(typed, 0, _RECORDS).concerns.rows)
