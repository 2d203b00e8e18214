"""Entries of every register with valid answers; a test overrides what matters to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName
from tests.builders import an_entry_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

WREN = "Wren Tamarisk"
LENA = "Lena Harebell"

ANSWERS: Mapping[RegisterName, Mapping[str, str]] = {
    RegisterName.ACCOUNTS: {
        "platform": "Facebook",
        "handle": "Fernhollow Primary",
        "standing": "in_use",
        "purpose": "News for families.",
        "owner": LENA,
        "approver": "Hester Winterbourne",
        "approved_on": "2026-09-07",
        "email": "office@fernhollow.example",
        "check_every": "week",
        "checked_on": "2026-11-09",
    },
    RegisterName.PHOTO_CONSENT: {
        "child": WREN,
        "standing": "given",
        "giver": "Carys Tamarisk",
        "giver_is": "parent",
        "display": "yes",
        "website": "yes",
        "name_use": "first",
        "signed_on": "2026-09-04",
        "expires": "2026-11-24",
    },
    RegisterName.APPROVALS: {
        "what": "A blog of class 6H",
        "sort": "account",
        "purpose": "Reports from the residential.",
        "proposed_by": LENA,
        "proposed_on": "2026-11-12",
        "who_decides": "head",
    },
    RegisterName.DEPARTURES: {
        "who": LENA,
        "what": "Rang a parent from her own telephone on the residential.",
        "standing": "taken",
        "at": "2026-11-13T21:10",
        "why": "The school's telephone had no signal and a child was ill.",
    },
    RegisterName.CONTACT_ATTEMPTS: {
        "child": WREN,
        "adult": LENA,
        "platform": "Instagram",
        "at": "2026-11-17T18:05",
        "way": "request",
        "arrived": "arrived",
    },
    RegisterName.ACKNOWLEDGEMENTS: {
        "who": LENA,
        "what": "policy",
        "version": "September 2026",
        "adviser": "Maya Fernsby",
        "advised_on": "2026-09-02",
        "acknowledged": "signed",
        "acknowledged_on": "2026-09-02",
    },
    RegisterName.BREACHES: {
        "what": "A laptop was left on a bus",
        "sort": "lost",
        "aware_at": "2026-11-18T08:40",
        "whose": "Pupils of year 6, 58 people",
    },
    RegisterName.TAKE_DOWNS: {
        "illegal": "no",
        "what": "A film of the playground with a child's name",
        "platform": "TikTok",
        "captured": "yes",
        "to": "platform",
        "asked_at": "2026-11-19T09:10",
    },
    RegisterName.SUBJECT_REQUESTS: {
        "about": WREN,
        "received": "2026-11-16",
        "requester": "Carys Tamarisk",
        "requester_is": "parent",
        "scope": "Everything you have about my child.",
        "identity": "known",
        "dpo": "Piran Sedgewick",
    },
    RegisterName.FILTERING: {
        "looked_on": "2025-11-20",
        "who": "Maya Fernsby and the technician",
        "tried": "Six laptops, as a pupil and as a member of staff",
        "result": "as_it_should",
        "next_look": "2026-11-20",
    },
    RegisterName.TRANSFERS: {
        "child": WREN,
        "left_on": "2026-11-13",
        "timing": "in_year",
        "to": "school",
        "school": "Sedge Vale School",
        "dsl": "Tansy Hollybank",
        "contact": "01632 960 222",
    },
    RegisterName.FILES_RECEIVED: {
        "child": WREN,
        "started_on": "2026-11-09",
        "asked_of": "Sedge Vale School",
        "asked_on": "2026-11-09",
        "answer": "waiting",
    },
}


def a_draft(name: RegisterName, child: str = "", /, **changes: str) -> RegisterDraft:
    answers = {**ANSWERS[name], **changes}
    whom = next((one for one in ("child", "about") if one in answers), "")
    people = {whom: child} if child and whom else {}
    return RegisterDraft(name, answers, people)


def a_pupil(
    desk: Desk, clock: FakeClock, surname: str = "Tamarisk", forename: str = "Wren", **more: str
) -> str:
    """Keep a pupil of class 6H, and return the id."""
    facts = {"year": "6", "form": "6H", "born": "2016-03-02", **more}
    draft = replace(PersonDraft(PersonKind.PUPIL, surname, forename), **facts)  # type: ignore[arg-type]  # a test names fields it knows
    clock.advance(seconds=1)
    return desk.people.add(draft, an_entry_id(clock)).answer.id
