"""Pictures and files beside the records that machines read: only where somebody chose them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.documents.machine_readable import enclosed
from dsl_desk.domain.leaving_errors import FilesTooLargeError
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.services.files_for_machines import FilesForMachines
from tests.builders import an_entry_id
from tests.services.looking import a_picture, captured, decided
from tests.services.sharing_day import a_copy
from tests.services.test_machine_readable import DRAFT, files_in, taken_out
from tests.services.way_out import a_concern_of, a_school, exports

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk


def test_that_files_go_as_they_were_captured_only_where_somebody_chose_them(
    desk: Desk, tmp_path: Path
) -> None:
    wren, *_others = a_school(desk)
    concern = a_concern_of(desk, wren)
    piece = captured(desk, decided(desk, concern=concern.id, whose=wren).id, a_picture(40))
    copy = a_copy(desk, piece)
    scan = tmp_path / "note.pdf"
    scan.write_bytes(b"%PDF-1.7 a scan")
    paper = desk.papers.keep(concern.id, scan, an_entry_id(desk.sitting.clock)).answer
    everything = desk.machine_readable.gather()
    assert everything.size() == sum(one.length for one in everything.files)
    assert not any(name.startswith("files/") for name in files_in(taken_out(desk)))
    chosen = replace(DRAFT, originals=(piece.id, copy.id, paper.id))
    parcel = desk.machine_readable.leave(chosen, an_entry_id(desk.sitting.clock)).answer
    files = files_in(parcel)
    names = {f"files/{name}" for name in (f"{piece.ref}.png".lower(), f"{copy.ref}.png".lower())}
    scanned = f"files/scan-{paper.id[-8:]}.pdf"
    assert {name for name in files if name.startswith("files/")} == {
        *names,
        scanned,
        "files/index.csv",
    }
    assert files[f"files/{piece.ref}.png".lower()] == a_picture(40)
    assert files[scanned] == scan.read_bytes()
    index = files["files/index.csv"].decode("utf-8-sig")
    assert f"{piece.id},{len(a_picture(40))},{piece.captured.facts.sha256}" in index
    (left,) = [one for one in exports(desk) if one.body.fields.get("originals")]
    assert set(left.body.fields["originals"]) == {piece.id, copy.id, paper.id}  # type: ignore[arg-type]  # a list of texts
    line = desk.custody.trail(piece.id)[-1]
    assert line.words == "Everything, for machines, for Tansy Hollybank, The trust"


def desk_files(desk: Desk) -> FilesForMachines:
    return FilesForMachines(desk.looks)


def test_that_nothing_set_aside_goes_even_where_it_was_chosen_before(desk: Desk) -> None:
    wren, *_others = a_school(desk)
    basis = decided(desk, whose=wren).id
    mistaken, kept = captured(desk, basis), captured(desk, basis, a_picture(40))
    copy = a_copy(desk, mistaken)
    early = desk.machine_readable.gather()
    assert {one.record for one in early.files} == {mistaken.id, kept.id, copy.id}
    desk.quarantines.set_aside(mistaken.id, "By mistake", an_entry_id(desk.sitting.clock))
    chosen = replace(DRAFT, originals=tuple(one.record for one in early.files))
    assert [one.record for one in desk_files(desk).of(early.records)] == [kept.id]
    with pytest.raises(QuarantinedError):
        desk.machine_readable.note(early, chosen, b"", an_entry_id(desk.sitting.clock))
    assert {one.record for one in desk.machine_readable.gather().files} == {kept.id}


def test_that_files_of_one_number_keep_apart_and_those_too_long_stay(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wren, *_others = a_school(desk)
    basis = decided(desk, whose=wren).id
    piece = captured(desk, basis)
    (one,) = desk.machine_readable.gather().files
    twice = enclosed((one, replace(one, record="ab" * 16)))
    assert set(twice) == {
        f"files/{one.name}",
        f"files/abababab-{one.name}",
        "files/index.csv",
    }
    chosen = replace(DRAFT, originals=(piece.id,))
    monkeypatch.setattr("dsl_desk.services.machine_readable.MOST_FILES", 10)
    with pytest.raises(FilesTooLargeError):
        desk.machine_readable.leave(chosen, an_entry_id(desk.sitting.clock))
    monkeypatch.setattr("dsl_desk.services.files_for_machines.MOST_OF_A_PICTURE", 10)
    assert desk.machine_readable.gather().files == ()
