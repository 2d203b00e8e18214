from __future__ import annotations

import io
from typing import TYPE_CHECKING

from dsl_desk.domain import kinds
from dsl_desk.domain.compartment import Compartment
from dsl_desk.services.places import evidence_folder, evidence_set_aside
from dsl_desk.services.sweeping import Sweeping
from dsl_desk.storage.blobs import BlobStore
from tests.builders import a_concern_draft
from tests.services.looking import a_stop, captured, decided, fresh_entry
from tests.services.sharing_day import a_copy

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def folder_of(desk: Desk) -> Path:
    return evidence_folder(desk.sitting.folder, Compartment.CHILDREN)


def names(desk: Desk) -> set[str]:
    return {path.name for path in folder_of(desk).iterdir()}


def sweep(desk: Desk) -> None:
    for _step in desk.sweep():
        pass


def orphan(desk: Desk) -> str:
    """Leave what somebody leaves who is killed between the file and its entry."""
    return BlobStore(folder_of(desk)).put(io.BytesIO(b"left behind")).name


def test_that_what_no_entry_knows_is_taken_away_and_nothing_else(
    desk: Desk, tmp_path: Path
) -> None:
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    note = tmp_path / "note.pdf"
    note.write_bytes(b"%PDF-1.4 a note")
    desk.papers.keep(concern.id, note, fresh_entry(desk))
    evidence = captured(desk, decided(desk).id)
    copy = a_copy(desk, evidence)
    before = names(desk)
    left = orphan(desk)
    (folder_of(desk) / f"{'ab' * 16}.blob.new").write_bytes(b"half of it")
    assert f"{left}.blob" in names(desk)
    sweep(desk)
    assert names(desk) == before
    assert desk.sharing.open(copy.id).picture().width
    assert desk.evidence.open(evidence.id).content()


def test_that_what_is_sealed_while_it_goes_round_stays(desk: Desk) -> None:
    viewing = decided(desk)
    orphan(desk)
    going = desk.sweep()
    next(going)
    next(going)
    sealed = desk.evidence.let_in(a_stop(desk, viewing.id)).seal(io.BytesIO(b"words"), "words.txt")
    for _step in going:
        pass
    assert names(desk) == {f"{sealed.blob.name}.blob"}
    sweep(desk)
    assert names(desk) == {f"{sealed.blob.name}.blob"}


def test_that_nothing_is_taken_away_where_an_entry_is_not_understood(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured(desk, decided(desk).id)
    left = orphan(desk)
    fewer = {name: schema for name, schema in kinds.KINDS.items() if name != "viewing"}
    monkeypatch.setattr(kinds, "KINDS", fewer)
    sweep(desk)
    assert f"{left}.blob" in names(desk)


def test_that_what_a_killed_desk_set_aside_is_moved(vault: TrainingVault) -> None:
    desk = vault.unlock()
    evidence = captured(desk, decided(desk).id)
    name = desk.evidence.open(evidence.id).file.name
    desk.quarantines.set_aside(evidence.id, "The wrong file", fresh_entry(desk))
    aside = evidence_set_aside(desk.sitting.folder, Compartment.CHILDREN)
    (aside / f"{name}.blob").rename(folder_of(desk) / f"{name}.blob")  # killed before it moved
    desk.close()
    desk = vault.unlock()
    for _step in Sweeping(desk.sitting, desk.quarantines).round():
        pass
    assert (aside / f"{name}.blob").exists()
    assert not names(desk)
    desk.close()
