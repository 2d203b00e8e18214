"""What stands in the registers of the invented school: a line or two in each.

`{4}` is the day of the fourth school day of the term; `{wren}` and `{other}` are pupils.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import HESTER, LENA, MAYA, OWEN, TEACHERS
from dsl_desk.app.demo.stage import Scene
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from dsl_desk.app.demo.stage import Stage
    from dsl_desk.services.desk import Desk


@dataclass(frozen=True)
class Line:
    """One line of a register: who writes it, on which school day, and the answers."""

    name: RegisterName
    who: str
    nth: int
    answers: Mapping[str, str]


_OF_OURS: Final = {
    "platform": "Facebook",
    "handle": "Fernhollow Primary",
    "standing": "in_use",
    "purpose": "News for families: trips, clubs, what is for lunch.",
    "owner": LENA,
    "approver": HESTER,
    "approved_on": "{1}",
    "check_every": "term",
    "email": "office@fernhollow.example",
    "checked_on": "{3}",
}
_ADVICE: Final = {
    "who": TEACHERS[1],
    "what": "settings",
    "version": "September",
    "adviser": MAYA,
    "advised_on": "{4}",
    "acknowledged": "signed",
    "acknowledged_on": "{5}",
}
_CONSENT: Final = {
    "child": "{other}",
    "standing": "given",
    "giver": "Their mother",
    "giver_is": "parent",
    "signed_on": "{6}",
    "name_use": "none",
    "website": "yes",
}
_PROPOSAL: Final = {
    "what": "A blog of the residential",
    "sort": "post",
    "purpose": "Families can follow",
    "proposed_by": LENA,
    "proposed_on": "{10}",
    "who_decides": "head",
    "platform": "The school's site",
}
_BREACH: Final = {
    "what": "A list of one class was sent to the wrong family",
    "sort": "sent",
    "whose": "14 pupils",
    "aware_at": "{24}T08:55",
    "dpo_told": "{24}T09:10",
    "contained": "Deleted while we were on the telephone.",
    "risk": "unlikely",
    "risk_why": "Names only, deleted unread",
    "ico": "need_not",
    "ico_why": "No risk to anybody",
}
_CONTACT: Final = {
    "child": "{other}",
    "adult": LENA,
    "platform": "Instagram",
    "at": "{33}T19:10",
    "way": "request",
    "arrived": "arrived",
    "dsl_told": "{34}T08:30",
    "parents": "yes",
    "response": "Left unanswered",
    "child_told": LENA,
}
_DEPARTURE: Final = {
    "who": TEACHERS[3],
    "what": "Rang a parent from her own telephone",
    "standing": "taken",
    "at": "{38}T17:40",
    "emergency": "yes",
    "why": "The coach had broken down and the school's telephone was empty",
    "told_head": "{39}T08:10",
}
_REQUEST: Final = {
    "illegal": "no",
    "what": "A page that mocks a child",
    "platform": "Instagram",
    "captured": "yes",
    "to": "platform",
    "asked_at": "{53}T09:20",
    "by": MAYA,
    "child": "{wren}",
    "reference": "IG-4471902",
}
_LOOK: Final = {
    "looked_on": "{13}",
    "who": "Maya Fernsby, the technician, the governor for safeguarding",
    "tried": "Six laptops and two tablets, as a pupil and as staff, at school and at home",
    "got_round": "Two, both by a site that shows other sites",
    "result": "to_mend",
    "to_do": "Block sites that show other sites: the technician, until half-term",
    "governors_on": "{20}",
    "next_look": "{53}",
}
LINES: Final = (
    Line(RegisterName.ACCOUNTS, MAYA, 4, _OF_OURS),
    Line(RegisterName.ACKNOWLEDGEMENTS, MAYA, 11, _ADVICE),
    Line(RegisterName.PHOTO_CONSENT, OWEN, 18, _CONSENT),
    Line(RegisterName.APPROVALS, MAYA, 22, _PROPOSAL),
    Line(RegisterName.FILTERING, MAYA, 21, _LOOK),
    Line(RegisterName.BREACHES, MAYA, 25, _BREACH),
    Line(RegisterName.CONTACT_ATTEMPTS, OWEN, 34, _CONTACT),
    Line(RegisterName.DEPARTURES, MAYA, 39, _DEPARTURE),
    Line(RegisterName.TAKE_DOWNS, MAYA, 53, _REQUEST),
)


def scenes(stage: Stage, moment: Mapping[int, datetime]) -> Iterator[Scene]:
    """Return when each line is written; `moment` says when the nth school day begins."""
    days = [moment[nth].date().isoformat() for nth in sorted(moment)]
    wren, other = stage.cast.pupils[0].name, stage.cast.pupils[16].name
    for line in LINES:
        said = {
            blank: answer.format(*days, wren=wren, other=other)
            for blank, answer in line.answers.items()
        }
        at = moment[line.nth].replace(hour=12)
        yield Scene(at, line.who, partial(_write, stage, line.name, said))


def _write(stage: Stage, name: RegisterName, said: Mapping[str, str], desk: Desk) -> None:
    known = stage.cast.records
    people = {blank: known[answer] for blank, answer in said.items() if answer in known}
    desk.registers.record(RegisterDraft(name, said, people), stage.fresh())
