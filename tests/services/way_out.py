"""A school whose papers leave: whom they name, what is asked, and what is read out of them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from dsl_desk.domain.child_file import ChildFileDraft, ChildStatus, Contact, Tie
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.identity import IdentityDraft, Sureness
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import (
    HowItLeaves,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
)
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from tests.builders import a_concern_draft, an_entry_id
from tests.services.looking import captured, decided

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.referral import Referral
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel

CHILDREN = Compartment.CHILDREN
TANSY = Recipient(RecipientSort.OTHER_SCHOOL, PersonRef("Tansy Hollybank"), "Sedge Vale School")
DRAFT = LeavingDraft(TANSY, "Wren moves there on 30 November")
WORDS = "Linnet Tamarisk told Lena Harebell. @quietlinnet wrote it, says ROWAN ASHBY."


def somebody(desk: Desk, name: str, **more: object) -> PersonRef:
    forename, _, surname = name.partition(" ")
    draft = replace(PersonDraft(PersonKind.PUPIL, surname, forename), **more)  # type: ignore[arg-type]  # a test names fields it knows
    person = desk.people.add(draft, an_entry_id(desk.sitting.clock)).answer
    return PersonRef(name, person.id)


def a_school(desk: Desk) -> tuple[PersonRef, PersonRef, PersonRef]:
    wren = somebody(desk, "Wren Tamarisk", born="2016-03-02", year="6", form="6H")
    linnet = somebody(desk, "Linnet Tamarisk")
    lena = somebody(desk, "Lena Harebell", kind=PersonKind.STAFF, staff_kind=StaffKind.TEACHER)
    somebody(desk, "Rowan Ashby")
    somebody(desk, "Tam Larkspur")
    account = IdentityDraft(
        "Instagram", "quietlinnet", sure=Sureness.SAID, person=linnet, basis="She said so"
    )
    desk.identities.add(account, an_entry_id(desk.sitting.clock))
    return wren, linnet, lena


def a_concern_of(desk: Desk, wren: PersonRef) -> Concern:
    draft = a_concern_draft(words=WORDS, people=(Involved(wren),))
    return desk.concerns.record(draft, an_entry_id(desk.sitting.clock)).answer


def exports(desk: Desk, part: Compartment = Compartment.CHILDREN) -> list[Entry]:
    return [
        entry
        for entry in desk.sitting.part(part).ledger.entries()
        if entry.header.entry_class is EntryClass.EXPORT
    ]


def text_of(parcel: Parcel) -> str:
    paper = pypdfium2.PdfDocument(parcel.content, password=parcel.passphrase or None)
    pages = [paper[number].get_textpage().get_text_range() for number in range(len(paper))]
    paper.close()
    return " ".join(" ".join(pages).split())


def pictures_in(parcel: Parcel) -> int:
    """How many pictures are drawn on the pages of a paper."""
    with pikepdf.open(BytesIO(parcel.content), password=parcel.passphrase) as paper:
        return sum(
            isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
            for each in paper.objects
        )


def wish(record: RecordId, sort: PaperSort = PaperSort.ENTRY) -> Wish:
    return Wish(sort, record)


def a_file(desk: Desk) -> tuple[PersonRef, list[Concern]]:
    """A child with a front sheet, two concerns of two days, and a decision to look."""
    clock = desk.sitting.clock
    wren, linnet, _lena = a_school(desk)
    carys = Contact(PersonRef("Carys Tamarisk"), "Mother", "01632 960 111", responsible=True)
    sheet = ChildFileDraft(
        wren, ChildStatus.CHILD_IN_NEED, contacts=(carys,), siblings=(Tie(linnet),)
    )
    desk.people.keep_file(None, sheet, "", an_entry_id(clock))
    first = a_concern_of(desk, wren)
    second = a_concern_draft(
        people=(Involved(wren),), words="A second thing", told_at="2026-11-10T09:00"
    )
    older = desk.concerns.record(second, an_entry_id(clock)).answer
    captured(desk, decided(desk, concern=first.id, whose=wren).id)
    return wren, [older, first]


def own_copy(desk: Desk, sort: PaperSort, of: str, **more: object) -> bytes:
    """A copy for the school's own paper file, not locked: its bytes."""
    draft = LeavingDraft(
        Recipient(RecipientSort.OWN_FILE),
        "For the file",
        how=HowItLeaves.OPEN,
        unlocked_why="It stays in the office",
    )
    wanted = Wish(sort, RecordId(of), **more)  # type: ignore[arg-type]  # a test names fields it knows
    return desk.leaving.leave(wanted, draft, an_entry_id(desk.sitting.clock)).answer.content


def a_referral(
    desk: Desk, concern: Concern | None, to: ReferralTo = ReferralTo.SOCIAL_CARE, **more: object
) -> Referral:
    draft = ReferralDraft(
        to=to,
        at="2026-11-17T09:00",
        spoke_to="Bryony Dunlin",
        words="Please tell us today what you will do.",
        consent=Consent.NOT_SOUGHT,
        consent_why="It would put her at risk",
        concern=concern.id if concern else "",
    )
    made = replace(draft, **more)  # type: ignore[arg-type]  # as above
    return desk.referrals.record(made, an_entry_id(desk.sitting.clock)).answer
