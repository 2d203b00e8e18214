"""A member's own ways in, seen from inside: passphrase, accounts, key files, kit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.face import Face
from dsl_desk.domain.training import is_training, school_shown
from dsl_desk.domain.way_errors import (
    KeychainError,
    KitWantedError,
    LastWayError,
    NoSuchWayError,
    WrongKitError,
)
from dsl_desk.domain.ways_in import Kit, Way, WayAct, WayView
from dsl_desk.keys.device import device_secret, make_device_secret, mark_of
from dsl_desk.keys.doors import DoorShutError
from dsl_desk.keys.key_file import make_key_file
from dsl_desk.keys.kit import kit_key, kit_plan
from dsl_desk.keys.kit_code import fresh_code
from dsl_desk.keys.stretching import Recipe
from dsl_desk.keys.trying import doors_of, passphrase_plans
from dsl_desk.services.doorstep import kit_on_paper, suggest_passphrase
from dsl_desk.services.new_doors import cost_here, refuse_weak, take_back_key_file
from dsl_desk.services.own_doors import WITH_PASSPHRASE, OwnDoors

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.keys.doors import Door
    from dsl_desk.keys.header import MemberRow
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting

_VAULT: Final = frozenset({Thing.VAULT})


@dataclass(frozen=True)
class Insider:
    """By which way somebody came in, on which account, and the fonts for their paper."""

    came_by: Way
    place: Doorstep = field(repr=False)
    fonts: Path


class WaysIn:
    """What can be asked about one's own ways in."""

    def __init__(self, sitting: Sitting, book: RollBook, insider: Insider) -> None:
        self._own = OwnDoors(sitting, book, insider.place)
        self._insider = insider
        self._chosen = insider.came_by is not Way.KIT

    @property
    def passphrase_wanted(self) -> bool:
        """Whether somebody came in by their kit and has to choose a new passphrase now."""
        return not self._chosen and bool(doors_of(self._own.row(), *WITH_PASSPHRASE))

    def list(self) -> tuple[WayView, ...]:
        """Return the member's own ways in."""
        row = self._own.row()
        try:
            secret = device_secret(self._insider.place.keychain, row.vault)
        except KeychainError:
            secret = None
        here = mark_of(secret) if secret is not None else None
        return tuple(
            WayView(
                door.nonce.hex(),
                door.lock.way,
                door.lock.mark == here,
                door.lock.way is not Way.KIT or self._own.was_typed_back(door),
            )
            for door in row.doors
        )

    def change_passphrase(self, old: str, new: str) -> Changed[None]:
        """Make every door that the old passphrase opened anew for the new one."""
        row = self._own.row()
        self._own.prove(row, old)
        return self._choose(row, new, WayAct.PASSPHRASE_CHANGED)

    def choose_passphrase(self, new: str) -> Changed[None]:
        """Set a new passphrase without the old one, after coming in by the kit."""
        if self._insider.came_by is not Way.KIT:
            raise KitWantedError
        return self._choose(self._own.row(), new, WayAct.RECOVERED)

    def make_kit(self) -> Changed[Kit]:
        """Make a new kit; the old one opens nothing from now on."""
        row, code = self._own.row(), fresh_code()
        doors = (*_without(row, Way.KIT), *self._own.made(row, [kit_plan(code)]))
        self._own.put_in_place(row, doors, WayAct.KIT_MADE)
        return Changed(Kit(code, row.member.name, self._insider.place.clock.now()), _VAULT)

    def confirm_kit(self, code: str) -> Changed[None]:
        """Write down that a kit was typed back from its paper: one's own, or a new member's.

        WrongKitError when the code opens nobody's kit here.
        """
        for row in self._own.book.page().members:
            for door in doors_of(row, Way.KIT):
                if _opens(row, door, code):
                    self._own.typed_back(door)
                    return Changed(None, _VAULT)
        raise WrongKitError(misread=False)

    def note_first_kit(self) -> None:
        """Write down that one's own kit was typed back in set-up."""
        for door in doors_of(self._own.row(), Way.KIT):
            self._own.typed_back(door)

    def kit_on_paper(self, kit: Kit) -> bytes:
        """Return a kit that was just made as PDF."""
        page = self._own.book.page()
        school = school_shown(page.school, page.vault)
        face = Face(school, (self._own.sitting.member,), training=is_training(page.vault))
        return kit_on_paper(kit, face, self._insider.fonts)

    def draw_words(self) -> str:
        """Return four words by chance, for whoever chooses a passphrase here."""
        return suggest_passphrase(self._insider.fonts.parent / "words")

    def enrol_this_account(self, passphrase: str) -> Changed[None]:
        """Let the passphrase open the vault from this account of this computer too."""
        row = self._proved(passphrase)
        secret = make_device_secret(self._insider.place.keychain, row.vault)
        return self._add(row, passphrase, (Way.PASSPHRASE, secret), WayAct.ENROLLED)

    def make_key_file(self, passphrase: str, file: Path) -> Changed[None]:
        """Write a key file to a stick; with it the passphrase opens the vault anywhere."""
        row = self._proved(passphrase)
        secret = make_key_file(file, row.vault)
        try:
            return self._add(row, passphrase, (Way.KEY_FILE, secret), WayAct.KEY_FILE_MADE)
        except DeskError:
            take_back_key_file(file)
            raise

    def rely_on_passphrase_alone(self, passphrase: str) -> Changed[None]:
        """Let the passphrase open the vault with nothing beside it, as somebody was warned."""
        row = self._proved(passphrase)
        return self._add(row, passphrase, (Way.PASSPHRASE_ALONE, b""), WayAct.ALONE)

    def forget(self, way: str) -> Changed[None]:
        """Take one way in away: a lost laptop, a lost stick."""
        row = self._own.row()
        left = tuple(door for door in row.doors if door.nonce.hex() != way)
        if len(left) == len(row.doors):
            raise NoSuchWayError
        if not left:
            raise LastWayError
        self._own.put_in_place(row, left, WayAct.FORGOTTEN)
        return Changed(None, _VAULT)

    def prove(self, passphrase: str) -> None:
        """See once more that it is this member who is here, before something is signed."""
        row = self._own.row()
        if not doors_of(row, *WITH_PASSPHRASE):
            raise NoSuchWayError
        self._own.prove(row, passphrase)

    def _proved(self, passphrase: str) -> MemberRow:
        """Return one's own row, once the passphrase is seen to be theirs, or a good first one."""
        row = self._own.row()
        if doors_of(row, *WITH_PASSPHRASE):
            self._own.prove(row, passphrase)
        else:
            refuse_weak(passphrase, self._own.hints())
        return row

    def _choose(self, row: MemberRow, new: str, act: WayAct) -> Changed[None]:
        refuse_weak(new, self._own.hints())
        locks = [
            (door.lock.way, door.lock.mark, self._own.beside(row, door))
            for door in doors_of(row, *WITH_PASSPHRASE)
        ]
        plans = passphrase_plans(new, Recipe.fresh(cost_here(self._insider.place.clock)), locks)
        doors = (*self._own.made(row, plans), *_without(row, *WITH_PASSPHRASE))
        self._own.put_in_place(row, doors, act)
        self._chosen = True
        return Changed(None, _VAULT)

    def _add(
        self, row: MemberRow, passphrase: str, beside: tuple[Way, bytes], act: WayAct
    ) -> Changed[None]:
        way, secret = beside
        mark = mark_of(secret) if secret else b""
        others = doors_of(row, *WITH_PASSPHRASE)
        # The doors of one passphrase share their recipe, so that it is stretched once.
        clock = self._insider.place.clock
        recipe = others[0].lock.recipe if others else Recipe.fresh(cost_here(clock))
        plans = passphrase_plans(passphrase, recipe, [(way, mark, secret)])
        kept = (door for door in row.doors if (door.lock.way, door.lock.mark) != (way, mark))
        self._own.put_in_place(row, (*self._own.made(row, plans), *kept), act)
        self._chosen = True
        return Changed(None, _VAULT)


def _opens(row: MemberRow, door: Door, code: str) -> bool:
    try:
        door.open(kit_key(code, door.lock), row.record())
    except DoorShutError:
        return False
    return True


def _without(row: MemberRow, *ways: Way) -> tuple[Door, ...]:
    return tuple(door for door in row.doors if door.lock.way not in ways)
