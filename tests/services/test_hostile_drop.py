from __future__ import annotations

import os
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.drop import LeftAbout, Whom
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.member import Role
from dsl_desk.domain.packing import canonical_json
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.keys.drop_cells import CELL, CellPlace, seal_cell
from dsl_desk.keys.person import Person
from dsl_desk.services.dropping import drop_files
from dsl_desk.storage.drop import STEP, DropFile
from dsl_desk.storage.slots import SlotFile
from tests.builders import a_concern_draft, an_entry_id
from tests.services.dropbox import a_note, about, drop_of, leave, observed, take_in
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.drop import Left
    from dsl_desk.services.desk import Desk

ADULT = Whom(LeftAbout.ADULT)
HEADER = 16


def file_of(school: Staffroom, name: str = MAYA) -> DropFile:
    return DropFile(drop_of(school)[name], CELL)


def forge(school: Staffroom, content: bytes, name: str = MAYA) -> bytes:
    """Return a cell as anybody can make it who reads the vault's page."""
    row = school.page.row(school.ids[name])
    assert row is not None
    return seal_cell(content, row.sealing, CellPlace(school.page.vault, school.ids[name]))


def codes(desk: Desk) -> list[str]:
    return [one.left.code for one in take_in(desk)]


def kept(school: Staffroom) -> bytes:
    folder = school.vault.folder / "quarantine"
    return b"".join(path.read_bytes() for path in sorted(folder.glob("drop-*")))


@pytest.mark.parametrize("at", [100, 1_100, CELL - 1])
def test_that_a_changed_byte_is_set_aside_and_stops_nothing(school: Staffroom, at: int) -> None:
    leave(school)
    good = leave(school)
    file = file_of(school)
    changed = bytearray(file.read(0))
    changed[at] ^= 1
    file.write({0: bytes(changed)})
    with school.desk() as desk:
        assert codes(desk) == [good.code]
        assert desk.drop.set_aside() == 1
        assert bytes(changed) in kept(school)
        assert codes(desk) == [good.code]
        assert desk.drop.set_aside() == 1
    assert file.used() == ()


def test_that_an_empty_cell_that_was_changed_counts_too(school: Staffroom) -> None:
    leave(school)
    file_of(school, HESTER).write({0: secrets.token_bytes(CELL)})
    with school.desk(HESTER) as desk:
        assert codes(desk) == []
        assert desk.drop.set_aside() == 1


def test_that_a_cut_file_gives_what_is_left_and_is_kept(school: Staffroom) -> None:
    lefts = [leave(school) for _ in range(3)]
    path = drop_of(school)[MAYA]
    os.truncate(path, HEADER + 2 * CELL + 77)
    with school.desk() as desk:
        assert set(codes(desk)) == {one.code for one in lefts[:2]}
        assert desk.drop.set_aside() == 1
    sizes = {size for size, _time, _used in observed(school).values()}
    assert sizes == {HEADER + STEP * CELL}
    with school.desk(OWEN) as desk:  # what was cut for one recipient is whole for the other
        assert len(codes(desk)) == 3


def test_that_a_leaving_after_the_cut_loses_nothing_of_what_lay_there(school: Staffroom) -> None:
    first = leave(school)
    os.truncate(drop_of(school)[MAYA], HEADER + CELL)
    second = leave(school)
    with school.desk() as desk:
        assert set(codes(desk)) == {first.code, second.code}
        assert desk.drop.set_aside() == 0
        assert [path.name for path in (school.vault.folder / "drop").glob("*.beside")] == []


def test_that_an_overlong_file_is_put_away_and_its_words_taken_in(school: Staffroom) -> None:
    left = leave(school)
    with drop_of(school)[MAYA].open("ab") as file:
        file.write(b"x" * 1000)
    with school.desk() as desk:
        assert codes(desk) == [left.code]
    assert len(kept(school)) > STEP * CELL


def test_that_a_file_of_another_form_is_read_all_the_same(school: Staffroom) -> None:
    left = leave(school)
    path = drop_of(school)[MAYA]
    path.write_bytes(b"X" + path.read_bytes()[1:])
    with school.desk() as desk:
        assert codes(desk) == [left.code]


def test_that_a_missing_file_is_laid_down_again(school: Staffroom) -> None:
    drop_of(school)[MAYA].unlink()
    left = leave(school)
    with school.desk() as desk:
        assert codes(desk) == [left.code]


def test_that_repeated_cells_become_one_record(school: Staffroom) -> None:
    left = leave(school)
    file = file_of(school)
    file.write(dict.fromkeys((1, 2, 20), file.read(0)))
    with school.desk() as desk:
        assert codes(desk) == [left.code]
        assert desk.drop.set_aside() == 0


@pytest.mark.parametrize(
    "content",
    [
        b"no json",
        b"[]",
        b"{}",
        canonical_json({"id": "01", "sort": "note"}),
        b"\xff\xfe",
        b"[" * 5_000,
    ],
)
def test_that_what_another_program_made_up_is_set_aside(school: Staffroom, content: bytes) -> None:
    good = leave(school)
    file_of(school).write({1: forge(school, content)})
    with school.desk() as desk:
        assert codes(desk) == [good.code]
        assert desk.drop.set_aside() == 1


def test_that_a_cell_under_a_key_of_somebody_else_is_set_aside(school: Staffroom) -> None:
    stranger = Person.fresh(school.ids[MAYA]).opening.sealing_key()
    place = CellPlace(school.page.vault, school.ids[MAYA])
    file_of(school).write({0: seal_cell(a_note(school).written(), stranger, place)})
    file_of(school).write({1: forge(school, a_note(school).written(), OWEN)})
    with school.desk() as desk:
        assert codes(desk) == []
        assert desk.drop.set_aside() == 2


def twice(note: Left) -> Left:
    return replace(note, fields={"words": "Something else under the same name"})


def test_that_two_different_words_of_one_name_do_not_replace_each_other(school: Staffroom) -> None:
    note = a_note(school)
    cells = [forge(school, each.written()) for each in (note, twice(note))]
    file_of(school).write(dict(enumerate(cells)))
    with school.desk() as desk:
        (one,) = take_in(desk)
        assert one.left == note
        assert desk.drop.set_aside() == 1
        file_of(school).write({0: forge(school, twice(note).written())})
        (one,) = take_in(desk)
        assert one.left == note
        assert desk.drop.set_aside() == 2


def test_that_the_same_holds_in_a_sealed_case(school: Staffroom) -> None:
    note = a_note(school, about(school, HESTER))
    file_of(school, ALBAN).write({0: forge(school, note.written(), ALBAN)})
    with school.desk(ALBAN) as desk:
        assert codes(desk) == [note.code]
        file_of(school, ALBAN).write({0: forge(school, twice(note).written(), ALBAN)})
        assert codes(desk) == [note.code]
        assert desk.drop.set_aside() == 1
        file_of(school, ALBAN).write({0: forge(school, note.written(), ALBAN)})
        desk.cases.rewrite_all()
        assert codes(desk) == [note.code]
        assert desk.drop.set_aside() == 1


def test_that_a_name_of_another_record_is_not_believed(school: Staffroom) -> None:
    with school.desk() as desk:
        concern = desk.concerns.record(a_concern_draft(), an_entry_id(school.vault.clock)).answer
        note = replace(a_note(school), id=EntryId(concern.id))
        file_of(school).write({0: forge(school, note.written())})
        assert codes(desk) == []
        assert desk.drop.set_aside() == 1


def test_that_a_note_said_to_be_for_somebody_else_is_passed_on_and_not_kept(
    school: Staffroom,
) -> None:
    note = a_note(school, about(school, HESTER))
    file_of(school).write({0: forge(school, note.written())})
    with school.desk() as desk:
        assert codes(desk) == []
    with school.desk(ALBAN) as desk:
        assert codes(desk) == [note.code]


def test_that_a_damaged_slot_keeps_the_words_in_the_drop(school: Staffroom) -> None:
    leave(school, about(school, HESTER))
    good = leave(school, about(school, HESTER))
    for path in (school.vault.folder / "slots").glob("head-*"):
        path.write_bytes(b"no slot")
    with school.desk(ALBAN) as desk:
        for _slice in desk.drop.take_in():
            pass
        assert desk.drop.stays() == 2
    assert observed(school)[ALBAN][2] == (0, 1)
    assert good.code


def test_that_a_full_group_keeps_the_words_in_the_drop(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(school, about(school, HESTER))
    with school.desk(ALBAN) as desk:
        monkeypatch.setattr(SlotFile, "room", property(lambda _slot: 1_000))
        assert codes(desk) == []
        assert desk.drop.stays() == 1
        monkeypatch.undo()
        assert len(codes(desk)) == 1


def test_that_what_stays_in_a_file_beside_is_not_put_away(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = leave(school, about(school, HESTER))
    with drop_of(school)[ALBAN].open("ab") as file:
        file.write(b"x" * 1000)
    with school.desk(ALBAN) as desk:
        monkeypatch.setattr(SlotFile, "room", property(lambda _slot: 1_000))
        assert codes(desk) == []
        monkeypatch.undo()
        assert codes(desk) == [left.code]


def test_that_the_file_of_somebody_retired_is_kept_and_ends(school: Staffroom) -> None:
    leave(school)
    with school.desk(ALBAN) as desk:
        desk.members.appoint(Post(Role.CHAIR, None), WHY)
    with school.desk() as desk:
        desk.members.retire(school.ids[ALBAN], WHY, untold)
        assert len(codes(desk)) == 1
    assert not drop_of(school)[ALBAN].exists()
    assert len(kept(school)) == HEADER + STEP * CELL


def test_that_a_file_of_nobody_we_know_is_left_alone(school: Staffroom) -> None:
    stray = school.vault.folder / "drop" / "stray.drop"
    stray.write_bytes(b"not ours")
    with school.desk() as desk:
        assert codes(desk) == []
    assert stray.read_bytes() == b"not ours"


def test_that_a_vault_from_before_the_drop_gets_its_files(school: Staffroom) -> None:
    for path in (school.vault.folder / "drop").iterdir():
        path.unlink()
    (school.vault.folder / "drop").rmdir()
    with school.desk() as desk:
        assert codes(desk) == []
    assert len({size for size, _time, _used in observed(school).values()}) == 1


def test_that_a_killed_leaving_leaves_a_place_that_is_used_again(school: Staffroom) -> None:
    files = drop_files(school.vault.folder, school.page)
    first = files.members[0]
    files.of(first).write({0: forge(school, b"", MAYA)})
    left = leave(school)
    used = {who: used for who, (_size, _time, used) in observed(school).items()}
    assert sorted(map(len, used.values())) == [1, 1, 1, 2]
    with school.desk() as desk:
        assert codes(desk) == [left.code]
