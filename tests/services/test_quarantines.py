from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.errors import DraftError, RecordDisposedError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.quarantine import QuarantineDraft
from dsl_desk.domain.stop_errors import PoliceFirstError, QuarantinedError
from dsl_desk.domain.today import NeedSort
from dsl_desk.services.places import evidence_folder, evidence_set_aside
from tests.services.looking import captured, decided, fresh_entry
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.quarantine import Quarantine
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

WHY = "It was the next picture in the row"


def set_aside(desk: Desk, evidence: Evidence) -> Quarantine:
    return desk.quarantines.set_aside(evidence.id, WHY, fresh_entry(desk)).answer


def advised(desk: Desk, quarantine: Quarantine) -> Quarantine:
    draft = QuarantineDraft(
        quarantine.draft.evidence,
        officer="PC Corin Teasel",
        rung_at="2026-11-19T12:14",
        reference="CR/4471/26",
        advice="Remove it once we have rung back",
    )
    return desk.quarantines.write_advice(quarantine, draft, fresh_entry(desk)).answer


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_that_what_was_captured_by_mistake_is_opened_by_nobody(desk: Desk) -> None:
    evidence = captured(desk, decided(desk).id)
    quarantine = set_aside(desk, evidence)
    with pytest.raises(QuarantinedError):
        desk.evidence.open(evidence.id)
    assert set_aside(desk, evidence).id == quarantine.id  # a second press is no second quarantine
    pdf = own_copy(desk, PaperSort.VIEWING, evidence.captured.basis)
    assert pdf.startswith(b"%PDF-")
    with pytest.raises(DraftError):
        desk.quarantines.set_aside(evidence.id, "", fresh_entry(desk))


def test_that_whatever_shares_its_file_is_set_aside_with_it(desk: Desk) -> None:
    viewing = decided(desk)
    first, second = captured(desk, viewing.id), captured(desk, viewing.id)
    set_aside(desk, second)
    with pytest.raises(QuarantinedError):
        desk.evidence.open(first.id)
    third = captured(desk, viewing.id)
    assert third.captured.file != first.captured.file


def test_that_no_copy_of_the_vault_takes_it_along(
    desk: Desk, vault: TrainingVault, clock: FakeClock, tmp_path: Path
) -> None:
    evidence = captured(desk, decided(desk).id)
    clock.advance(minutes=1)
    before = desk.snapshots.take(tmp_path / "before").answer
    clock.advance(minutes=1)
    quarantine = set_aside(desk, evidence)
    clock.advance(minutes=1)
    desk.snapshots.take(tmp_path / "after")
    assert list((tmp_path / "before").rglob("*.blob"))
    assert not list((tmp_path / "after").rglob("*.blob"))
    assert files(evidence_folder(vault.folder, Compartment.CHILDREN)) == []
    assert len(files(evidence_set_aside(vault.folder, Compartment.CHILDREN))) == 1
    assert [copy.id for copy in desk.quarantines.copies_that_hold(quarantine)] == [before.id]
    desk.sitting.leave(Compartment.SCHOOL)
    assert desk.quarantines.copies_that_hold(quarantine) == ()


def test_that_a_desk_killed_before_the_file_was_moved_moves_it_at_the_next_unlock(
    vault: TrainingVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = vault.unlock()
    evidence = captured(desk, decided(desk).id)
    with monkeypatch.context() as killed:
        killed.setattr(desk.quarantines, "_move", lambda *_: None)
        set_aside(desk, evidence)
    desk.close()
    assert files(evidence_set_aside(vault.folder, Compartment.CHILDREN)) == []
    vault.unlock().close()
    assert len(files(evidence_set_aside(vault.folder, Compartment.CHILDREN))) == 1
    assert files(evidence_folder(vault.folder, Compartment.CHILDREN)) == []


def test_that_today_says_to_ring_the_police_until_their_advice_is_written(desk: Desk) -> None:
    evidence = captured(desk, decided(desk).id)
    quarantine = set_aside(desk, evidence)
    need = desk.today.read().now[0]
    assert (need.sort, need.evidence) == (NeedSort.RING_POLICE, evidence.id)
    draft = QuarantineDraft(evidence.id, rung_at="2027-01-01T10:00")
    with pytest.raises(DraftError) as refused:
        desk.quarantines.write_advice(quarantine, draft, fresh_entry(desk))
    codes = {problem.field: problem.code for problem in refused.value.problems}
    assert codes == {
        "officer": "missing",
        "reference": "missing",
        "advice": "missing",
        "rung_at": "to_come",
    }
    advised(desk, quarantine)
    sorts = {need.sort for need in desk.today.read().now}
    assert NeedSort.RING_POLICE not in sorts


def test_that_it_is_removed_only_as_the_police_advised_and_its_record_stays(
    desk: Desk, vault: TrainingVault, clock: FakeClock
) -> None:
    evidence = captured(desk, decided(desk).id)
    clock.advance(minutes=1)
    quarantine = set_aside(desk, evidence)
    with pytest.raises(PoliceFirstError):
        desk.quarantines.remove(quarantine, fresh_entry(desk))
    clock.advance(minutes=1)
    quarantine = advised(desk, quarantine)
    clock.advance(minutes=1)
    removed = desk.quarantines.remove(quarantine, fresh_entry(desk)).answer
    assert removed.draft.removed_at == "2026-11-19T12:17"
    assert files(evidence_set_aside(vault.folder, Compartment.CHILDREN)) == []
    part = desk.sitting.part(Compartment.CHILDREN)
    with pytest.raises(RecordDisposedError):
        part.ledger.newest(RecordId(evidence.captured.file))
    assert desk.evidence.read(evidence.id).captured.facts == evidence.captured.facts
    assert [line.sort for line in desk.custody.trail(evidence.id)] == [
        CustodySort.DECIDED,
        CustodySort.CAPTURED,
        CustodySort.QUARANTINED,
        CustodySort.REMOVED,
    ]
    desk.quarantines.settle()  # nothing is left to be moved
    with pytest.raises(QuarantinedError):
        desk.evidence.open(evidence.id)
    desk.vault.check(lambda _done, _of: None)
