"""Checking by somebody else: who draws, what is drawn, what is signed, and what Today says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.checking_a_term import Redrawn
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, NotEntitledError, RecordDisposedError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import Said
from dsl_desk.domain.rights import Right
from dsl_desk.domain.termly_check import TERMLY_CHECK, FindingDraft, Found, Looked
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.way_errors import WrongPassphraseError
from tests.builders import PASSPHRASE, a_concern_draft, an_entry_id
from tests.services.adults import a_low_level_draft
from tests.services.looking import decided
from tests.services.staffroom import HESTER, MAYA, OWEN, WHY
from tests.services.test_machine_readable import DRAFT

if TYPE_CHECKING:
    from dsl_desk.domain.checking_a_term import Check, CheckStanding
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

CHILDREN, STAFF = Compartment.CHILDREN, Compartment.STAFF


def written(desk: Desk, count: int) -> list[RecordId]:
    records = []
    for number in range(count):
        draft = a_concern_draft(words=f"Something was said, number {number}")
        records.append(desk.concerns.record(draft, an_entry_id(desk.sitting.clock)).answer.id)
    return records


@pytest.fixture
def busy(signing_school: Staffroom) -> Staffroom:
    """Maya wrote twelve concerns and decided once to look; Owen wrote one."""
    with signing_school.desk() as desk:
        written(desk, 12)
        decided(desk)
    with signing_school.desk(OWEN) as desk:
        written(desk, 1)
    return signing_school


def drawn(desk: Desk) -> CheckStanding:
    desk.checks.draw(CHILDREN, an_entry_id(desk.sitting.clock))
    return desk.checks.standing(CHILDREN)


def a_finding(standing: CheckStanding, **more: object) -> FindingDraft:
    looked = tuple(Looked(one.record, one.version, Found.IN_ORDER) for one in standing.sample)
    draft = FindingDraft(looked, "Reasons are written; twice the voice of the child is missing.")
    return replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows


def opened(standing: CheckStanding) -> Check:
    assert standing.open is not None
    return standing.open


def check_needs(desk: Desk) -> list[Need]:
    today = desk.today.read()
    return [one for one in (*today.now, *today.later) if one.sort is NeedSort.CHECK_DUE]


def test_that_the_ledger_draws_and_stands_by_what_it_drew(busy: Staffroom) -> None:
    with busy.desk(HESTER) as desk:
        standing = drawn(desk)
        kinds = [one.kind for one in standing.sample]
        assert (kinds.count("concern"), kinds.count("viewing")) == (8, 1)
        assert opened(standing).draft.of == 14
        assert (standing.mine, standing.redrawn) == (True, Redrawn.SAME)
        again = drawn(desk)
        assert opened(again).id == opened(standing).id
        assert [one.record for one in again.sample] == [one.record for one in standing.sample]
    with busy.desk() as desk:
        written(desk, 3)
        seen = desk.checks.standing(CHILDREN)
        assert (seen.mine, seen.may_check, seen.redrawn) == (False, False, Redrawn.SAME)
        assert opened(seen).author == HESTER


def test_that_whoever_writes_here_never_draws_nor_signs(busy: Staffroom) -> None:
    for name in (MAYA, OWEN):
        with busy.desk(name) as desk, pytest.raises(NotEntitledError):
            desk.checks.draw(CHILDREN, an_entry_id(desk.sitting.clock))
    with busy.desk(HESTER) as desk:
        standing = drawn(desk)
        entry = an_entry_id(desk.sitting.clock)
    with busy.desk() as desk, pytest.raises(NotEntitledError):
        desk.checks.sign(opened(standing), a_finding(standing), PASSPHRASE, entry)


def test_that_what_the_checker_wrote_before_is_not_drawn(busy: Staffroom) -> None:
    with busy.desk() as desk:
        desk.members.give_key(busy.ids[HESTER], CHILDREN, WHY, Right.WRITE)
    with busy.desk(HESTER) as desk:
        own = written(desk, 2)
    with busy.desk() as desk:
        desk.members.give_key(busy.ids[HESTER], CHILDREN, WHY, Right.AUTHORISE)
    with busy.desk(HESTER) as desk:
        standing = drawn(desk)
        assert opened(standing).draft.of == 14
        assert not set(own) & {one.record for one in standing.sample}


def test_that_only_what_is_of_the_term_is_drawn(busy: Staffroom) -> None:
    busy.vault.clock.advance(days=42)  # the last day of the year, and the first of the next
    with busy.desk() as desk:
        written(desk, 1)
        busy.vault.clock.advance(days=1)
        [only] = written(desk, 1)
    with busy.desk(HESTER) as desk:
        standing = drawn(desk)
        assert standing.term.words == "Spring term 2027"
        assert [one.record for one in standing.sample] == [only]


def test_that_a_finding_is_signed_with_the_passphrase_and_stands(busy: Staffroom) -> None:
    with busy.desk(HESTER) as desk:
        standing = drawn(desk)
        lacking = [replace(one, found=None) for one in a_finding(standing).looked]
        wrong = a_finding(standing, looked=tuple(lacking), found=" ", change_by="soon")
        entry = an_entry_id(desk.sitting.clock)
        with pytest.raises(DraftError) as refused:
            desk.checks.sign(opened(standing), wrong, PASSPHRASE, entry)
        asked = {one.field: one.code for one in refused.value.problems}
        assert asked["found_0"] == asked["found"] == "missing"
        assert asked["change_by"] == "not_a_day"
        assert asked["change"] == "missing"
        with pytest.raises(WrongPassphraseError):
            desk.checks.sign(opened(standing), a_finding(standing), "not this one", entry)
        amiss = (Looked(standing.sample[0].record, 1, Found.LACKING, "No reason is written"),)
        more = {"change": "Maya writes the reason in", "change_by": "2026-12-04"}
        finding = a_finding(standing, looked=amiss, **more)
        done = desk.checks.sign(opened(standing), finding, PASSPHRASE, entry)
        assert done.things == {Thing.CHECKS}
    with busy.desk() as desk:
        after = desk.checks.standing(CHILDREN)
        assert (after.open, after.sample, after.redrawn) == (None, (), None)
        assert after.this_term == after.signed[0]
        assert (after.signed[0].author, after.signed[0].draft.finding) == (HESTER, finding)
        assert desk.vault.check(untold).entries > 0


def test_that_the_sample_says_what_was_read_since_and_what_is_gone(busy: Staffroom) -> None:
    with busy.desk(HESTER) as desk:
        standing = drawn(desk)
        first, second = (one.record for one in standing.sample[:2])
        desk.concerns.open(first)
        seen = desk.checks.standing(CHILDREN).sample
        assert [one.opened for one in seen].count(True) == 1
        assert seen[0].opened
    with busy.desk() as desk, desk.sitting.writing(CHILDREN, EntryClass.DISPOSAL) as write:
        write.dispose(second, "Two people decided it")
    with busy.desk(HESTER) as desk:
        seen_again = desk.checks.standing(CHILDREN)
        assert [one.gone for one in seen_again.sample[:2]] == [False, True]
        assert seen_again.redrawn is Redrawn.DISPOSED


@pytest.mark.parametrize("lie", ["code", "drawn", "heads"])
def test_that_a_sample_somebody_chose_does_not_come_out_again(busy: Staffroom, lie: str) -> None:
    with busy.desk(HESTER) as desk:
        true = opened(drawn(desk))
        said = {
            "code": replace(true.draft, code="0" * 64),
            "drawn": replace(true.draft, drawn=true.draft.drawn[:3]),
            "heads": replace(true.draft, heads=dict.fromkeys(true.draft.heads, 9999)),
        }[lie]
        with desk.sitting.writing(CHILDREN, EntryClass.AUTHORISATION) as write:
            entry = an_entry_id(desk.sitting.clock)
            write.version(TERMLY_CHECK, Said(said), true.entry.id, "Chosen", entry)
        assert desk.checks.standing(CHILDREN).redrawn is Redrawn.OTHER


def test_that_openings_and_what_left_in_bulk_are_counted_by_member(busy: Staffroom) -> None:
    with busy.desk() as desk:
        row = desk.concerns.page(0, 1).rows[0]
        desk.concerns.open(row.id)
        desk.machine_readable.leave(DRAFT, an_entry_id(desk.sitting.clock))
        before = Body("export", 1, fields={"record": row.id, "version": 1})
        kept_back = Body("export_refused", 1, fields={"record": row.id, "paper": "concern"})
        for body in (before, kept_back):
            name = an_entry_id(desk.sitting.clock)
            with desk.sitting.writing(CHILDREN, EntryClass.EXPORT) as write:
                write.enter(Act(name, RecordId(name), EntryClass.EXPORT, body))
    with busy.desk(HESTER) as desk:
        standing = desk.checks.standing(CHILDREN)
        acts = {one.name: (one.opened, one.papers, one.bulk) for one in standing.acts}
        assert acts[MAYA] == (1, 2, 1)
        assert acts[OWEN] == (0, 0, 0)
        [left] = standing.bulk
        assert (left.by, left.paper) == (MAYA, "Everything, for another system")
        assert left.records > 10
        assert left.whom == "Tansy Hollybank, The trust"
        assert left.purpose == "To move to another system"


def test_that_who_has_left_is_counted_without_a_name(busy: Staffroom) -> None:
    with busy.desk(OWEN) as desk:
        desk.concerns.open(desk.concerns.page(0, 1).rows[0].id)
    with busy.desk() as desk:
        desk.members.appoint(Post(Role.DSL, busy.ids[MAYA]), WHY)
    with busy.desk(HESTER) as desk:
        desk.members.appoint(Post(Role.HEAD, busy.ids[HESTER]), WHY)
    with busy.desk() as desk:
        desk.members.retire(busy.ids[OWEN], WHY, untold)
    with busy.desk(HESTER) as desk:
        acts = {one.name: one.opened for one in desk.checks.standing(CHILDREN).acts}
        assert acts["Somebody who has left"] == 1


def test_that_today_asks_for_a_check_before_a_term_ends(busy: Staffroom) -> None:
    with busy.desk(HESTER) as desk:
        assert check_needs(desk) == []
    busy.vault.clock.advance(days=15)
    with busy.desk() as desk:
        asks = {one.about: (one.what, one.count) for one in check_needs(desk)}
        assert asks == dict.fromkeys(("Children", "Staff"), ("Autumn term 2026", 0))
    with busy.desk(OWEN) as desk:
        assert [one.about for one in check_needs(desk)] == ["Children"]
    with busy.desk(HESTER) as desk:
        assert {one.about: one.count for one in check_needs(desk)} == {"Children": 1, "Staff": 0}
        standing = drawn(desk)
        entry = an_entry_id(desk.sitting.clock)
        desk.checks.sign(opened(standing), a_finding(standing), PASSPHRASE, entry)
        assert [one.about for one in check_needs(desk)] == ["Staff"]


def test_that_a_term_that_went_by_without_one_is_still_asked_for(busy: Staffroom) -> None:
    busy.vault.clock.advance(days=60)
    with busy.desk(HESTER) as desk:
        assert {one.what for one in check_needs(desk)} == {"Autumn term 2026"}
    busy.vault.clock.advance(days=120)
    with busy.desk(HESTER) as desk:
        assert {one.what for one in check_needs(desk)} == {"Spring term 2027"}


def test_that_staff_is_checked_by_who_may_authorise_there(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.low_level.record(a_low_level_draft(), an_entry_id(desk.sitting.clock))
        desk.members.give_key(school.ids[HESTER], STAFF, WHY, Right.AUTHORISE)
    with school.desk(HESTER) as desk:
        assert desk.checks.parts() == (CHILDREN, STAFF)
        desk.checks.draw(STAFF, an_entry_id(desk.sitting.clock))
        standing = desk.checks.standing(STAFF)
        assert {one.kind for one in standing.sample} == {"low_level"}
        assert (standing.part, standing.redrawn) == (STAFF, Redrawn.SAME)


def test_that_a_check_is_let_go_by_two_and_nothing_of_it_stays(busy: Staffroom) -> None:
    with busy.desk(HESTER) as desk:
        standing = drawn(desk)
        finding = a_finding(standing, found="Quillwort is missing.")
        check = opened(standing)
        desk.checks.sign(check, finding, PASSPHRASE, an_entry_id(desk.sitting.clock))
    with busy.desk() as desk:
        proposal = desk.disposals.propose(check.id, WHY, an_entry_id(desk.sitting.clock), WHY)
    with busy.desk(OWEN) as desk:
        desk.disposals.agree(proposal.answer.id, WHY, an_entry_id(desk.sitting.clock))
        assert desk.checks.standing(CHILDREN).signed == ()
        with pytest.raises(RecordDisposedError):
            desk.sitting.part(CHILDREN).ledger.newest(check.id)
        assert desk.search.find("quillwort", 0, 9).total == 0
        assert desk.vault.check(lambda _done, _of: None).entries
