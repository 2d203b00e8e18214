"""Files of parts that are closed: read by whoever held them before the part was begun anew."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from dsl_desk.keys.vouching import vouched
from dsl_desk.services.member_rules import find_subjects
from dsl_desk.services.opening import key_of, member_row
from dsl_desk.services.places import parts_folder
from dsl_desk.storage.beginning_anew import closed_heads, prove_closed
from dsl_desk.storage.database import look_into_compartment
from dsl_desk.storage.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.keys.header import PartRow
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting


@dataclass(frozen=True)
class KeptPart:
    """A closed file as its holders see it: which part it was, how much is in it, until when."""

    compartment: Compartment
    epoch: int
    entries: int
    until: datetime


@dataclass(frozen=True)
class KeptParts:
    """What can be asked of closed files. They are only ever read."""

    sitting: Sitting
    book: RollBook

    def list(self) -> tuple[KeptPart, ...]:
        """Return the closed files whose keys this member holds."""
        return tuple(self._views())

    @contextmanager
    def opened(self, part: KeptPart) -> Iterator[Ledger]:
        """Open a closed file to read its entries, each proved as it is read."""
        row = next(row for row in self._rows() if _name(row) == (part.compartment, part.epoch))
        with self._ledger(row) as ledger:
            yield ledger

    def check(self) -> None:
        """Prove every closed file this member holds, and that nobody holds one about themselves."""
        header = self.book.page()
        for row in self._rows():
            anew = self.sitting.part(row.compartment)  # whoever loses it loses the closed file
            with self._ledger(row) as ledger:
                prove_closed(ledger, closed_heads(anew.ledger))
                holders = [
                    one.member
                    for one in header.members
                    if _name(row) in [(grant.compartment, grant.epoch) for grant in one.kept]
                ]
                find_subjects(ledger, holders)

    def _views(self) -> Iterator[KeptPart]:
        for row in self._rows():
            with self._ledger(row) as ledger:
                (last,) = ledger.tail(1)
                until = datetime.fromisoformat(last.header.written_at)
                yield KeptPart(row.compartment, row.epoch, ledger.count(), until)

    def _rows(self) -> Iterator[PartRow]:
        header = self.book.page()
        mine = member_row(header, self.book.person.id).kept
        held = {(grant.compartment, grant.epoch) for grant in mine}
        return (row for row in header.kept if _name(row) in held)

    @contextmanager
    def _ledger(self, row: PartRow) -> Iterator[Ledger]:
        header = self.book.page()
        mine = member_row(header, self.book.person.id)
        grant = next(one for one in mine.kept if (one.compartment, one.epoch) == _name(row))
        key = key_of(self.book.person, mine, grant)
        path = parts_folder(self.book.folder) / row.file
        with closing(look_into_compartment(path, key, row.salt, row.compartment)) as database:
            yield Ledger(database, vouched(header).rolls)


def _name(row: PartRow) -> tuple[Compartment, int]:
    return row.compartment, row.epoch
