"""Online identities: accounts, whose they are with which basis, and where else they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.identity import (
    IDENTITY,
    Identity,
    IdentityDraft,
    identity_of,
    said_of_identity,
    where_identities_are_kept,
)
from dsl_desk.storage.shelves.identities import (
    concerns_with,
    identities_called,
    identities_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.database import Database

_PARTS: Final = (Compartment.CHILDREN, Compartment.STAFF)
_CHANGED: Final = frozenset({Thing.PEOPLE})


@dataclass(frozen=True)
class IdentityView:
    """An account, and in which concerns of those this member may open its handle stands."""

    identity: Identity
    concerns: frozenset[RecordId]


class Identities:
    """What can be asked about accounts."""

    def __init__(self, sitting: Sitting, directory: Directory) -> None:
        self._sitting = sitting
        self._directory = directory

    def of(self, person: RecordId) -> tuple[IdentityView, ...]:
        """Return the accounts somebody goes by, as far as this member may know them."""
        same = self._directory.same_as(person)
        return self._views(
            lambda database: [one for each in same for one in identities_of(database, each)]
        )

    def called(self, untrusted_handle: str) -> tuple[IdentityView, ...]:
        """Return the accounts of this handle, whoever they are said to belong to."""
        return self._views(lambda database: identities_called(database, untrusted_handle))

    def add(self, draft: IdentityDraft, entry: EntryId) -> Changed[Identity]:
        """Write an account down."""
        _refuse(draft.problems())
        with self._sitting.writing(self._part_of(draft), EntryClass.IDENTITY) as write:
            written = write.record(IDENTITY, said_of_identity(draft), entry)
        return Changed(identity_of(written), _CHANGED)

    def change(
        self, of: EntryId, draft: IdentityDraft, reason: str, entry: EntryId
    ) -> Changed[Identity]:
        """Write what is known of an account from now on, and why."""
        code = what_is_wrong(reason, LONGEST_LINE)
        here = self._part_of(draft)
        elsewhere = self._sitting.part(here).ledger.find(of) is None
        moved = (Problem("person", "kept_elsewhere"),) if elsewhere else ()
        _refuse((*draft.problems(), *moved, *((Problem("reason", code),) if code else ())))
        with self._sitting.writing(here, EntryClass.IDENTITY) as write:
            said = said_of_identity(draft)
            written = write.version(IDENTITY, said, of, reason.strip(), entry)
        return Changed(identity_of(written), _CHANGED)

    def _part_of(self, draft: IdentityDraft) -> Compartment:
        row = self._directory.person(draft.person.person) if draft.person else None
        return where_identities_are_kept(row.kind if row else None)

    def _views(
        self, records: Callable[[Database], tuple[RecordId, ...] | list[RecordId]]
    ) -> tuple[IdentityView, ...]:
        opened = [self._sitting.part(part) for part in _PARTS if part in self._sitting.parts]
        found = [
            identity_of(part.ledger.newest(record))
            for part in opened
            for record in records(part.database)
        ]
        return tuple(
            IdentityView(
                one,
                frozenset().union(
                    *(
                        concerns_with(part.database, (one.draft.handle, *one.draft.past))
                        for part in opened
                    )
                ),
            )
            for one in found
        )


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise DraftError(problems)
