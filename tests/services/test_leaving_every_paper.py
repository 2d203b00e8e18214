"""Every paper by the one way out: each for a named recipient, each written down before it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.child_file import ChildFileDraft, Contact, Tie
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.declaration_filter import DeclarationFilter, as_narrowed, of_narrowed
from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.errors import DraftError, RecordMissingError
from dsl_desk.domain.leaving import LISTS, LeavingDraft, PaperSort, Recipient, RecipientSort, Wish
from dsl_desk.domain.leaving_errors import KeptFromError, NothingInItError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.prevent import PREVENT
from dsl_desk.domain.referral import ReferralTo
from dsl_desk.domain.referral_paper import paper_of_referral
from tests.builders import an_entry_id
from tests.services.adults import a_low_level_draft, an_adult
from tests.services.declaring import declare, give_passphrase, sign
from tests.services.looking import captured, decided
from tests.services.staffroom import HESTER, MAYA, OWEN, Staffroom
from tests.services.way_out import (
    DRAFT,
    a_concern_of,
    a_file,
    a_referral,
    a_school,
    exports,
    own_copy,
    text_of,
    wish,
)

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel
    from tests.conftest import TrainingVault

BRYONY = Recipient(RecipientSort.SOCIAL_CARE, PersonRef("Bryony Dunlin"), "Merrowshire")
TO_BRYONY = LeavingDraft(BRYONY, "Referral of today")
CHAIR = Recipient(RecipientSort.GOVERNORS, PersonRef("Alban Rushmere"))
TO_CHAIR = LeavingDraft(CHAIR, "Meeting of the governors")


def left(desk: Desk, wanted: Wish, draft: LeavingDraft = DRAFT) -> Parcel:
    return desk.leaving.leave(wanted, draft, an_entry_id(desk.sitting.clock)).answer


def of_list(sort: PaperSort, of: str = "list") -> Wish:
    return wish(of, sort)  # type: ignore[arg-type]  # of a list it is its name


def test_that_a_decision_leaves_for_somebody_and_its_evidence_says_so(desk: Desk) -> None:
    wren, _linnet, _lena = a_school(desk)
    viewing = decided(desk, whose=wren)
    evidence = captured(desk, viewing.id)
    parcel = left(desk, wish(viewing.id, PaperSort.VIEWING))
    text = text_of(parcel)
    for told in (
        viewing.ref,
        "Tansy Hollybank",
        "Wren Tamarisk",
        evidence.captured.facts.sha256[:4],
    ):
        assert told in text
    trail = desk.custody.trail(evidence.id)
    assert [line.sort for line in trail].count(CustodySort.EXPORTED) == 1
    assert exports(desk)[-1].body.fields["sha256"] == parcel.sha256


def test_that_evidence_in_a_file_and_in_an_entry_says_that_it_went_out(desk: Desk) -> None:
    wren, (_older, concern) = a_file(desk)
    (evidence,) = desk.evidence.of_concern(concern.id)
    left(desk, wish(concern.id))
    own_copy(desk, PaperSort.FILE, wren.person)
    sorts = [line.sort for line in desk.custody.trail(evidence.id)]
    assert sorts.count(CustodySort.EXPORTED) == 2


def test_that_a_low_level_concern_leaves_with_all_its_versions(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(MAYA) as desk:
        draft = replace(a_low_level_draft(an_adult()), context="After school", done="We spoke")
        concern = desk.low_level.record(draft, an_entry_id(desk.sitting.clock)).answer
        anonymous = replace(draft, anonymous=True, shared_by="")
        other = desk.low_level.record(anonymous, an_entry_id(desk.sitting.clock)).answer
        herself = replace(draft, self_report=True, shared_by="")
        own = desk.low_level.record(herself, an_entry_id(desk.sitting.clock)).answer
    with room.desk(HESTER) as desk:
        desk.low_level.sign(
            desk.low_level.read(concern.written.id),
            "As the code says",
            an_entry_id(desk.sitting.clock),
        )
        text = text_of(left(desk, wish(concern.written.id, PaperSort.LOW_LEVEL)))
        for told in (concern.ref, "After school", "We spoke", HESTER, "Reason: As the code says"):
            assert told in text
        assert "asked not to be named" in text_of(
            left(desk, wish(other.written.id, PaperSort.LOW_LEVEL))
        )
        assert "about themselves" in text_of(left(desk, wish(own.written.id, PaperSort.LOW_LEVEL)))
        (*_, export) = exports(desk, Compartment.STAFF)
        assert export.body.fields["paper"] == "low_level"


def test_that_a_referral_says_who_the_child_is_what_is_known_and_what_is_asked(desk: Desk) -> None:
    wren, linnet, _lena = a_school(desk)
    mother = Contact(PersonRef("Carys Tamarisk"), "Mother", "01632 960 111", responsible=True)
    sheet = ChildFileDraft(wren, contacts=(mother,), siblings=(Tie(linnet, "Brother"),))
    desk.people.keep_file(None, sheet, "", an_entry_id(desk.sitting.clock))
    concern = a_concern_of(desk, wren)
    referral = a_referral(desk, concern)
    wanted = paper_of_referral(referral)
    assert wanted == Wish(PaperSort.SOCIAL_CARE, referral.id)
    text = text_of(left(desk, wanted, TO_BRYONY))
    for told in (
        *("Referral to children's services", "Bryony Dunlin", "Carys Tamarisk", "01632 960 111"),
        *("Please tell us today", "It would put her at risk", "Not yet", concern.ref, "Brother"),
    ):
        assert told in text
    assert set(exports(desk)[-1].body.fields["carries"]) >= {referral.id, concern.id}  # type: ignore[arg-type]  # a list


def test_that_what_came_of_a_referral_stands_on_its_paper(desk: Desk) -> None:
    wren, _linnet, _lena = a_school(desk)
    referral = a_referral(desk, a_concern_of(desk, wren), ReferralTo.POLICE)
    clock = desk.sitting.clock
    chased = desk.referrals.escalate(referral, "Taken to their manager", an_entry_id(clock)).answer
    text = text_of(left(desk, paper_of_referral(chased), TO_BRYONY))
    for told in ("Referral to the police", "Taken to their manager", "Version 2"):
        assert told in text


def test_that_a_referral_of_no_concern_and_of_nobody_known_can_leave(desk: Desk) -> None:
    wren, _linnet, _lena = a_school(desk)
    concern = a_concern_of(desk, wren)
    two = (PersonRef("Wren Tamarisk"), PersonRef("Sorrel Yarrow"))
    referral = a_referral(desk, None, people=two)
    text = text_of(left(desk, paper_of_referral(referral), TO_BRYONY))
    assert "Child 2" in text
    assert concern.ref not in text
    prevent = a_referral(desk, None, ReferralTo.PREVENT, people=two)
    assert "Not recorded" in text_of(left(desk, paper_of_referral(prevent), TO_BRYONY))


def test_that_prevent_is_asked_in_the_order_of_its_form_and_what_is_said_is_kept(
    desk: Desk,
) -> None:
    wren, _linnet, _lena = a_school(desk)
    referral = a_referral(desk, a_concern_of(desk, wren), ReferralTo.PREVENT)
    wanted = paper_of_referral(referral)
    assert wanted.sort is PaperSort.PREVENT
    gathered = desk.leaving.gather(wanted)
    assert [one.name for one in gathered.questions] == [one.name for one in PREVENT]
    assert "Lena Harebell" in gathered.questions[0].said
    answered = replace(TO_BRYONY, answers={"harm": "He named a day", "event": " "})
    text = text_of(left(desk, wanted, answered))
    places = [text.index(one.words[:30]) for one in PREVENT]
    assert places == sorted(places)
    assert "He named a day" in text
    assert exports(desk)[-1].body.fields["answers"] == {"harm": "He named a day", "event": ""}
    with pytest.raises(DraftError):
        left(desk, wanted, replace(TO_BRYONY, answers={"harm": "x" * 10_001}))


def test_that_nobody_a_child_is_not_shared_with_gets_a_decision_or_a_referral(desk: Desk) -> None:
    wren, _linnet, _lena = a_school(desk)
    kept = ChildFileDraft(wren, not_shared=(Tie(PersonRef("Cadell Tamarisk"), "A court order"),))
    desk.people.keep_file(None, kept, "", an_entry_id(desk.sitting.clock))
    referral = a_referral(desk, a_concern_of(desk, wren))
    father = LeavingDraft(
        Recipient(RecipientSort.PARENT, PersonRef("cadell  tamarisk")), "He asks for it"
    )
    viewing = decided(desk, whose=wren)
    for wanted in (paper_of_referral(referral), wish(viewing.id, PaperSort.VIEWING)):
        with pytest.raises(KeptFromError):
            left(desk, wanted, father)
    assert exports(desk) == []


def test_that_a_letter_leaves_for_whom_it_is_written(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    give_passphrase(room, HESTER)
    with room.desk(HESTER) as desk:
        declared = declare(desk)
        sign(desk, declared)
        by = declared.draft.by
        to = LeavingDraft(Recipient(RecipientSort.PERSON_THEMSELVES, PersonRef(by)), "The decision")
        assert by in text_of(left(desk, wish(declared.written.id, PaperSort.LETTER), to))
        (export,) = exports(desk, Compartment.DECLARATIONS)
        assert export.body.fields["carries"] == [declared.written.id]


def test_that_lists_leave_under_their_names_and_never_as_records(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(HESTER) as desk:
        told = {
            sort: text_of(left(desk, of_list(sort, of), TO_CHAIR))
            for sort, of in (
                (PaperSort.DECLARATIONS, "declaration"),
                (PaperSort.DECLARATION_COUNTS, "declaration"),
                (PaperSort.REGISTER, "account_we_run"),
                (PaperSort.DO_NOT_PUBLISH, "list"),
                (PaperSort.LEDGER, "list"),
                (PaperSort.GOVERNORS, "list"),
            )
        }
        assert set(told) == LISTS
        assert "Nobody stands on this list today" in told[PaperSort.DO_NOT_PUBLISH]
        assert "Alban Rushmere" in told[PaperSort.GOVERNORS]
        assert "Hester Winterbourne" in told[PaperSort.LEDGER]
        for export in exports(desk, Compartment.SCHOOL):
            assert export.body.fields["record"] == ""
        with pytest.raises(RecordMissingError):
            left(desk, of_list(PaperSort.REGISTER, "no_such_register"), TO_CHAIR)


def test_that_an_extract_is_of_its_days_and_says_no_word_of_any_record(desk: Desk) -> None:
    wren, _linnet, _lena = a_school(desk)
    a_concern_of(desk, wren)
    today = desk.sitting.clock.now().date().isoformat()
    ledger = of_list(PaperSort.LEDGER)
    text = text_of(left(desk, replace(ledger, since=today, until=today), TO_CHAIR))
    assert "C-2026-001" in text
    assert "Tamarisk" not in text
    with pytest.raises(NothingInItError):
        left(desk, replace(ledger, until="2020-01-01"), TO_CHAIR)


def test_that_a_summary_can_be_of_any_two_days(desk: Desk) -> None:
    wanted = replace(of_list(PaperSort.GOVERNORS), since="2026-11-02", until="2026-11-13")
    assert "2 November 2026 to 13 November 2026" in text_of(left(desk, wanted, TO_CHAIR))


def test_that_a_filter_of_declarations_survives_being_a_wish() -> None:
    wanted = DeclarationFilter("aunt", DeclarationState.NEW, next(iter(LinkKind)), "2026")
    assert of_narrowed(as_narrowed(wanted, reasons=True)) == (wanted, True)
    assert of_narrowed(()) == (DeclarationFilter(), False)


def test_that_somebody_covered_in_a_list_is_gone_from_it(desk: Desk) -> None:
    wren, _linnet, _lena = a_school(desk)
    wanted = of_list(PaperSort.DO_NOT_PUBLISH)
    (row,) = [one for one in desk.leaving.gather(wanted).named if one.key == wren.person]
    draft = replace(TO_CHAIR, shown={row.key: Showing.COVERED})
    assert "Wren" not in text_of(left(desk, wanted, draft))


def test_that_declared_links_are_told_to_whoever_can_read_them(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk(HESTER) as desk:
        by = declare(desk).draft.by
        (told,) = desk.declaration_papers.links_of(an_adult(name=by.upper()))
        assert "FD-2026-001" in told
        assert desk.declaration_papers.links_of(an_adult(name="Nobody Known")) == ()
    with room.desk(OWEN) as desk:
        assert Compartment.DECLARATIONS not in desk.sitting.parts
        assert desk.declaration_papers.links_of(an_adult(name=by)) == ()
