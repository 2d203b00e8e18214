"""A member's own row on the vault's page: read, proved by passphrase, changed by a signed line.

A change is written down first, under an id that is made from the line: should the page then fail,
the roll has no such line, and nothing came of it. The other way round a change could go untold.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.way_errors import WrongPassphraseError
from dsl_desk.domain.ways_in import Way, WayAct
from dsl_desk.keys.doors import Door, DoorShutError
from dsl_desk.keys.guesses import Guesses
from dsl_desk.keys.trying import by_passphrase, doors_of
from dsl_desk.keys.vouching import WAYS_IN
from dsl_desk.services.opening import member_row
from dsl_desk.services.page_rows import with_row
from dsl_desk.services.roll_notes import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.keys.doors import DoorPlan
    from dsl_desk.keys.header import MemberRow
    from dsl_desk.keys.roll import RollLine
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting

_KIND: Final = "way_in"
WITH_PASSPHRASE: Final = (Way.PASSPHRASE, Way.KEY_FILE, Way.PASSPHRASE_ALONE)


@dataclass(frozen=True)
class OwnDoors:
    """The doors of who is inside, on the account where they are."""

    sitting: Sitting
    book: RollBook
    place: Doorstep = field(repr=False)

    def row(self) -> MemberRow:
        """Return one's own row as the page has it now."""
        return member_row(self.book.page(), self.book.person.id)

    def hints(self) -> tuple[str, ...]:
        """Return what anybody would try first."""
        return (self.book.page().school, self.sitting.member.name)

    def prove(self, row: MemberRow, passphrase: str) -> None:
        """See that it is this member's passphrase; a wrong one counts like one at the lock."""
        guesses = Guesses(self.book.folder, row.vault, self.place)
        before = guesses.knock(row.member.id)
        doors = doors_of(row, *WITH_PASSPHRASE)
        try:
            by_passphrase(row, passphrase, [(door, self.beside(row, door)) for door in doors])
        except DoorShutError:
            raise WrongPassphraseError(guesses.wait(row.member.id)) from None
        except DeskError:
            guesses.put_back(row.member.id, before)
            raise
        guesses.opened(row.member.id)

    def beside(self, row: MemberRow, door: Door) -> bytes:
        """Return the secret that stands beside the passphrase at a door."""
        return door.beside(self.book.person.secret(), row.record())

    def made(self, row: MemberRow, plans: Iterable[DoorPlan]) -> tuple[Door, ...]:
        """Return new doors to one's own keys."""
        secret = self.book.person.secret()
        return tuple(Door.made(secret, row.record(), plan) for plan in plans)

    def put_in_place(self, row: MemberRow, doors: Sequence[Door], act: WayAct) -> None:
        """Write down what is done, then make it so."""
        after = with_row(self.book.page(), replace(row, doors=tuple(doors)))
        signed = self.book.signed(after, WAYS_IN)
        self._write_down(act, signed.roll[-1])
        self.sitting.under(self.book.put_in_place(signed))

    def typed_back(self, door: Door) -> None:
        """Write down that a kit was typed back from its paper; once is enough."""
        if self.sitting.may_write(Compartment.SCHOOL, EntryClass.WAY_IN):
            fields: dict[str, Json] = {"did": WayAct.KIT_TYPED_BACK.value, "kit": door.nonce.hex()}
            self._enter(_typed_back_id(door), fields)

    def was_typed_back(self, door: Door) -> bool:
        """Tell whether a kit was; of somebody without a key to School nobody can tell."""
        opened = self.sitting.parts.get(Compartment.SCHOOL)
        return opened is None or opened.part.ledger.find(_typed_back_id(door)) is not None

    def _write_down(self, act: WayAct, line: RollLine) -> None:
        if not self.sitting.may_write(Compartment.SCHOOL, EntryClass.WAY_IN):
            return  # the roll alone says it, of somebody who holds no key to School
        self._enter(entry_of(line), {"did": act.value, "line": line.number})

    def _enter(self, name: EntryId, fields: Mapping[str, Json]) -> None:
        body = Body(_KIND, 1, fields=fields)
        with self.sitting.writing(Compartment.SCHOOL, EntryClass.WAY_IN) as write:
            write.enter(Act(name, RecordId(name), EntryClass.WAY_IN, body))


def _typed_back_id(door: Door) -> EntryId:
    return EntryId(hashlib.sha256(b"typed back " + door.nonce).hexdigest()[:32])
