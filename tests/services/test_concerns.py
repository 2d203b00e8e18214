from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.founding import found
from dsl_desk.services.vaults import open_desk
from tests.builders import SCHOOL, a_concern_draft, a_founder, an_entry_id
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.concern import Concern
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock


def recorded(desk: Desk, clock: FakeClock, about: str = "Wren Tamarisk") -> Concern:
    return desk.concerns.record(a_concern_draft(about=about), an_entry_id(clock)).answer


def kinds(desk: Desk) -> list[str]:
    part = desk.sitting.part(Compartment.CHILDREN)
    return [entry.body.kind for entry in part.ledger.entries()]


def test_that_a_concern_recorded_is_there_after_the_next_unlock(vault: TrainingVault) -> None:
    desk = vault.unlock()
    changed = desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
    desk.close()
    assert changed.things == {Thing.CONCERNS}
    desk = vault.unlock()
    assert desk.concerns.open(changed.answer.id) == changed.answer
    assert [row.id for row in desk.concerns.page(0, 10).rows] == [changed.answer.id]
    assert desk.vault.check(lambda _checked, _total: None).parts == tuple(Compartment)
    desk.close()


def test_that_a_concern_is_numbered_and_says_who_wrote_it_and_when(
    desk: Desk, clock: FakeClock
) -> None:
    concern = recorded(desk, clock)
    assert (concern.ref, concern.version, concern.author) == ("C-2026-001", 1, "Maya Fernsby")
    assert concern.written_at == clock.now()
    assert recorded(desk, clock).ref == "C-2026-002"


def test_that_recording_again_under_the_same_id_makes_no_second_copy(
    desk: Desk, clock: FakeClock
) -> None:
    name = an_entry_id(clock)
    first = desk.concerns.record(a_concern_draft(), name).answer
    assert desk.concerns.record(a_concern_draft(), name).answer == first
    assert desk.concerns.page(0, 10).total == 1


def test_that_a_draft_with_problems_is_not_recorded(desk: Desk, clock: FakeClock) -> None:
    with pytest.raises(DraftError) as told:
        desk.concerns.record(a_concern_draft(about="", words=""), an_entry_id(clock))
    assert told.value.problems == (Problem("people", "missing"), Problem("words", "missing"))
    assert desk.concerns.page(0, 10).total == 0


def test_that_opening_is_written_down_once_in_a_sitting(
    vault: TrainingVault, clock: FakeClock
) -> None:
    desk = vault.unlock()
    concern = recorded(desk, clock)
    for _ in range(3):
        desk.concerns.open(concern.id)
    assert kinds(desk) == ["founding", "concern", "opened"]
    desk.close()
    desk = vault.unlock()
    desk.concerns.open(concern.id)
    assert kinds(desk) == ["founding", "concern", "opened", "opened"]
    desk.close()


def test_that_an_opening_says_what_was_shown_and_how_long_it_was(
    desk: Desk, clock: FakeClock
) -> None:
    concern = recorded(desk, clock)
    desk.concerns.open(concern.id)
    part = desk.sitting.part(Compartment.CHILDREN)
    opened = part.ledger.last(part.life.strand)
    assert opened is not None
    assert dict(opened.body.fields) == {
        "record": concern.id,
        "version": 1,
        "length": len(concern.draft.words),
    }


def test_that_a_list_is_not_an_opening(desk: Desk, clock: FakeClock) -> None:
    recorded(desk, clock)
    desk.concerns.page(0, 10)
    assert kinds(desk) == ["founding", "concern"]


def test_that_a_copy_on_paper_is_an_entry_with_the_fingerprint_of_the_copy(
    desk: Desk, clock: FakeClock
) -> None:
    import hashlib  # noqa: PLC0415 only here

    concern = recorded(desk, clock)
    changed = desk.concerns.make_pdf(concern.id)
    assert changed.answer.startswith(b"%PDF-")
    assert changed.things == {Thing.VAULT}
    part = desk.sitting.part(Compartment.CHILDREN)
    export = part.ledger.last(part.life.strand)
    assert export is not None
    assert export.body.kind == "export"
    assert export.body.fields["sha256"] == hashlib.sha256(changed.answer).hexdigest()


def test_that_a_record_nobody_wrote_cannot_be_opened(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.concerns.open(RecordId("0d" * 16))
    assert kinds(desk) == ["founding"]


def test_that_a_head_reads_concerns_and_records_none(tmp_path: Path, clock: FakeClock) -> None:
    founder = a_founder(name="Hester Winterbourne", role=Role.HEAD)
    member = found(tmp_path / "vault", SCHOOL, founder, clock)
    desk = open_desk(
        tmp_path / "vault", member, founder.key, Doorstep(clock, FakeKeychain()), FONTS
    )
    assert desk.concerns.page(0, 10).total == 0
    with pytest.raises(NotEntitledError):
        desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    assert kinds(desk) == ["founding"]
    desk.close()
