"""Whom to ring in children's services: the authority a child lives in, by its front sheet.

It reads front sheets without opening the file: nothing is written down by it, anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.childrens_number import ChildrensNumber
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.child_file import ChildFileDraft
    from dsl_desk.domain.lado_directory import Authority
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.services.lado_directory import LadoDirectories
    from dsl_desk.services.people import People
    from dsl_desk.services.sitting import Sitting


class ChildrensNumbers:
    """What can be asked about children's services, child by child."""

    def __init__(self, sitting: Sitting, people: People, lado: LadoDirectories) -> None:
        self._sitting = sitting
        self._people = people
        self._lado = lado

    def of(self, children: Iterable[PersonRef]) -> tuple[ChildrensNumber, ...]:
        """Return whom to ring now about each child."""
        return tuple(map(self._of, children))

    def _of(self, child: PersonRef) -> ChildrensNumber:
        seen = Compartment.CHILDREN in self._sitting.parts
        sheet = self._sheet(child)
        if sheet is None or not sheet.lives_in:
            ours = self._at(child.name, self._lado.ours())
            return replace(ours, sheet=sheet is not None, seen=seen)
        there = (one for one in self._lado.all() if one.key == sheet.lives_in)
        named = ChildrensNumber(child.name, sheet.lives_in_name, None, told=True)
        authority = next(there, None)
        if authority is None:
            return named  # rather no number than one of somewhere else
        return replace(self._at(child.name, authority), told=True, sheet=True)

    def _sheet(self, child: PersonRef) -> ChildFileDraft | None:
        if not child.person:
            return None
        file = self._people.file_of(RecordId(child.person))
        return None if file is None else file.draft

    def _at(self, child: str, authority: Authority | None) -> ChildrensNumber:
        if authority is None:
            return ChildrensNumber(child, "", None)
        desk = authority.childrens
        return ChildrensNumber(
            child=child,
            place=authority.place,
            number=self._lado.ring(desk) if desk.telephone else None,
            checked_by=desk.confirmed_by,
            checked_on=desk.confirmed_on,
            stale=desk.needs_checking(self._sitting.clock.now().date()),
        )
