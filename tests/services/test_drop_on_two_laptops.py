"""Two copies of a vault take in the same words, and come together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.left import Became
from dsl_desk.domain.progress import untold
from dsl_desk.services.restoring import restore
from tests.conftest import TrainingVault
from tests.services.copies import taken
from tests.services.dropbox import leave, take_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.staffroom import Staffroom


def test_that_what_both_copies_took_in_is_one_record_once_they_are_joined(
    school: Staffroom, stick: Path, tmp_path: Path
) -> None:
    vault, left = school.vault, leave(school)
    with school.desk() as desk:
        copy = taken(desk, vault, stick)
        there = TrainingVault(tmp_path / "laptop", vault.member, vault.key, vault.clock)
        restore(copy, there.folder)
        assert len(take_in(desk)) == 1
    other = there.unlock()
    (one,) = take_in(other)
    assert one.left == left
    taken(other, there, tmp_path / "second")
    other.close()
    with school.desk() as desk:
        desk.joining.join(tmp_path / "second", untold)
        (joined,) = desk.drop.waiting().rows
        versions = desk.sitting.part(Compartment.CHILDREN).ledger.versions(RecordId(left.id))
        assert (joined.left, len(versions)) == (left, 2)
        opened = desk.drop.open(joined.written.id).answer
        desk.drop.became(opened, Became.CLOSED, why="Told in person")
        assert desk.drop.waiting().total == 0
        assert desk.vault.check(untold).entries
