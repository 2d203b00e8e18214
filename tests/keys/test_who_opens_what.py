"""Every set of members, every credential, every wrap: nothing opens that was not given.

Seven people of a school, each subset of them given the key of one part and the cells of one slot.
Everybody then tries everything they could try: every wrap on the page under every binding, every
cell, every door with every key.
"""

from __future__ import annotations

import secrets
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.doors import Door, DoorPlan, DoorShutError, Lock
from dsl_desk.keys.person import Person
from dsl_desk.keys.slot_cells import SlotPlace, make_cells, open_cells
from dsl_desk.keys.stretching import FLOOR, Recipe
from dsl_desk.keys.wraps import Place, Suite, WrapError

if TYPE_CHECKING:
    from collections.abc import Iterator

VAULT = "0a" * 16
PEOPLE = tuple(Person.fresh(MemberId(f"{n:02x}" * 16)) for n in range(1, 8))
SLOT = SlotPlace(VAULT, "head-1.slot")


def subsets() -> Iterator[tuple[Person, ...]]:
    for size in range(len(PEOPLE) + 1):
        yield from combinations(PEOPLE, size)


def opens(person: Person, wrap: bytes, place: Place, suite: Suite) -> bytes | None:
    try:
        return person.opening.unwrap(wrap, place, suite)
    except WrapError:
        return None


@pytest.mark.parametrize("suite", Suite)
def test_that_of_every_subset_exactly_those_in_it_open_the_part(suite: Suite) -> None:
    tried = wrong = 0
    for holders in subsets():
        key = secrets.token_bytes(32)
        wraps = {
            one.id: one.opening.sealing_key().wrap(
                key, Place(VAULT, Compartment.STAFF, 1, one.id), suite
            )
            for one in holders
        }
        for thief in PEOPLE:
            for whose, wrap in wraps.items():
                for bound in {whose, thief.id}:
                    tried += 1
                    found = opens(thief, wrap, Place(VAULT, Compartment.STAFF, 1, bound), suite)
                    wrong += (found == key) is not (thief.id == whose == bound)
    assert tried > 3000
    assert wrong == 0


def test_that_of_every_subset_that_fits_exactly_those_in_it_open_the_slot() -> None:
    tried = wrong = 0
    for holders in subsets():
        if len(holders) > 6:
            continue
        key = secrets.token_bytes(32)
        cells = make_cells(key, {one.id: one.opening.sealing_key() for one in holders}, SLOT)
        for thief in PEOPLE:
            tried += 1
            wrong += (open_cells(thief, cells, SLOT) == key) is not (thief in holders)
    assert tried == 127 * 7
    assert wrong == 0


def test_that_every_door_opens_to_its_own_key_and_to_no_other() -> None:
    """Keys as they come out of passphrases, kits and key files: to a door they are all alike."""
    records = {one.id: f"record of {one.id}".encode() for one in PEOPLE}
    keys = {(one.id, way): secrets.token_bytes(32) for one in PEOPLE for way in Way}
    doors = {
        (one.id, way): Door.made(
            one.secret(),
            records[one.id],
            DoorPlan(Lock(way, Recipe.fresh(FLOOR)), keys[one.id, way]),
        )
        for one in PEOPLE
        for way in Way
    }
    wrong = 0
    for (whose, way), door in doors.items():
        for credential, key in keys.items():
            for record in records.values():
                opened = _opened(door, key, record)
                right = credential == (whose, way) and record == records[whose]
                wrong += (opened is not None) is not right
    assert wrong == 0


def _opened(door: Door, key: bytes, record: bytes) -> bytes | None:
    try:
        return door.open(key, record)
    except DoorShutError:
        return None


def test_that_a_count_of_wrong_openings_would_notice_one() -> None:
    """The control: a wrap bound to nobody in particular opens under the thief's own name."""
    maya, owen = PEOPLE[:2]
    place = Place(VAULT, Compartment.STAFF, 1, owen.id)
    wrap = owen.opening.sealing_key().wrap(b"k" * 32, place, Suite.HYBRID)
    assert opens(owen, wrap, place, Suite.HYBRID) == b"k" * 32
    assert opens(maya, wrap, place, Suite.HYBRID) is None
