"""The check in slices: it stops anywhere, goes on in another sitting, and forgets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.storage.looking import Looking
from dsl_desk.storage.shelves.all import SHELVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.storage.part import Part
    from tests.storage.training import TrainingPart


def after(steps: int) -> Callable[[], bool]:
    left = [steps]

    def enough() -> bool:
        left[0] -= 1
        return left[0] < 0

    return enough


def never() -> bool:
    return False


def filled(training: TrainingPart, part: Part, count: int) -> None:
    for _ in range(count):
        training.record(part)


def test_that_a_check_goes_on_slice_by_slice_until_it_is_done(
    part: Part, training: TrainingPart
) -> None:
    filled(training, part, 6)
    looking = Looking(part, training.pen)
    told = [looking.go_on(after(1)) for _ in range(40 * len(SHELVES[part.compartment]))]
    assert [each.checked for each in told] == sorted(each.checked for each in told)
    assert (told[0].done, told[-1].done) == (False, True)
    assert (told[-1].checked, told[-1].of, told[-1].where) == (7, 7, None)


def test_that_the_next_sitting_goes_on_where_this_one_left_off(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsl_desk.storage.looking._KEEP_EVERY", 2)
    part = training.make()
    filled(training, part, 6)
    looking = Looking(part, training.pen)
    while looking.looked().checked < 5:
        looking.go_on(after(1))
    part.close()
    part = training.open()
    assert Looking(part, training.pen).looked().checked == 4
    part.close()


def test_that_what_came_after_a_good_check_is_all_that_is_looked_at(
    training: TrainingPart,
) -> None:
    part = training.make()
    filled(training, part, 3)
    assert Looking(part, training.pen).go_on(never).done
    looking = Looking(part, training.pen)
    assert looking.go_on(after(4)).done
    training.record(part)
    assert looking.go_on(after(1)).checked == 5
    part.close()


def test_that_a_good_check_is_begun_again_after_a_week(part: Part, training: TrainingPart) -> None:
    filled(training, part, 3)
    Looking(part, training.pen).go_on(never)
    training.clock.advance(days=8)
    looking = Looking(part, training.pen)
    assert looking.looked().checked == 4
    assert looking.go_on(after(1)).checked == 1
    assert looking.go_on(never).done


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE looked SET signature = zeroblob(64)",
        "UPDATE looked SET position = replace(position, '4', '5')",
        "DELETE FROM looked",
    ],
)
def test_that_nobody_else_can_say_that_something_was_looked_at(
    training: TrainingPart, statement: str
) -> None:
    part = training.make()
    filled(training, part, 3)
    Looking(part, training.pen).go_on(never)
    part.close()
    burglar = training.burgle()
    burglar.execute(
        statement.replace("replace(position, '4', '5')", "CAST(position || ' ' AS BLOB)")
    )
    burglar.close()
    part = training.open()
    assert Looking(part, training.pen).looked().checked == 0
    part.close()


def test_that_a_position_that_is_no_longer_there_is_not_believed(
    training: TrainingPart,
) -> None:
    part = training.make()
    filled(training, part, 3)
    Looking(part, training.pen).go_on(never)
    part.close()
    burglar = training.burgle()
    burglar.execute("DELETE FROM ledger WHERE number = 4")
    burglar.close()
    part = training.open()
    looking = Looking(part, training.pen)
    assert looking.looked().checked == 0
    assert looking.go_on(never).where == Where(Damage.SHELF, part.compartment, 0)
    part.close()


def test_that_damage_ends_the_check_and_is_told_from_then_on(training: TrainingPart) -> None:
    part = training.make()
    filled(training, part, 3)
    part.close()
    burglar = training.burgle()
    burglar.execute("UPDATE ledger SET signature = zeroblob(64) WHERE number = 3")
    burglar.close()
    part = training.open()
    looking = Looking(part, training.pen)
    told = [looking.go_on(never) for _ in range(2)]
    assert [each.where for each in told] == [Where(Damage.SIGNATURE, part.compartment, 3)] * 2
    assert told[0].where is not None
    assert told[0].where.strand == part.life.strand
    part.close()


def test_that_catching_up_stops_at_the_last_entry_there_is(
    part: Part, training: TrainingPart
) -> None:
    filled(training, part, 5)
    looking = Looking(part, training.pen)
    assert looking.catch_up(after(3)).checked < 6
    told = looking.catch_up(never)
    assert (told.checked, told.done) == (6, False)
    assert looking.catch_up(lambda: True).checked == 6


def test_that_shelves_are_filled_before_they_are_looked_at(
    training: TrainingPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = training.make()
    filled(training, part, 9)
    part.close()
    burglar = training.burgle()
    burglar.execute("DELETE FROM shelves")
    burglar.close()
    monkeypatch.setattr("dsl_desk.storage.part._AT_OPENING", -1.0)
    part = training.open()
    assert not part.shelved().complete
    assert Looking(part, training.pen).go_on(never).done
    assert part.shelved().complete
    part.close()
