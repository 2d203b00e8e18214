"""A vault looked at from outside, and everything in it a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.record_line import line_of
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.services.everything import every_record
from dsl_desk.services.outside import look_from_outside
from dsl_desk.services.restoring import prove
from dsl_desk.storage.slots import SLOTS
from tests.builders import a_concern_draft, an_entry_id
from tests.services.copies import taken

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def test_that_a_whole_vault_is_proved_without_a_key(vault: TrainingVault) -> None:
    found = look_from_outside(vault.folder)
    assert (found.members, found.lines) == (1, 1)
    assert found.files == len(Compartment) + len(SLOTS)


def test_that_where_no_vault_stands_that_is_told(tmp_path: Path) -> None:
    with pytest.raises(VaultMissingError):
        look_from_outside(tmp_path)


def test_that_a_part_that_is_gone_changed_or_cut_short_is_named(vault: TrainingVault) -> None:
    part = vault.folder / "parts" / "staff.part"
    whole = part.read_bytes()
    for broken in (None, b"\0" + whole[1:], whole[:-1]):
        part.unlink()
        if broken is not None:
            part.write_bytes(broken)
        with pytest.raises(DamageError) as error:
            look_from_outside(vault.folder)
        assert error.value.where.compartment is Compartment.STAFF
        part.write_bytes(whole)
    assert look_from_outside(vault.folder).members == 1


def test_that_a_sealed_slot_that_is_gone_or_of_another_size_is_told(vault: TrainingVault) -> None:
    slot = vault.folder / "slots" / SLOTS[0].file
    slot.write_bytes(slot.read_bytes() + b"\0")
    for _ in range(2):
        with pytest.raises(DamageError) as error:
            look_from_outside(vault.folder)
        assert error.value.where.damage is Damage.SLOT
        slot.unlink(missing_ok=True)


def test_that_a_page_somebody_changed_is_damage(vault: TrainingVault) -> None:
    page = vault.folder / "vault.json"
    page.write_bytes(page.read_bytes().replace(b"Fernhollow", b"Fernhallow"))
    with pytest.raises(DamageError):
        look_from_outside(vault.folder)


def test_that_lists_given_up_are_made_again_at_the_next_unlock(vault: TrainingVault) -> None:
    desk = vault.unlock()
    desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
    before = desk.concerns.page(0, 9).rows
    desk.vault.give_up_lists()
    desk.close()
    desk = vault.unlock()
    desk.vault.fill_lists()
    assert desk.concerns.page(0, 9).rows == before
    assert desk.vault.check(lambda _checked, _of: None).entries
    desk.close()


def test_that_every_record_is_one_line_in_its_newest_version(desk: Desk) -> None:
    clock = desk.sitting.clock
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(clock)).answer
    desk.concerns.add_version(
        concern.entry.id, a_concern_draft(words="More was said."), "More", an_entry_id(clock)
    )
    wren = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
    desk.people.add(wren, an_entry_id(clock))
    lines = {line.kind: line for line in every_record(desk.sitting)}
    assert set(lines) == {"concern", "person"}
    assert lines["person"].title == "Wren Tamarisk"
    assert lines["concern"].plain() == {
        "id": concern.id,
        "ref": "C-2026-001",
        "kind": "concern",
        "part": "children",
        "version": 2,
        "written_at": clock.now().isoformat(),
        "title": "Concern C-2026-001, kind not chosen yet",
    }


def test_that_acts_are_listed_only_when_they_are_asked_for(desk: Desk) -> None:
    (unlock,) = every_record(desk.sitting, "unlock")
    assert (unlock.ref, unlock.title) == ("", "unlock")
    assert list(every_record(desk.sitting)) == []


def test_that_what_was_disposed_of_is_not_listed(desk: Desk) -> None:
    concern = desk.concerns.record(a_concern_draft(), an_entry_id(desk.sitting.clock)).answer
    opened = desk.sitting.parts[Compartment.CHILDREN]
    with opened.part.writing(opened.pen) as write:
        write.dispose(RecordId(concern.id), "Its day has come")
    entries = opened.part.ledger.entries()
    assert None in [line_of(entry, Compartment.CHILDREN) for entry in entries]
    assert list(every_record(desk.sitting)) == []


def test_that_the_first_words_are_the_title_where_a_kind_has_no_other(desk: Desk) -> None:
    desk.policy.adopt("shire", "The governors chose it", an_entry_id(desk.sitting.clock))
    (line,) = every_record(desk.sitting, "policy")
    assert line.title


def test_that_a_copy_is_proved_file_by_file(desk: Desk, vault: TrainingVault, stick: Path) -> None:
    assert prove(taken(desk, vault, stick)) > len(Compartment)
