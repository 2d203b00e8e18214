"""The ledger changed by somebody who holds the database's key, and one member's signing key.

Every case changes one part in one way, checks it as the desk does, and takes the change back. An
honest witness knows the last entry. The check must refuse, and name the first entry that is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.member import Role
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.database import Database
from dsl_desk.storage.part import Part
from tests.builders import a_concern_draft
from tests.proof import harness
from tests.proof.forgeries import FORGERIES, Burglar
from tests.proof.ground import Ground, add_member, burgle, new_id, part_keys, person_of

if TYPE_CHECKING:
    import random

    from dsl_desk.keys.person import Person
    from dsl_desk.storage.proof import Proof

_CONCERNS = 25
_HERE = Compartment.CHILDREN


class Ledger(harness.Harness):
    name: ClassVar = "ledger"
    claim: ClassVar = "nobody changes the ledger unseen, not with its key and a member's own"
    asked: ClassVar = "100,000 mutations: 100 % caught, the first bad entry named"
    fast: ClassVar = 800
    control: ClassVar = 200
    full: ClassVar = 100_000

    @override
    def prepare(self) -> int:
        vault = Ground.laid(self.ground / "vault", concerns=0)
        others = self._add_two(vault)
        sitting = vault.sit()
        school = [
            line
            for strand in sitting.part(Compartment.SCHOOL).ledger.strands()
            for line in sitting.part(Compartment.SCHOOL).ledger.lines_after(strand, 0)
        ]
        rolls = sitting.part(_HERE).ledger.proof._rolls
        head = list(sitting.part(_HERE).ledger.entries())[-1]
        sitting.close()
        self.connection = burgle(vault.folder / "parts" / "children.part", part_keys(vault)[_HERE])
        self.connection.execute("PRAGMA journal_mode=MEMORY")
        self.burglar = Burglar(self.connection, school, others)
        self.part = Part(Database(self.connection, _HERE, vault.folder), rolls)
        self.witness = (head.header.number, head.digest)
        self.facts["kinds of change"] = len(FORGERIES)
        if self.planted:
            _believe_every_signature(self.part.ledger.proof)
        return self.full

    def _add_two(self, vault: Ground) -> list[Person]:
        """Let two more join, whose keys are misused, and then let the concerns be written."""
        desk = vault.unlock()
        added = [
            add_member(desk, name, Role.DEPUTY_DSL) for name in ("Owen Larkspur", "Lena Harebell")
        ]
        for number in range(_CONCERNS):
            desk.concerns.record(a_concern_draft(words=f"said {number}"), new_id())
        desk.close()
        return [person_of(vault, member, key) for member, key in added]

    @override
    def case(self, number: int, chance: random.Random) -> str:
        name, forge = FORGERIES[number % len(FORGERIES)]
        self.connection.execute("BEGIN")
        try:
            expected = forge(self.burglar, chance)
            named = self._named()
        finally:
            self.connection.execute("ROLLBACK")
        if named is None:
            return f"{name} at entry {expected}: nobody noticed"
        self.facts["caught"] += 1
        return "" if named == expected else f"{name} at entry {expected}: entry {named} was named"

    def _named(self) -> int | None:
        """Return the entry that is named as the first wrong one; None if nothing is noticed."""
        try:
            check_part(self.part, lambda _count: None)
        except DamageError as damage:
            return damage.where.number or self._missing()
        return self._missing()

    def _missing(self) -> int | None:
        """Ask the witness."""
        number, digest = self.witness
        sql = "SELECT max(number) FROM ledger"
        (last,) = self.connection.execute(sql).fetchone()
        if last < number:
            return int(last) + 1
        found = list(self.part.ledger.entries())
        return number if found[number - 1].digest != digest else None

    @override
    def finish(self) -> None:
        self.connection.close()


def _believe_every_signature(proof: Proof) -> None:
    """Plant the fault."""

    def believe(_header: object, _line: object) -> None:
        """Look at nothing."""

    setattr(proof, "_signature", believe)  # noqa: B010 - the planted fault


if __name__ == "__main__":
    harness.main(Ledger)
