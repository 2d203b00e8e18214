"""What leaves a register: on paper, as a table, and the list of children not to be published."""

from __future__ import annotations

import csv
import hashlib
import io
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.child_file import ChildFileDraft, PhotoException
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterName
from tests.builders import an_entry_id
from tests.registers import a_draft, a_pupil
from tests.services.staffroom import OWEN, Staffroom
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

Name = RegisterName
PLACES = ("display", "printed", "website", "social", "press", "video")


def consent(desk: Desk, clock: FakeClock, child: str, /, **changes: str) -> None:
    clock.advance(seconds=1)
    desk.registers.record(a_draft(Name.PHOTO_CONSENT, child, **changes), an_entry_id(clock))


def listed(desk: Desk) -> dict[str, str]:
    return {one.child: one.words for one in desk.register_papers.do_not_publish()}


def test_that_a_copy_on_paper_is_an_entry_before_it_is_a_file(desk: Desk, clock: FakeClock) -> None:
    desk.registers.record(a_draft(Name.ACCOUNTS), an_entry_id(clock))
    pdf = own_copy(desk, PaperSort.REGISTER, Name.ACCOUNTS.value)
    assert pdf.startswith(b"%PDF-")
    (export,) = desk.sitting.part(Compartment.SCHOOL).ledger.tail(1)
    assert export.header.entry_class is EntryClass.EXPORT
    fields = export.body.fields
    assert (fields["list"], fields["record"]) == ("account_we_run", "")
    assert fields["sha256"] == hashlib.sha256(pdf).hexdigest()


def test_that_a_table_holds_every_answer_of_those_that_were_looked_for(
    desk: Desk, clock: FakeClock
) -> None:
    clock.advance(seconds=1)
    desk.registers.record(a_draft(Name.ACCOUNTS, notes="=1+1"), an_entry_id(clock))
    clock.advance(seconds=1)
    desk.registers.record(a_draft(Name.ACCOUNTS, platform="Blog"), an_entry_id(clock))
    table = desk.register_papers.make_table(Name.ACCOUNTS, "facebook").answer
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    (row,) = rows
    assert row["Where is the account?"] == "Facebook"
    assert row["How does it stand?"] == "Ours, and approved"
    assert row["Anything else"] == "'=1+1"
    assert row["Written by"] == "Maya Fernsby"


def test_that_a_child_without_consent_in_writing_is_not_published_anywhere(
    desk: Desk, clock: FakeClock
) -> None:
    a_pupil(desk, clock)
    sorrel = a_pupil(desk, clock, "Yarrow", "Sorrel")
    consent(desk, clock, sorrel, child="Sorrel Yarrow", standing="spoken")
    assert listed(desk) == {"Wren Tamarisk": "Anywhere", "Sorrel Yarrow": "Anywhere"}


def test_that_a_child_stands_on_the_list_where_consent_does_not_reach(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk, clock)
    consent(desk, clock, wren, printed="yes", video="yes", press="yes")
    assert listed(desk) == {"Wren Tamarisk": "On the school's social media"}


def test_that_a_child_with_consent_for_everything_is_not_on_the_list(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk, clock)
    consent(desk, clock, wren, **dict.fromkeys(PLACES, "yes"))
    assert listed(desk) == {}


def test_that_an_expired_consent_and_an_exception_put_a_child_back_on_it(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk, clock)
    consent(desk, clock, wren, **dict.fromkeys(PLACES, "yes"))
    sorrel = a_pupil(desk, clock, "Yarrow", "Sorrel")
    every = {**dict.fromkeys(PLACES, "yes"), "expires": ""}
    consent(desk, clock, sorrel, child="Sorrel Yarrow", **every)
    clock.advance(days=6)
    assert listed(desk) == {"Wren Tamarisk": "Anywhere"}
    file = ChildFileDraft(
        PersonRef("Sorrel Yarrow", sorrel), photo_exception=PhotoException.NOT_TAKEN
    )
    desk.people.keep_file(None, file, "", an_entry_id(clock))
    assert listed(desk) == {"Wren Tamarisk": "Anywhere", "Sorrel Yarrow": "Anywhere"}


def test_that_who_only_gave_consent_has_none_by_it(desk: Desk, clock: FakeClock) -> None:
    wren = a_pupil(desk, clock)
    sorrel = a_pupil(desk, clock, "Yarrow", "Sorrel")
    draft = a_draft(Name.PHOTO_CONSENT, wren, **dict.fromkeys(PLACES, "yes"))
    draft = type(draft)(draft.register, draft.answers, {"child": wren, "giver": sorrel})
    desk.registers.record(draft, an_entry_id(clock))
    assert listed(desk) == {"Sorrel Yarrow": "Anywhere"}


def test_that_a_child_who_has_left_is_not_on_the_list(desk: Desk, clock: FakeClock) -> None:
    a_pupil(desk, clock, ends="2026-10-23")
    assert listed(desk) == {}


def test_that_the_list_is_handed_out_on_paper_and_that_is_written_down(
    desk: Desk, clock: FakeClock
) -> None:
    a_pupil(desk, clock)
    assert own_copy(desk, PaperSort.DO_NOT_PUBLISH, "list").startswith(b"%PDF-")
    (export,) = desk.sitting.part(Compartment.CHILDREN).ledger.tail(1)
    assert export.body.fields["paper"] == "do_not_publish"


def test_that_nobody_prints_what_they_hold_no_key_to(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(OWEN) as desk, pytest.raises(NotEntitledError):
        own_copy(desk, PaperSort.REGISTER, Name.DEPARTURES.value)


def test_that_who_decides_bears_the_title_of_this_school_in_list_table_and_paper(
    desk: Desk,
) -> None:
    clock = desk.sitting.clock
    proposal = a_draft(RegisterName.APPROVALS, who_decides="head")
    desk.registers.record(proposal, an_entry_id(clock))
    told = desk.register_papers.make_table(RegisterName.APPROVALS).answer.decode("utf-8-sig")
    before = desk.registers.as_called(RegisterName.APPROVALS).blank("who_decides").told("head")
    assert before in told
    desk.policy.adopt("shire", "The trust has one", an_entry_id(clock))
    title = desk.registers.titles()["head"]
    assert title == "Head of School"
    (row,) = desk.registers.page(RegisterName.APPROVALS, 0, 9).rows
    assert title in row.cells
    told = desk.register_papers.make_table(RegisterName.APPROVALS).answer.decode("utf-8-sig")
    assert title in told
    assert "The headteacher" not in told
    other = desk.registers.as_called(RegisterName.ACCOUNTS)
    assert other == REGISTERS[RegisterName.ACCOUNTS]
