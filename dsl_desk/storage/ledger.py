"""The append-only ledger of one compartment, read. `writing` is the only way to add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.storage.columns import ColumnError, as_bytes, as_number
from dsl_desk.storage.proof import Line, Proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.signing import Rolls
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_LINE: Final = (
    "SELECT strand, number, id, record, version, header, signature, salt, body FROM ledger"
)
_PLACE_OF_NUMBER: Final = 1


class Ledger:
    """Every entry of a compartment, proved as it is read."""

    def __init__(self, database: Database, rolls: Rolls) -> None:
        self._database = database
        self.proof = Proof(database.compartment, rolls)

    def under(self, rolls: Rolls) -> None:
        """Go by other rolls from here on: somebody was added, or a right was changed."""
        self.proof = Proof(self._database.compartment, rolls)

    def newest(self, record: RecordId) -> Entry:
        """Return the newest version of a record."""
        row = self._database.row(
            f"{_LINE} WHERE record = ? ORDER BY version DESC LIMIT 1", bytes.fromhex(record)
        )
        if row is None:
            raise RecordMissingError
        return self.proof.prove(self.line(row))

    def find(self, entry: EntryId) -> Entry | None:
        """Return the entry of this id, if it was ever written."""
        row = self._database.row(f"{_LINE} WHERE id = ?", bytes.fromhex(entry))
        return None if row is None else self.proof.prove(self.line(row))

    def lines(self) -> Iterator[Line]:
        """Return every line, strand by strand, in the order of their numbers."""
        for row in self._database.rows(f"{_LINE} ORDER BY strand, number"):
            yield self.line(row)

    def entries(self) -> Iterator[Entry]:
        """Return every entry, proved one by one."""
        for line in self.lines():
            yield self.proof.prove(line)

    def count(self) -> int:
        """Return how many entries there are."""
        return self._database.number("SELECT count(*) FROM ledger")

    def last(self, strand: str) -> Entry | None:
        """Return the last entry of a strand, which is its head."""
        row = self._database.row(
            f"{_LINE} WHERE strand = ? ORDER BY number DESC LIMIT 1", bytes.fromhex(strand)
        )
        return None if row is None else self.proof.prove(self.line(row))

    def line(self, row: Row) -> Line:
        """Return a row as a line whose columns have the kinds they should."""
        try:
            return Line(
                strand=as_bytes(row[0]),
                number=as_number(row[1]),
                id=as_bytes(row[2]),
                record=as_bytes(row[3]),
                version=as_number(row[4]),
                header=as_bytes(row[5]),
                signature=as_bytes(row[6]),
                salt=as_bytes(row[7]),
                body=as_bytes(row[8]),
            )
        except ColumnError:
            number = row[_PLACE_OF_NUMBER]
            raise self.proof.damage(
                Damage.UNREADABLE, number if isinstance(number, int) else 0
            ) from None
