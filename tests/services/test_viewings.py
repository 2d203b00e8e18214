from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.errors import DraftError, NotEntitledError, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.stop_errors import NotOpenError, OwnLookError
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands
from dsl_desk.domain.viewing_standing import Agreed, AnswerDraft, Standing
from tests.builders import a_concern_draft
from tests.services.looking import (
    a_stop,
    a_viewing,
    an_urgent_viewing,
    captured,
    decided,
    fresh_entry,
)
from tests.services.staffroom import HESTER, OWEN, Staffroom
from tests.services.way_out import own_copy

if TYPE_CHECKING:
    from dsl_desk.domain.viewing import Viewing, ViewingDraft
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

ASKED = {"authority": Authority.ASKED, "authority_why": ""}


def refused(desk: Desk, draft: ViewingDraft) -> dict[str, str]:
    with pytest.raises(DraftError) as error:
        desk.viewings.decide(draft, fresh_entry(desk))
    return {problem.field: problem.code for problem in error.value.problems}


def an_answer(viewing: Viewing, agreed: Agreed = Agreed.YES) -> AnswerDraft:
    return AnswerDraft(viewing.id, viewing.version, agreed, "One page, once")


def test_that_a_decision_is_open_until_its_time_is_over(desk: Desk, clock: FakeClock) -> None:
    viewing = decided(desk)
    assert viewing.ref == "VD-2026-001"
    assert desk.viewings.open(viewing.id).standing is Standing.OPEN
    clock.advance(hours=5)
    assert desk.viewings.open(viewing.id).standing is Standing.OVER
    (need,) = desk.today.read().now
    assert (need.sort, need.evidence) == (NeedSort.LOOK_OVER, viewing.id)


def test_that_a_decision_that_begins_later_is_still_to_come(desk: Desk) -> None:
    viewing = decided(desk, starts="2026-11-19T15:00")
    assert desk.viewings.open(viewing.id).standing is Standing.TO_COME


def test_that_every_question_is_asked_at_once(desk: Desk) -> None:
    draft = replace(
        a_viewing(desk),
        whose=PersonRef(""),
        stands=Stands.UNANSWERED,
        platform="",
        handle="",
        address="",
        open_to_all=OpenToAll.UNANSWERED,
        open_how="",
        to_confirm="",
        why="",
        less_intrusive="",
        proportionate="",
        best_placed="",
        looker=PersonRef(""),
        device="",
        school_device=False,
        own_account=False,
        not_vetting=False,
        this_case=False,
        authority=Authority.UNANSWERED,
        starts="",
        ends="",
    )
    wrong = refused(desk, draft)
    assert {name for name, code in wrong.items() if code == "not_ticked"} == {
        "school_device",
        "own_account",
        "not_vetting",
        "this_case",
    }
    assert {name for name, code in wrong.items() if code == "missing"} == {
        *("whose", "stands", "handle", "open_to_all", "open_how", "to_confirm", "why"),
        *("less_intrusive", "proportionate", "best_placed", "looker", "device"),
        *("authority", "starts", "ends"),
    }


@pytest.mark.parametrize(
    ("more", "field", "code"),
    [
        ({"open_to_all": OpenToAll.NO}, "open_to_all", "not_open"),
        ({"authoriser": "maya  fernsby"}, "authoriser", "same_person"),
        ({"authority": Authority.NOBODY, "authority_why": ""}, "authority_why", "missing"),
        ({"ends": "2026-11-19T12:00"}, "ends", "over_already"),
        ({"ends": "2026-11-20T12:00"}, "ends", "another_day"),
        ({"starts": "soon"}, "starts", "not_a_time"),
        ({"ends": "2026-11-19"}, "ends", "not_a_time"),
        ({"why": "x" * 30_000}, "why", "too_long"),
        ({"device": "x" * 300}, "device", "too_long"),
    ],
)
def test_that_what_must_not_be_is_refused(
    desk: Desk, more: dict[str, object], field: str, code: str
) -> None:
    assert refused(desk, a_viewing(desk, **more))[field] == code


def test_that_a_decision_not_to_look_needs_whose_and_why_alone(desk: Desk) -> None:
    draft = replace(
        an_urgent_viewing(desk, looker=PersonRef(""), looker_member="", starts="", ends=""),
        look=Look.NOT_TO_LOOK,
    )
    viewing = desk.viewings.decide(draft, fresh_entry(desk)).answer
    assert desk.viewings.open(viewing.id).standing is Standing.NOT_TO_LOOK
    assert desk.viewings.undone() == ()
    assert desk.viewings.looks_at(draft.whose, "") == 0
    with pytest.raises(NotOpenError):
        desk.evidence.let_in(a_stop(desk, viewing.id))


def test_that_an_urgent_look_is_open_at_once_and_owes_the_rest(
    desk: Desk, clock: FakeClock
) -> None:
    viewing = desk.viewings.decide(an_urgent_viewing(desk), fresh_entry(desk)).answer
    view = desk.viewings.open(viewing.id)
    assert (view.standing, view.to_review) == (Standing.OPEN, True)
    assert {"proportionate", "device", "authority"} <= set(view.gaps)
    assert captured(desk, viewing.id).captured.basis == viewing.id
    clock.advance(days=1)
    (need,) = desk.today.read().now
    assert (need.sort, need.due, need.count) == (NeedSort.LOOK_OWES, "2026-11-20", len(view.gaps))


def test_that_somebody_else_agrees_before_anybody_looks(vault: TrainingVault) -> None:
    staff = Staffroom(vault).add_everybody()
    with staff.desk() as desk:
        viewing = decided(desk, **ASKED)
        assert desk.viewings.open(viewing.id).standing is Standing.WAITING
        assert desk.today.read().now == ()  # she waits for somebody else
        with pytest.raises(NotOpenError):
            desk.evidence.let_in(a_stop(desk, viewing.id))
        with pytest.raises(OwnLookError):
            desk.viewings.answer(an_answer(viewing), fresh_entry(desk))
    with staff.desk(HESTER) as desk:
        (need,) = desk.today.read().now
        assert (need.sort, need.evidence) == (NeedSort.AGREE_TO_LOOK, viewing.id)
        with pytest.raises(DraftError) as error:
            desk.viewings.answer(AnswerDraft(viewing.id, 1, Agreed.UNANSWERED), fresh_entry(desk))
        assert {each.field for each in error.value.problems} == {"agreed", "words"}
        answer = desk.viewings.answer(an_answer(viewing), fresh_entry(desk)).answer
        assert (answer.author, answer.draft.agreed) == (HESTER, Agreed.YES)
    with staff.desk() as desk:
        assert desk.viewings.open(viewing.id).standing is Standing.OPEN
        desk.vault.check(lambda _done, _of: None)


def test_that_nobody_looks_where_somebody_else_said_no(vault: TrainingVault) -> None:
    staff = Staffroom(vault).add_everybody()
    with staff.desk() as desk:
        viewing = decided(desk, **ASKED)
    with staff.desk(OWEN) as desk:
        desk.viewings.answer(an_answer(viewing, Agreed.NO), fresh_entry(desk))
    with staff.desk() as desk:
        view = desk.viewings.open(viewing.id)
        assert view.standing is Standing.REFUSED
        with pytest.raises(NotOpenError):
            desk.evidence.let_in(a_stop(desk, viewing.id))
        changed = replace(viewing.draft, proportionate="One page, five minutes")
        again = desk.viewings.change(viewing.entry.id, changed, "Less of it", fresh_entry(desk))
        assert desk.viewings.open(again.answer.id).standing is Standing.WAITING


def test_that_a_decision_changes_with_a_reason_and_stays_in_its_part(desk: Desk) -> None:
    viewing = decided(desk)
    with pytest.raises(DraftError) as error:
        desk.viewings.change(
            viewing.entry.id,
            replace(viewing.draft, stands=Stands.STAFF),
            "",
            fresh_entry(desk),
        )
    codes = {(problem.field, problem.code) for problem in error.value.problems}
    assert {("stands", "other_part"), ("reason", "missing")} <= codes


def test_that_the_account_of_an_adult_under_allegation_waits_for_advice(desk: Desk) -> None:
    viewing = decided(desk, whose=PersonRef("Lena Harebell"), stands=Stands.UNDER_ALLEGATION)
    assert viewing.ref == "SVD-2026-001"
    assert desk.looks.part_of(viewing.id) is Compartment.STAFF
    assert desk.viewings.open(viewing.id).standing is Standing.ADVICE_FIRST
    with pytest.raises(NotOpenError):
        desk.evidence.let_in(a_stop(desk, viewing.id))
    advised = replace(viewing.draft, advice="LADO, 12:40: look at the open page and tell us")
    desk.viewings.change(viewing.entry.id, advised, "They rang back", fresh_entry(desk))
    assert desk.viewings.open(viewing.id).standing is Standing.OPEN
    assert captured(desk, viewing.id).ref == "SEV-2026-001"


def test_that_a_look_at_somebody_who_holds_a_key_goes_elsewhere(desk: Desk) -> None:
    draft = a_viewing(desk, whose=PersonRef("Maya Fernsby"), stands=Stands.STAFF)
    with pytest.raises(GoesElsewhereError):
        desk.viewings.decide(draft, fresh_entry(desk))


def test_that_a_further_look_counts_itself_and_asks_about_surveillance(desk: Desk) -> None:
    wren = desk.people.add(
        PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren"), fresh_entry(desk)
    ).answer
    whose = PersonRef("Wren Tamarisk", wren.id)
    decided(desk, whose=whose)
    assert desk.viewings.looks_at(whose, "") == 1
    assert desk.viewings.looks_at(PersonRef("Somebody"), "@6H.Secrets") == 1
    wrong = refused(
        desk, a_viewing(desk, whose=whose, authority=Authority.NOBODY, authority_why="Ill")
    )
    assert wrong == {
        "surveillance": "missing",
        "why_not_others": "missing",
        "authority": "another_person",
    }
    assert refused(desk, a_viewing(desk, whose=whose, surveillance="One page, twice")) == {
        "why_not_others": "missing"
    }
    second = decided(
        desk, whose=whose, surveillance="One page, twice", new_information="A new post"
    )
    assert second.draft.nth == 2


def test_that_what_was_found_ends_the_look(desk: Desk) -> None:
    viewing = decided(desk)
    with pytest.raises(DraftError):
        desk.viewings.end(viewing, "  ", fresh_entry(desk))
    ended = desk.viewings.end(viewing, "Nothing that matters", fresh_entry(desk)).answer
    assert desk.viewings.open(ended.id).standing is Standing.ENDED
    assert desk.viewings.undone() == ()
    pdf = own_copy(desk, PaperSort.VIEWING, viewing.id)
    assert pdf.startswith(b"%PDF-")


def test_that_a_decision_stands_in_the_file_of_everybody_in_its_concern(desk: Desk) -> None:
    wren = desk.people.add(
        PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren"), fresh_entry(desk)
    ).answer
    draft = a_concern_draft(people=(Involved(PersonRef("Wren Tamarisk", wren.id)),))
    concern = desk.concerns.record(draft, fresh_entry(desk)).answer
    viewing = decided(desk, whose=PersonRef("6h.secrets"), concern=concern.id)
    assert viewing.draft.in_files_of() == (wren.id,)
    evidence = captured(desk, viewing.id)
    assert [view.viewing.id for view in desk.viewings.of_concern(concern.id)] == [viewing.id]
    assert [one.id for one in desk.evidence.of_concern(concern.id)] == [evidence.id]
    titles = [row.title for row in desk.chronology.of(wren.id, 0, 10).rows]
    assert f"Evidence {evidence.ref}, under {viewing.ref}" in titles


def test_that_decisions_are_listed_newest_first(desk: Desk, clock: FakeClock) -> None:
    first = decided(desk)
    clock.advance(minutes=1)
    second = decided(desk, whose=PersonRef("Jude Honeyfield"), handle="another.page")
    page = desk.viewings.page(0, 10)
    assert [view.viewing.id for view in page.rows] == [second.id, first.id]
    assert page.total == 2
    assert desk.looks.kind_of(first.id) == "viewing"
    assert desk.looks.parts() == (Compartment.CHILDREN, Compartment.STAFF)


def test_that_a_decision_nobody_here_can_read_is_missing(desk: Desk) -> None:
    viewing = decided(desk)
    with pytest.raises(RecordMissingError):
        desk.viewings.open(RecordId("0f" * 16))
    desk.sitting.leave(Compartment.CHILDREN)
    with pytest.raises(RecordMissingError):
        desk.viewings.change(viewing.entry.id, viewing.draft, "Why", fresh_entry(desk))
    desk.sitting.leave(Compartment.STAFF)
    with pytest.raises(NotEntitledError):
        desk.viewings.open(viewing.id)
