"""Registers gathered to leave: for paper, as a table, and the do-not-publish list."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.child_file import PhotoException, child_file_of
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.publishing import Unpublished, may_be_published, not_in
from dsl_desk.domain.registers.register import RegisterName, registered_of
from dsl_desk.storage.shelves.child_files import file_of
from dsl_desk.storage.shelves.registers import page_of_register, register_entries_about

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.registers.register import Register, Registered
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting

_CHILDREN: Final = Compartment.CHILDREN
_MOST: Final = 20_000
_CONSENT: Final = RegisterName.PHOTO_CONSENT
_EVERYTHING: Final = ("Version", "Written", "Written by", "Policy in force")


class RegisterPapers:
    """What can be made of registers to be handed on. A table is an entry before it is a file."""

    def __init__(
        self,
        sitting: Sitting,
        directory: Directory,
        as_called: Callable[[RegisterName], Register],
    ) -> None:
        self._sitting = sitting
        self._directory = directory
        self.as_called = as_called  # with the titles of this school

    def entries(self, name: RegisterName, words: str = "") -> tuple[Registered, ...]:
        """Return the entries of a register for paper; with words, those that say them."""
        return tuple(self._entries(REGISTERS[name], words))

    def make_table(self, name: RegisterName, words: str = "") -> Changed[bytes]:
        """Return a register for a spreadsheet, every question a column."""
        from dsl_desk.documents.table import print_table  # noqa: PLC0415 reportlab is slow to import and seldom needed

        register = self.as_called(name)
        entries = tuple(self._entries(register, words))
        headings = [blank.label for blank in register.blanks]
        rows = [_all_cells(register, entry) for entry in entries]
        table = print_table((*headings, *_EVERYTHING), rows)
        return self._left(register, len(rows), table)

    def do_not_publish(self) -> tuple[Unpublished, ...]:
        """Return the pupils of whom nothing, or not everything, is published, by surname."""
        listed = self._directory.listed("", lambda row: row.kind is PersonKind.PUPIL)
        today = self._today()
        told = []
        for row in listed:
            if not row.draft.ends or row.draft.ends >= today:
                closed = not_in(self._allowed(row, today))
                if closed is not None:
                    told.append(Unpublished(row.name, row.draft.form, closed))
        return tuple(told)

    def _allowed(self, row: PersonRow, today: str) -> frozenset[str]:
        part = self._sitting.part(_CHILDREN)
        same = self._directory.same_as(row.id)
        consents = [
            registered_of(part.ledger.newest(record), REGISTERS[_CONSENT]).draft
            for person in same
            for record in register_entries_about(part.database, _CONSENT, person)
        ]
        # Whoever gave it is named beside the child: only consents that are about this child count.
        about = [one for one in consents if one.people.get("child") in same]
        return may_be_published(about, self._exception(same), today)

    def _exception(self, same: tuple[RecordId, ...]) -> PhotoException:
        part = self._sitting.part(_CHILDREN)
        files = [file_of(part.database, person) for person in same]
        found = [child_file_of(part.ledger.newest(file)).draft for file in files if file]
        exceptions = [one.photo_exception for one in found]
        return next((one for one in exceptions if one is not _NONE), _NONE)

    def _entries(self, register: Register, words: str) -> Iterator[Registered]:
        """Read each entry out of the ledger, proved; lists are only asked which there are."""
        part = self._sitting.part(register.part)
        for row in page_of_register(part.database, register.name, 0, _MOST, words).rows:
            yield registered_of(part.ledger.newest(row.id), register)

    def _left(self, register: Register, rows: int, copy: bytes) -> Changed[bytes]:
        told: dict[str, Json] = {
            "register": register.name.value,
            "form": "csv",
            "rows": rows,
            "sha256": hashlib.sha256(copy).hexdigest(),
        }
        name = fresh_id(self._sitting.clock.now())
        with self._sitting.writing(register.part, EntryClass.EXPORT) as write:
            body = Body("export", 1, fields=told)
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body))
        return Changed(copy, frozenset({Thing.VAULT}))

    def _today(self) -> str:
        return self._sitting.clock.now().date().isoformat()


_NONE: Final = PhotoException.NONE


def _all_cells(register: Register, entry: Registered) -> tuple[str, ...]:
    told = [blank.told(entry.draft.said(blank.name)) for blank in register.blanks]
    under = entry.draft.policy.words()
    return (*told, str(entry.version), in_full(entry.written_at), entry.author, under)
