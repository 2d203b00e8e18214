from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import RecordId
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock


def test_that_a_check_tells_how_far_it_is(desk: Desk, clock: FakeClock) -> None:
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.CONCERN) as write:
        for _ in range(450):
            name = an_entry_id(clock)
            body = concern_body(a_concern_draft(), "C-2026-001", "Maya Fernsby")
            write.enter(Act(name, RecordId(name), EntryClass.CONCERN, body))
    told: list[tuple[int, int]] = []
    whole = desk.vault.check(lambda checked, total: told.append((checked, total)))
    assert whole.entries == 455
    assert told == [
        (2, 455),
        (202, 455),
        (402, 455),
        (453, 455),
        (454, 455),
        (455, 455),
    ]


def test_that_a_check_names_the_part_and_the_first_bad_entry(desk: Desk, clock: FakeClock) -> None:
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    part = desk.sitting.part(Compartment.CHILDREN)
    part.database._connection.set_authorizer(_anything)
    part.database.run("UPDATE ledger SET salt = zeroblob(32) WHERE number = 2")
    with pytest.raises(DamageError) as told:
        desk.vault.check(lambda _checked, _total: None)
    assert told.value.where == Where(Damage.BODY, Compartment.CHILDREN, 2)


def _anything(*_asked: object) -> int:
    return int(dbapi2.SQLITE_OK)
