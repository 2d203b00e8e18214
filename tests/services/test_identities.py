from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem
from dsl_desk.domain.identity import IdentityDraft
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.person import Person
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

WREN = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren", born="2016-03-02")
LENA = PersonDraft(PersonKind.STAFF, "Harebell", "Lena", staff_kind=StaffKind.TEACHER)
WHY = "She told Miss Harebell"


def added(desk: Desk, clock: FakeClock, draft: PersonDraft = WREN) -> Person:
    return desk.people.add(draft, an_entry_id(clock)).answer


def account(person: Person, handle: str = "@quiet_fern") -> IdentityDraft:
    ref = PersonRef(person.draft.name, person.id)
    return IdentityDraft("Chirrup", handle, ("fern2015",), person=ref, basis=WHY)


def concern_with(desk: Desk, clock: FakeClock, handle: str) -> RecordId:
    """Record a concern that names an account."""
    name = an_entry_id(clock)
    body = CONCERN.body(said_of(a_concern_draft(), "C-2026-001"), "Maya Fernsby")
    told = {"platform": "Chirrup", "account": handle, "group": "", "address": ""}
    body = replace(body, fields={**body.fields, "online": told})
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.CONCERN) as write:
        write.enter(Act(name, RecordId(name), EntryClass.CONCERN, body))
    return RecordId(name)


def test_that_an_account_stands_on_the_page_of_who_it_is_said_to_belong_to(
    vault: TrainingVault,
) -> None:
    desk = vault.unlock()
    wren = added(desk, vault.clock)
    identity = desk.identities.add(account(wren), an_entry_id(vault.clock)).answer
    desk.close()
    desk = vault.unlock()
    (view,) = desk.people.open(wren.id).identities
    assert (view.identity, view.concerns) == (identity, frozenset())
    assert [one.identity for one in desk.identities.called("Quiet_Fern")] == [identity]
    assert desk.vault.check(lambda _checked, _total: None).parts == tuple(Compartment)
    desk.close()


def test_that_an_account_says_in_which_concerns_it_stands_under_any_of_its_names(
    desk: Desk, clock: FakeClock
) -> None:
    wren = added(desk, clock)
    desk.identities.add(account(wren), an_entry_id(clock))
    named = {concern_with(desk, clock, handle) for handle in ("quiet_fern", "@FERN2015")}
    concern_with(desk, clock, "@somebody.else")
    concern_with(desk, clock, " ")
    (view,) = desk.identities.of(wren.id)
    assert view.concerns == named


def test_that_the_accounts_of_a_merged_record_stand_with_the_kept_one(
    desk: Desk, clock: FakeClock
) -> None:
    wren, again = added(desk, clock), added(desk, clock)
    identity = desk.identities.add(account(again), an_entry_id(clock)).answer
    desk.people.merge(wren.id, again.id, WHY, an_entry_id(clock))
    assert [view.identity for view in desk.identities.of(wren.id)] == [identity]


def test_that_a_change_of_an_account_has_a_reason_and_stays_in_its_part(
    desk: Desk, clock: FakeClock
) -> None:
    wren, lena = added(desk, clock), added(desk, clock, LENA)
    identity = desk.identities.add(account(wren), an_entry_id(clock)).answer
    renamed = replace(account(wren), handle="@loud_fern", past=("@quiet_fern", "fern2015"))
    changed = desk.identities.change(identity.entry.id, renamed, WHY, an_entry_id(clock)).answer
    assert (changed.version, changed.reason, changed.draft) == (2, WHY, renamed)
    with pytest.raises(DraftError) as told:
        desk.identities.change(changed.entry.id, account(lena), "", an_entry_id(clock))
    assert told.value.problems == (
        Problem("person", "kept_elsewhere"),
        Problem("reason", "missing"),
    )


def test_that_an_account_of_nobody_is_kept_and_one_without_a_basis_is_not(
    desk: Desk, clock: FakeClock
) -> None:
    wren = added(desk, clock)
    desk.identities.add(IdentityDraft("Chirrup", "@nobodys"), an_entry_id(clock))
    assert len(desk.identities.called("nobodys")) == 1
    with pytest.raises(DraftError):
        desk.identities.add(replace(account(wren), basis=""), an_entry_id(clock))
    assert desk.identities.of(wren.id) == ()


def test_that_the_accounts_of_staff_are_told_only_to_who_holds_the_key_of_staff(
    vault: TrainingVault,
) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk() as desk:
        lena = added(desk, vault.clock, LENA)
        desk.identities.add(account(lena), an_entry_id(vault.clock))
        assert len(desk.people.open(lena.id).identities) == 1
    with school.desk(OWEN) as desk:
        assert desk.people.open(lena.id).identities == ()
        with pytest.raises(NotEntitledError):
            desk.identities.add(account(lena), an_entry_id(vault.clock))
