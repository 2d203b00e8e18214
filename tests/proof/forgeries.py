"""Ways to change a ledger for somebody with the key of its database and one signing key.

Each returns the number of the first entry that is then wrong.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_form import read_header, write_header
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.storage.database import Database
from dsl_desk.storage.proof import entry_digest
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.system.clock import SystemClock

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from sqlcipher3 import dbapi2

    from dsl_desk.domain.entry import Header, RollMark
    from dsl_desk.keys.person import Person
    from dsl_desk.storage.proof import Line

    Forgery = Callable[["Burglar", random.Random], int]


_COPY_OF_A_LINE: Final = (
    "INSERT INTO ledger"
    " (strand, number, id, record, version, hlc, header, signature, salt, body)"
    " SELECT strand, ?, ?, record, version, hlc, header, signature, salt, body"
    " FROM ledger WHERE number = ?"
)


class Burglar:
    """Somebody with the database open, two members' keys (not the author's), and time."""

    def __init__(
        self, connection: dbapi2.Connection, elsewhere: Sequence[Line], others: Sequence[Person]
    ) -> None:
        self.connection = connection
        self.elsewhere = elsewhere
        self.others = others
        (count,) = connection.execute("SELECT count(*) FROM ledger").fetchone()
        self.count = int(count)

    def set(self, number: int, column: str, value: object) -> None:
        self.connection.execute(
            f"UPDATE ledger SET {column} = ? WHERE number = ?",  # noqa: S608 own columns
            (value, number),
        )

    def get(self, number: int, column: str) -> bytes:
        sql = f"SELECT {column} FROM ledger WHERE number = ?"  # noqa: S608 own columns
        (value,) = self.connection.execute(sql, (number,)).fetchone()
        return bytes(value)

    def header(self, number: int) -> Header:
        return read_header(self.get(number, "header"))

    def roll(self) -> RollMark:
        """Return the roll in force, in which everybody is."""
        return self.header(self.count).roll

    def sign(self, number: int, header: Header, other: Person) -> None:
        """Put a header in the place of another, signed with a key the burglar has."""
        written = write_header(header)
        self.set(number, "header", written)
        self.set(number, "signature", other.sign(written))

    def rewrite(self, number: int, words: bytes, header: Header, other: Person) -> None:
        """Put another body there, with its digest in the header, signed anew."""
        salt = secrets.token_bytes(32)
        digest = hmac.digest(salt, words, hashlib.sha256)
        self.sign(number, replace(header, body_digest=digest), other)
        self.set(number, "body", words)
        self.set(number, "salt", salt)


def _flip(octets: bytes, chance: random.Random) -> bytes:
    changed = bytearray(octets)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _edit(column: str) -> Forgery:
    def forge(burglar: Burglar, chance: random.Random) -> int:
        number = chance.randint(1, burglar.count)
        burglar.set(number, column, _flip(burglar.get(number, column), chance))
        return number

    return forge


def _reword(burglar: Burglar, chance: random.Random) -> int:
    number = chance.randint(1, burglar.count)
    body = burglar.get(number, "body")
    burglar.set(number, "body", body.replace(b'"reason":""', b'"reason":"x"'))
    return number


def _empty(burglar: Burglar, chance: random.Random) -> int:
    number = chance.randint(1, burglar.count)
    burglar.set(number, chance.choice(("body", "salt")), None)
    return number


def _delete(burglar: Burglar, chance: random.Random) -> int:
    number = chance.randint(1, burglar.count)
    burglar.connection.execute("DELETE FROM ledger WHERE number = ?", (number,))
    return number


def _delete_and_close_up(burglar: Burglar, chance: random.Random) -> int:
    number = chance.randint(1, burglar.count - 1)
    burglar.connection.execute("DELETE FROM ledger WHERE number = ?", (number,))
    for later in range(number + 1, burglar.count + 1):
        burglar.set(later, "number", later - 1)
    return number


def _truncate(burglar: Burglar, chance: random.Random) -> int:
    """Take the newest off, and off the lists too: she knows how, the source is public."""
    number = chance.randint(2, burglar.count)
    gone = burglar.connection.execute("SELECT record FROM ledger WHERE number >= ?", (number,))
    records = [record for (record,) in gone.fetchall()]
    database = Database(burglar.connection, Compartment.CHILDREN, Path())
    for shelf in SHELVES[Compartment.CHILDREN]:
        for record in records:
            shelf.take_off(database, record)
    burglar.connection.execute("DELETE FROM ledger WHERE number >= ?", (number,))
    return number


def _swap(burglar: Burglar, chance: random.Random) -> int:
    first, second = sorted(chance.sample(range(1, burglar.count + 1), 2))
    for number, other in ((first, -1), (second, first), (-1, second)):
        burglar.set(number, "number", other)
    return first


def _duplicate(burglar: Burglar, chance: random.Random) -> int:
    number = chance.randint(1, burglar.count)
    burglar.connection.execute(
        _COPY_OF_A_LINE,
        (burglar.count + 1, secrets.token_bytes(16), number),
    )
    return burglar.count + 1


def _resign(burglar: Burglar, chance: random.Random) -> int:
    """Change the words and sign as the author, with a key that is not the author's."""
    number = chance.randint(1, burglar.count)
    body = burglar.get(number, "body").replace(b'"reason":""', b'"reason":"x"')
    burglar.rewrite(number, body, burglar.header(number), chance.choice(burglar.others))
    return number


def _take_over(burglar: Burglar, chance: random.Random) -> int:
    """Change the words and sign as another member, who really is one."""
    number = chance.randint(2, burglar.count)
    other = chance.choice(burglar.others)
    body = burglar.get(number, "body").replace(b'"reason":""', b'"reason":"x"')
    header = replace(burglar.header(number), author=other.id, roll=burglar.roll())
    burglar.rewrite(number, body, header, other)
    # The entry itself is in order then; the one after it names another, or the witness does.
    return min(number + 1, burglar.count)


def _rewrite_all_after(burglar: Burglar, chance: random.Random) -> int:
    """Take over every entry from here on, each linked to the one before it."""
    number = chance.randint(2, burglar.count)
    other = chance.choice(burglar.others)
    previous = b""
    for later in range(number, burglar.count + 1):
        header = replace(burglar.header(later), author=other.id, roll=burglar.roll())
        if previous:
            header = replace(header, previous=previous)
        burglar.sign(later, header, other)
        previous = entry_digest(burglar.get(later, "header"), burglar.get(later, "signature"))
    return burglar.count  # all in order but for the witness, who knows the last


def _move_in(burglar: Burglar, chance: random.Random) -> int:
    """Bring an entry of another part over, in the place of one of ours."""
    number = chance.randint(1, burglar.count)
    line = chance.choice(burglar.elsewhere)
    burglar.set(number, "header", line.header)
    burglar.set(number, "signature", line.signature)
    burglar.set(number, "body", line.body)
    burglar.set(number, "salt", line.salt)
    return number


def _slip_in(burglar: Burglar, chance: random.Random) -> int:
    """Write an entry nobody wrote after the last, as its author would have."""
    last = burglar.header(burglar.count)
    digest = entry_digest(
        burglar.get(burglar.count, "header"), burglar.get(burglar.count, "signature")
    )
    name = EntryId(fresh_id(SystemClock().now()))
    header = replace(last, id=name, number=last.number + 1, previous=digest, hlc=last.hlc + 1)
    burglar.connection.execute(
        _COPY_OF_A_LINE,
        (header.number, bytes.fromhex(name), last.number),
    )
    burglar.sign(header.number, header, chance.choice(burglar.others))
    return header.number


def _spoil_list(burglar: Burglar, chance: random.Random) -> int:
    table = CONCERNS.table
    records = burglar.connection.execute(f"SELECT record FROM {table}").fetchall()  # noqa: S608 own table
    (record,) = chance.choice(records)
    sql = f"UPDATE {table} SET about = 'Nobody' WHERE record = ?"  # noqa: S608 own table
    burglar.connection.execute(sql, (record,))
    sql = "SELECT number FROM ledger WHERE record = ? ORDER BY version DESC"
    return int(burglar.connection.execute(sql, (record,)).fetchone()[0])


FORGERIES: tuple[tuple[str, Forgery], ...] = (
    ("a bit of a body", _edit("body")),
    ("a bit of a header", _edit("header")),
    ("a bit of a signature", _edit("signature")),
    ("a bit of a salt", _edit("salt")),
    ("an id beside a header", _edit("id")),
    ("a record beside a header", _edit("record")),
    ("other words", _reword),
    ("a body taken out", _empty),
    ("an entry taken out", _delete),
    ("an entry taken out and the gap closed", _delete_and_close_up),
    ("the newest taken off, lists mended", _truncate),
    ("two exchanged", _swap),
    ("one copied to the end", _duplicate),
    ("signed with another key", _resign),
    ("taken over by another member", _take_over),
    ("all since taken over and linked again", _rewrite_all_after),
    ("one from another part", _move_in),
    ("one slipped in at the end", _slip_in),
    ("a line of a list", _spoil_list),
)
