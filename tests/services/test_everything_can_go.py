"""Every kind of record: its class and day, two people let it go, and not a word of it is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, NoteDraft, Whom
from dsl_desk.domain.errors import RecordDisposedError, RecordMissingError
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.identity import IdentityDraft
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_facts import FACTS
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.task import TaskDraft
from dsl_desk.domain.viewing import Stands
from dsl_desk.domain.words_only import WordsOnlyDraft
from dsl_desk.services.opening import key_of
from dsl_desk.services.places import parts_folder
from tests.builders import a_concern_draft, an_entry_id
from tests.plain_pages import pages
from tests.registers import a_draft
from tests.services.adults import (
    a_low_level_draft,
    a_step,
    an_allegation_draft,
    begin,
    do,
)
from tests.services.looking import captured, decided
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

WHY, YES = "Its day has come", "Read it, and agree"
SAID = "quillwort"  # in every record that goes here, and nowhere else
AT = "2026-11-18T10:00"
CHILDREN, STAFF, SCHOOL = Compartment.CHILDREN, Compartment.STAFF, Compartment.SCHOOL
Class = RetentionClass
# A blank of each register that takes any words.
BLANKS = {
    RegisterName.ACCOUNTS: "purpose",
    RegisterName.PHOTO_CONSENT: "giver",
    RegisterName.APPROVALS: "purpose",
    RegisterName.DEPARTURES: "why",
    RegisterName.CONTACT_ATTEMPTS: "platform",
    RegisterName.ACKNOWLEDGEMENTS: "version",
    RegisterName.BREACHES: "whose",
    RegisterName.TAKE_DOWNS: "platform",
    RegisterName.SUBJECT_REQUESTS: "scope",
    RegisterName.FILTERING: "who",
    RegisterName.TRANSFERS: "contact",
    RegisterName.FILES_RECEIVED: "asked_of",
}


@dataclass(frozen=True)
class One:
    """A kind that is written by Maya, its part, its class, and who agrees that it goes."""

    kind: str
    write: Callable[[Desk], RecordId]
    part: Compartment
    of: RetentionClass
    other: str = OWEN


def _concern(desk: Desk) -> RecordId:
    told = a_concern_draft(words=SAID)
    concern = desk.concerns.record(told, an_entry_id(desk.sitting.clock)).answer
    note = StepDraft(StepSort.NOTE, AT, SAID, concern.id)
    desk.steps.record(note, an_entry_id(desk.sitting.clock))
    return concern.id


def _identity(desk: Desk) -> RecordId:
    draft = IdentityDraft(SAID, "wrenny")
    return desk.identities.add(draft, an_entry_id(desk.sitting.clock)).answer.id


def _left(desk: Desk) -> RecordId:
    note = NoteDraft(SAID).as_json()
    now = desk.sitting.clock.now()
    left = Left.fresh(LeftSort.NOTE, Whom(LeftAbout.CHILD), note, now)
    desk.drop.leave(left)
    for _slice in desk.drop.take_in():
        pass
    return RecordId(left.id)


def _task(desk: Desk) -> RecordId:
    draft = TaskDraft(f"Ring {SAID}", "2026-11-20")
    return desk.tasks.record(draft, an_entry_id(desk.sitting.clock)).answer.id


def _person(kind: PersonKind) -> Callable[[Desk], RecordId]:
    def write(desk: Desk) -> RecordId:
        staff = StaffKind.TEACHER if kind is PersonKind.STAFF else None
        draft = PersonDraft(kind, SAID, "Lark", staff_kind=staff, ends="2020-07-20")
        return desk.people.add(draft, an_entry_id(desk.sitting.clock)).answer.id

    return write


def _child(desk: Desk) -> RecordId:
    draft = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
    return desk.people.add(draft, an_entry_id(desk.sitting.clock)).answer.id


def _register(name: RegisterName) -> Callable[[Desk], RecordId]:
    def write(desk: Desk) -> RecordId:
        draft = a_draft(name, _child(desk), **{BLANKS[name]: SAID})
        return desk.registers.record(draft, an_entry_id(desk.sitting.clock)).answer.id

    return write


def _viewing(stands: Stands) -> Callable[[Desk], RecordId]:
    def write(desk: Desk) -> RecordId:
        viewing = decided(desk, why=SAID, stands=stands)
        captured(desk, viewing.id, shows=SAID)
        desk.told.take_stop_back(viewing.id, SAID, an_entry_id(desk.sitting.clock))
        return viewing.id

    return write


def _nothing_found(desk: Desk) -> RecordId:
    viewing = decided(desk, why=SAID)
    desk.viewings.end(viewing, f"Nothing of {SAID}", an_entry_id(desk.sitting.clock))
    return viewing.id


def _evidence(desk: Desk) -> RecordId:
    return captured(desk, decided(desk).id, shows=SAID).id


def _handed_in(desk: Desk) -> RecordId:
    draft = HandedInDraft("Wren's mother", AT, "By e-mail", SAID)
    return desk.told.take(draft, an_entry_id(desk.sitting.clock)).answer.id


def _allegation(desk: Desk) -> RecordId:
    record = begin(desk, an_allegation_draft(words=SAID))
    do(desk, record, replace(a_step(AllegationStepSort.NOTE), words=SAID))
    return record


def _low_level(desk: Desk) -> RecordId:
    draft = a_low_level_draft(words=SAID)
    return desk.low_level.record(draft, an_entry_id(desk.sitting.clock)).answer.written.id


def _words_only(desk: Desk) -> RecordId:
    draft = WordsOnlyDraft(told_by="Wren Tamarisk", at=AT, words=SAID)
    record = desk.told.record_in_words(draft, an_entry_id(desk.sitting.clock)).answer.id
    assert desk.retention.of(record).held is Held.BY_ITSELF
    desk.retention.lift(record, "The police have done with it", an_entry_id(desk.sitting.clock))
    return record


REGISTERED = {
    RegisterName.PHOTO_CONSENT: (CHILDREN, Class.CONSENT),
    RegisterName.CONTACT_ATTEMPTS: (CHILDREN, Class.CHILD_FILE),
    RegisterName.TAKE_DOWNS: (CHILDREN, Class.REGISTER),
    RegisterName.DEPARTURES: (STAFF, Class.REGISTER),
    RegisterName.TRANSFERS: (CHILDREN, Class.CHILD_FILE),
    RegisterName.FILES_RECEIVED: (CHILDREN, Class.CHILD_FILE),
}
EVERY = (
    One("concern", _concern, CHILDREN, Class.CHILD_FILE),
    One("identity", _identity, CHILDREN, Class.CHILD_FILE),
    One("task", _task, CHILDREN, Class.CHILD_FILE),
    One("left", _left, CHILDREN, Class.CHILD_FILE),
    One("pupil", _person(PersonKind.PUPIL), SCHOOL, Class.PERSON),
    One("staff", _person(PersonKind.STAFF), SCHOOL, Class.PERSON, HESTER),
    One("family", _person(PersonKind.FAMILY), CHILDREN, Class.PERSON),
    *(
        One(name.value, _register(name), part, of, HESTER if part is STAFF else OWEN)
        for name in RegisterName
        for part, of in (REGISTERED.get(name, (SCHOOL, Class.REGISTER)),)
    ),
    One("viewing", _viewing(Stands.CHILD), CHILDREN, Class.CAPTURE),
    One("viewing in Staff", _viewing(Stands.STAFF), STAFF, Class.CAPTURE, HESTER),
    One("viewing that found nothing", _nothing_found, CHILDREN, Class.CAPTURE_NOTHING),
    One("evidence", _evidence, CHILDREN, Class.CAPTURE),
    One("handed_in", _handed_in, CHILDREN, Class.CAPTURE),
    One("words_only", _words_only, CHILDREN, Class.SEXUAL_ABUSE),
    One("allegation", _allegation, STAFF, Class.ALLEGATION, HESTER),
    One("low_level", _low_level, STAFF, Class.LOW_LEVEL, HESTER),
)


def file_of(desk: Desk, part: Compartment) -> tuple[str, bytes]:
    """Return the name and the key of a part's file."""
    header = desk.cases.book.page()
    row = header.row(desk.member.id)
    assert row is not None
    grant = next(one for one in row.grants if one.compartment is part)
    file = next(one.file for one in header.parts if one.compartment is part)
    return file, key_of(desk.cases.book.person, row, grant)


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.kind)
def test_that_two_people_let_it_go_and_not_a_word_stays_in_the_file(
    school: Staffroom, one: One
) -> None:
    with school.desk(MAYA) as desk:
        record = one.write(desk)
        kept = desk.retention.of(record)
        assert (kept.part, kept.of, kept.held) == (one.part, one.of, Held.NOT)
        desk.drafts.keep(f"step {record}", {"words": SAID})
        proposal = desk.disposals.propose(record, WHY, an_entry_id(desk.sitting.clock), WHY).answer
        file, key = file_of(desk, one.part)
    path = parts_folder(school.vault.folder) / file
    assert SAID.encode() in pages(path, key)
    with school.desk(one.other) as desk:
        agreed = desk.disposals.agree(proposal.id, YES, an_entry_id(desk.sitting.clock)).answer
        for gone in (record, *agreed.draft.with_it):
            with pytest.raises(RecordDisposedError):
                desk.sitting.part(one.part).ledger.newest(RecordId(gone))
        with pytest.raises(RecordMissingError):
            desk.retention.of(record)
        assert desk.search.find(SAID, 0, 9).total == 0
        assert desk.people.find(SAID, 9) == ()
        assert SAID.encode() not in desk.disposals.make_certificate(proposal.id).answer
        assert desk.vault.check(lambda _done, _of: None).entries
        desk.today.read()
        desk.custody.opened_this_week()
    assert SAID.encode() not in pages(path, key)
    assert SAID.capitalize().encode() not in pages(path, key)
    with school.desk(MAYA) as desk:
        assert desk.drafts.brought_back() == {}


def test_that_every_kind_that_stands_by_itself_is_let_go_here_or_beside_one_that_is() -> None:
    named = {one.kind for one in EVERY} | {"person"}
    beside = {
        *("step", "referral", "misfiling", "paper", "duty_done", "person_merge", "child_file"),
        *("viewing_answer", "conversation", "evidence_mismatch", "quarantine", "stop_taken_back"),
        *("allegation_step", "sharing_copy"),
        "cross_reference",  # test_cross_references.py
        # test_declarations_can_go.py: Maya only reads there
        *("declaration", "declaration_review", "signed_paper"),
        *("subject_decision", "subject_answer"),
        *("parcel", "received_entry"),  # test_parcels_can_go.py
        "termly_check",  # test_termly_checks.py: the Head draws and signs it
    }
    assert set(FACTS) <= named | beside
