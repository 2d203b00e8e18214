"""A sealed case on hold: nobody lets it go, and only its holders know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.disposal_errors import OnHoldError
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.retention import RetentionClass
from tests.services.adults import about, an_allegation_draft, begin
from tests.services.looking import fresh_entry
from tests.services.staffroom import HESTER, MAYA, OWEN, WHY

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

INQUIRY = "The inquiry asks that nothing goes"


def about_maya(desk: Desk) -> RecordId:
    record = begin(desk, an_allegation_draft(about(desk, MAYA, Standing.DSL)))
    desk.cases.rewrite_all()
    return record


def hold(desk: Desk, record: RecordId, why: str = INQUIRY, *, on: bool = True) -> None:
    desk.sealed_disposals.hold(record, why, fresh_entry(desk), on=on)
    desk.cases.rewrite_all()


def test_that_a_hold_says_why_and_stops_a_proposal_until_it_is_lifted(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        record = about_maya(desk)
        with pytest.raises(DraftError):
            hold(desk, record, " ")
        free = desk.case_file.open(record).kept
        hold(desk, record)
        kept = desk.case_file.open(record).kept
        assert (kept.held, kept.hold_reason) == (Held.PUT_ON, INQUIRY)
        for stale in (free, kept):
            with pytest.raises(OnHoldError):
                desk.sealed_disposals.propose(stale, record, WHY, fresh_entry(desk))
        hold(desk, record, "The inquiry is over", on=False)
        kept = desk.case_file.open(record).kept
        assert kept.held is Held.NOT
        desk.sealed_disposals.propose(kept, record, WHY, fresh_entry(desk))


def test_that_a_hold_after_the_proposal_stops_the_deed(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        record = about_maya(desk)
        kept = desk.case_file.open(record).kept
        desk.sealed_disposals.propose(kept, record, WHY, fresh_entry(desk))
        hold(desk, record)
    with school.desk(OWEN) as desk:
        with pytest.raises(OnHoldError):
            desk.sealed_disposals.answer(record, WHY, fresh_entry(desk), agreed=True)
        hold(desk, record, "The inquiry is over", on=False)
        pdf = desk.sealed_disposals.answer(record, WHY, fresh_entry(desk), agreed=True).answer
        assert pdf.startswith(b"%PDF")
        assert desk.cases.mine() == ()


def test_that_a_case_that_is_no_allegation_is_kept_and_let_go_like_one(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        draft = CaseDraft("Lena Harebell", "Wren Tamarisk", "“nothing to fuss about”")
        case = desk.cases.begin(draft, fresh_entry(desk)).answer.id
        desk.cases.rewrite_all()
        kept = desk.sealed_disposals.kept(case)
        assert (kept.of, kept.what, kept.review_on) == (
            RetentionClass.ALLEGATION,
            "Lena Harebell",
            None,
        )
        hold(desk, case)
        assert desk.sealed_disposals.kept(case).held is Held.PUT_ON
        hold(desk, case, "It is over", on=False)
        kept = desk.sealed_disposals.kept(case)
        desk.sealed_disposals.propose(kept, case, WHY, fresh_entry(desk))
        desk.cases.rewrite_all()
    with school.desk(HESTER) as desk:
        desk.sealed_disposals.answer(case, WHY, fresh_entry(desk), agreed=True)
        assert desk.cases.mine() == ()
