"""Every subset of ten members, every credential, every wrap: only the entitled open anything.

A case is one subset of members to whom a part's key was wrapped. Then all ten try everything they
have on everything that lies there: each wrap with each private key, for the right place and for
wrong ones (another vault, part, epoch, member), and each door with each key.
"""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import MemberId, fresh_id
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.doors import Door, DoorPlan, DoorShutError, Lock
from dsl_desk.keys.person import Person
from dsl_desk.keys.stretching import FLOOR, Recipe
from dsl_desk.keys.wraps import Place, Suite, WrapError
from dsl_desk.system.clock import SystemClock
from tests.proof import harness

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

_MEMBERS = 10
_ALL = (1 << _MEMBERS) - 1


class Subsets(harness.Harness):
    name: ClassVar = "subsets"
    claim: ClassVar = "whoever was not given a key opens nothing with anything"
    asked: ClassVar = "all 1,023 subsets of ten members x every credential and wrap: 0 wrong opens"
    fast: ClassVar = 40
    control: ClassVar = 40

    @override
    def prepare(self) -> int:
        now = SystemClock().now()
        self.people = [Person.fresh(MemberId(fresh_id(now))) for _ in range(_MEMBERS)]
        self.keys = [secrets.token_bytes(32) for _ in self.people]
        self.vault = fresh_id(now)
        lock = Lock(Way.PASSPHRASE_ALONE, Recipe.fresh(FLOOR))
        self.doors = [
            Door.made(person.secret(), _record(person), DoorPlan(lock, key))
            for person, key in zip(self.people, self.keys, strict=True)
        ]
        return _ALL

    @override
    def case(self, number: int, chance: random.Random) -> str:
        subset = [at for at in range(_MEMBERS) if (number + 1) >> at & 1]
        suite = chance.choice(tuple(Suite))
        key = secrets.token_bytes(32)
        wraps = {
            at: self.people[at].opening.sealing_key().wrap(key, self._place(at), suite)
            for at in subset
        }
        if self.planted:  # a wrap that is bound to nobody in particular
            stranger = next(at for at in range(_MEMBERS) if at not in subset[:1])
            sealing = self.people[stranger].opening.sealing_key()
            wraps[subset[0]] = sealing.wrap(key, self._place(stranger), suite)
        wrong = self._try_wraps(wraps, key, suite) or self._try_doors(chance)
        return f"held by {subset}: {wrong}" if wrong else ""

    def _place(self, at: int) -> Place:
        return Place(self.vault, Compartment.STAFF, 1, self.people[at].id)

    def _try_wraps(self, wraps: dict[int, bytes], key: bytes, suite: Suite) -> str:
        for holder, wrap in wraps.items():
            for thief in range(_MEMBERS):
                due = key if holder == thief else b""
                for place in (self._place(thief), self._place(holder)):
                    if self._opens(thief, wrap, place, suite) != due:
                        return f"member {thief} and the wrap of member {holder}"
            for elsewhere in self._elsewhere(holder):
                if self._opens(holder, wrap, elsewhere, suite):
                    return f"the wrap of {holder} opens at {elsewhere}"
        return ""

    def _elsewhere(self, holder: int) -> Iterator[Place]:
        here = self._place(holder)
        yield replace(here, epoch=2)
        yield replace(here, vault=fresh_id(SystemClock().now()))
        for compartment in Compartment:
            if compartment is not here.compartment:
                yield replace(here, compartment=compartment)

    def _opens(self, thief: int, wrap: bytes, place: Place, suite: Suite) -> bytes:
        self.facts["tries"] += 1
        try:
            return self.people[thief].opening.unwrap(wrap, place, suite)
        except WrapError:
            return b""

    def _try_doors(self, chance: random.Random) -> str:
        door = chance.randrange(_MEMBERS)
        for thief in range(_MEMBERS):
            for record in (_record(self.people[door]), _record(self.people[thief])):
                self.facts["tries"] += 1
                try:
                    self.doors[door].open(self.keys[thief], record)
                except DoorShutError:
                    continue
                if thief != door:
                    return f"the key of {thief} opens the door of {door}"
        return ""


def _record(person: Person) -> bytes:
    return person.id.encode()


if __name__ == "__main__":
    harness.main(Subsets)
