"""The fence: asked before a key is given, a viewer or a case manager is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.fence import (
    FENCE_PASSED,
    Fenced,
    links_to,
    named_in,
    touching,
    wrong_with_going_on,
)
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.subject import Subject
from dsl_desk.services.page_rows import holding

if TYPE_CHECKING:
    from collections.abc import Collection

    from dsl_desk.domain.fence import FenceAct, Touch
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.people import People
    from dsl_desk.services.sitting import Sitting

_PART: Final = Compartment.DECLARATIONS


class Fence:
    """What can be asked before somebody is given something that touches a child."""

    def __init__(self, sitting: Sitting, declarations: Declarations, people: People) -> None:
        self._sitting = sitting
        self._declarations = declarations
        self._people = people

    def touches(self, member: MemberId, people: Collection[PersonRef]) -> tuple[Touch, ...]:
        """Return the links a member declared to these people or their families."""
        return self.fenced(member, people).touches

    def fenced(self, member: MemberId, people: Collection[PersonRef] | None) -> Fenced:
        """Return what the fence says of a member; `None`: what they get is about every child."""
        if _PART not in self._sitting.parts:
            return self._closed()
        rows = self._declarations.routes.cases.book.page().members
        name = next((row.member.name for row in rows if row.member.id == member), "")
        family = None if people is None else self._with_family(people)
        lines = self._declarations.lines()
        return Fenced(touching(Subject(name, member), family, lines, self._same))

    def named(self, name: str) -> Fenced:
        """Return what the fence says of somebody who is to come in with keys of their own."""
        if _PART not in self._sitting.parts:
            return self._closed()
        return Fenced(touching(Subject(name), None, self._declarations.lines(), self._same))

    def named_in(self, words: str, people: Collection[PersonRef], but: str = "") -> Fenced:
        """Return what it says of everybody whose name stands in some words: who is best placed.

        `but` is a member who was asked about already.
        """
        if _PART not in self._sitting.parts:
            return self._closed()
        rows = self._declarations.routes.cases.book.page().members
        asked = [Subject(row.member.name, row.member.id) for row in rows if row.member.id == but]
        lines = [
            line
            for line in self._declarations.lines()
            if not any(line.declaration.draft.subject().may_be(one) for one in asked)
        ]
        return Fenced(named_in(words, self._with_family(people), lines, self._same))

    def links_to(self, person: RecordId) -> tuple[Touch, ...]:
        """Return the declared links to somebody or their family, for those who may see them."""
        if _PART not in self._sitting.parts:
            return ()
        name = self._people.directory.name_of(person)
        family = self._with_family((PersonRef(name, person),))
        return links_to(family, self._declarations.lines(), self._same)

    def pass_by(self, touches: tuple[Touch, ...], act: FenceAct, reason: str) -> Changed[None]:
        """Write down that somebody went on all the same, and why, where each link is kept."""
        if problems := wrong_with_going_on(reason):
            raise DraftError(problems)
        for record in dict.fromkeys(touch.declaration for touch in touches):
            self._declarations.note(record, self._passed(record, act, reason.strip()))
        return Changed(None, frozenset({Thing.DECLARATIONS}))

    def _closed(self) -> Fenced:
        """Return whom to ask: this member cannot see declared links."""
        rows = self._declarations.routes.cases.book.page().members
        readers = tuple(row.member.name for row in rows if _PART in holding(row))
        return Fenced(runs=False, ask=readers)

    def _passed(self, record: RecordId, act: FenceAct, reason: str) -> Act:
        name = fresh_id(self._sitting.clock.now())
        told: dict[str, Json] = {"record": record, "act": act.value, "reason": reason}
        body = Body(FENCE_PASSED, 1, names={AUTHOR: self._sitting.member.name}, fields=told)
        return Act(EntryId(name), RecordId(name), EntryClass.OPENED, body)

    def _same(self, person: str) -> tuple[str, ...]:
        return (person, *self._people.directory.same_as(RecordId(person)))

    def _with_family(self, people: Collection[PersonRef]) -> tuple[PersonRef, ...]:
        """Return these people, with whom the files of the children among them name as family."""
        found = list(people)
        for one in people:
            file = self._people.file_of(RecordId(one.person)) if one.person else None
            if file is not None:
                draft = file.draft
                found += [contact.who for contact in draft.contacts]
                found += [tie.who for tie in (*draft.siblings, *draft.household)]
        return tuple(found)
