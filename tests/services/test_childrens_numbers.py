"""Children's services to ring: by where the child lives, by the hour, and never by a guess."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.child_file import ChildFileDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.lado_directory import LADO_DIRECTORY, Authority, LadoDirectory
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import Said
from dsl_desk.domain.rung import Rung
from tests.builders import an_entry_id

if TYPE_CHECKING:
    from dsl_desk.domain.childrens_number import ChildrensNumber
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

TEAM = Rung(
    "",
    "Fernshire front door",
    "01632 960 210",
    opens="09:00",
    closes="17:00",
    after_hours="Night team",
    after_hours_telephone="01632 960 211",
)
FERNSHIRE = Authority("", "", area="Fernshire", childrens=TEAM)


def a_pupil(desk: Desk) -> PersonRef:
    draft = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
    person = desk.people.add(draft, an_entry_id(desk.sitting.clock)).answer
    return PersonRef("Wren Tamarisk", person.id)


def live(desk: Desk, child: PersonRef, key: str, name: str) -> None:
    draft = ChildFileDraft(child, lives_in=key, lives_in_name=name)
    desk.people.keep_file(None, draft, "", an_entry_id(desk.sitting.clock))


def number(desk: Desk, child: PersonRef) -> ChildrensNumber:
    (found,) = desk.childrens_numbers.of((child,))
    return found


def test_that_the_number_is_that_of_where_the_child_lives_and_not_of_the_school(desk: Desk) -> None:
    wren = a_pupil(desk)
    desk.lado.confirm(desk.lado.all()[0])
    fernshire = desk.lado.keep_childrens(FERNSHIRE, checked=True).answer
    live(desk, wren, fernshire.key, fernshire.place)
    found = number(desk, wren)
    assert found.ring() == "Fernshire front door: 01632 960 210"
    assert found.why() == "Lives in Fernshire."
    assert found.checked() == "Checked by Maya Fernsby on 19 November 2026."
    ours = desk.lado.ours()
    assert ours is not None
    assert (ours.place, ours.confirmed_by) == ("Isle of Wight", "Maya Fernsby")


def test_that_out_of_hours_the_team_of_the_night_is_shown_by_itself(
    desk: Desk, clock: FakeClock
) -> None:
    wren = a_pupil(desk)
    fernshire = desk.lado.keep_childrens(FERNSHIRE, checked=False).answer
    live(desk, wren, fernshire.key, fernshire.place)
    clock.advance(hours=9)
    found = number(desk, wren)
    assert found.ring() == "Night team (out of hours): 01632 960 211"
    assert found.checked() == "Not checked by anybody here yet."


def test_that_without_a_word_on_the_front_sheet_it_is_the_schools_own_unchecked(desk: Desk) -> None:
    wren = a_pupil(desk)
    assert number(desk, wren).ring().startswith("No authority is chosen yet.")
    assert number(desk, wren).checked() == ""
    desk.lado.confirm(desk.lado.all()[0])
    live(desk, wren, "", "")
    found = number(desk, wren)
    assert found.ring() == "Children's Reception Team: 0300 300 0117"
    assert found.why() == "By the front sheet, the child lives in the school's own authority."
    assert found.checked() == "Not checked by anybody here yet."


def test_that_a_child_without_a_record_or_a_file_is_not_said_to_live_anywhere(desk: Desk) -> None:
    desk.lado.confirm(desk.lado.all()[0])
    for child in (PersonRef("Linnet Tamarisk"), a_pupil(desk)):
        found = number(desk, child)
        assert found.place == "Isle of Wight"
        assert not found.told
        assert found.why().startswith("No front sheet says where the child lives")


def test_that_whoever_cannot_open_the_front_sheet_is_told_that_it_is_a_guess(desk: Desk) -> None:
    wren = a_pupil(desk)
    desk.lado.confirm(desk.lado.all()[0])
    fernshire = desk.lado.keep_childrens(FERNSHIRE, checked=True).answer
    live(desk, wren, fernshire.key, fernshire.place)
    desk.sitting.leave(Compartment.CHILDREN)
    found = number(desk, wren)
    assert found.place == "Isle of Wight"
    assert found.why().endswith("Ask where the child lives.")


def test_that_an_authority_nobody_knows_any_more_has_its_name_and_no_wrong_number(
    desk: Desk,
) -> None:
    wren = a_pupil(desk)
    desk.lado.confirm(desk.lado.all()[0])
    live(desk, wren, "gone", "Sedge Vale")
    found = number(desk, wren)
    assert found.ring() == "Sedge Vale: no number yet. Look it up with the local authority."
    assert found.why() == "Lives in Sedge Vale."


def test_that_an_authority_without_a_number_says_so(desk: Desk) -> None:
    desk.lado.confirm(Authority("ours", "Merrowshire LADO", "01632 960 017"))
    found = number(desk, a_pupil(desk))
    assert found.ring() == "Merrowshire: no number yet. Look it up with the local authority."


def test_that_a_number_is_looked_at_again_each_term(desk: Desk, clock: FakeClock) -> None:
    wren = a_pupil(desk)
    fernshire = desk.lado.keep_childrens(FERNSHIRE, checked=True).answer
    live(desk, wren, fernshire.key, fernshire.place)
    clock.advance(days=121)
    assert number(desk, wren).checked().endswith("Check it again this term.")


def test_that_every_problem_of_a_number_is_told_at_once(desk: Desk) -> None:
    with pytest.raises(DraftError) as error:
        desk.lado.keep_childrens(
            Authority("", "", childrens=Rung("", "", "", opens="x")), checked=True
        )
    fields = [one.field for one in error.value.problems]
    assert fields == ["area", "name", "telephone", "opens"]


def test_that_one_more_authority_can_always_be_filled_in(desk: Desk) -> None:
    assert [one.place for one in desk.lado.choices()] == ["Isle of Wight", "Another authority"]
    assert [one.place for one in desk.lado.named()] == ["Isle of Wight"]
    blank = desk.lado.choices()[-1]
    desk.lado.keep_childrens(replace(blank, area="Fernshire", childrens=TEAM), checked=False)
    assert [one.place for one in desk.lado.choices()] == [
        *("Isle of Wight", "Fernshire", "Another authority")
    ]
    assert [one.place for one in desk.lado.named()] == ["Isle of Wight", "Fernshire"]


def test_that_a_directory_of_schema_1_is_read_with_the_number_that_was_shipped(desk: Desk) -> None:
    mine = Authority("isle-of-wight", "Isle of Wight LADO", "01632 960 017")
    body = LADO_DIRECTORY.body(Said(LadoDirectory("isle-of-wight", (mine,))), "Maya Fernsby")
    fields = dict(body.fields)
    (written,) = LADO_DIRECTORY.said_in(body).draft.changed
    older = {**written.fields(), "layout": "", "hours_to_answer": 0, "stages": []}
    fields["changed"] = [older]
    read = LADO_DIRECTORY.said_in(replace(body, schema=1, fields=fields)).draft
    assert read.changed == (mine,)
    with desk.sitting.writing(Compartment.SCHOOL, EntryClass.SETTING) as write:
        write.record(LADO_DIRECTORY, Said(read), EntryId(fresh_id(desk.sitting.clock.now())))
    ours = desk.lado.ours()
    assert ours is not None
    assert (ours.telephone, ours.area) == ("01632 960 017", "Isle of Wight")
    assert ours.childrens.telephone == "0300 300 0117"
    assert ours.childrens.needs_checking(desk.sitting.clock.now().date())
