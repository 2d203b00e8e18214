"""People and records by their words, for the palette: found while typing, opened with Enter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.domain.dates import in_full_day
from dsl_desk.domain.finding import marks
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.words import label
from dsl_desk.ui.shell.palette_item import Group, PaletteItem
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot, kept_filter
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.kept_filter import KeptFilter
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.registers.register import RegisterRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.search import FoundPiece, FoundRecord
    from dsl_desk.ui.work.worker import Worker

SHORTEST = 2  # letters before anything is looked for
_PEOPLE = 5
_RECORDS = 8
_DAY = len("2026-11-19")


@dataclass(frozen=True)
class Found:
    """Who and what was found. A hit is no opening, and tells nothing of what one cannot open."""

    people: tuple[PersonRow, ...] = field(repr=False)
    records: tuple[tuple[FoundRecord, str], ...] = field(repr=False)
    filters: tuple[KeptFilter, ...] = field(default=(), repr=False)


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
        people = [self._person(row) for row in found.people]
        records = [self._record(record, name) for record, name in found.records]
        return people + records + [self._filter(one) for one in found.filters]

    def _filter(self, one: KeptFilter) -> PaletteItem:
        return PaletteItem(
            f"Concerns: {one.draft.name}",
            "",
            partial(self.go, kept_filter(one.id)),
            "Kept filter",
            icon=Icon.NOTEBOOK_PEN,
        )

    def _person(self, row: PersonRow) -> PaletteItem:
        open_it = partial(self.go, Spot(Place.PEOPLE, row.id))
        return PaletteItem(
            row.name, "", open_it, label(row.kind), group=Group.PEOPLE, icon=Icon.USER_ROUND
        )

    def _record(self, record: FoundRecord, name: str) -> PaletteItem:
        if record.register is not None:
            return self._entry(record, record.register)
        if record.piece is not None:
            return self._piece(record, record.piece)
        if record.concern is None:
            open_it = partial(self.go, Spot(Place.PEOPLE, record.person))
            words = f"{name}'s file"
            return PaletteItem(
                words, "", open_it, _where(record), Group.RECORDS, Icon.USER_ROUND, record.part
            )
        row = record.concern
        return PaletteItem(
            f"Concern {row.ref}, {row.title}",
            "",
            partial(self.go, Spot(Place.CONCERNS, row.id)),
            ", ".join(each for each in (row.whom(), _where(record)) if each),
            group=Group.RECORDS,
            icon=Icon.NOTEBOOK_PEN,
            part=record.part,
            day=_told_on(row),
        )

    def _piece(self, record: FoundRecord, piece: FoundPiece) -> PaletteItem:
        talk = FoundIn.CONVERSATION in record.found_in
        return PaletteItem(
            f"{'Conversation' if talk else 'Evidence'} {piece.ref}, {piece.words}",
            "",
            partial(self.go, Spot(Place.EVIDENCE, piece.record)),
            _where(record),
            group=Group.RECORDS,
            icon=Icon.MESSAGES_SQUARE if talk else Icon.IMAGE,
            part=record.part,
        )

    def _entry(self, record: FoundRecord, entry: RegisterRow) -> PaletteItem:
        register = REGISTERS[entry.register]
        told = [cell for cell in entry.cells if cell]
        return PaletteItem(
            f"{register.title}: {told[0] if told else register.one}",
            "",
            partial(self.go, Spot(Place.REGISTERS, entry.id)),
            ", ".join(told[1:]),
            group=Group.RECORDS,
            icon=Icon.NOTEBOOK_TABS,
            part=record.part,
        )


def _where(record: FoundRecord) -> str:
    """Return in what it was found, where the concern itself does not say it."""
    if FoundIn.CONCERN in record.found_in:
        return ""
    words = [label(one) for one in record.found_in]
    return " and ".join(word[:1].lower() + word[1:] for word in words)


def _told_on(row: ConcernRow) -> str:
    return in_full_day(date.fromisoformat(row.told_at[:_DAY]))


def _found(desk: Desk, typed: str) -> Found:
    people = desk.people.find(typed, _PEOPLE)
    records = desk.search.find(typed, 0, _RECORDS).records
    name_of = desk.people.directory.name_of
    named = tuple((one, name_of(one.person) if one.person else "") for one in records)
    kept = [one for one in desk.kept_filters.list() if marks(one.draft.name, typed)]
    return Found(people, named, tuple(kept))
