"""A file for the next school: who gets it, what is in it, and the parcel beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.leaving import (
    HowItLeaves,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
    first_shown,
)
from dsl_desk.domain.leaving_errors import NotTheirFileError, OtherChildShownError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.register import RegisterDraft
from dsl_desk.domain.registers.register import RegisterName as Name
from dsl_desk.domain.transfer import TransferState
from dsl_desk.services.parcels import entry_in, is_as_signed, open_parcel
from tests.builders import an_entry_id
from tests.registers import a_draft
from tests.services.way_out import DRAFT, a_file, exports, text_of

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from dsl_desk.services.pressing import Gathered

WHY = "Wren starts there on Monday"


def a_leaver(desk: Desk, **changes: str) -> RecordId:
    wren, _concerns = a_file(desk)
    draft = a_draft(Name.TRANSFERS, wren.person, **changes)
    return desk.registers.record(draft, an_entry_id(desk.sitting.clock)).answer.id


def the_wish(record: RecordId) -> Wish:
    return Wish(PaperSort.TRANSFER, record)


def a_transfer_draft(gathered: Gathered, **changes: object) -> LeavingDraft:
    assert gathered.recipient is not None
    shown = first_shown(gathered.named, gathered.recipient.sort, PaperSort.TRANSFER)
    draft = LeavingDraft(gathered.recipient, WHY, shown)
    return replace(draft, **changes)  # type: ignore[arg-type]  # a test names fields it knows


def made(desk: Desk, record: RecordId, **changes: object) -> Parcel:
    draft = a_transfer_draft(desk.leaving.gather(the_wish(record)), **changes)
    entry = an_entry_id(desk.sitting.clock)
    return desk.leaving.leave(the_wish(record), draft, entry).answer


def test_that_a_file_for_the_next_school_has_a_cover_an_index_and_a_receipt(desk: Desk) -> None:
    record = a_leaver(desk)
    parcel = made(desk, record)
    text = text_of(parcel)
    for told in (
        *("Tansy Hollybank", "Sedge Vale School", "Index", "Chronology, oldest first"),
        *("Child in need", "Tear off this page", "Signature", "20 November 2026", "Received by"),
    ):
        assert told in text
    view = desk.transfers.view(record)
    assert view.state is TransferState.MADE
    assert [copy.sha256 for copy in view.made] == [parcel.sha256]
    (entry,) = exports(desk)
    assert entry.body.fields["beside"]


def test_that_no_other_child_is_named_in_the_paper_or_in_the_parcel(desk: Desk) -> None:
    parcel = made(desk, a_leaver(desk))
    arrived = open_parcel(parcel.beside, parcel.passphrase)
    written = arrived.contents.written().decode()
    for name in ("Rowan", "ROWAN", "Ashby", "ASHBY", "Linnet", "quietlinnet"):
        assert name not in text_of(parcel)
        assert name not in written
    covered = [one for one in arrived.contents.entries if one.covered]
    assert covered
    assert all(one.salt == b"" and not is_as_signed(one) for one in covered)
    assert any("Child " in one.body.decode() for one in covered)
    rowan = next(
        row.id for row in desk.people.directory.everybody().listed if row.name == "Linnet Tamarisk"
    )
    assert rowan not in written


def test_that_entries_travel_as_they_lie_in_the_ledger(desk: Desk) -> None:
    record = a_leaver(desk)
    parcel = made(desk, record)
    arrived = open_parcel(parcel.beside, parcel.passphrase)
    assert arrived.contents.school == desk.face.school
    assert arrived.contents.vault == desk.cases.book.page().vault
    assert arrived.contents.child["surname"] == "Tamarisk"
    assert [one.name for one in arrived.contents.signers] == ["Maya Fernsby"]
    ledger = desk.sitting.part(Compartment.CHILDREN).ledger
    for one in arrived.contents.entries:
        header = entry_in(one).header
        assert ledger.known(header.id).header == header
        if not one.covered:
            assert is_as_signed(one)
    kinds = {entry.body.kind for entry in arrived.entries}
    assert {"child_file", "concern", "viewing", "evidence", "child_transfer"} <= kinds


def test_that_keys_of_sealed_pictures_never_travel(desk: Desk) -> None:
    parcel = made(desk, a_leaver(desk))
    arrived = open_parcel(parcel.beside, parcel.passphrase)
    kinds = {entry.body.kind for entry in arrived.entries}
    assert kinds.isdisjoint({"evidence_file", "paper"})


def test_that_nothing_lies_beside_a_paper_without_a_lock(desk: Desk) -> None:
    record = a_leaver(desk)
    parcel = made(desk, record, how=HowItLeaves.OPEN, unlocked_why="Handed over by hand")
    assert parcel.beside == b""
    (entry,) = exports(desk)
    assert "beside" not in entry.body.fields


@pytest.mark.parametrize("sort", [RecipientSort.PARENT, RecipientSort.GOVERNORS])
def test_that_it_goes_to_nobody_but_a_school_or_the_authority(
    desk: Desk, sort: RecipientSort
) -> None:
    record = a_leaver(desk)
    carys = Recipient(sort, PersonRef("Carys Tamarisk"))
    with pytest.raises(NotTheirFileError):
        made(desk, record, recipient=carys)
    assert exports(desk) == []


def test_that_another_child_is_not_shown_by_name(desk: Desk) -> None:
    record = a_leaver(desk)
    gathered = desk.leaving.gather(the_wish(record))
    assert any(one.child and not one.about for one in gathered.named)
    everybody = dict.fromkeys((one.key for one in gathered.named), Showing.SHOWN)
    with pytest.raises(OtherChildShownError):
        desk.leaving.refuse(gathered, a_transfer_draft(gathered, shown=everybody))
    desk.leaving.refuse(gathered, a_transfer_draft(gathered))


def test_that_without_a_school_it_goes_to_whoever_the_authority_named(desk: Desk) -> None:
    said = {"to": "home", "school": "", "authority": "Fenland council"}
    record = a_leaver(desk, **said, authority_on="2026-11-16", dsl="Ash Rookwood")
    gathered = desk.leaving.gather(the_wish(record))
    assert gathered.recipient is not None
    assert gathered.recipient.sort is RecipientSort.SOCIAL_CARE
    assert gathered.recipient.words() == "Ash Rookwood, Fenland council"
    parcel = made(desk, record, covered_why="Other children are not theirs to know of")
    assert "Fenland council" in text_of(parcel)


def test_that_only_the_entry_of_a_leaver_with_a_record_can_be_made(desk: Desk) -> None:
    wren, concerns = a_file(desk)
    with pytest.raises(RecordMissingError):
        desk.leaving.gather(the_wish(concerns[0].id))
    nobody = desk.registers.record(
        RegisterDraft(Name.TRANSFERS, a_draft(Name.TRANSFERS).answers),
        an_entry_id(desk.sitting.clock),
    ).answer
    with pytest.raises(RecordMissingError):
        desk.leaving.gather(the_wish(nobody.id))
    assert wren.person
    assert DRAFT.recipient.sort is RecipientSort.OTHER_SCHOOL
