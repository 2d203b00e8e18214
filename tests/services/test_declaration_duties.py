"""Duties of declared links under each policy: done by declaring or deciding, and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.errors import DraftError, NotEntitledError
from dsl_desk.domain.policy.states import DutyState
from tests.services.declaring import (
    a_declaration,
    a_link,
    a_review,
    declare,
    entry_of,
    give_passphrase,
    nothing,
    sign,
)
from tests.services.sealed import round_of
from tests.services.staffroom import ALBAN, HESTER, MAYA, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.desk import Desk

pytestmark = pytest.mark.gate_story


@pytest.fixture
def school(signing_school: Staffroom) -> Staffroom:
    return signing_school


def own(desk: Desk, record: RecordId) -> list[DutyRow]:
    """Return the duties that the school's own policy asks."""
    rows = desk.declaration_duties.of(record)
    return [row for row in rows if not row.asked.only_guidance]


def a_mark(record: RecordId, row: DutyRow, state: DutyState = DutyState.DONE) -> DutyMark:
    tells = state in (DutyState.DONE, DutyState.WAITING)
    return DutyMark(
        record=record,
        matter=row.asked.matter,
        act=row.asked.act,
        recipient=row.told.recipient,
        state=state,
        at="2026-11-19T10:00" if tells else "",
        how="In her room" if tells else "",
        why="" if tells else "She had left by then",
    )


# Row 49 and 50, 87, 136 and 137 of the duty table; what is done by declaring it stands as done.
ASKED = {
    "shire": {"tell/head/family_link": DutyState.DONE, "keep_to//family_link": DutyState.NOW},
    "early-life": {"record//family_link": DutyState.NOW},
    "longton": {
        "advise/member_of_staff/family_link": DutyState.NOW,
        "record//family_link": DutyState.NOW,
    },
}


@pytest.mark.parametrize("name", ASKED)
def test_that_each_policy_asks_its_own_duties_of_the_same_aunt(hester: Desk, name: str) -> None:
    hester.policy.adopt(name, "As the governors chose", entry_of(hester))
    declared = declare(hester)
    found = {row.key: row.state for row in own(hester, declared.written.id)}
    assert found.items() >= ASKED[name].items()


def test_that_a_former_pupil_is_advised_against_under_two_policies(hester: Desk) -> None:
    for name in ("early-life", "longton"):
        hester.policy.adopt(name, "As the governors chose", entry_of(hester))
        declared = declare(hester, a_declaration(a_link(kind=LinkKind.FORMER_PUPIL)))
        keys = [row.key for row in own(hester, declared.written.id)]
        assert "advise/member_of_staff/former_pupil" in keys


def test_that_a_duty_is_marked_taken_back_and_marked_again(hester: Desk) -> None:
    hester.policy.adopt("longton", "As the governors chose", entry_of(hester))
    record = declare(hester).written.id
    row = next(row for row in own(hester, record) if row.told.recipient is not None)
    for state in (DutyState.DONE, DutyState.NOW, DutyState.DOES_NOT_APPLY):
        done = hester.declaration_duties.mark(a_mark(record, row, state), entry_of(hester))
        assert next(one.state for one in done.answer if one.key == row.key) is state
    rest = [one for one in own(hester, record) if one.key != row.key]
    assert DutyState.NOW in [one.state for one in rest]
    with pytest.raises(DraftError):
        hester.declaration_duties.mark(
            DutyMark(record, row.asked.matter, row.asked.act, None, DutyState.DONE),
            entry_of(hester),
        )
    hester.vault.check(lambda _done, _of: None)


def test_that_advice_that_was_signed_does_the_duty_to_advise(hester: Desk) -> None:
    hester.policy.adopt("longton", "As the governors chose", entry_of(hester))
    declared = declare(hester)
    sign(hester, declared, a_review(Decision.ADVISED_AGAINST))
    rows = {row.key: row for row in own(hester, declared.written.id)}
    row = rows["advise/member_of_staff/family_link"]
    assert row.state is DutyState.DONE
    assert row.mark is not None
    assert (row.mark.by, row.mark.how) == (HESTER, "Signed in the decision")


def test_that_nothing_declared_asks_nothing_and_whoever_reads_marks_nothing(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        desk.policy.adopt("longton", "As the governors chose", entry_of(desk))
        assert own(desk, declare(desk, nothing()).written.id) == []
        record = declare(desk).written.id
    with school.desk(MAYA) as desk:
        (row, *_rest) = own(desk, record)
        with pytest.raises(NotEntitledError):
            desk.declaration_duties.mark(a_mark(record, row), entry_of(desk))


def test_that_the_chair_has_the_words_of_the_policy_and_marks_in_the_sealed_slot(
    school: Staffroom,
) -> None:
    give_passphrase(school, ALBAN)
    with school.desk(HESTER) as desk:
        desk.policy.adopt("shire", "As the governors chose", entry_of(desk))
    with school.desk(ALBAN) as desk:
        declared = declare(desk, a_declaration(by=HESTER, signed=HESTER))
        record = declared.written.id
        view = desk.declarations.open(record)
        assert view.policy.links.questions[0].id == "legitimate"
        assert view.rules[0].words
        rows = {row.key: row for row in own(desk, record)}
        assert set(rows) == {"tell/chair/family_link", "keep_to//family_link"}
        row = rows["keep_to//family_link"]
        desk.declaration_duties.mark(a_mark(record, row), entry_of(desk))
        done = desk.declaration_duties.mark(
            a_mark(record, row, DutyState.DOES_NOT_APPLY), entry_of(desk)
        )
        assert next(one.state for one in done.answer if one.key == row.key) is (
            DutyState.DOES_NOT_APPLY
        )
        assert desk.cases.mine() == ()
    round_of(school, ALBAN)
    with school.desk(ALBAN) as desk:
        rows = {row.key: row for row in own(desk, record)}
        assert rows["keep_to//family_link"].state is DutyState.DOES_NOT_APPLY
        desk.vault.check(lambda _done, _of: None)
    with school.desk(HESTER) as desk:
        assert desk.declarations.lines() == ()


def test_that_the_page_of_the_vault_says_which_policy_it_is_until_there_is_none(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        assert desk.policy.told_to_all() is None
        for _twice in range(2):
            desk.policy.adopt("shire", "As the governors chose", entry_of(desk))
        lines = len(desk.cases.book.page().roll)
        told = desk.policy.told_to_all()
        assert told is not None
        assert told.name == "shire"
        desk.policy.adopt("longton", "As the governors chose", entry_of(desk))
        assert len(desk.cases.book.page().roll) == lines + 1
        desk.policy.adopt("alone", "Law and guidance alone", entry_of(desk))
        assert desk.policy.told_to_all() is None
