"""A member's own ways in, seen from inside: passphrase, accounts, key files, kit.

Each change is a new line of the roll with a new page, and an entry in School. The entry is written
first and names the line: should the page then fail, the roll tells that nothing came of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    DeskError,
    KeychainError,
    KitWantedError,
    LastWayError,
    NoSuchWayError,
    WrongPassphraseError,
)
from dsl_desk.domain.face import Face
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.ways_in import Kit, Way, WayAct, WayView
from dsl_desk.keys.device import device_secret, make_device_secret, mark_of
from dsl_desk.keys.doors import Door, DoorShutError
from dsl_desk.keys.guesses import Guesses
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.key_file import make_key_file
from dsl_desk.keys.kit import kit_plan
from dsl_desk.keys.kit_code import fresh_code
from dsl_desk.keys.stretching import Recipe
from dsl_desk.keys.trying import by_passphrase, doors_of, passphrase_plans
from dsl_desk.keys.vouching import WAYS_IN, roll_in_force, signed_page
from dsl_desk.services.doorstep import kit_on_paper, suggest_passphrase
from dsl_desk.services.new_doors import cost_here, refuse_weak, take_back_key_file
from dsl_desk.services.opening import member_row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.keys.header import Header, MemberRow
    from dsl_desk.keys.person import Person
    from dsl_desk.services.sitting import Sitting

_KIND: Final = "way_in"
WITH_PASSPHRASE: Final = (Way.PASSPHRASE, Way.KEY_FILE, Way.PASSPHRASE_ALONE)


@dataclass(frozen=True)
class Insider:
    """Who is inside, by which way, in which vault, on which account."""

    person: Person = field(repr=False)
    came_by: Way
    folder: Path
    place: Doorstep = field(repr=False)
    fonts: Path


class WaysIn:
    """What can be asked about one's own ways in."""

    def __init__(self, sitting: Sitting, insider: Insider) -> None:
        self._sitting = sitting
        self._insider = insider
        self._place = insider.place
        self._chosen = insider.came_by is not Way.KIT

    @property
    def passphrase_wanted(self) -> bool:
        """Whether somebody came in by their kit and has to choose a new passphrase now."""
        return not self._chosen and bool(doors_of(self._row(), *WITH_PASSPHRASE))

    def list(self) -> tuple[WayView, ...]:
        """Return the member's own ways in."""
        row = self._row()
        try:
            secret = device_secret(self._place.keychain, row.vault)
        except KeychainError:
            secret = None
        here = mark_of(secret) if secret is not None else None
        return tuple(
            WayView(door.nonce.hex(), door.lock.way, door.lock.mark == here) for door in row.doors
        )

    def change_passphrase(self, old: str, new: str) -> Changed[None]:
        """Make every door that the old passphrase opened anew for the new one."""
        row = self._row()
        self._prove(row, old)
        return self._choose(row, new, WayAct.PASSPHRASE_CHANGED)

    def choose_passphrase(self, new: str) -> Changed[None]:
        """Set a new passphrase without the old one, after coming in by the kit."""
        if self._insider.came_by is not Way.KIT:
            raise KitWantedError
        return self._choose(self._row(), new, WayAct.RECOVERED)

    def make_kit(self) -> Changed[Kit]:
        """Make a new kit; the old one opens nothing from now on."""
        row, code = self._row(), fresh_code()
        door = Door.made(self._secret(), row.record(), kit_plan(code))
        self._put_in_place(row, (*_without(row, Way.KIT), door), WayAct.KIT_MADE)
        kit = Kit(code, row.member.name, self._place.clock.now())
        return Changed(kit, frozenset({Thing.VAULT}))

    def kit_on_paper(self, kit: Kit) -> bytes:
        """Return a kit that was just made as PDF."""
        face = Face(self._header().school, (self._sitting.member,))
        return kit_on_paper(kit, face, self._insider.fonts)

    def draw_words(self) -> str:
        """Return four words by chance, for whoever chooses a passphrase here."""
        return suggest_passphrase(self._insider.fonts.parent / "words")

    def enrol_this_account(self, passphrase: str) -> Changed[None]:
        """Let the passphrase open the vault from this account of this computer too."""
        row = self._row()
        self._prove(row, passphrase)
        secret = make_device_secret(self._place.keychain, row.vault)
        return self._add(row, passphrase, (Way.PASSPHRASE, secret), WayAct.ENROLLED)

    def make_key_file(self, passphrase: str, file: Path) -> Changed[None]:
        """Write a key file to a stick; with it the passphrase opens the vault anywhere."""
        row = self._row()
        self._prove(row, passphrase)
        secret = make_key_file(file, row.vault)
        try:
            return self._add(row, passphrase, (Way.KEY_FILE, secret), WayAct.KEY_FILE_MADE)
        except DeskError:
            take_back_key_file(file)
            raise

    def rely_on_passphrase_alone(self, passphrase: str) -> Changed[None]:
        """Let the passphrase open the vault with nothing beside it, as somebody was warned."""
        row = self._row()
        self._prove(row, passphrase)
        return self._add(row, passphrase, (Way.PASSPHRASE_ALONE, b""), WayAct.ALONE)

    def forget(self, way: str) -> Changed[None]:
        """Take one way in away: a lost laptop, a lost stick."""
        row = self._row()
        left = tuple(door for door in row.doors if door.nonce.hex() != way)
        if len(left) == len(row.doors):
            raise NoSuchWayError
        if not left:
            raise LastWayError
        return self._put_in_place(row, left, WayAct.FORGOTTEN)

    def _prove(self, row: MemberRow, passphrase: str) -> None:
        """See that it is this member's passphrase; one who has none yet chooses it here."""
        secret = self._secret()
        doors = doors_of(row, *WITH_PASSPHRASE)
        if not doors:
            refuse_weak(passphrase, self._hints(row))
            return
        guesses = Guesses(self._insider.folder, row.vault, self._place)
        before = guesses.knock(row.member.id)
        try:
            candidates = [(door, door.beside(secret, row.record())) for door in doors]
            by_passphrase(row, passphrase, candidates)
        except DoorShutError:
            raise WrongPassphraseError(guesses.wait(row.member.id)) from None
        except DeskError:
            guesses.put_back(row.member.id, before)
            raise
        guesses.opened(row.member.id)

    def _choose(self, row: MemberRow, new: str, act: WayAct) -> Changed[None]:
        refuse_weak(new, self._hints(row))
        secret = self._secret()
        old = doors_of(row, *WITH_PASSPHRASE)
        locks = [(door.lock.way, door.lock.mark, door.beside(secret, row.record())) for door in old]
        plans = passphrase_plans(new, Recipe.fresh(cost_here(self._place.clock)), locks)
        made = tuple(Door.made(secret, row.record(), plan) for plan in plans)
        done = self._put_in_place(row, (*made, *_without(row, *WITH_PASSPHRASE)), act)
        self._chosen = True
        return done

    def _add(
        self, row: MemberRow, passphrase: str, lock: tuple[Way, bytes], act: WayAct
    ) -> Changed[None]:
        way, beside = lock
        mark = mark_of(beside) if beside else b""
        others = doors_of(row, *WITH_PASSPHRASE)
        # The doors of one passphrase share their recipe, so that it is stretched once.
        recipe = others[0].lock.recipe if others else Recipe.fresh(cost_here(self._place.clock))
        plan = passphrase_plans(passphrase, recipe, [(way, mark, beside)])[0]
        kept = tuple(d for d in row.doors if (d.lock.way, d.lock.mark) != (way, mark))
        door = Door.made(self._secret(), row.record(), plan)
        done = self._put_in_place(row, (door, *kept), act)
        self._chosen = True
        return done

    def _put_in_place(self, row: MemberRow, doors: Sequence[Door], act: WayAct) -> Changed[None]:
        header = self._header()
        changed = replace(row, doors=tuple(doors))
        members = tuple(changed if one.member == row.member else one for one in header.members)
        page = signed_page(
            replace(header, members=members), self._insider.person, self._place.clock, WAYS_IN
        )
        self._write_down(act, page.roll[-1].number)
        try:
            write_header_file(self._insider.folder, page)
        except OSError as failure:
            raise what_the_disk_did(failure) from failure
        return Changed(None, frozenset({Thing.VAULT}))

    def _write_down(self, act: WayAct, line: int) -> None:
        if Compartment.SCHOOL not in self._sitting.parts:
            return  # the roll alone says it, of somebody who holds no key to School
        name = fresh_id(self._place.clock.now())
        body = Body(_KIND, 1, fields={"did": act.value, "line": line})
        with self._sitting.writing(Compartment.SCHOOL, EntryClass.WAY_IN) as write:
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.WAY_IN, body))

    def _secret(self) -> bytes:
        return self._insider.person.secret()

    def _hints(self, row: MemberRow) -> tuple[str, ...]:
        return (self._header().school, row.member.name)

    def _header(self) -> Header:
        header = read_header_file(self._insider.folder)
        roll_in_force(header)
        return header

    def _row(self) -> MemberRow:
        return member_row(self._header(), self._insider.person.id)


def _without(row: MemberRow, *ways: Way) -> tuple[Door, ...]:
    return tuple(door for door in row.doors if door.lock.way not in ways)
