"""Pages of 20 genuine versions mixed, journals that do not belong, and whole days put back.

SQLCipher's own seal covers a page and its number, not when it was written: every mixture opens. So
the ledger has to notice. What shows the newest entries, lists and words, all of them, is right; an
earlier version has to be told by this account's witness at unlock; everything else has to be
refused or named by the end of the check. A journal left by a killed writer is never refused.

The vault was witnessed a hundred times. Each of these states, whole or one part of it, is put back
before somebody who saw a later one; the notice has to say how many entries are missing.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DamageError, DeskError
from dsl_desk.domain.vault_errors import RolledBackError
from dsl_desk.services.watch import Notice
from dsl_desk.storage.shelves.concerns import CONCERNS
from tests.builders import a_concern_draft
from tests.proof import harness
from tests.proof.days import Day, Days, what_is_shown
from tests.proof.ground import Ground, burgle, check, new_id, part_keys

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

PAGE = 4096
_STATES = 100
_MIXED = 20  # of these states, the newest among them
_PART = "parts/children.part"
_JOURNAL = "parts/children.part-journal"
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_UNCHECKED, _FORGETFUL = "a desk that does not check", "an account that forgets what it saw"


class Mixtures(harness.Harness):
    name: ClassVar = "mixtures"
    claim: ClassVar = (
        "a part mixed from its own earlier pages, a wrong journal, a day put back: named"
    )
    asked: ClassVar = (
        "mixtures of 20 versions; planted, stale, missing journals; rollback to each of 100"
        " witnessed states: 100 % caught and named"
    )
    fast: ClassVar = 80
    control: ClassVar = 600
    faults: ClassVar[tuple[str, ...]] = (_UNCHECKED, _FORGETFUL)
    full: ClassVar = 20_000

    @override
    def prepare(self) -> int:
        self.vault = Ground.laid(self.ground / "vault")
        self.days = Days(self.vault)
        self.torn = []  # part and journal in mid-transaction, and the day they are of
        for number in range(_STATES):
            self._add(number)
            if (number + 1) % (_STATES // _MIXED) == 0:
                self.torn.append((number, *self._torn(number)))
        self.versions = [self.days.of(number).files[_PART] for number, _, _ in self.torn]
        self.genuine = [self._read({_PART: version}) for version in self.versions]
        self.newest = self.genuine[-1]
        assert isinstance(self.newest, dict)
        return self.full

    def _add(self, number: int) -> None:
        desk = self.vault.unlock()
        desk.concerns.record(a_concern_draft(words=f"said in version {number} " * 40), new_id())
        desk.close()
        self.days.keep()

    def _torn(self, number: int) -> tuple[bytes, bytes]:
        """Return part and journal as a writer killed in mid-transaction leaves them."""
        part, journal = self.vault.folder / _PART, self.vault.folder / _JOURNAL
        connection = burgle(part, part_keys(self.vault)[Compartment.CHILDREN])
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA cache_size=1")  # so that pages reach the file before the end
        connection.execute("BEGIN IMMEDIATE")
        sql = f"UPDATE {CONCERNS.table} SET about = about || ?"  # noqa: S608 own table
        connection.execute(sql, (f" {number}" * 500,))
        torn = (part.read_bytes(), journal.read_bytes())
        connection.execute("ROLLBACK")
        connection.close()
        return torn

    def _read(self, changed: Mapping[str, bytes]) -> dict[str, str] | str:
        """Lay the newest state with something changed; return what it shows, or why it does not."""
        self.days.lay(self.days.newest, changed)
        try:
            sitting = self.vault.sit()
        except DeskError as error:
            return type(error).__name__
        try:
            if self.planted != _UNCHECKED:
                check(sitting)
            return what_is_shown(sitting)
        except DeskError as error:
            return type(error).__name__
        finally:
            sitting.close()

    @override
    def case(self, number: int, chance: random.Random) -> str:
        kinds = (self._mixed, self._mixed, self._mixed, self._journal, self._killed)
        if number % (len(kinds) + 1) == len(kinds):
            return self._put_back(number // (len(kinds) + 1) % (_STATES - 1), chance)
        return kinds[number % (len(kinds) + 1)](chance)

    def _mixed(self, chance: random.Random) -> str:
        """Mix pages of two to four versions at random; of some versions perhaps only a few."""
        some = chance.sample(self.versions, chance.randint(2, 4))
        if chance.random() < 0.5:
            some[0] = self.versions[-1]
        weight = chance.choice((1, 1, 8, 30))  # of the first
        weights = [weight, *([1] * (len(some) - 1))]
        length = len(some[0]) if weight > 1 else max(len(version) for version in some)
        pages = []
        for at in range(0, length, PAGE):
            having = [each for each in zip(some, weights, strict=True) if len(each[0]) > at]
            version = chance.choices([each[0] for each in having], [each[1] for each in having])[0]
            pages.append(version[at : at + PAGE])
        return self._judge({_PART: b"".join(pages)}, "a mixture of pages")

    def _journal(self, chance: random.Random) -> str:
        """Put a journal beside the newest version that does not belong to it."""
        stale = chance.choice(self.torn)[2]
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
        return self._judge({_JOURNAL: journal}, what)

    def _killed(self, chance: random.Random) -> str:
        """Open what a killed writer left; and the same with its journal gone."""
        at = chance.randrange(_MIXED)
        _, part, journal = self.torn[at]
        if self._read({_PART: part, _JOURNAL: journal}) != self.genuine[at]:
            return "a good journal of a killed writer was refused"
        self.facts["good journals taken"] += 1
        found = self._read({_PART: part})
        if isinstance(found, str):
            self.facts["refused or named"] += 1
        elif found != self.genuine[at]:
            return "a missing journal: wrong data"
        else:
            self.facts["read right"] += 1
        return ""

    def _judge(self, changed: Mapping[str, bytes], what: str) -> str:
        found = self._read(changed)
        if isinstance(found, str):
            self.facts["refused or named"] += 1
        elif found == self.newest:
            self.facts["read right"] += 1
        elif found not in self.genuine:
            return f"{what}: shown as genuine"
        elif not self._told(self.days.newest, changed, self.days.newest):
            return f"{what}: an earlier version, and no witness told of it"
        else:
            self.facts["an earlier version, told by the witness"] += 1
        return ""

    def _told(self, there: Day, changed: Mapping[str, bytes], seen: Day) -> tuple[Notice, ...]:
        """Unlock before an account that saw another day; return all that stands out to it.

        Being refused by name is being told as well: what was mixed may be met only by writing.
        """
        self.days.lay(there, changed)
        self.vault.keychain.kept = {} if self.planted == _FORGETFUL else dict(seen.keychain)
        try:
            desk = self.vault.unlock()
        except DamageError as error:
            return (Notice(error),)
        try:
            return tuple(
                notice
                for notice in desk.vault.noticed()
                if isinstance(notice.error, RolledBackError | DamageError)
            )
        finally:
            desk.close()

    def _put_back(self, number: int, chance: random.Random) -> str:
        """Put a witnessed state back before somebody who saw a later one."""
        state = self.days.of(number)
        seen = self.days.of(chance.randrange(number + 1, _STATES))
        whole = chance.random() < 0.5
        there = state if whole else self.days.newest
        changed = {} if whole else {_PART: state.files[_PART]}
        found = {
            notice.error.compartment: notice.error.missing
            for notice in self._told(there, changed, seen)
            if isinstance(notice.error, RolledBackError)
        }
        missing = {
            part: seen.entries[part] - state.entries[part]
            for part in (Compartment.CHILDREN, *((Compartment.SCHOOL,) if whole else ()))
        }
        if found != missing:
            return f"state {number} put back, {missing} are missing: {found} was told"
        self.facts["witnessed states put back, told with the number missing"] += 1
        return ""

    @override
    def finish(self) -> None:
        shutil.rmtree(self.vault.folder, ignore_errors=True)


if __name__ == "__main__":
    harness.main(Mixtures)
