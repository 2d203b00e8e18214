"""The append-only ledger of one compartment, read. `writing` is the only way to add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry import GONE, Head
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import RecordDisposedError, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.storage.columns import ColumnError, as_bytes, as_number
from dsl_desk.storage.proof import Line, Proof

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.signing import Rolls
    from dsl_desk.storage.columns import Row, Value
    from dsl_desk.storage.database import Database

_LINE: Final = (
    "SELECT strand, number, id, record, version, header, signature, salt, body, hlc, place"
    " FROM ledger"
)
_NEWEST_FIRST: Final = "ORDER BY version DESC, hlc DESC, id DESC"
_PLACE_OF_NUMBER: Final = 1
_SLICE: Final = 200
_LATEST: Final = 2**63 - 1
# Where a stretch ends, by the index of clocks alone; -1 where there is none.
_CLOCK_OF_A_SLICE: Final = (
    "SELECT CASE WHEN count(hlc) THEN max(hlc) ELSE -1 END FROM"
    " (SELECT hlc FROM ledger WHERE hlc > ? AND hlc < ? ORDER BY hlc LIMIT ?)"
)
_CLOCK_OF_A_TAIL: Final = (
    "SELECT CASE WHEN count(hlc) THEN min(hlc) ELSE -1 END FROM"
    " (SELECT hlc FROM ledger ORDER BY hlc DESC LIMIT ?)"
)
_CLASS: Final = EntryClass.DISPOSAL.value.encode()


class Ledger:
    """Every entry of a compartment, proved as it is read."""

    def __init__(self, database: Database, rolls: Rolls) -> None:
        self._database = database
        self.compartment = database.compartment
        self.proof = Proof(database.compartment, rolls)
        self._disposals: dict[bytes, Entry] = {}

    def under(self, rolls: Rolls) -> None:
        """Go by other rolls from here on: somebody was added, or a right was changed."""
        self.proof = Proof(self._database.compartment, rolls)

    def newest(self, record: RecordId) -> Entry:
        """Return the newest version of a record."""
        row = self._database.row(
            f"{_LINE} WHERE record = ? {_NEWEST_FIRST} LIMIT 1", bytes.fromhex(record)
        )
        if row is None:
            raise RecordMissingError
        entry = self.prove(self.line(row))
        if entry.body is GONE or entry.header.entry_class is EntryClass.DISPOSAL:
            raise RecordDisposedError
        return entry

    def versions(self, record: RecordId) -> tuple[Entry, ...]:
        """Return every version of a record, oldest first; a disposal is the last of them."""
        return tuple(self.prove(line) for line in self.lines_of(record))

    def lines_of(self, record: RecordId) -> list[Line]:
        """Return the line of every version of a record as it stands on disk, oldest first."""
        return self._lines(
            f"{_LINE} WHERE record = ? ORDER BY version, hlc, id", bytes.fromhex(record)
        )

    def begun(self, record: bytes) -> Entry:
        """Return the first version of a record, for a list: its signature is not asked."""
        [line] = self._lines(f"{_LINE} WHERE record = ? ORDER BY version, hlc, id LIMIT 1", record)
        return self.proof.read(line)

    def tips(self, record: RecordId) -> tuple[Entry, ...]:
        """Return the versions that no other version replaces: more than one were made apart."""
        versions = self.versions(record)
        replaced = {old for entry in versions for old in entry.header.replaced()}
        return tuple(entry for entry in versions if entry.header.id not in replaced)

    def apart(self) -> tuple[RecordId, ...]:
        """Return the records whose versions were made apart and that nobody has settled yet."""
        rows = self._database.rows(
            "SELECT DISTINCT record FROM ledger GROUP BY record, version HAVING count(*) > 1"
        )
        records = [as_bytes(row[0]) for row in rows]
        # What is disposed of needs nobody's settling, however its last versions were made.
        kept = [RecordId(record.hex()) for record in records if self.disposal(record) is None]
        return tuple(record for record in kept if len(self.tips(record)) > 1)

    def disposal(self, record: bytes) -> Entry | None:
        """Return the entry by which a record was disposed of."""
        if record not in self._disposals:
            for row in self._database.rows(f"{_LINE} WHERE record = ?", record):
                line = self.line(row)
                if line.body is not None and _CLASS in line.header:
                    entry = self.proof.prove(line)
                    if entry.header.entry_class is EntryClass.DISPOSAL:
                        self._disposals[record] = entry
        return self._disposals.get(record)

    def forget_disposals(self) -> None:
        """Look for disposals anew: what was thought written was taken back."""
        self._disposals.clear()

    def find(self, entry: EntryId) -> Entry | None:
        """Return the entry of this id, if it was ever written."""
        row = self._database.row(f"{_LINE} WHERE id = ?", bytes.fromhex(entry))
        return None if row is None else self.prove(self.line(row))

    def prove(self, line: Line) -> Entry:
        """Return the entry; a body that is gone was disposed of, or is damage."""
        entry = self.proof.prove(line)
        if entry.body is GONE and self.disposal(line.record) is None:
            raise self.proof.damaged(Damage.GONE, line)
        return entry

    def shown(self, record: bytes) -> Entry | None:
        """Return the version lists show, its signature not asked; None for what is disposed of."""
        lines = self._lines(f"{_LINE} WHERE record = ? {_NEWEST_FIRST} LIMIT 1", record)
        entry = self.proof.read(lines[0]) if lines else None
        if entry is None or entry.body is GONE or self.disposal(record) is not None:
            return None
        return entry

    def records(self) -> Iterator[bytes]:
        """Return every record, by name, a slice at a time: others may write between."""
        record = b""
        while some := self.records_after(record, _SLICE):
            yield from some
            record = some[-1]

    def records_after(self, record: bytes, count: int) -> list[bytes]:
        """Return so many of the records that follow one, by name."""
        rows = self._database.rows(
            "SELECT DISTINCT record FROM ledger WHERE record > ? ORDER BY record LIMIT ?",
            record,
            count,
        )
        return [as_bytes(row[0]) for row in rows]

    def knows(self, record: bytes) -> bool:
        """Tell whether any entry is about this record."""
        return self._database.row("SELECT 1 FROM ledger WHERE record = ?", record) is not None

    def told_of(self, record: bytes) -> Line | None:
        """Return a line that still, or again, says what a record that was disposed of said."""
        for line in self._lines(f"{_LINE} WHERE record = ? AND body IS NOT NULL", record):
            if self.proof.read(line).header.entry_class is not EntryClass.DISPOSAL:
                return line
        return None

    def lines_after(self, strand: str, number: int) -> Iterator[Line]:
        """Return the lines of a strand past a number, in slices: others may write between."""
        while some := self._lines(
            f"{_LINE} WHERE strand = ? AND number > ? ORDER BY number LIMIT {_SLICE}",
            bytes.fromhex(strand),
            number,
        ):
            yield from some
            number = some[-1].number

    def lines_between(self, first: int, past: int) -> list[Line]:
        """Return the lines from one place up to, not including, another, in that order."""
        return self._lines(f"{_LINE} WHERE place >= ? AND place < ? ORDER BY place", first, past)

    def lines_timed(self, first: int, past: int) -> Iterator[Line]:
        """Return the lines from one clock up to, not including, another, in slices.

        Those of one clock, of several strands, come together: sorted by their ids as well, SQLite
        would read all that is left of the ledger for each slice.
        """
        since = first - 1
        while (last := self._database.number(_CLOCK_OF_A_SLICE, since, past, _SLICE)) >= 0:
            yield from self._lines(
                f"{_LINE} WHERE hlc > ? AND hlc <= ? ORDER BY hlc, id", since, last
            )
            since = last

    def entries(self) -> Iterator[Entry]:
        """Return every entry, proved: all strands as one, in the order of their clocks."""
        return (self.prove(line) for line in self.lines_timed(0, _LATEST))

    def tail(self, count: int, first: int = 0) -> tuple[Entry, ...]:
        """Return the newest entries of all strands, newest first."""
        oldest = self._database.number(_CLOCK_OF_A_TAIL, first + count)
        lines = self._lines(
            f"{_LINE} WHERE hlc >= ? ORDER BY hlc DESC, id DESC LIMIT ? OFFSET ?",
            oldest,
            count,
            first,
        )
        return tuple(self.prove(line) for line in lines)

    def count(self) -> int:
        """Return how many entries there are, since no strand has a gap."""
        return sum(head.number for head in self.heads())

    def end(self) -> int:
        """Return the place of the entry that came last; 0 when there is none."""
        row = self._database.row("SELECT place FROM ledger ORDER BY place DESC LIMIT 1")
        return 0 if row is None else as_number(row[0])

    def hlc_at(self, place: int) -> int:
        """Return the clock of the entry at a place, or of the next one after it."""
        row = self._database.row("SELECT hlc FROM ledger WHERE place >= ? ORDER BY place", place)
        return _LATEST if row is None else as_number(row[0])

    def latest(self) -> int:
        """Return the highest clock of all entries; 0 when there is none."""
        row = self._database.row("SELECT hlc FROM ledger ORDER BY hlc DESC LIMIT 1")
        return 0 if row is None else as_number(row[0])

    def earliest(self) -> int:
        """Return the lowest clock of all entries; 0 when there is none."""
        row = self._database.row("SELECT hlc FROM ledger ORDER BY hlc LIMIT 1")
        return 0 if row is None else as_number(row[0])

    def strands(self) -> tuple[str, ...]:
        """Return every strand, found one after the other: there are few, however many entries."""
        strands: list[str] = []
        strand = b""
        while row := self._database.row(
            "SELECT strand FROM ledger WHERE strand > ? ORDER BY strand LIMIT 1", strand
        ):
            strand = as_bytes(row[0])
            strands.append(strand.hex())
        return tuple(strands)

    def heads(self, but: str = "") -> tuple[Head, ...]:
        """Return the head of every strand but one, by number and hash; no signature is asked."""
        lines = [self.last_line(strand) for strand in self.strands() if strand != but]
        return tuple(Head(line.strand.hex(), line.number, line.head()) for line in lines if line)

    def last(self, strand: str) -> Entry | None:
        """Return the last entry of a strand, which is its head."""
        line = self.last_line(strand)
        return None if line is None else self.prove(line)

    def last_line(self, strand: str) -> Line | None:
        """Return the head of a strand as it stands on disk."""
        some = self._lines(
            f"{_LINE} WHERE strand = ? ORDER BY number DESC LIMIT 1", bytes.fromhex(strand)
        )
        return some[0] if some else None

    def last_of_all(self) -> Line | None:
        """Return the newest line of all strands as it stands on disk."""
        some = self._lines(f"{_LINE} ORDER BY hlc DESC LIMIT 1")
        return some[0] if some else None

    def at(self, strand: str, number: int) -> Line | None:
        """Return the line of this number in a strand as it stands on disk."""
        some = self._lines(
            f"{_LINE} WHERE strand = ? AND number = ?", bytes.fromhex(strand), number
        )
        return some[0] if some else None

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
                salt=None if row[7] is None else as_bytes(row[7]),
                body=None if row[8] is None else as_bytes(row[8]),
                hlc=as_number(row[9]),
                place=as_number(row[10]),
            )
        except ColumnError:
            number = row[_PLACE_OF_NUMBER]
            raise self.proof.damage(
                Damage.UNREADABLE, number if isinstance(number, int) else 0
            ) from None

    def known(self, entry: EntryId) -> Entry:
        """Return the entry of this id; RecordMissingError when nobody wrote it."""
        found = self.find(entry)
        if found is None:
            raise RecordMissingError
        return found

    def _lines(self, sql: str, *parameters: Value) -> list[Line]:
        return [self.line(row) for row in self._database.rows(sql, *parameters)]
