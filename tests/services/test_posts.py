"""Posts and the roll: who is in which, and a change cut short is told all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.routing import Gap, Missing
from dsl_desk.services import roll_notes
from tests.services.staffroom import ALBAN, MAYA, OWEN, WHY, Staffroom, a_newcomer

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault

SCHOOL, CHILDREN = Compartment.SCHOOL, Compartment.CHILDREN
STAFF, DECLARATIONS = Compartment.STAFF, Compartment.DECLARATIONS


def told(desk: Desk) -> list[Entry]:
    ledger = desk.sitting.part(SCHOOL).ledger
    return [entry for entry in ledger.entries() if entry.body.kind == roll_notes.MEMBERS_KIND]


def test_that_set_up_goes_on_until_every_route_ends(vault: TrainingVault) -> None:
    school = Staffroom(vault)
    with school.desk() as desk:
        assert len(desk.members.unfinished()) == 3
    school.add_everybody()
    with school.desk() as desk:
        assert desk.members.unfinished() == (Missing(Gap.NO_STAND_IN, Role.CHAIR),)


def test_that_a_change_whose_entry_was_lost_with_the_desk_is_told_at_the_next_unlock(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_args: object) -> None:
        raise KeyboardInterrupt

    with school.desk() as desk, monkeypatch.context() as broken:
        broken.setattr("dsl_desk.services.members.write_down", killed)
        with pytest.raises(KeyboardInterrupt):
            desk.members.give_key(school.ids[OWEN], STAFF, WHY)
    with school.desk(OWEN) as desk:
        last = told(desk)[-1]
        assert last.body.fields["line"] == len(school.page.roll)
        assert (last.body.reason, last.body.fields["author"]) == ("", school.ids[MAYA])
    with school.desk() as desk:
        assert told(desk)[-1] == last


def test_that_a_post_a_chair_passes_on_is_told_by_whoever_unlocks_next(school: Staffroom) -> None:
    with school.desk(ALBAN) as desk:
        desk.members.appoint(Post(Role.CHAIR, school.ids[ALBAN], school.ids[OWEN]), WHY)
    with school.desk() as desk:
        assert told(desk)[-1].body.fields["author"] == school.ids[ALBAN]


def test_that_views_and_newcomers_show_no_name(school: Staffroom) -> None:
    with school.desk() as desk:
        assert MAYA not in repr(desk.members.everyone())
    assert MAYA not in repr(a_newcomer(MAYA, Role.DSL))
