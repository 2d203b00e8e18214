"""The whole check in slices, and what is told of parts that get new files meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.progress import untold
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

CHILDREN = Compartment.CHILDREN


def test_that_a_check_in_slices_covers_what_the_whole_check_covers(
    desk: Desk, clock: FakeClock
) -> None:
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    recheck = desk.vault.check_again()
    slices = [recheck.go_on(0)]
    while not slices[-1].done:
        slices.append(recheck.go_on(0))
    whole = desk.vault.check(untold)
    assert len(slices) > 5
    assert (slices[-1].entries, slices[-1].parts) == (whole.entries, whole.parts)
    assert [one.of for one in slices] == [whole.entries] * len(slices)


def test_that_a_check_in_slices_names_what_was_planted_in_an_entry_checked_before(
    desk: Desk, clock: FakeClock
) -> None:
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    assert desk.vault.look_over(1000).done
    part = desk.sitting.part(CHILDREN)
    part.database._connection.set_authorizer(lambda *_asked: int(dbapi2.SQLITE_OK))
    part.database.run("UPDATE ledger SET salt = zeroblob(32) WHERE number = 2")
    with pytest.raises(DamageError) as told:
        desk.vault.check_again().go_on(1000)
    assert (told.value.where.damage, told.value.where.number) == (Damage.BODY, 2)


def test_that_a_slice_ends_even_while_the_clock_stands_still(desk: Desk, clock: FakeClock) -> None:
    for _ in range(251):
        desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    first = desk.vault.check_again().go_on(1000)
    assert not first.done
    assert first.entries > 0


def test_that_records_are_counted_and_of_school_the_entries(desk: Desk, clock: FakeClock) -> None:
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    counts = desk.vault.counts()
    assert (counts[CHILDREN], counts[Compartment.STAFF]) == (1, 0)
    assert counts[Compartment.SCHOOL] == desk.sitting.part(Compartment.SCHOOL).ledger.count()


def test_that_the_background_check_goes_on_with_the_new_file_of_a_part(
    vault: TrainingVault,
) -> None:
    school = Staffroom(vault)
    with school.desk() as desk:
        owen = school.add(desk, OWEN)
        assert desk.vault.look_over(1000).done
        desk.members.take_back_key(owen, CHILDREN, WHY, untold)
        desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
        looked = desk.vault.look_over(1000)
        assert (looked.done, looked.where) == (True, None)
        assert desk.vault.look_before_export(CHILDREN).done
