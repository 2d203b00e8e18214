"""Somebody with the database key, a signature of their own and no conscience; one honest witness.

Whatever they alter is named before the end of the check. The one thing they can do is what a
witness that never saw it cannot know: take away the newest entries of a strand nobody looked at.
"""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.entry_form import read_header, write_header
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.rights import Right
from dsl_desk.domain.signing import Rolls, Standing
from dsl_desk.domain.vault_errors import RolledBackError
from dsl_desk.keys.person import Person
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.database import salt_of
from dsl_desk.storage.part import make_part, open_part
from dsl_desk.storage.proof import body_digest, entry_digest
from dsl_desk.storage.witnesses import Witness, notice_rollback
from tests.builders import a_concern_draft, an_entry_id
from tests.storage.copies import goes_on
from tests.storage.training import CHILDREN, MAYA, TrainingPart

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlcipher3 import dbapi2

    from dsl_desk.storage.part import Part

OWEN = Person.fresh(MemberId("02" * 16))
ROUNDS = 25
COLUMNS = "strand, number, id, record, version, hlc, header, signature, salt, body"


@dataclass
class TwoMembers(TrainingPart):
    """A part whose roll knows Owen too: his signature is as good as hers."""

    compartment: Compartment = CHILDREN

    @property
    @override
    def roll(self) -> Rolls:
        rights = {self.compartment: Right.WRITE}
        standings = {each.id: Standing(each.signing_key(), rights) for each in (MAYA, OWEN)}
        return Rolls([(self.pen.roll, standings)])

    @override
    def make(self) -> Part:
        part = make_part(self.path, self.key, self.compartment, self.roll)
        part.begin(self.pen)
        return part

    @override
    def open(self) -> Part:
        return open_part(self.path, self.key, salt_of(self.path), self.compartment, self.roll)


@dataclass
class Vault:
    training: TwoMembers
    genuine: bytes
    witnesses: list[Witness]
    elsewhere: list[tuple[object, ...]]


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Vault:
    folder: Path = tmp_path_factory.mktemp("vault")
    school = TwoMembers(folder / "school.part", compartment=Compartment.SCHOOL)
    with closing(school.make()) as part:
        goes_on(school, part)
        elsewhere = list(part.database.rows(f"SELECT {COLUMNS} FROM ledger"))  # noqa: S608 own constant
    training = TwoMembers(folder / "children.part")
    with closing(training.make()) as part:
        entries = [training.record(part) for _ in range(5)]
        goes_on(training, part)
        entries += [training.record(part) for _ in range(4)]
        with part.writing(training.pen) as write:
            said = said_of(a_concern_draft(words="again"), "C-2026-002")
            write.version(CONCERN, said, entries[1].header.id, "Why", an_entry_id(training.clock))
            write.dispose(entries[2].header.record, "Why")
        witnesses = [Witness(CHILDREN, head, "2026-11-20") for head in part.ledger.heads()]
    return Vault(training, training.path.read_bytes(), witnesses, list(map(tuple, elsewhere)))


def _rows(burglar: dbapi2.Connection) -> list[tuple[object, ...]]:
    return list(burglar.execute(f"SELECT place, {COLUMNS} FROM ledger ORDER BY place"))  # noqa: S608 own constant


def _altered(value: object, chance: random.Random) -> object:
    if isinstance(value, bytes) and value:
        at = chance.randrange(len(value))
        return value[:at] + bytes([value[at] ^ (1 << chance.randrange(8))]) + value[at + 1 :]
    return value + chance.choice([-1, 1, 7]) if isinstance(value, int) else b"x"


def edit(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    row = chance.choice(_rows(burglar))
    column = chance.randrange(1, len(row))
    name = COLUMNS.split(", ")[column - 1]
    burglar.execute(
        f"UPDATE OR REPLACE ledger SET {name} = ? WHERE place = ?",  # noqa: S608 own constant
        (_altered(row[column], chance), row[0]),
    )


def delete(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    burglar.execute("DELETE FROM ledger WHERE place = ?", (chance.choice(_rows(burglar))[0],))


def swap(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    one, two = chance.sample(_rows(burglar), 2)
    for place in (one[0], two[0]):
        burglar.execute("DELETE FROM ledger WHERE place = ?", (place,))
    _insert(burglar, (*one[1:3], *two[3:]))
    _insert(burglar, (*two[1:3], *one[3:]))


def duplicate(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    row = chance.choice(_rows(burglar))
    _insert(burglar, (row[1], 99, chance.randbytes(16), *row[4:]))


def truncate(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    row = chance.choice(_rows(burglar))
    burglar.execute("DELETE FROM ledger WHERE strand = ? AND number >= ?", row[1:3])


def sign_again(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    """Owen signs an entry as his own, with other words, and all that follow it in its strand."""
    rows = _rows(burglar)
    chosen = chance.choice([row for row in rows if row[10] is not None])
    previous, first = b"", True
    for row in rows:
        if row[1] != chosen[1] or int(str(row[2])) < int(str(chosen[2])):
            continue
        header = read_header(bytes(row[7]))  # type: ignore[call-overload]  # a BLOB column
        salt, body = row[9], row[10]
        if first:
            salt, body = b"s" * 32, bytes(body).replace(b"Lena", b"Nobo")  # type: ignore[call-overload]  # a BLOB column
            object.__setattr__(header, "body_digest", body_digest(salt, body))
        else:
            object.__setattr__(header, "previous", previous)
        object.__setattr__(header, "author", OWEN.id)
        written = write_header(header)
        signature = OWEN.sign(written)
        burglar.execute(
            "UPDATE ledger SET header = ?, signature = ?, salt = ?, body = ? WHERE place = ?",
            (written, signature, salt, body, row[0]),
        )
        previous, first = entry_digest(written, signature), False


def move(burglar: dbapi2.Connection, chance: random.Random, vault: Vault) -> None:
    """Put strands of another part in, alone or in the place of what stands here."""
    if chance.random() < 0.5:
        burglar.execute("DELETE FROM ledger")
    for row in vault.elsewhere[: chance.randint(1, len(vault.elsewhere))]:
        _insert(burglar, row)


def bring_back(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    row = chance.choice([row for row in _rows(burglar) if row[10] is None])
    burglar.execute(
        "UPDATE ledger SET body = x'7b7d', salt = zeroblob(32) WHERE place = ?", (row[0],)
    )


def dispose_of(burglar: dbapi2.Connection, chance: random.Random, _vault: Vault) -> None:
    row = chance.choice([row for row in _rows(burglar) if row[10] is not None])
    burglar.execute("UPDATE ledger SET body = NULL, salt = NULL WHERE place = ?", (row[0],))


def _insert(burglar: dbapi2.Connection, row: tuple[object, ...]) -> None:
    burglar.execute(
        f"INSERT OR REPLACE INTO ledger ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 own constant
        row,
    )


def caught(vault: Vault) -> bool:
    try:
        with closing(vault.training.open()) as part:
            told = notice_rollback(part.ledger, vault.witnesses)
            if isinstance(told, RolledBackError):
                return told.missing > 0
            check_part(part, lambda _count: None)
    except DamageError as told:
        return told.where.compartment is CHILDREN
    return False


def test_that_the_genuine_vault_is_whole(vault: Vault) -> None:
    vault.training.path.write_bytes(vault.genuine)
    assert not caught(vault)


@pytest.mark.parametrize(
    "mutation",
    [edit, delete, swap, duplicate, truncate, sign_again, move, bring_back, dispose_of],
)
def test_that_every_mutation_is_named(
    vault: Vault, mutation: Callable[[dbapi2.Connection, random.Random, Vault], None]
) -> None:
    for turn in range(ROUNDS):
        vault.training.path.write_bytes(vault.genuine)
        burglar = vault.training.burgle()
        before = _rows(burglar)
        mutation(burglar, random.Random(f"{mutation.__name__} {turn}"), vault)  # noqa: S311 the same each time
        burglar.execute("DELETE FROM shelves")  # the lists are mended, as if by themselves
        altered = _rows(burglar) != before
        burglar.close()
        assert altered
        assert caught(vault), turn
