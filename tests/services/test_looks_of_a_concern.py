from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.viewing import Stands
from dsl_desk.domain.words_only import WordsOnlyDraft
from tests.builders import a_concern_draft
from tests.services.looking import captured, decided, fresh_entry
from tests.services.staffroom import OWEN

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom


def test_that_a_concern_gathers_what_was_looked_at_handed_in_and_told(desk: Desk) -> None:
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    assert not desk.looks.of_concern(concern.id)
    viewing = decided(desk, concern=concern.id)
    seen = captured(desk, viewing.id)
    now = wall_clock(desk.sitting.clock.now())
    draft = HandedInDraft("Carys Tamarisk", now, "By e-mail", "Three screenshots", concern.id)
    given = desk.told.take(draft, fresh_entry(desk)).answer
    mistake = captured(desk, given.id, b"only words")
    told = WordsOnlyDraft("Lena Harebell", now, "A picture is passed on", concern=concern.id)
    spoken = desk.told.record_in_words(told, fresh_entry(desk)).answer
    desk.quarantines.set_aside(mistake.id, "It was the wrong file", fresh_entry(desk))

    found = desk.looks.of_concern(concern.id)
    assert [one.viewing.id for one in found.decisions] == [viewing.id]
    assert [one.id for one in found.given] == [given.id]
    assert [one.id for one in found.in_words] == [spoken.id]
    assert [one.id for one in found.pieces] == [seen.id, mistake.id]
    assert found.set_aside == {mistake.id}
    assert not desk.looks.of_concern(RecordId("0a" * 16))


def test_that_a_look_kept_in_staff_is_not_told_to_whoever_has_no_key_there(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
        lena = PersonRef("Lena Harebell")
        viewing = decided(desk, whose=lena, stands=Stands.STAFF, concern=concern.id)
        assert [one.viewing.id for one in desk.looks.of_concern(concern.id).decisions] == [
            viewing.id
        ]
    with school.desk(OWEN) as desk:
        assert not desk.looks.of_concern(concern.id)
