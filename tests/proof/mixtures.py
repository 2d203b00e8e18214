"""Pages of 20 genuine versions mixed, and journals that do not belong: planted, stale, missing.

SQLCipher's own seal covers a page and its number, not when it was written: every mixture opens. So
the ledger has to notice. What shows the newest entries, all of them, is right; an earlier version
has to be told by this account's witness at unlock; everything else has to be refused or named by
the end of the check. A journal left by a killed writer is never refused.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.vault_errors import RolledBackError
from dsl_desk.storage.shelves.concerns import CONCERNS
from tests.builders import a_concern_draft
from tests.proof import harness
from tests.proof.ground import Ground, burgle, check, contents, new_id, part_keys

if TYPE_CHECKING:
    import random

PAGE = 4096
_VERSIONS = 20
_PART = "parts/children.part"
_SCHOOL = "parts/school.part"
_JOURNAL = "parts/children.part-journal"
_MAGIC = bytes.fromhex("d9d505f920a163d7")


class Mixtures(harness.Harness):
    name: ClassVar = "mixtures"
    claim: ClassVar = "a part mixed from its own earlier pages, or with a wrong journal, is named"
    asked: ClassVar = "mixtures of 20 versions; planted, stale, missing journals: 100 % caught"
    fast: ClassVar = 250
    control: ClassVar = 400
    full: ClassVar = 20_000

    @override
    def prepare(self) -> int:
        self.vault = Ground.laid(self.ground / "vault")
        self.part = self.vault.folder / _PART
        self.journal = self.vault.folder / _JOURNAL
        self.versions = []
        self.journals: list[tuple[bytes, bytes]] = []  # part and journal in mid-transaction
        for number in range(_VERSIONS):
            self._add(number)
            self.versions.append(self.part.read_bytes())
        self.vault.unlock().close()  # this account has seen the newest version now
        self.school = (self.vault.folder / _SCHOOL).read_bytes()
        self.genuine = [self._read(version, b"") for version in self.versions]
        self.newest = self.genuine[-1]
        assert isinstance(self.newest, dict)
        return self.full

    def _add(self, number: int) -> None:
        desk = self.vault.unlock()
        desk.concerns.record(a_concern_draft(words=f"said in version {number} " * 40), new_id())
        desk.close()
        self.journals.append(self._torn(number))

    def _torn(self, number: int) -> tuple[bytes, bytes]:
        """Return part and journal as a writer killed in mid-transaction leaves them."""
        connection = burgle(self.part, part_keys(self.vault)[Compartment.CHILDREN])
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA cache_size=1")  # so that pages reach the file before the end
        connection.execute("BEGIN IMMEDIATE")
        sql = f"UPDATE {CONCERNS.table} SET about = about || ?"  # noqa: S608 own table
        connection.execute(sql, (f" {number}" * 500,))
        torn = (self.part.read_bytes(), self.journal.read_bytes())
        connection.execute("ROLLBACK")
        connection.close()
        return torn

    def _read(self, part: bytes, journal: bytes) -> dict[str, str] | str:
        self.part.write_bytes(part)
        self.journal.unlink(missing_ok=True)
        if journal:
            self.journal.write_bytes(journal)
        try:
            sitting = self.vault.sit()
        except DeskError as error:
            return type(error).__name__
        try:
            if not self.planted:
                check(sitting)
            return contents(sitting)
        except DeskError as error:
            return type(error).__name__
        finally:
            sitting.close()

    @override
    def case(self, number: int, chance: random.Random) -> str:
        kinds = (self._mixed, self._mixed, self._mixed, self._journal, self._killed)
        return kinds[number % len(kinds)](chance)

    def _mixed(self, chance: random.Random) -> str:
        """Mix pages of two to four versions at random, the length of any of them."""
        some = chance.sample(self.versions, chance.randint(2, 4))
        length = max(len(version) for version in some)
        pages = []
        for at in range(0, length, PAGE):
            having = [version for version in some if len(version) > at]
            pages.append(chance.choice(having)[at : at + PAGE])
        return self._judge(self._read(b"".join(pages), b""), "a mixture of pages")

    def _journal(self, chance: random.Random) -> str:
        """Put a journal beside the newest version that does not belong to it."""
        stale = chance.choice(self.journals)[1]
        flipped = bytearray(stale)
        flipped[chance.randrange(28, len(flipped))] ^= 1 << chance.randrange(8)
        noise = _MAGIC + chance.randbytes(chance.randint(500, 20_000))
        what, journal = chance.choice(
            (
                ("a stale journal", stale),
                ("a stale journal with a flipped bit", bytes(flipped)),
                ("a planted journal", noise),
                ("a journal cut off", stale[: chance.randrange(len(stale))]),
            )
        )
        return self._judge(self._read(self.versions[-1], journal), what)

    def _killed(self, chance: random.Random) -> str:
        """Open what a killed writer left; and the same with its journal gone."""
        number = chance.randrange(_VERSIONS)
        part, journal = self.journals[number]
        if self._read(part, journal) != self.genuine[number]:
            return "a good journal of a killed writer was refused"
        self.facts["good journals taken"] += 1
        found = self._read(part, b"")
        if isinstance(found, str):
            self.facts["refused or named"] += 1
        elif found != self.genuine[number]:
            return "a missing journal: wrong data"
        else:
            self.facts["read right"] += 1
        return ""

    def _judge(self, found: dict[str, str] | str, what: str) -> str:
        if isinstance(found, str):
            self.facts["refused or named"] += 1
        elif found == self.newest:
            self.facts["read right"] += 1
        elif found in self.genuine:
            if not self._witnessed():
                return f"{what}: an earlier version, and no witness told of it"
            self.facts["an earlier version, told by the witness"] += 1
        else:
            return f"{what}: shown as genuine"
        return ""

    def _witnessed(self) -> bool:
        """Unlock what is there now; tell whether something stands out to this account."""
        seen = dict(self.vault.keychain.kept)
        desk = self.vault.unlock()
        noticed = desk.vault.noticed()
        desk.close()
        self.vault.keychain.kept = seen
        (self.vault.folder / _SCHOOL).write_bytes(self.school)
        return any(isinstance(notice.error, RolledBackError) for notice in noticed)

    @override
    def finish(self) -> None:
        shutil.rmtree(self.vault.folder, ignore_errors=True)


if __name__ == "__main__":
    harness.main(Mixtures)
