"""Search: over every part the reader holds a key to, and nothing of any other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.conversation import CONVERSATION, ConversationDraft, Shot, Speaker
from dsl_desk.domain.entry import Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.step import StepDraft, StepSort
from tests.builders import a_concern_draft, an_entry_id
from tests.registers import a_draft
from tests.services.looking import captured, decided
from tests.services.staffroom import OWEN

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.search import FoundRecord
    from tests.fakes.clock import FakeClock
    from tests.services.staffroom import Staffroom

WREN = PersonRef("Wren Tamarisk", "0a" * 16)
AT = "2026-11-19T10:00"
RANG = StepDraft(StepSort.CALL, AT, "Nobody at home but a parakeet", with_whom="Carys Tamarisk")
REFERRED = ReferralDraft(
    to=ReferralTo.SOCIAL_CARE,
    at=AT,
    spoke_to="Bryony Dunlin, front door team",
    words="Told them about the parakeet.",
    consent=Consent.GIVEN,
)


def record(desk: Desk, draft: ConcernDraft) -> Concern:
    clock: FakeClock = desk.sitting.clock  # type: ignore[assignment]  # tests have no other
    clock.advance(minutes=1)
    return desk.concerns.record(draft, an_entry_id(clock)).answer


def about_an_adult(words: str) -> ConcernDraft:
    people = (Involved(PersonRef("Sorrel Whinchat"), Involvement.SAID_TO_HAVE_DONE_IT),)
    return replace(a_concern_draft(people=people, words=words), about=About.ADULT)


def found(desk: Desk, words: str) -> tuple[FoundRecord, ...]:
    return desk.search.find(words, 0, 9).records


def entries(desk: Desk, words: str) -> list[str]:
    return [one.register.cells[0] for one in found(desk, words) if one.register]


def registered(desk: Desk, name: RegisterName, **changes: str) -> None:
    clock: FakeClock = desk.sitting.clock  # type: ignore[assignment]  # tests have no other
    clock.advance(minutes=1)
    desk.registers.record(a_draft(name, **changes), an_entry_id(clock))


def test_that_entries_of_registers_are_found_by_their_words_in_each_part(desk: Desk) -> None:
    registered(desk, RegisterName.ACCOUNTS)
    registered(desk, RegisterName.DEPARTURES)
    registered(desk, RegisterName.TAKE_DOWNS)
    assert entries(desk, "families news") == ["Facebook"]
    assert entries(desk, "FAMIL") == ["Facebook"]
    assert entries(desk, "amilies") == []  # the middle of a word is no word
    assert entries(desk, "famil news") == []  # only the last one may be begun
    assert entries(desk, '"a child was ill"') == ["Lena Harebell"]
    assert entries(desk, '"child a was ill"') == []
    assert entries(desk, "?!") == []
    (one,) = found(desk, "playground")
    assert (one.found_in, one.part) == ((FoundIn.REGISTER,), Compartment.CHILDREN)
    both = desk.search.find("Harebell", 0, 9)
    assert both.total == len(both.records) == 2
    concern = record(desk, a_concern_draft(words="“Facebook again”"))
    mixed = found(desk, "facebook")
    assert [one.concern.id if one.concern else "" for one in mixed] == [concern.id, ""]


def test_that_a_register_is_searched_by_whoever_holds_its_part_and_no_other(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        registered(desk, RegisterName.DEPARTURES)
        registered(desk, RegisterName.ACCOUNTS)
        assert len(entries(desk, "Harebell")) == 2
    with school.desk(OWEN) as desk:
        assert entries(desk, "Harebell") == ["Facebook"]


def refs(desk: Desk, words: str) -> list[str]:
    return [one.concern.ref if one.concern else one.person for one in found(desk, words)]


def test_that_what_is_found_comes_from_every_open_part_newest_first(desk: Desk) -> None:
    for draft in (
        a_concern_draft(words="a lantern"),
        about_an_adult("a lantern"),
        a_concern_draft(words="a lantern too"),
    ):
        record(desk, draft)
    assert refs(desk, "lantern") == ["C-2026-002", "S-2026-001", "C-2026-001"]
    assert [one.part for one in found(desk, "lantern")] == [
        Compartment.CHILDREN,
        Compartment.STAFF,
        Compartment.CHILDREN,
    ]


def test_that_a_name_comes_before_a_word_whatever_the_part(desk: Desk) -> None:
    record(desk, about_an_adult("x"))
    record(desk, a_concern_draft(words="as Sorrel says"))
    assert refs(desk, "sorrel") == ["S-2026-001", "C-2026-001"]


def test_that_a_member_without_the_staff_key_sees_and_counts_nothing_of_staff(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        concern = record(desk, about_an_adult("a lantern"))
        desk.steps.record(replace(RANG, concern=concern.id), an_entry_id(desk.sitting.clock))
        record(desk, a_concern_draft(words="a lantern"))
        assert desk.search.find("lantern", 0, 9).total == 2
    with school.desk(OWEN) as desk:
        told = desk.search.find("lantern", 0, 9)
        assert (refs(desk, "lantern"), told.total, told.left) == (["C-2026-001"], 1, 0)
        for words in ("sorrel", "whinchat", "S-2026-001", "parakeet"):
            told = desk.search.find(words, 0, 9)
            assert (told.records, told.total, told.left) == ((), 0, 0), words


def test_that_a_step_and_a_referral_lead_to_their_concern_which_stands_once(
    desk: Desk, clock: FakeClock
) -> None:
    concern = record(desk, a_concern_draft())
    for sort in (StepSort.CALL, StepSort.NOTE):
        step = replace(RANG, concern=concern.id, sort=sort)
        desk.steps.record(step, an_entry_id(clock))
    desk.referrals.record(replace(REFERRED, concern=concern.id), an_entry_id(clock))
    captured(desk, decided(desk, concern=concern.id).id)
    for words, where in {
        "parakeet": {FoundIn.STEP, FoundIn.REFERRAL},
        "carys": {FoundIn.STEP},
        "bryony": {FoundIn.REFERRAL},
        "mocking": {FoundIn.EVIDENCE},
        "6h.secrets": {FoundIn.EVIDENCE},
        "tamarisk": set(FoundIn) - {FoundIn.REGISTER, FoundIn.CONVERSATION},
    }.items():
        [only] = found(desk, words)
        assert (only.concern and only.concern.id, set(only.found_in)) == (concern.id, where)
    assert desk.search.find("parakeet", 0, 9).total == 3


def test_that_a_step_of_no_concern_leads_to_the_file_it_stands_in(
    desk: Desk, clock: FakeClock
) -> None:
    desk.steps.record(replace(RANG, people=(WREN,)), an_entry_id(clock))
    [only] = found(desk, "parakeet")
    assert (only.concern, only.person) == (None, WREN.person)


def test_that_a_step_that_leads_nowhere_is_no_hit(desk: Desk, clock: FakeClock) -> None:
    desk.steps.record(replace(RANG, people=(PersonRef("Wren"),)), an_entry_id(clock))
    told = desk.search.find("parakeet", 0, 9)
    assert told.records == ()


def test_that_a_step_of_a_concern_that_was_disposed_of_leads_nowhere(
    desk: Desk, clock: FakeClock
) -> None:
    concern = record(desk, a_concern_draft())
    desk.steps.record(replace(RANG, concern=concern.id), an_entry_id(clock))
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.DISPOSAL) as write:
        write.dispose(concern.id, "Kept for as long as it had to be")
    assert found(desk, "parakeet") == ()


@pytest.mark.parametrize(("first", "count", "expected"), [(0, 1, ["C-2026-003"]), (1, 9, None)])
def test_that_what_is_found_can_be_read_a_stretch_at_a_time(
    desk: Desk, first: int, count: int, expected: list[str] | None
) -> None:
    for _ in range(3):
        record(desk, a_concern_draft())
    read = desk.search.find("tamarisk", first, count)
    told = [one.concern.ref for one in read.records if one.concern]
    assert (told, read.total) == (expected or ["C-2026-002", "C-2026-001"], 3)


def test_that_without_any_part_nothing_is_found(desk: Desk) -> None:
    record(desk, a_concern_draft())
    for part in tuple(desk.sitting.parts):
        desk.sitting.leave(part)
    assert desk.search.find("tamarisk", 0, 9).total == 0


def test_that_a_conversation_is_found_by_what_is_said_in_it(desk: Desk) -> None:
    basis = decided(desk).id
    shot = Shot(captured(desk, basis).id, words="wren.t: where is the quokka\nivy.x: gone")
    said = ConversationDraft("A chat of three", "6H girls", (shot,), (Speaker("wren.t"),), basis)
    talk = desk.conversations.write(said, an_entry_id(desk.sitting.clock)).answer
    for words in ("quokka", "gone", "chat three", "wren.t", talk.ref):
        [one] = [each for each in found(desk, words) if FoundIn.CONVERSATION in each.found_in]
        assert one.piece is not None
        assert (one.piece.record, one.piece.ref) == (talk.id, talk.ref)
        assert one.found_in == (FoundIn.CONVERSATION,)
    changed = replace(said, shots=(replace(shot, words="wren.t: where is the wombat"),))
    desk.conversations.change(talk, changed, "Read anew", an_entry_id(desk.sitting.clock))
    assert found(desk, "quokka") == ()
    assert len(found(desk, "wombat")) == 1


def test_that_evidence_of_nobodys_file_leads_to_itself(desk: Desk) -> None:
    piece = captured(desk, decided(desk).id, shows="A page about a quokka")
    [one] = found(desk, "quokka")
    assert one.piece is not None
    assert (one.piece.record, one.piece.words) == (piece.id, "A page about a quokka")


def test_that_a_conversation_of_before_is_found_by_its_names_alone() -> None:
    kept = {"title": "A chat", "place": "", "shots": [], "speakers": [], "basis": ""}
    fields: dict[str, Json] = {**kept, "basis_ref": "", "concern": "", "people": [], "ref": "CV-1"}
    assert CONVERSATION.said_in(Body("conversation", 1, fields=fields)).draft.said.title == "A chat"
