"""Low-level concerns: recorded, signed by the case manager, and seen together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member_errors import GoesElsewhereError, NotCaseManagerError
from tests.builders import an_entry_id
from tests.services.adults import a_low_level_draft, about, an_adult
from tests.services.staffroom import HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.low_level import LowLevel, LowLevelDraft
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def share(desk: Desk, draft: LowLevelDraft | None = None) -> LowLevel:
    entry = an_entry_id(desk.sitting.clock)
    return desk.low_level.record(draft or a_low_level_draft(), entry).answer


def test_that_a_concern_no_matter_how_small_is_kept_with_a_reference(desk: Desk) -> None:
    first, second = share(desk), share(desk, a_low_level_draft(self_report=True, shared_by=""))
    assert (first.ref, second.ref) == ("LL-2026-001", "LL-2026-002")
    assert desk.low_level.list() == (second, first)
    assert first.draft == a_low_level_draft()


def test_that_what_is_missing_is_told(desk: Desk) -> None:
    with pytest.raises(DraftError) as error:
        share(desk, a_low_level_draft(shared_by="", words=""))
    assert [one.field for one in error.value.problems] == ["shared_by", "words"]


def test_that_opening_one_is_written_down_once_in_a_sitting(desk: Desk) -> None:
    record = share(desk).written.id
    for _ in range(2):
        assert desk.low_level.open(record).ref == "LL-2026-001"
    entries = desk.sitting.part(Compartment.STAFF).ledger.entries()
    opened = [one for one in entries if one.header.entry_class is EntryClass.OPENED]
    assert len(opened) == 1
    with pytest.raises(RecordMissingError):
        desk.low_level.open(RecordId("00" * 16))


def test_that_three_about_one_adult_in_twelve_months_are_seen_together(desk: Desk) -> None:
    share(desk, a_low_level_draft(an_adult("Lena Harebell")))
    for _ in range(2):
        share(desk)
    assert desk.low_level.patterns() == ()
    share(desk)
    (pattern,) = desk.low_level.patterns()
    assert (pattern.adult.name, len(pattern.concerns)) == ("Rowan Kestrel", 3)


def test_that_one_from_more_than_twelve_months_ago_does_not_count(desk: Desk) -> None:
    for at in ("2025-11-18", "2026-11-17", "2026-11-18"):
        share(desk, a_low_level_draft(at=at))
    share(desk, a_low_level_draft(at="2025-11-20"))
    assert len(desk.low_level.patterns()) == 1
    assert len(desk.low_level.patterns()[0].concerns) == 3


def test_that_the_case_manager_signs_it(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(MAYA) as desk:
        concern = share(desk)
        with pytest.raises(NotCaseManagerError):
            desk.low_level.sign(concern, "", an_entry_id(vault.clock))
        with pytest.raises(GoesElsewhereError):
            share(desk, a_low_level_draft(about(desk, HESTER)))
    with room.desk(HESTER) as desk:
        signed = desk.low_level.sign(concern, "Put right at once", an_entry_id(vault.clock)).answer
        assert (signed.draft.signed_by, signed.written.version) == (HESTER, 2)
    with room.desk(OWEN) as desk:
        assert desk.low_level.list() == ()
        with pytest.raises(GoesElsewhereError):
            share(desk)
