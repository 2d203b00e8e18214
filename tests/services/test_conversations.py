from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.conversation import ConversationDraft, Shot, Speaker
from dsl_desk.domain.custody import CustodySort
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.stop_errors import OtherPartError, QuarantinedError
from dsl_desk.domain.viewing import Stands
from tests.builders import a_concern_draft
from tests.services.looking import a_picture, captured, decided, fresh_entry
from tests.services.staffroom import OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.conversation import Conversation
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def a_draft(basis: str, *pictures: str) -> ConversationDraft:
    words = "wren.t: one\nivy.x: two"
    shots = tuple(Shot(each, words=words, seen_at="2026-11-18T19:00") for each in pictures)
    speakers = (Speaker("wren.t", PersonRef("Wren Tamarisk")), Speaker("ivy.x"))
    return ConversationDraft("A chat", "A group", shots, speakers, basis)


def written(desk: Desk, pictures: int = 2) -> tuple[Conversation, tuple[RecordId, ...]]:
    basis = decided(desk).id
    made = tuple(captured(desk, basis, a_picture(20 + n)).id for n in range(pictures))
    draft = a_draft(basis, *made)
    return desk.conversations.write(draft, fresh_entry(desk)).answer, made


def test_that_a_conversation_is_kept_with_its_pictures_words_and_people(desk: Desk) -> None:
    conversation, pictures = written(desk)
    assert conversation.ref == "CV-2026-001"
    view = desk.conversations.open(conversation.id)
    assert view.conversation == conversation
    assert (set(view.pieces), view.set_aside) == (set(pictures), frozenset())
    assert view.part is Compartment.CHILDREN
    assert [one.name for one in conversation.put.people] == ["Wren Tamarisk"]
    assert conversation.put.basis_ref == "VD-2026-001"
    assert desk.conversations.page(0, 10).rows == (conversation,)
    assert desk.conversations.page(0, 10).total == 1
    assert desk.conversations.under(RecordId(conversation.draft.basis)) == (conversation,)
    assert desk.looks.kind_of(conversation.id) == "conversation"


def test_that_a_conversation_stands_in_the_file_of_who_speaks(desk: Desk) -> None:
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    basis = decided(desk, concern=concern.id).id
    draft = a_draft(basis, captured(desk, basis).id)
    speakers = (Speaker("ivy.x", PersonRef("Ivy Dunnock", "ab" * 16)),)
    kept = desk.conversations.write(replace(draft, speakers=speakers), fresh_entry(desk)).answer
    assert kept.put.concern == concern.id
    assert "Ivy Dunnock" in [one.name for one in kept.put.people]


def test_that_a_version_keeps_what_was_before_and_says_why(desk: Desk) -> None:
    conversation, pictures = written(desk)
    turned = replace(conversation.draft, shots=conversation.draft.shots[::-1])
    with pytest.raises(DraftError) as refused:
        desk.conversations.change(conversation, turned, " ", fresh_entry(desk))
    assert [one.field for one in refused.value.problems] == ["reason"]
    entry = fresh_entry(desk)
    new = desk.conversations.change(conversation, turned, "Wrong order", entry).answer
    assert (new.ref, new.version, new.reason) == (conversation.ref, 2, "Wrong order")
    assert [each.version for each in desk.conversations.versions(conversation.id)] == [1, 2]
    assert [shot.evidence for shot in new.draft.shots] == list(pictures[::-1])
    assert desk.conversations.page(0, 10).rows == (new,)


def test_that_what_is_missing_is_said_at_once(desk: Desk) -> None:
    with pytest.raises(DraftError) as refused:
        desk.conversations.write(ConversationDraft(), fresh_entry(desk))
    assert {one.field for one in refused.value.problems} == {"title", "shots"}


def test_that_pictures_of_another_part_are_refused(desk: Desk) -> None:
    basis = decided(desk).id
    staff = decided(
        desk, whose=PersonRef("Lena Harebell"), stands=Stands.STAFF, handle="quiet.fern"
    ).id
    draft = a_draft(basis, captured(desk, basis).id, captured(desk, staff).id)
    with pytest.raises(OtherPartError):
        desk.conversations.write(draft, fresh_entry(desk))
    alone = a_draft(staff, captured(desk, staff, a_picture(30)).id)
    assert desk.conversations.write(alone, fresh_entry(desk)).answer.ref == "SCV-2026-001"


def test_that_whoever_cannot_open_the_part_is_told_nothing(vault: TrainingVault) -> None:
    staff = Staffroom(vault).add_everybody()
    with staff.desk() as desk:
        basis = decided(
            desk, whose=PersonRef("Lena Harebell"), stands=Stands.STAFF, handle="quiet.fern"
        ).id
        draft = a_draft(basis, captured(desk, basis).id)
        kept = desk.conversations.write(draft, fresh_entry(desk)).answer
    with staff.desk(OWEN) as desk:
        with pytest.raises(RecordMissingError):
            desk.conversations.open(kept.id)
        assert desk.conversations.page(0, 10).total == 0


def test_that_a_picture_set_aside_is_refused_and_one_that_was_in_it_may_stay(desk: Desk) -> None:
    conversation, pictures = written(desk)
    extra = captured(desk, RecordId(conversation.draft.basis), a_picture(50)).id
    for picture in (pictures[0], extra):
        desk.quarantines.set_aside(picture, "By mistake", fresh_entry(desk))
    offered = desk.conversations.offered(RecordId(conversation.draft.basis))
    assert [piece.id for piece in offered] == [pictures[1]]
    view = desk.conversations.open(conversation.id)
    assert view.set_aside == {pictures[0]}
    draft = replace(conversation.draft, title="Another title")
    desk.conversations.change(conversation, draft, "Clearer", fresh_entry(desk))
    newest = desk.conversations.open(conversation.id).conversation
    more = replace(draft, shots=(*draft.shots, Shot(extra)))
    with pytest.raises(QuarantinedError):
        desk.conversations.change(newest, more, "One more", fresh_entry(desk))
    with pytest.raises(QuarantinedError):
        desk.conversations.write(draft, fresh_entry(desk))


def test_that_a_copy_of_before_is_told_of_by_its_conversation(desk: Desk) -> None:
    conversation, pictures = written(desk, 1)
    name = fresh_id(desk.sitting.clock.now())
    told: dict[str, Json] = {"record": conversation.id, "version": 1, "sha256": "ab" * 32}
    body = Body("export", 1, names={AUTHOR: "Maya Fernsby"}, fields=told)
    with desk.sitting.writing(Compartment.CHILDREN, EntryClass.EXPORT) as write:
        write.enter(Act(EntryId(name), RecordId(name), EntryClass.EXPORT, body))
    line = desk.custody.trail(pictures[0])[-1]
    assert (line.sort, line.ref) == (CustodySort.EXPORTED, conversation.ref)
