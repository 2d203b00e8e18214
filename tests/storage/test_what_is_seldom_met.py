"""Damage and chances that are met seldom: a first entry, a head that was named, a name by luck."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern import concern_body
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import write_body
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.strand import FOUNDING_KIND
from dsl_desk.storage.checking import check_part
from dsl_desk.storage.proof import body_digest
from tests.builders import a_concern_draft
from tests.storage.copies import copied, goes_on
from tests.storage.test_checking import burgle, found_wrong, resign
from tests.storage.training import CHILDREN, MAYA, TrainingPart

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.packing import Json
    from dsl_desk.storage.part import Part

LAST = 3
SALT = bytes(32)


@pytest.fixture
def two_lives(training: TrainingPart, tmp_path: Path) -> tuple[TrainingPart, str]:
    """A copy that went on in a strand of its own and named the head of the first strand."""
    part = training.make()
    for _ in range(LAST - 1):
        training.record(part)
        training.clock.advance(minutes=1)
    first = part.life.strand
    part.close()
    twin = copied(training, tmp_path / "twin.part")
    opened = twin.open()
    goes_on(twin, opened)
    opened.close()
    return twin, first


def test_that_two_lives_in_one_part_are_whole(two_lives: tuple[TrainingPart, str]) -> None:
    part = two_lives[0].open()
    assert check_part(part, lambda _count: None) == LAST + 1
    part.close()


def test_that_a_head_another_strand_has_seen_is_missed(
    two_lives: tuple[TrainingPart, str],
) -> None:
    twin, first = two_lives
    burgle(twin, "DELETE FROM ledger WHERE number = 3")
    where = found_wrong(twin)
    assert (where, where.strand) == (Where(Damage.MISSING, CHILDREN, LAST), first)


def test_that_a_head_rewritten_since_another_strand_saw_it_is_named(
    two_lives: tuple[TrainingPart, str],
) -> None:
    twin, first = two_lives
    resign(twin, LAST, MAYA, written_at="2026-11-18T12:14:00+00:00")
    where = found_wrong(twin)
    assert (where, where.strand) == (Where(Damage.CHAIN, CHILDREN, LAST), first)


@pytest.mark.parametrize(
    "fields",
    [
        {"compartment": CHILDREN.value},
        {"compartment": CHILDREN.value, "why": "a whim", "grew_from": [], "missing": []},
    ],
)
def test_that_a_strand_whose_first_entry_tells_no_beginning_is_named(
    training: TrainingPart, fields: dict[str, Json]
) -> None:
    part = training.make()
    strand = part.life.strand
    part.close()
    body = write_body(Body(FOUNDING_KIND, 1, fields=fields))
    resign(training, 1, MAYA, body_digest=body_digest(SALT, body))
    burglar = training.burgle()
    burglar.execute("UPDATE ledger SET body = ?, salt = ? WHERE number = 1", (body, SALT))
    burglar.close()
    where = found_wrong(training)
    assert (where, where.strand) == (Where(Damage.CHAIN, CHILDREN, 1), strand)


def test_that_a_name_that_spells_disposal_by_luck_disposes_of_nothing(
    part: Part, training: TrainingPart
) -> None:
    name = (EntryClass.DISPOSAL.value.encode() * 2).hex()
    body = concern_body(a_concern_draft(), "C-2026-001", "Maya Fernsby")
    with part.writing(training.pen) as write:
        entry = write.enter(Act(EntryId(name), RecordId(name), EntryClass.CONCERN, body))
    assert part.ledger.disposal(bytes.fromhex(name)) is None
    assert part.ledger.newest(RecordId(name)) == entry
