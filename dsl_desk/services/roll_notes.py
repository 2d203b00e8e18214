"""What School says of every change on the roll: who did what, to whom, and why.

The roll itself is public and holds no reasons. Each line gets one entry, whose id is made from the
line: it is written right after the change, or, if the desk was ended in between, at the next
unlock of somebody who may, and then without the reason that went down with it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.roll_act import RollAct

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json
    from dsl_desk.keys.header import Header
    from dsl_desk.keys.roll import RollLine
    from dsl_desk.services.sitting import Sitting

MEMBERS_KIND: Final = "members"
# A vault's first line has its own entry in every part, ways in are told by who changes them, and
# a policy is an entry of its own.
_TOLD_ELSEWHERE: Final = frozenset({RollAct.FOUND, RollAct.WAYS_IN, RollAct.POLICY})


def write_down(sitting: Sitting, header: Header, reason: str = "") -> None:
    """Write what School does not know yet of the roll; the reason belongs to its last line."""
    if not sitting.may_write(Compartment.SCHOOL, EntryClass.MEMBERS):
        return
    ledger = sitting.part(Compartment.SCHOOL).ledger
    for line in reversed(header.roll):
        if line.said.act in _TOLD_ELSEWHERE:
            continue
        if ledger.find(entry_of(line)) is not None:
            return
        why = reason if line is header.roll[-1] else ""
        with sitting.writing(Compartment.SCHOOL, EntryClass.MEMBERS) as write:
            name = entry_of(line)
            body = _body(header, line, why)
            write.enter(Act(name, RecordId(name), EntryClass.MEMBERS, body))


def entry_of(line: RollLine) -> EntryId:
    """Return the id of the entry that tells of a line."""
    return EntryId(hashlib.sha256(line.mark().digest).hexdigest()[:32])


def _body(header: Header, line: RollLine, reason: str) -> Body:
    names = {row.member.id: row.member.name for row in header.members}
    touched = {stood.member for stood in line.said.people}
    touched |= {one for post in line.said.posts for one in post.people()}
    fields: dict[str, Json] = {**line.said.plain(), "line": line.number, "author": line.author}
    return Body(
        MEMBERS_KIND,
        1,
        happened_at=line.written_at,
        reason=reason,
        names={one: names[one] for one in sorted({line.author, *touched})},
        fields=fields,
    )
