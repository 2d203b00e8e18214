from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import Said
from dsl_desk.domain.setting import LOCK_AFTER, LockAfter
from tests.services.staffroom import ALBAN, HESTER, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def test_that_the_desk_locks_after_ten_minutes_until_the_school_decides(desk: Desk) -> None:
    assert desk.settings.lock_after() == 10


def test_that_what_one_decides_holds_for_all_and_for_the_next_unlock(vault: TrainingVault) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk() as desk:
        vault.clock.advance(minutes=1)
        chosen = desk.settings.choose_lock_after(15)
        assert chosen.answer == 15
        assert chosen.things == {Thing.SETTINGS, Thing.VAULT}
        vault.clock.advance(minutes=1)
        desk.settings.choose_lock_after(5)
        assert desk.settings.lock_after() == 5
        desk.vault.check(untold)
    with school.desk(HESTER) as desk:
        assert desk.settings.lock_after() == 5


@pytest.mark.parametrize("minutes", [0, 1, 10_000])
def test_that_no_number_ever_switches_it_off(desk: Desk, minutes: int) -> None:
    assert desk.settings.choose_lock_after(minutes).answer == 10
    name = EntryId(fresh_id(desk.sitting.clock.now()))
    with desk.sitting.writing(Compartment.SCHOOL, EntryClass.SETTING) as write:
        write.record(LOCK_AFTER, Said(LockAfter(minutes)), name)  # by another program
    assert desk.settings.lock_after() == 10


def test_that_who_holds_no_part_has_the_usual_minutes_and_decides_nothing(
    vault: TrainingVault,
) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk() as desk:
        desk.settings.choose_lock_after(15)
    with school.desk(ALBAN) as desk:
        assert desk.settings.lock_after() == 10
        with pytest.raises(NotEntitledError):
            desk.settings.choose_lock_after(5)
