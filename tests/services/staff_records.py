"""What Staff says about people, as the tests write it and ask for it to be begun anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.subject import Subject
from dsl_desk.services.beginning_anew import Successor
from tests.builders import an_entry_id
from tests.services.staffroom import MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

STAFF = Compartment.STAFF
TOLD = "Seen alone with a pupil in the music room"
LATER = "The door was open, as the caretaker says"


def write_about(desk: Desk, name: str, words: str = TOLD, member: str = "") -> EntryId:
    """Write an entry of Staff whose subject is somebody, in a kind of the test's own."""
    fields = {"words": words, **({"subject": member} if member else {})}
    body = Body("said_of_somebody", 1, names={"author": MAYA, "subject": name}, fields=fields)
    entry = an_entry_id(desk.sitting.clock)
    with desk.sitting.writing(STAFF, EntryClass.CONCERN) as write:
        write.enter(Act(entry, RecordId(entry), EntryClass.CONCERN, body))
    return entry


def write_on(desk: Desk, before: EntryId, words: str) -> None:
    """Write a second version, which names nobody."""
    body = Body("said_of_somebody", 1, reason=WHY, names={"author": MAYA}, fields={"words": words})
    entry = an_entry_id(desk.sitting.clock)
    with desk.sitting.writing(STAFF, EntryClass.CONCERN) as write:
        record = RecordId(before)
        write.enter(Act(entry, record, EntryClass.CONCERN, body, 2, before))


def owen(school: Staffroom, role: Role = Role.DEPUTY_DSL) -> Successor:
    return Successor(Subject(OWEN, school.ids[OWEN]), role)


def parts(school: Staffroom) -> set[str]:
    return {
        path.name
        for path in (school.vault.folder / "parts").iterdir()
        if not path.name.endswith("-journal")
    }
