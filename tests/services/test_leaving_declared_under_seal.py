"""What somebody declared under seal is given to them as the rest is: judged, and noted there."""

from __future__ import annotations

import pytest

from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.leaving import LeavingDraft, Wish
from dsl_desk.domain.leaving_errors import UnjudgedError
from dsl_desk.domain.sealed_facts import GIVEN
from dsl_desk.domain.subject_access import Exemption
from dsl_desk.domain.went_out import EXPORT
from tests.builders import an_entry_id
from tests.services.declaring import KIT, a_declaration, a_review, declare, sign
from tests.services.requests import ICO
from tests.services.sealed import begin, round_of
from tests.services.staffroom import HESTER, MAYA, Staffroom
from tests.services.test_leaving_out_of_a_case import COPY, SCHEDULE, WHY, judged, noted, out
from tests.services.way_out import exports, text_of

pytestmark = pytest.mark.gate_story
STATEMENT = "I have asked to swap to Fridays."


@pytest.fixture
def school(signing_school: Staffroom) -> Staffroom:
    return signing_school


def test_that_a_copy_out_of_a_case_asks_about_what_its_subject_declared(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        case = begin(desk, MAYA, words="Quillwort was said in the office").id
        alone = judged(desk, case)
        theirs = declare(desk, a_declaration(by=MAYA, signed=MAYA))
        declare(desk, a_declaration(by="Tansy Hollybank", signed="Tansy Hollybank"))
        assert judged(desk, case) == [*alone, theirs.written.id]
        with pytest.raises(UnjudgedError):
            out(desk, case, dict.fromkeys(alone, GIVEN))
        text = text_of(out(desk, case, dict.fromkeys((*alone, theirs.written.id), GIVEN)))
        assert STATEMENT in text
        for gone in ("Maya", "Fernsby", *KIT.split()):
            assert gone not in text
        (entry,) = noted(desk, case)
        assert entry["carries"] == [*alone, theirs.written.id]


def test_that_a_declaration_without_a_case_is_given_by_itself_and_begins_none(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        declared = declare(desk, a_declaration(by=MAYA, signed=MAYA))
        review = sign(desk, declared, a_review())
        before = {part: len(exports(desk, part)) for part in desk.sitting.parts}
        of = declared.written.id
        assert judged(desk, of) == [of, review.written.id]
        text = text_of(out(desk, of, {of: GIVEN, review.written.id: Exemption.THIRD_PARTY.value}))
        assert STATEMENT in text
        assert {part: len(exports(desk, part)) for part in desk.sitting.parts} == before
        assert desk.cases.mine() == ()
        held = [one for _row, each in desk.cases.declared(acts=True) for one in each]
        (note,) = [one for one in held if one.body.kind == EXPORT]
        assert note.id == of
        assert desk.declarations.open(of).line.declaration.written.version == 1
        told = desk.leaving.leave(
            Wish(SCHEDULE, of), LeavingDraft(ICO, "Our file"), an_entry_id(desk.sitting.clock)
        ).answer
        assert WHY in text_of(told)
    round_of(school, HESTER)
    with school.desk(HESTER) as desk:
        assert desk.cases.mine() == ()
        assert desk.leaving.gather(Wish(SCHEDULE, of)).carries == ()
        desk.vault.check(lambda _done, _of: None)


def test_that_a_declaration_gives_nothing_to_whoever_does_not_hold_it(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        sealed = declare(desk, a_declaration(by=MAYA, signed=MAYA)).written.id
        in_its_part = declare(desk).written.id
        with pytest.raises(RecordMissingError):
            desk.leaving.gather(Wish(COPY, in_its_part))
    with school.desk(MAYA) as desk, pytest.raises(RecordMissingError):
        desk.leaving.gather(Wish(COPY, sealed))
